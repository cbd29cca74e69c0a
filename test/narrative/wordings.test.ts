/**
 * The same things are said in other words elsewhere: what the reader makes of them, right or nothing.
 * In the `.txt` files a case is its name behind `#`, paragraphs of fictional prose, and behind `=` what
 * they say, in the order of the text and the notation of `notation`.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { notation, told } from './told.ts'

function cases(file: string): [name: string, text: string, says: string[]][] {
  const blocks = readFileSync(join(import.meta.dirname, file), 'utf8')
    .split(/^# /m)
    .slice(1)
  return blocks.map((block) => {
    const [name = '', ...lines] = block.split('\n').filter((line) => line.trim() !== '')
    const says = lines.filter((line) => line.startsWith('  = ')).map((line) => line.slice(4))
    return [name, lines.filter((line) => !line.startsWith('  = ')).join('\n'), says]
  })
}

describe('final accounts for 2023', () => {
  it.each([...cases('final-accounts.txt'), ...cases('provinces-accounts.txt')])('%s', (_, text, says) => {
    const { statements } = told({ kind: 'final-accounts', year: 2023, text })
    expect(statements.map((s) => notation(s, 2023))).toEqual(says)
  })
})

describe('budgets for 2024', () => {
  it.each([...cases('budgets.txt'), ...cases('provinces-budgets.txt')])('%s', (_, text, says) => {
    const { statements } = told({ kind: 'budget', year: 2024, text })
    expect(statements.map((s) => notation(s, 2024))).toEqual(says)
  })
})
