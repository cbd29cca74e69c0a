/**
 * Prose that agrees with its tables contradicts nothing, in the wordings of many provinces, and every figure is
 * compared with its own cell: an altered one is found. In the `.txt` files `{table/row/column}` is the amount of a
 * cell and `{%cell÷cell}` the share of one in the other.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Decimal } from 'decimal.js'
import { describe, expect, it } from 'vitest'
import type { Table } from '../../src/model.ts'
import { accounts, budget } from './department.ts'
import { type Telling, told } from './told.ts'

type Kind = Telling['kind']

function cases(file: string, kind: Kind, tables: readonly Table[]): [name: string, Document][] {
  const blocks = readFileSync(join(import.meta.dirname, file), 'utf8')
    .split(/^# /m)
    .slice(1)
  return blocks.map((block) => {
    const [name = '', ...lines] = block.split('\n').filter((line) => line.trim() !== '')
    return [name, { kind, tables, text: lines.join('\n') }]
  })
}

interface Document {
  kind: Kind
  tables: readonly Table[]
  text: string
}

const PLACE = /\{(%?)([^{}]+)\}/g

/** The text with its figures, or with another first digit in each. */
function filled({ tables, text }: Document, altered = false): { text: string; cells: string[]; shares: number } {
  const cells: string[] = []
  let shares = 0
  const written = text.replace(PLACE, (_, share: string, words: string) => {
    if (share === '') {
      const value = printed(words, tables)
      cells.push(words)
      return `${altered ? otherDigit(value) : value}万元`
    }
    shares++
    const [part, whole] = words.split('÷').map((w) => new Decimal(printed(w, tables)))
    return `${part!.dividedBy(whole!).times(100).toFixed(2)}%`
  })
  return { text: written, cells, shares }
}

function otherDigit(value: string): string {
  return `${value.startsWith('9') ? '8' : Number(value[0]) + 1}${value.slice(1)}`
}

function printed(place: string, tables: readonly Table[]): string {
  const [table, row, column] = [place.split('/')[0], place.split('/').slice(1, -1).join('/'), place.split('/').at(-1)]
  const value = tables.find((t) => t.id === table)?.rows.find((r) => r.key === row)?.cells[column ?? '']?.value
  if (!value) throw new Error(`no cell ${place}`)
  return value
}

const read = (document: Document, text: string) =>
  told({ kind: document.kind, year: 2023, text, tables: document.tables })

describe.each([
  ...cases('agreeing-accounts.txt', 'final-accounts', accounts),
  ...cases('agreeing-budgets.txt', 'budget', budget),
])('%s', (_, document) => {
  const { text, cells, shares } = filled(document)

  it('says each amount of its cell and contradicts nothing', () => {
    const { statements, checks } = read(document, text)
    expect(checks.filter((c) => c.result === 'violated').map((c) => c.id)).toEqual([])
    const values = (places: readonly string[]) => places.map((place) => printed(place, document.tables))
    const compared = checks.filter((c) => c.rule === 'narrative-cell').map((c) => c.terms[0]!.statement!)
    const said = compared.map((index) => statements[index]!.value!)
    expect(said).toEqual(expect.arrayContaining(values(cells)))
    expect(compared.length).toBeGreaterThanOrEqual(cells.length)
    const rates = checks.filter((c) => /share|completion/.test(c.rule) && /holds|rounding/.test(c.result))
    expect(rates.length).toBeGreaterThanOrEqual(shares - 1)
  })

  it('contradicts its tables where figures are other ones', () => {
    const { checks } = read(document, filled(document, true).text)
    const seen = checks.filter((c) => c.rule === 'narrative-cell' && c.result === 'violated')
    expect(seen.length).toBeGreaterThanOrEqual(cells.length)
  })
})
