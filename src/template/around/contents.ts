/** The printed table of contents, and the lists of tables that stand before them. */
import { squash } from '../words.ts'
import { toCaption } from './captions.ts'
import type { Sheet } from './sections.ts'

export interface ContentsEntry {
  title: string
  /** As printed beside it; null where the contents print none. */
  printed: number | null
  /** Page of the document on which the entry itself stands. */
  page: number
}

/** Leaders between a title and its page: dots, ellipses, middle dots. */
const LEADERS = /[\s.…·．‥・⋯_-]{2,}(\d{1,4})$|[.…·．‥・⋯]{3,}$/
const HEADING = /^目录$/
const ITEM =
  /^(第[一二三四五六七八九十]+(部分|章)|[一二三四五六七八九十]+[、.．]|[(（][一二三四五六七八九十\d]+[)）]|\d{1,2}([、．]|\.(?!\d)|\.(?=20\d\d))|附件|附表|表\d)/
/** The contents are on the first pages and go on over few of them. */
const WITHIN = 6
/** The end of a table's title, with or without what stands in brackets behind it. */
const TABLE = /表([(（][^()（）]*[)）])?$/
/** So many titles of tables below each other, on a page without any, are a list of those that follow. */
const LISTED = 3

export function findContents(sheets: readonly Sheet[]): ContentsEntry[] {
  const contents = underHeading(sheets)
  const known = new Set(contents.map((e) => squash(e.title)))
  return [...contents, ...sheets.flatMap(listedTables).filter((e) => !known.has(squash(e.title)))]
}

function underHeading(sheets: readonly Sheet[]): ContentsEntry[] {
  const entries: ContentsEntry[] = []
  const seen = new Set<string>()
  let open = false
  for (const sheet of sheets.slice(0, WITHIN)) {
    const lines = sheet.lines.map((l) => toCaption(l, sheet.page).text.trim())
    const at = lines.findIndex((l) => HEADING.test(squash(l)))
    if (at < 0 && !open) continue
    const own = readLines(lines.slice(at + 1), sheet.page)
    // The page after the contents begins with the first title of the text: it stands in them already.
    const fresh = own.filter((e) => !seen.has(squash(e.title)))
    if (at < 0 && (fresh.length < own.length || own.length < 2 || own.length < lines.length / 2)) break
    for (const entry of fresh) {
      entries.push(entry)
      seen.add(squash(entry.title))
    }
    open = true
  }
  return entries
}

/** Numbered titles of tables below each other, on any page that has none. */
function listedTables({ lines, grids, page }: Sheet): ContentsEntry[] {
  if (grids.length > 0) return []
  const entries: ContentsEntry[] = []
  let run: ContentsEntry[] = []
  const close = () => {
    if (run.length >= LISTED) entries.push(...run)
    run = []
  }
  for (const line of lines) {
    const [entry] = readLines([line.text.trim()], page)
    if (entry && TABLE.test(squash(entry.title))) run.push(entry)
    else close()
  }
  close()
  return entries
}

function readLines(lines: readonly string[], page: number): ContentsEntry[] {
  const entries: ContentsEntry[] = []
  for (const line of lines) {
    const leaders = LEADERS.exec(line)
    const title = (leaders ? line.slice(0, leaders.index) : line).trim()
    const printed = leaders?.[1] ? Number(leaders[1]) : null
    const last = entries.at(-1)
    if (ITEM.test(line) && !/[。；]$/.test(line) && title.length <= 60) entries.push({ title, printed, page })
    // A long title goes on in the next line, where its page stands.
    else if (last && last.printed === null && printed !== null && title.length <= 40) {
      last.title += title
      last.printed = printed
    } else if (/^[-—\s\d]*$/.test(line)) continue
    else if (entries.length > 0 && printed === null && !leaders) break
  }
  return entries
}
