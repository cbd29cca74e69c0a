/** Who, when, what: facts of the whole document, each with the words it was read from. */
import type { Found } from '../../model.ts'
import type { FieldLanguage } from '../language.ts'
import { squash } from '../words.ts'
import { findEntity, findSuperior, findYear, withPlainYears } from './captions.ts'
import { type ContentsEntry, findContents } from './contents.ts'
import { divisionOf, printedLevel } from './division.ts'
import type { Section, Sheet } from './sections.ts'

export interface Facts {
  kind: Found
  entity: Found
  level: Found
  fiscal_year: Found
  superior: Found
  administrative_level: Found
  division: Found
  contents: ContentsEntry[]
}

/** The cover and the first pages name entity and year. */
const COVER_PAGES = 3

/** Letters of a name and of a title on the cover, at most. */
const LONGEST_NAME = 30
const LONGEST_TITLE = 40

export function findFacts(sheets: readonly Sheet[], sections: readonly Section[], language: FieldLanguage): Facts {
  const { kinds, entities } = language
  const cover = sheets.slice(0, COVER_PAGES).flatMap((s) => s.lines.map((l) => ({ text: l.text, page: s.page })))
  const titles = sections.flatMap((s) => (s.title ? [{ text: s.title.text, page: s.title.page }] : []))
  const entity = findNamed(sections, cover, language)
  const all = () => sheets.flatMap((s) => s.lines.map((l) => ({ text: l.text, page: s.page })))
  return {
    kind: findKind([...titles, ...cover], kinds) ?? findKind(all(), kinds) ?? findBudget(all(), kinds),
    entity,
    level: findLevel([...cover, ...titles], kinds) ?? findOwnLevel(entity, entities),
    fiscal_year: findFiscalYear(cover, sections, kinds) ?? findTitledYear(all(), kinds),
    superior: findSuperiorOf(entity, [...cover, ...sections.flatMap((s) => s.captions)]),
    ...findDivision(entity, cover, kinds),
    contents: findContents(sheets),
  }
}

/** The department above, where one is printed that is not the unit itself. */
function findSuperiorOf(entity: Found, texts: readonly Words[]): Found {
  for (const words of texts) {
    const name = findSuperior(words.text)
    if (name && squash(name) !== squash(entity?.value ?? '')) return quoted(name, words)
  }
  return null
}

/** The division in the entity's name, and the level the cover says or the name implies. */
function findDivision(
  entity: Found,
  cover: readonly Words[],
  kinds: Kinds,
): Pick<Facts, 'administrative_level' | 'division'> {
  const printed = cover.find((w) => printedLevel(w.text, kinds) !== null)
  const named = [
    ...(entity ? [{ text: entity.value, page: entity.page }] : []),
    ...cover.filter((w) => namesKind(squash(w.text), kinds)),
  ].find((w) => divisionOf(w.text) !== null)
  const division = named ? divisionOf(named.text) : null
  const level = printed ? printedLevel(printed.text, kinds) : (division?.level ?? null)
  return {
    administrative_level: level && (printed ? quoted(level, printed) : quoted(level, named!)),
    division: division && named && division.level !== 'central' ? quoted(division.name, named) : null,
  }
}

interface Words {
  text: string
  page: number
}

function quoted(value: string, words: Words): Found {
  return { value, page: words.page, quote: words.text.trim() }
}

type Kinds = FieldLanguage['kinds']

/** Whether a text says of something that it is a budget, or accounts. */
function namesKind(text: string, { accounts, budget }: Kinds): boolean {
  return text.includes(accounts) || text.includes(budget)
}

function findKind(texts: readonly Words[], { neutral, accounts, budget }: Kinds): Found {
  const named = { accounts: 0, budget: 0 }
  for (const words of texts) {
    const text = squash(words.text).replace(neutral, '')
    if (text.includes(accounts)) named.accounts++
    else if (text.includes(budget)) named.budget++
  }
  const votes = named.accounts - named.budget
  if (named.accounts + named.budget === 0) return null
  const word = votes > 0 ? accounts : budget
  const first = texts.find((w) => squash(w.text).replace(neutral, '').includes(word))
  return first ? quoted(votes > 0 ? 'final-accounts' : 'budget', first) : null
}

/** 一般公共预算支出表 names a fund and not the kind; but accounts say of themselves what they are. */
function findBudget(texts: readonly Words[], { afterwards, budgetForm }: Kinds): Found {
  if (texts.some((w) => afterwards.test(squash(w.text)))) return null
  const first = texts.find((w) => budgetForm.test(squash(w.text)))
  return first ? quoted('budget', first) : null
}

/** What a title itself says its table is: 2025年部门预算收支总表 among the accounts of 2024. */
export function kindOfTitle(
  title: string,
  { neutral, accounts, budget, noBudget }: Kinds,
): 'final-accounts' | 'budget' | null {
  const text = squash(title).replace(neutral, '')
  const [after, before] = [text.includes(accounts), text.includes(budget)]
  if (after === before || (before && noBudget.test(text))) return null
  return after ? 'final-accounts' : 'budget'
}

function findNamed(sections: readonly Section[], cover: readonly Words[], language: FieldLanguage): Found {
  const votes = new Map<string, { count: number; words: Words }>()
  const near = sections.flatMap((s) => s.captions)
  for (const words of [...near, ...cover]) {
    const name = findEntity(words.text)
    if (!name) continue
    const vote = votes.get(name)
    if (vote) vote.count++
    else votes.set(name, { count: 1, words })
  }
  const best = [...votes].sort((a, b) => b[1].count - a[1].count)[0]
  if (best) return quoted(best[0], best[1].words)
  const inside = sections.map((s) => entityInside(s, language)).find((f) => f !== null)
  if (inside) return inside
  const { beforeKind, alone } = language.entities
  for (const words of cover) {
    const text = squash(withPlainYears(words.text))
      .replace(/^第[一二三四五六七八九十]+部分|^关于/, '')
      .replace(/^20\d\d年(度)?/, '')
    const match = beforeKind.exec(text) ?? (text.length < LONGEST_NAME && alone.test(text) ? [text, text] : null)
    if (match?.[1]) return quoted(match[1], words)
  }
  return null
}

/** Cells that a line of a form fills at most: two labels, each with its value. */
const LABELS_AND_VALUES = 4

/** 部门名称 | 北京市审计局 in the first lines of a form. */
function entityInside(section: Section, { noName, entities }: FieldLanguage): Found {
  const { cells, rows } = section.grid
  const label = cells.find((c) => c.row <= 1 && entities.label.test(squash(c.text)))
  const value = label && cells.find((c) => c.row === label.row && c.col === label.col + label.colSpan)
  const below = cells.filter((c) => c.row > (label?.row ?? 0) && c.col === label?.col && c.text.trim() !== '')
  const beside = cells.filter((c) => c.row === label?.row && c.text.trim() !== '')
  // A header of a column has names below it, and further headers beside it; a label has its value.
  // 单位名称 reaches down over what divides the header beside it.
  if (
    !label ||
    !value ||
    rows.length < 2 ||
    label.rowSpan !== value.rowSpan ||
    below.length > rows.length / 2 ||
    beside.length > LABELS_AND_VALUES
  )
    return null
  const name = squash(value.text)
  return /[\u4e00-\u9fff]{4,}/.test(name) && !noName.test(name)
    ? { value: name, page: value.page, quote: `${squash(label.text)} ${name}` }
    : null
}

function findLevel(texts: readonly Words[], { ofUnit, ofDepartment }: Kinds): Found {
  for (const words of texts) {
    const text = squash(words.text)
    if (ofUnit.test(text)) return quoted('unit', words)
    if (ofDepartment.test(text)) return quoted('department', words)
  }
  return null
}

/** What a department has without the units below it is a unit of its own. */
function findOwnLevel(entity: Found, { own }: FieldLanguage['entities']): Found {
  return entity && own.test(squash(entity.value)) ? { ...entity, value: 'unit' } : null
}

/** A year that something is compared with. */
const COMPARED = /[比较与和同]\s*20\d\d\s*年/g

/** The year that the title on the cover says, where a table says it, too, or none says any; else the one that is said most often. */
function findFiscalYear(cover: readonly Words[], sections: readonly Section[], kinds: Kinds): Found {
  const near: Words[] = sections.flatMap((s) => [...(s.title ? [s.title] : []), ...s.captions])
  const printed = dated(near)
  const told = [...printed, ...dated(cover, withoutCompared)]
  // A budget that shows in many tables what was spent of the last one is none of last year.
  const titled = new Set(
    cover.filter((w) => w.page === cover[0]?.page && isTitle(w.text, kinds)).map((w) => findYear(w.text)),
  )
  const [own] = titled.size === 1 ? titled : []
  const agreed = (printed.length > 0 ? printed : told).find(({ year }) => year === own)
  return agreed ? quoted(agreed.year, agreed.words) : mostSaid(told)
}

/** Where neither cover nor tables say a year: the one that headings say most often, 第三部分 2024年度部门决算情况说明. */
function findTitledYear(lines: readonly Words[], kinds: Kinds): Found {
  return mostSaid(
    dated(
      lines.filter((words) => isTitle(words.text, kinds)),
      withoutCompared,
    ),
  )
}

/** What says a year, and that year. */
interface Dated {
  year: string
  words: Words
}

function dated(texts: readonly Words[], bare: (text: string) => string = (text) => text): Dated[] {
  return texts.flatMap((words) => {
    const year = findYear(bare(words.text))
    return year ? [{ year, words }] : []
  })
}

/** 较2025年预算增加 is said in sentences of the next one. */
function withoutCompared(text: string): string {
  return text.replace(COMPARED, '')
}

function mostSaid(told: readonly Dated[]): Found {
  const count = (year: string) => told.filter((t) => t.year === year).length
  const best = told.toSorted((a, b) => count(b.year) - count(a.year))[0]
  return best ? quoted(best.year, best.words) : null
}

/** 2026年部门预算公开: a line of a cover with a year that says what the document is, and no sentence. */
function isTitle(text: string, kinds: Kinds): boolean {
  const words = squash(text)
  return words.length <= LONGEST_TITLE && namesKind(words, kinds) && findYear(text) !== null && !/[，。；]/.test(words)
}
