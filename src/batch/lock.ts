/** One run at a time writes into a folder. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { JuesuanError } from '../errors.ts'

/**
 * @returns what gives the folder free again. A lock whose process is gone counts for nothing.
 * @throws JuesuanError usage while another run is alive, unwritable.
 */
export function lock(folder: string): () => void {
  const path = join(folder, '.lock')
  for (;;)
    try {
      mkdirSync(folder, { recursive: true })
      writeFileSync(path, String(process.pid), { flag: 'wx' })
      return () => rmSync(path, { force: true })
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code !== 'EEXIST' || !existsSync(path))
        throw new JuesuanError('unwritable', `${folder} is no folder that can be written to (${code})`, {
          cause: error,
        })
      const owner = Number(readFileSync(path, 'utf8'))
      if (isAlive(owner))
        throw new JuesuanError(
          'usage',
          `process ${owner} is writing to ${folder}; wait for it, or remove ${path} if that is no run of juesuan`,
        )
      rmSync(path, { force: true })
    }
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
