/** What stands below the indicators of a form: their total, and boxes of text. */
import { readCell } from '../amount.ts'
import { keepText, pairsOf } from './answers.ts'
import type { PerformanceVocabulary } from './define.ts'
import type { Builder } from './funds.ts'
import { type FormRow, textOf } from './layout.ts'
import { columnCells, toValue } from './values.ts'

export function readTotal(row: FormRow, { form, columns }: Builder, words: PerformanceVocabulary): void {
  const { score } = columnCells(row, columns, /^level/)
  const grade = row.cells.find((c) => words.grades.includes(textOf(c)))
  form.grade = grade ? textOf(grade) : null
  const own = score && score.raw.trim() !== '' ? score : null
  const last = row.cells.findLast((c) => /^(amount|zero)$/.test(readCell(c.text).mark))
  form.total = own ?? (last ? toValue(last) : form.total)
}

export function readText(row: FormRow, builder: Builder): void {
  const value = row.cells.at(-1)
  if (!value || value.text.trim() === '') return
  builder.prose.push(value)
  const label = row.cells.length > 1 ? row.cells.at(-2) : undefined
  const last = builder.form.texts.at(-1)
  if (!label || label.text.trim() === '') {
    if (last) last.text += value.text.trim()
    return
  }
  // 填报人 | 张某 | 联系电话 | 12345678: more than one label in a line.
  for (const pair of pairsOf(row).slice(0, -1)) keepText(pair, builder)
  keepText([label, value], builder)
}
