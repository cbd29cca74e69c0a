/** Titles of scans of which a seal may hide letters: 一般公共预算支出情况表 may be that of 一般公共预算项目支出情况表. */
import { printable, type TitleSense } from '../around/title.ts'
import type { TableTemplate } from '../define.ts'

/** A title believed less than this (0–1) was hardly read. */
const HARDLY = 0.5
/** A seal hides so many letters of a title without a trace, at most: the others show that a part is lost. */
const LOST = 3

/** The titles of other tables that one hardly read may be, with letters that nobody saw. */
export function mayAlsoBe(
  { text, belief }: { text: string; belief: number },
  others: readonly TableTemplate[],
  { core }: Pick<TitleSense, 'core'>,
): { title: string; template: TableTemplate }[] {
  if (belief >= HARDLY) return []
  const own = core(text)
  return others.flatMap((template) => {
    const title = template.titles.map(printable).find((t) => hasMore(core(t), own))
    return title === undefined ? [] : [{ title, template }]
  })
}

/** Whether a title is another with a few letters more. */
function hasMore(title: string, own: string): boolean {
  const more = title.length - own.length
  if (more < 1 || more > LOST) return false
  let at = 0
  for (const letter of title) if (letter === own[at]) at++
  return at === own.length
}
