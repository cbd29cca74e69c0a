/** The words that the forms are known to print. */
import { memoised, memoisedBy } from '../memo.ts'
import { printable } from './around/title.ts'
import type { HeaderVocabulary } from './columns/header.ts'
import { isSpelled } from './columns/spelled.ts'
import { type Known, toLexicon } from './scanned/words.ts'
import type { Forms } from './tables.ts'
import { squash, wildcard } from './words.ts'

/** Header patterns of all templates and roles together, level by level. */
function headerPatterns({ templates, roles }: Forms): Set<string> {
  const patterns = new Set<string>()
  const seen = new Set<readonly string[]>()
  const add = (lists: Iterable<readonly string[]>) => {
    for (const list of lists) {
      // Templates share most of their lists.
      if (seen.has(list)) continue
      seen.add(list)
      for (const pattern of list)
        if (!pattern.includes('/')) patterns.add(pattern)
        else for (const part of pattern.split('/')) patterns.add(part)
    }
  }
  add(Object.values(roles))
  for (const t of templates) {
    for (const columns of [t.columns, t.labels, t.texts, ...(t.prefixes ?? []), ...(t.suffixes ?? [])])
      add(Object.values(columns ?? {}))
    if (t.rows.by === 'unit') add([t.rows.values])
    if (t.rows.by !== 'side') continue
    for (const side of Object.values(t.rows.sides)) add([side.head, ...Object.values(side.columns)])
  }
  patterns.delete('*')
  return patterns
}

/** Says of a word whether some form has it as a header. */
export const headerVocabulary = memoisedBy((forms: Forms): HeaderVocabulary => {
  const patterns = [...headerPatterns(forms)]
  const plain = new Set(patterns.filter((p) => !p.includes('*')).map(squash))
  const open = patterns.filter((p) => p.includes('*')).map(wildcard)
  const knows = (word: string) => plain.has(word) || open.some((isLike) => isLike(word))
  return memoised((word) => knows(word) || isSpelled(word, forms.language, knows))
})

/** A header of which fewer characters are fixed is known by its pattern only. */
const FIXED = 2

/** What the forms print, for putting right what OCR read badly. */
export function knownWords(forms: Forms, isHeader: HeaderVocabulary): Known {
  return { ...lexicons(forms), isHeader, misread: forms.language.misread }
}

const lexicons = memoisedBy((forms: Forms): Pick<Known, 'words' | 'titles'> => {
  // What may stand before or after (科目代码*) mostly does not.
  const headers = [...headerPatterns(forms)]
    .map((p) => p.replace(/^\*|\*$/g, ''))
    .filter((p) => !p.includes('*') && p.length >= FIXED)
  const names = Object.values(forms.subjects).flatMap((list) => Object.values(list).flat())
  return {
    words: toLexicon([...headers, ...names, ...(forms.lines ?? [])]),
    titles: toLexicon(forms.templates.flatMap((t) => t.titles.map(printable))),
  }
})
