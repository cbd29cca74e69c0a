/** Parsers of option values. */
import { JuesuanError } from '../errors.ts'
import type { ExtractOptions, OcrMode } from '../extract.ts'
import { DEFAULT_LIMITS, type Limits } from '../limits.ts'
import { cacheFolder } from '../scans/cache-folder.ts'
import type { Engine } from '../scans/engines.ts'

/** The language of messages: Chinese, in which disclosures are written and audited, or English. */
export type Language = 'zh' | 'en'

/** Options of every command that reads PDFs. */
export interface ReadFlags {
  /** Folder of the user's own templates. */
  extractors?: string
  password?: string
  ocr?: OcrMode
  ocrEngine?: Engine
  ocrPages?: 'all' | 'tables'
  /** Whether what OCR read is kept; it is, if absent. */
  cache?: boolean
  limit: Limits
  lang?: Language
}

/** Options of commands that read in worker processes. */
export interface PoolFlags {
  jobs?: number
  /** Seconds a file. */
  timeout: number
  /** MB a worker. */
  memory: number
}

/** Workers have limits of their own on memory and time. */
export function checkLimits(limits: Limits): void {
  for (const [name, option] of [['memory', '--memory'] as const, ['stuckSeconds', '--timeout'] as const])
    if (limits[name] !== DEFAULT_LIMITS[name])
      throw new JuesuanError('usage', `there is no limit ${name} here; write ${option} instead`)
}

/** What these flags say to the pipeline. */
export function readOptions({ password, ocr, ocrEngine, ocrPages, cache = true, limit }: ReadFlags): ExtractOptions {
  const folder = (cache && cacheFolder()) || undefined
  return { password, ocr, ocrEngine, ocrPages, cache: folder, limits: limit }
}

/** A range longer than this is a slip of the hand. */
const MOST_PAGES = 100_000

/** `5-18,20` → page numbers, in order, each once. */
export function parsePages(text: string): number[] {
  const pages = new Set<number>()
  for (const part of text.split(/[,，]/)) {
    const match = /^\s*(\d+)(?:\s*[-–—]\s*(\d+))?\s*$/.exec(part)
    if (!match) throw new JuesuanError('usage', `'${part.trim()}' is no page or range of pages; write it like 5-18,20`)
    const from = Number(match[1])
    const to = Number(match[2] ?? match[1])
    if (from < 1) throw new JuesuanError('usage', 'pages are counted from 1')
    if (to < from) throw new JuesuanError('usage', `the range ${from}-${to} runs backwards; write ${to}-${from}`)
    if (to - from > MOST_PAGES) throw new JuesuanError('usage', `the range ${from}-${to} is too long`)
    for (let page = from; page <= to; page++) pages.add(page)
  }
  return [...pages].sort((a, b) => a - b)
}

/** `income, expenditure` → ids. */
export function parseList(text: string): string[] {
  const items = text
    .split(/[,，]/)
    .map((item) => item.trim())
    .filter((item) => item !== '')
  if (items.length === 0) throw new JuesuanError('usage', 'the list is empty')
  return [...new Set(items)]
}

/** `120` → 120; a whole number above zero. */
export function parseCount(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < 1)
    throw new JuesuanError('usage', `'${text}' is no whole number above 0`)
  return number
}

/** `pages=5000` → the limits with that one changed; the option may stand several times. */
export function parseLimit(text: string, before: Limits): Limits {
  const [name = '', value = ''] = text.split('=')
  if (!Object.hasOwn(DEFAULT_LIMITS, name))
    throw new JuesuanError(
      'usage',
      `no limit is called '${name}'; there are: ${Object.keys(DEFAULT_LIMITS).join(', ')}`,
    )
  if (!/^\d{1,15}(\.\d+)?$/.test(value) || Number(value) === 0)
    throw new JuesuanError('usage', `'${text}' does not set a limit; write it like ${name}=5000`)
  return { ...before, [name]: Number(value) }
}
