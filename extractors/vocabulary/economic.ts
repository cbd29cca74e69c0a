/** Columns headed by economic subjects (工资福利支出 | 小计 | 基本工资 …): `economic_301`, `economic_30101`. */
import type { Columns, Identity } from '../../src/template/define.ts'
import { subjects } from './subjects.ts'

/**
 * A subject is known by its code, or by its name below that of its class. 社会保障缴费 is several of departments' (30108
 * to 30112) and one of governments', whose name says so only below their class.
 */
export const economicColumns: Columns = {
  ...withShort(columnsOf(subjects.economic), {
    economic_30108: ['基本养老保险缴费', '基本养老保险费'],
    economic_30110: ['基本医疗保险缴费', '基本医疗保险费'],
  }),
  social_security_contributions: ['社会保障缴费', '社会保险缴费', '社会保险费', '社保缴费'].flatMap(classHeaders),
}

/** The same by the subjects of governments (机关工资福利支出 | 工资奖金津补贴 …): `economic_501`, `economic_50101`. */
export const governmentLines: Columns = columnsOf(subjects['government-economic'])

/** Names in short below the class that they are of. */
function withShort(columns: Columns, short: Record<string, readonly string[]>): Columns {
  const also = Object.entries(short).map(([id, names]) => [id, [...(columns[id] ?? []), ...names]])
  return { ...columns, ...Object.fromEntries(also) }
}

function columnsOf(names: Record<string, readonly string[]>): Columns {
  const times = new Map<string, number>()
  for (const name of Object.values(names).flat()) times.set(name, (times.get(name) ?? 0) + 1)
  return Object.fromEntries(
    Object.entries(names).map(([code, own]) => {
      const classes = names[code.slice(0, 3)] ?? []
      // 办公设备购置 stands in two classes: only below its class does the name say which it is.
      const lines = own.flatMap((n) => [
        ...(times.get(n) === 1 ? classHeaders(n) : []),
        ...classes.map((of) => `${of}/${n}`),
      ])
      return [`economic_${code}`, [`*/${code}`, ...(code.length === 3 ? own.flatMap(classHeaders) : lines)]]
    }),
  )
}

function classHeaders(name: string): string[] {
  return [name, `${name}/小计`, `${name}/合计`]
}

/** The classes of departments, and those of governments (机关工资福利支出 …), alone. */
export const departmentClasses: Columns = classesOf(subjects.economic)
export const governmentClasses: Columns = classesOf(subjects['government-economic'])

function classesOf(list: Record<string, readonly string[]>): Columns {
  const classes = Object.entries(list).filter(([code]) => code.length === 3)
  return Object.fromEntries(
    classes.map(([code, own]) => [`economic_${code}`, [`*/${code}`, ...own.flatMap(classHeaders)]]),
  )
}

/** Lines of a class, as columns. */
function linesOf(...classes: string[]): string[] {
  const codes = Object.keys(subjects.economic).filter((code) => code.length === 5)
  return codes.filter((code) => classes.includes(code.slice(0, 3))).map((code) => `economic_${code}`)
}

/** Columns of other classes, and those over all of a class: where they stand, the lines of one class are not all. */
function besides(own: string): string[] {
  const classes = ['301', '302', '303', '310']
  return [...linesOf(...classes.filter((of) => of !== own)), ...classes.map((of) => `economic_${of}`)]
}

/** What departments pay into, with a column over it or without. */
const CONTRIBUTIONS = ['economic_30108', 'economic_30109', 'economic_30110', 'economic_30111', 'economic_30112']
const WAGES = ['economic_30101', 'economic_30102', 'economic_30103', 'economic_30106', 'economic_30107']
const OF_WAGES = linesOf('301').filter((id) => !WAGES.includes(id) && !CONTRIBUTIONS.includes(id))

/** 总计 over the lines of one class; the wages may have groups over them (工资奖金津补贴, 社会保障缴费) that the lines are parts of. */
export const byEconomicLine: readonly Identity[] = [
  { sum: 'economic_50101', of: WAGES, usual: true },
  { sum: 'social_security_contributions', of: CONTRIBUTIONS, usual: true },
  {
    sum: 'total',
    of: ['economic_50101', 'social_security_contributions', ...OF_WAGES],
    unless: besides('301'),
    usual: true,
  },
  {
    sum: 'total',
    of: [...WAGES, ...CONTRIBUTIONS, ...OF_WAGES],
    unless: ['economic_50101', 'social_security_contributions', ...besides('301')],
    usual: true,
  },
  ...['302', '303', '310'].map((of): Identity => ({ sum: 'total', of: linesOf(of), unless: besides(of), usual: true })),
]
