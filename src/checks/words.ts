/** A check in words: as the form prints its places for readers of Chinese, by their ids for others. */
import type { Row, Table } from '../model.ts'
import { squash } from '../template/words.ts'

export interface Words {
  zh: string
  en: string
}

/** A term of a sum, with its sign. */
export interface Named extends Words {
  sign?: 1 | -1
}

/** Sums of more terms than this are named by their first and last one. */
const LISTED = 6

/** `of` = `terms`, in `place` where that is said apart. */
export function sumWords(of: Words, terms: readonly Named[], place?: Words): Words {
  return {
    zh: `${of.zh} = ${join(terms, 'zh', ' 至 ', '各项之和')}${place ? `（${place.zh}）` : ''}`,
    en: `${of.en} = ${join(terms, 'en', ' … ', '')}${place ? ` (${place.en})` : ''}`,
  }
}

function join(terms: readonly Named[], language: keyof Words, to: string, all: string): string {
  if (terms.length > LISTED) return `${terms[0]![language]}${to}${terms.at(-1)![language]}${all && ` ${all}`}`
  return terms
    .map((t, i) => `${i > 0 ? (t.sign === -1 ? ' − ' : ' + ') : t.sign === -1 ? '−' : ''}${t[language]}`)
    .join('')
}

export function rowWords(row: Row): Words {
  const label = squash(row.label)
  return { zh: row.code && label ? `${row.code} ${label}` : label || row.key, en: row.key }
}

export function columnWords(table: Table, id: string): Words {
  const header = table.columns.find((c) => c.id === id)?.header ?? []
  const last = squash(header.at(-1) ?? '')
  // 小计 alone does not say of what.
  const path = /^(合计|小计|金额|.*数)$/.test(last) ? header.slice(-2) : header.slice(-1)
  return { zh: path.map((h) => squash(h)).join('·') || id, en: id }
}

export function tableWords(table: Table): Words {
  return { zh: `《${table.title.replace(/\s+/g, '') || table.id}》`, en: table.id }
}

/** The place of one cell in a table that is named, too. */
export function cellWords(table: Table, row: Row, column: string): Words {
  const [t, r, c] = [tableWords(table), rowWords(row), columnWords(table, column)]
  return { zh: `${t.zh}${r.zh}·${c.zh}`, en: `${t.en} ${r.en} ${c.en}` }
}
