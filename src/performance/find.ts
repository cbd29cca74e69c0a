/** Which tables of a document are performance forms of one project. */
import { MONEY } from '../amount.ts'
import { joinGrids, sliceRows } from '../grid/pages/join.ts'
import type { Grid, GridCell } from '../grid/types.ts'
import type { Found, Performance } from '../model.ts'
import { findMoneyUnit, findYear } from '../template/around/captions.ts'
import type { Section } from '../template/around/sections.ts'
import type { PerformanceVocabulary } from './define.ts'
import { fits, isIndicatorHeader, textOf, toRows } from './layout.ts'
import { readForm } from './read.ts'

export interface FoundForms {
  forms: Performance[]
  /** Boxes of prose, form by form. */
  prose: GridCell[][]
  claimed: ReadonlySet<Section>
}

/** Every form of one project: a line that names it, and below a header of indicator levels. */
export function findForms(sections: readonly Section[], words: PerformanceVocabulary): FoundForms {
  const found: FoundForms & { claimed: Set<Section> } = { forms: [], prose: [], claimed: new Set() }
  for (let i = 0; i < sections.length; i++) {
    const section = sections[i]!
    const starts = formStarts(section.grid, words)
    if (starts.length === 0) continue
    const parts = [section.grid]
    found.claimed.add(section)
    // What follows on the next page without a name of its own is the rest of the form.
    while (goesOn(sections[i], sections[i + 1], words)) {
      parts.push(sections[i + 1]!.grid)
      found.claimed.add(sections[i + 1]!)
      i++
    }
    const grid = joinGrids(parts)
    starts.forEach((start, n) => {
      const own = starts.length === 1 ? grid : sliceRows(grid, start, starts[n + 1] ?? grid.rows.length)
      const { form, prose } = readForm(own, captionsOf(section, own, words), words)
      found.forms.push(form)
      found.prose.push(prose)
    })
  }
  return found
}

/** Rows that begin a form: 项目名称, or else 部门名称 or 主管部门, at the left edge, with the header of indicators below it. */
function formStarts(grid: Grid, words: PerformanceVocabulary): number[] {
  const edge = grid.cells.filter((c) => c.col <= 1)
  const named = (by: readonly string[]) => edge.filter((c) => fits(c, by) > 0)
  const projects = named(words.project)
  const names = [projects, named(words.whole), named(words.department)].find((own) => own.length > 0) ?? []
  // Most tables end here: only forms have such a line.
  if (names.length === 0) return []
  const levels = toRows(grid).filter((r) => isIndicatorHeader(r, words))
  // 项目名称 beside the header of indicators, down to its last line, heads a list of projects.
  const isHeader = (c: GridCell) => levels.some((l) => l.index >= c.row && l.index < c.row + c.rowSpan)
  const rows = [...new Set(names.filter((c) => !isHeader(c)).map((c) => c.row))].sort((x, y) => x - y)
  const begin = projects.length > 0 ? rows : rows.slice(0, 1)
  const starts = begin.filter((name, i) => {
    const end = begin[i + 1] ?? grid.rows.length
    return levels.some((l) => l.index > name && l.index < end)
  })
  return starts.map((row, i) => (i === 0 ? 0 : row))
}

function goesOn(last: Section | undefined, next: Section | undefined, words: PerformanceVocabulary): boolean {
  if (!last || !next || next.title) return false
  const [from, to] = [last.grid.rows.at(-1)?.page ?? 0, next.grid.rows[0]?.page ?? 0]
  if (to !== from + 1 || formStarts(next.grid, words).length > 0) return false
  return next.grid.cells.some((c) => /指标|绩效|总分/.test(textOf(c)))
}

/** A unit of money behind a label. */
const UNIT_BEHIND = new RegExp(`[(（](单位[:：])?${MONEY}[)）][:：]?$`)

function captionsOf(section: Section, grid: Grid, words: PerformanceVocabulary) {
  const lines = [section.title?.text ?? '', ...section.captions.map((c) => c.text)]
  const year = lines.map(findYear).find((y) => y !== null)
  const indicators = toRows(grid).find((r) => isIndicatorHeader(r, words))?.index ?? 0
  const blocks = grid.cells.filter((c) => fits(c, words.funds.block) > 0 || /资金/.test(c.text))
  // 部门预算总额（万元）, wherever it stands above the indicators: those have units of their own.
  const labels = grid.cells.filter((c) => c.row < indicators && UNIT_BEHIND.test(textOf(c)))
  const inside = [...blocks, ...labels].map((c) => c.text).find((t) => findMoneyUnit(t) !== null)
  const unit = inside ? findMoneyUnit(inside) : lines.map(findMoneyUnit).find((u) => u !== null)
  return { title: (section.title?.text ?? '').trim(), year: year ? Number(year) : null, moneyUnit: unit ?? null }
}

/** The department a form names above the unit. */
export function superiorOf(forms: readonly Performance[], entity: Found): Found {
  const form = forms.find((f) => f.department && f.unit && ![f.unit.name, entity?.value].includes(f.department.name))
  if (!form?.department) return null
  const { name, code } = form.department
  return { value: name, page: form.pages[0]!, quote: code ? `${code}-${name}` : name }
}
