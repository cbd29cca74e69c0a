/** Ctrl-C, the same for all commands that have something to put in order. */
import { EXIT } from './exit.ts'

/**
 * A signal that is given with the first Ctrl-C, for what is in hand to be ended; the second ends at once.
 * The same for a polite kill, as a machine that shuts down sends it.
 */
export function interruption(onFirst: () => void = () => {}): AbortSignal {
  const controller = new AbortController()
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted)
    controller.abort()
    onFirst()
  }
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt)
  return controller.signal
}
