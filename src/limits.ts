/** What an input may cost. No real disclosure comes near these; every one can be raised. */
import { JuesuanError } from './errors.ts'

export interface Limits {
  /** Bytes of the file. The largest disclosures seen have 60 MB of scans. */
  bytes: number
  /** Pages of the file. Departments with a hundred sub-units publish 300. */
  pages: number
  /** Drawing operators of one page. A dense table has 3,000. */
  operators: number
  /** Characters of one page. A dense table has 5,000. */
  glyphs: number
  /** Rulings of one page, pieces as drawn. A dense table drawn cell by cell has 4,000. */
  rulings: number
  /** Graphics states saved one inside the other. Forms within forms save five. */
  savedStates: number
  /** Bytes that one stream unpacks to; the picture of a 600-dpi A3 scan in colour has 210 million. */
  streamBytes: number
  /** Pixels of one image, and of all images of a page together; a 600-dpi A3 scan has 70 million. */
  imagePixels: number
  /** Seconds for one page of text. It takes a hundredth of one. */
  pageSeconds: number
  /** Seconds for one file, OCR not counted. */
  fileSeconds: number
  /** Seconds without a sign of life, after which the command line ends the run (see src/cli/watchdog.ts). */
  stuckSeconds: number
  /** Megabytes of memory of the whole process, looked at by the command line. */
  memory: number
}

export const DEFAULT_LIMITS: Limits = {
  bytes: 500_000_000,
  pages: 3_000,
  operators: 300_000,
  glyphs: 200_000,
  rulings: 200_000,
  savedStates: 10_000,
  streamBytes: 400_000_000,
  imagePixels: 200_000_000,
  pageSeconds: 30,
  fileSeconds: 600,
  stuckSeconds: 60,
  memory: 3_000,
}

const NAMES: Record<keyof Limits, string> = {
  bytes: 'bytes',
  pages: 'pages',
  operators: 'drawing operators on one page',
  glyphs: 'characters on one page',
  rulings: 'rulings on one page',
  savedStates: 'graphics states saved one inside the other',
  streamBytes: 'bytes in one unpacked stream',
  imagePixels: 'pixels in the images of one page',
  pageSeconds: 'seconds for one page',
  fileSeconds: 'seconds for one file',
  stuckSeconds: 'seconds without a sign of life',
  memory: 'megabytes of memory',
}

/** @throws JuesuanError too-large that names the limit, the figure and how to raise it. */
export function within(limits: Limits, limit: keyof Limits, figure: number, where = 'the file'): void {
  if (figure <= limits[limit]) return
  throw new JuesuanError(
    'too-large',
    `${where} has ${figure.toLocaleString('en')} ${NAMES[limit]}, the limit is ${limits[limit].toLocaleString('en')}; ` +
      `raise it with --limit ${limit}=${Math.ceil(figure)} if the file is what you expect`,
  )
}

/** Milliseconds so far that went into something else than what a limit is for. */
export type Elsewhere = () => number

export type TimeLimit = 'pageSeconds' | 'fileSeconds' | 'stuckSeconds'

/** @throws JuesuanError timeout that names the limit and how to raise it. */
export function withinTime(limits: Limits, limit: TimeLimit, seconds: number, where: string): void {
  if (seconds > limits[limit]) throw tooSlow(limits, limit, where)
}

export function tooSlow(limits: Limits, limit: TimeLimit, where: string): JuesuanError {
  return new JuesuanError(
    'timeout',
    `${where} took longer than the limit of ${limits[limit]} ${NAMES[limit]}; ` +
      `raise it with --limit ${limit}=${Math.ceil(limits[limit] * 10)} if the file is what you expect`,
  )
}

/**
 * The promise, or a JuesuanError timeout when it takes longer than the limit; milliseconds that
 * `notCounted` tells of are given on top.
 */
export async function inTime<T>(
  limits: Limits,
  limit: TimeLimit,
  where: string,
  work: Promise<T>,
  notCounted: Elsewhere = () => 0,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const before = notCounted()
  const late = new Promise<never>((_, reject) => {
    const wait = (milliseconds: number, given: number) => {
      timer = setTimeout(() => {
        const more = notCounted() - given
        if (more > 0) wait(more, given + more)
        else reject(tooSlow(limits, limit, where))
      }, milliseconds)
    }
    wait(limits[limit] * 1000, before)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
