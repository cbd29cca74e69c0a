/** Performance forms as a flat table: one line a box. */
import type { Document, Performance } from '../model.ts'
import { type CsvOptions, toCsv } from './csv.ts'

export const PERFORMANCE_COLUMNS = [
  'document',
  'form',
  'kind',
  'project',
  'department',
  'unit',
  'year',
  'block',
  'level1',
  'level2',
  'level3',
  'column',
  'value',
  'money_unit',
  'page',
  'x0',
  'y0',
  'x1',
  'y1',
  'raw',
] as const

export type PerformanceRecord = Record<(typeof PERFORMANCE_COLUMNS)[number], string>

type Value = NonNullable<Performance['total']>

/** Every box that holds something, form by form, in printed order. `block` says which part of the form it is in. */
export function performanceRecords(document: Document): PerformanceRecord[] {
  return document.performance.flatMap((form, index) => {
    const line = (block: string, path: readonly string[], column: string, value: Value): PerformanceRecord => ({
      document: document.source.file,
      form: String(index + 1),
      kind: form.kind,
      project: form.project ?? '',
      department: form.department?.name ?? '',
      unit: form.unit?.name ?? '',
      year: form.year === null ? '' : String(form.year),
      block,
      level1: path[0] ?? '',
      level2: path[1] ?? '',
      level3: path.slice(2).join('/'),
      column,
      value: value.value ?? '',
      money_unit: block === 'funds' ? (form.money_unit ?? '') : '',
      page: String(value.page),
      x0: String(value.bbox[0]),
      y0: String(value.bbox[1]),
      x1: String(value.bbox[2]),
      y1: String(value.bbox[3]),
      raw: value.raw,
    })
    const cells = (block: string, path: readonly string[], of: Record<string, Value>) =>
      Object.entries(of).flatMap(([column, value]) =>
        value.raw.trim() === '' ? [] : [line(block, path, column, value)],
      )
    return [
      ...form.funds.flatMap((f) => cells('funds', [f.label], f.cells)),
      ...(form.goal ? [line('goal', [], 'goal', form.goal)] : []),
      ...(form.actual ? [line('goal', [], 'actual', form.actual)] : []),
      ...form.indicators.flatMap((i) => cells('indicators', i.path, i.cells)),
      ...(form.total ? [line('total', [], 'score', form.total)] : []),
      ...(form.grade && form.total
        ? [line('total', [], 'grade', { ...form.total, value: form.grade, raw: form.grade })]
        : []),
      ...form.texts.map((t) => line('texts', [t.label], 'text', { ...t, value: t.text, raw: t.text })),
    ]
  })
}

export function performanceCsv(documents: readonly Document[], options: CsvOptions = {}): string {
  return toCsv(documents.flatMap(performanceRecords), PERFORMANCE_COLUMNS, options)
}
