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
  /** Pixels of one image; a 600-dpi A3 scan has 70 million. */
  imagePixels: number
  /** Seconds for one page of text. It takes a hundredth of one. */
  pageSeconds: number
  /** Seconds for one file, OCR not counted. */
  fileSeconds: number
}

export const DEFAULT_LIMITS: Limits = {
  bytes: 500_000_000,
  pages: 3_000,
  operators: 1_000_000,
  glyphs: 200_000,
  rulings: 200_000,
  imagePixels: 200_000_000,
  pageSeconds: 30,
  fileSeconds: 600,
}

const NAMES: Record<keyof Limits, string> = {
  bytes: 'bytes',
  pages: 'pages',
  operators: 'drawing operators on one page',
  glyphs: 'characters on one page',
  rulings: 'rulings on one page',
  imagePixels: 'pixels in one image',
  pageSeconds: 'seconds for one page',
  fileSeconds: 'seconds for one file',
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

/** The promise, or a JuesuanError timeout when it takes longer than the limit. */
export async function inTime<T>(
  limits: Limits,
  limit: 'pageSeconds' | 'fileSeconds',
  where: string,
  work: Promise<T>,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new JuesuanError(
            'timeout',
            `${where} took longer than ${limits[limit]} ${NAMES[limit]}; raise it with --limit ${limit}=…`,
          ),
        ),
      limits[limit] * 1000,
    )
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
