/** CSV text: the one place that writes it. */
import { stringify } from 'csv-stringify/sync'

export interface CsvOptions {
  /** Byte order mark, which spreadsheets need to read Chinese. */
  bom?: boolean
  /** False leaves the header line out, to append to a file that has one. */
  header?: boolean
}

export function toCsv(
  records: readonly Readonly<Record<string, string>>[],
  columns: readonly string[],
  { bom = false, header = true }: CsvOptions = {},
): string {
  return stringify([...records], { header, columns: [...columns], bom })
}
