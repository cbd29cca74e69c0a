/** Year, entity and unit agree on all pages. */
import type { Grid } from '../../grid/types.ts'
import type { Table } from '../../model.ts'
import type { Box } from '../../page/types.ts'
import { type Caption, findEntity, findMoneyUnit } from '../../template/around/captions.ts'
import { kindOfTitle } from '../../template/around/facts.ts'
import { isHeading } from '../../template/around/kind.ts'
import { headOf, sameName } from '../../template/around/owners.ts'
import type { Recognised } from '../../template/tables.ts'
import { squash } from '../../template/words.ts'
import { boxOf, type Fact, type Printed, type Wrong } from './fact.ts'

type Titled = Recognised & { table: Table }

export function checkAgreement(printed: Printed): Fact[] {
  const titled = printed.recognised.filter((r): r is Titled => r.table !== null)
  return [
    ...titled.flatMap((one) => year(one, printed)),
    ...headings(printed),
    ...entities(titled, printed),
    ...titled.flatMap((one) => units(one, printed)),
    ...noUnit(titled, printed),
  ]
}

/** A fiscal year, or the first of several (2026-2028年); a date (2024年12月31日) is none. */
const YEAR = /(20[0-3]\d)(?:年(?!\d{1,2}月)|(?=[-—–~～至]20[0-3]\d年))/g

function yearsIn(text: string): string[] {
  return [...new Set([...squash(text).matchAll(YEAR)].map((m) => m[1]!))]
}

function year(one: Titled, printed: Printed): Fact[] {
  const own = printed.facts.fiscal_year?.value
  if (!own) return []
  const dated = headOf(one.section).filter((c) => yearsIn(c.text).length > 0)
  if (dated.some((c) => isOfOtherKind(c.text, printed))) return []
  const other = dated.find((c) => !yearsIn(c.text).includes(own))
  if (dated.length === 0) return []
  return [
    {
      rule: 'year',
      where: `${one.table.id}/${one.table.pages[0]}`,
      name: { zh: '各表年度与文件年度一致', en: 'the year over a table is that of the document' },
      wrong: other && {
        ...place(other, printed),
        severity: 'warning',
        zh: `《${one.table.title}》标的年度是${yearsIn(other.text).join('、')}年，文件是${own}年`,
        en: `${one.table.id} is headed ${yearsIn(other.text).join(', ')}, the document is of ${own}`,
        table: one.table.id,
      },
    },
  ]
}

/** The budget of the next year may stand behind the accounts of this one: it is of its own year. */
function isOfOtherKind(text: string, { facts, language }: Printed): boolean {
  const kind = kindOfTitle(text, language.kinds)
  return kind !== null && facts.kind !== null && kind !== facts.kind.value
}

function headings(printed: Printed): Fact[] {
  const own = printed.facts.fiscal_year?.value
  if (!own) return []
  const named = printed.sheets.flatMap((sheet) =>
    sheet.lines
      .filter((l) => isHeading(l.text, printed.language.kinds) && !isOfOtherKind(l.text, printed))
      .map((line) => ({ page: sheet.page, line })),
  )
  const other = named.find(({ line }) => !yearsIn(line.text).includes(own))
  if (named.length === 0) return []
  return [
    {
      rule: 'year',
      where: 'headings',
      name: { zh: '各处标题的年度一致', en: 'the headings of the disclosure name one year' },
      wrong: other && {
        severity: 'warning',
        zh: `“${other.line.text.trim()}”标的年度与文件年度${own}年不一致`,
        en: `a heading says ${yearsIn(other.line.text).join(', ')}, the document is of ${own}`,
        page: other.page,
        bbox: boxOf(other.line),
      },
    },
  ]
}

/** Above this share of tables of other units the document is one of several units; so it is where one form is there under both names. */
const SEVERAL = 1 / 3

function entities(titled: readonly Titled[], printed: Printed): Fact[] {
  const { entity, superior } = printed.facts
  if (!entity) return []
  const named = titled.flatMap((one) => {
    const caption = headOf(one.section).find((c) => findEntity(c.text) !== null)
    return caption ? [{ one, caption, name: findEntity(caption.text)! }] : []
  })
  const known = [entity.value, ...(superior ? [superior.value] : [])]
  const others = named.filter(({ name }) => !known.some((k) => sameName(name, k)))
  const isAgain = others.some((o) => named.some((n) => !others.includes(n) && n.one.table.id === o.one.table.id))
  if (isAgain || others.length > SEVERAL * named.length) return []
  return named.map((one): Fact => {
    const { table } = one.one
    return {
      rule: 'entity',
      where: `${table.id}/${table.pages[0]}`,
      name: { zh: '各表的编制单位一致', en: 'the tables name one entity' },
      wrong: others.includes(one)
        ? {
            ...place(one.caption, printed),
            severity: 'warning',
            zh: `《${table.title}》的编制单位是${one.name}，其他表是${entity.value}`,
            en: `${table.id} names ${one.name}, the other tables ${entity.value}`,
            table: table.id,
          }
        : undefined,
    }
  })
}

/** Whether the middle of one box lies in the other. */
function isWithin(inner: Box, outer: Box): boolean {
  const [x, y] = [(inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2]
  return outer[0] <= x && x < outer[2] && outer[1] <= y && y < outer[3]
}

/** A page on which a table goes on does not change its unit. */
function units({ table, section }: Titled, { sheets }: Printed): Fact[] {
  const [first, ...further] = table.pages
  const again = sheets.flatMap(({ page, box, grids, lines }) => {
    const isOn = (part: Grid) => part.pages.includes(page) && isWithin(part.box, box)
    if (!further.includes(page) || !section.parts.some(isOn)) return []
    const top = Math.min(...grids.map((g) => g.box[1]))
    const line = lines.find((l) => l.box[3] <= top && findMoneyUnit(l.text) !== null)
    return line ? [{ page, line }] : []
  })
  if (first === undefined || table.unit === null || again.length === 0) return []
  const other = again.find(({ line }) => findMoneyUnit(line.text) !== table.unit)
  return [
    {
      rule: 'unit',
      where: `${table.id}/${first}`,
      name: { zh: '续页的金额单位不变', en: 'a table keeps its unit over its pages' },
      wrong: other && {
        severity: 'warning',
        zh: `《${table.title}》第${first}页单位为${table.unit}，第${other.page}页为${findMoneyUnit(other.line.text)}`,
        en: `${table.id} is in ${table.unit} on page ${first} and in ${findMoneyUnit(other.line.text)} on page ${other.page}`,
        page: other.page,
        bbox: boxOf(other.line),
        table: table.id,
      },
    },
  ]
}

/** Figures without a unit mean nothing; where no table of a form prints one, the form has none. */
function noUnit(titled: readonly Titled[], printed: Printed): Fact[] {
  const money = titled.filter(({ table }) => table.state === 'data' && hasMoney(table, printed))
  if (money.every(({ table }) => table.unit === null)) return []
  return money.map(
    ({ table }): Fact => ({
      rule: 'unit-printed',
      where: `${table.id}/${table.pages[0]}`,
      name: { zh: '各表都标明金额单位', en: 'every table prints its unit' },
      wrong:
        table.unit === null
          ? {
              severity: 'warning',
              zh: `《${table.title}》没有标明金额单位`,
              en: `${table.id} does not print its unit`,
              page: table.pages[0] ?? null,
              table: table.id,
            }
          : undefined,
    }),
  )
}

/** Whether amounts stand in columns that have no unit of their own (辆, 人, %). */
/** Whether figures stand below headers of money; 3 and 90 below 指标值 are none. */
function hasMoney({ id: table, columns, rows }: Table, { templates }: Printed): boolean {
  const words = templates.find((t) => t.id === table)?.texts ?? {}
  const own = new Set(columns.flatMap(({ id, unit }) => (unit === null && !(id in words) ? [id] : [])))
  return rows.some(({ cells }) => Object.entries(cells).some(([id, c]) => own.has(id) && c.mark === 'amount'))
}

function place(caption: Caption, { sheets }: Printed): Pick<Wrong, 'page' | 'bbox'> {
  const lines = sheets.filter((s) => s.page === caption.page).flatMap((s) => s.lines)
  const line = lines.find((l) => l.text === caption.text && l.box[1] === caption.y)
  return { page: caption.page, bbox: line ? boxOf(line) : null }
}
