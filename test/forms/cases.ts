/** The cases in cases/*.txt: `==== name`, the form as drawn, `→`, what must come out of it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Case {
  file: string
  name: string
  form: string
  expected: string
}

const FOLDER = join(import.meta.dirname, 'cases')

export function allCases(): Case[] {
  return readdirSync(FOLDER)
    .sort()
    .flatMap((file) => casesOf(file, readFileSync(join(FOLDER, file), 'utf8')))
}

export function casesOf(file: string, text: string): Case[] {
  const [, ...parts] = `\n${text}`.split(/\n==== /)
  return parts.map((part) => {
    const name = part.slice(0, part.indexOf('\n')).trim()
    const [form = '', expected = ''] = part.slice(name.length).split('\n→\n')
    return { file, name, form, expected: expected.trim() }
  })
}
