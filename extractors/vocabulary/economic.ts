/** Columns headed by economic subjects (工资福利支出 | 小计 | 基本工资 …): `economic_301`, `economic_30101`. */
import type { Columns } from '../../src/template/define.ts'
import { subjects } from './subjects.ts'

const names = subjects.economic

/** A subject is known by its code, or by its name below that of its class. */
export const economicColumns: Columns = Object.fromEntries(
  Object.entries(names).map(([code, own]) => [
    `economic_${code}`,
    [`*/${code}`, ...own.flatMap(code.length === 3 ? classHeaders : lineHeaders(code))],
  ]),
)

function classHeaders(name: string): string[] {
  return [name, `${name}/小计`, `${name}/合计`]
}

function lineHeaders(code: string): (name: string) => string[] {
  const classes = names[code.slice(0, 3)] ?? []
  return (name) => [name, ...classes.map((of) => `${of}/${name}`)]
}

/** The classes of departments, and those of governments (机关工资福利支出 …), alone. */
export const departmentClasses: Columns = classesOf(subjects.economic)
export const governmentClasses: Columns = classesOf(subjects['government-economic'])

function classesOf(list: Record<string, readonly string[]>): Columns {
  const classes = Object.entries(list).filter(([code]) => code.length === 3)
  return Object.fromEntries(classes.map(([code, own]) => [`economic_${code}`, own.flatMap(classHeaders)]))
}
