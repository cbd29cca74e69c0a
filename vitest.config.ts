/** How tests run. The command is `npm test`; one file is run by `npx vitest run test/FILE`. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // All files that a process takes share its modules: each alone would load and warm up the whole engine again. A
    // batch reads thousands of documents in one process as well, so nothing that modules keep may change a result.
    isolate: false,
    // As many processes as cores: scans and batches take most of the time, and do not wait.
    maxWorkers: '100%',
    // Milliseconds: a scan on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
