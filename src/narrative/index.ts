/** The narrative of a disclosure as data: every figure in its prose with the quantity it names. */
import type { Table } from '../model.ts'
import { squash } from '../template/words.ts'
import type { NarrativeVocabulary } from './define.ts'
import { toLines } from './lines.ts'
import { toGrammar } from './phrase.ts'
import { type Paragraph, type ProsePage, toParagraphs } from './prose.ts'
import { announced, headingSubject, isLevel, type Reading, readParagraph, type Situation } from './read.ts'
import { toDictionary } from './subject.ts'

export interface Circumstances {
  kind: 'final-accounts' | 'budget' | null
  year: number | null
  entity: string | null
  tables: readonly Table[]
}

/** A heading has no more letters than this. */
const HEADING = 45

export function readNarrative(
  pages: readonly ProsePage[],
  circumstances: Circumstances,
  vocabulary: NarrativeVocabulary,
): Reading[] {
  const paragraphs = toParagraphs(pages)
  const grammar = toGrammar(vocabulary)
  const dictionary = toDictionary(vocabulary, vocabulary.quantities, grammar, toLines(circumstances.tables, vocabulary))
  const situation: Situation = {
    kind: circumstances.kind === 'budget' ? 'budget' : 'accounts',
    year: circumstances.year,
    entity: circumstances.entity && squash(circumstances.entity),
    chapter: '',
    apart: false,
    previous: null,
    tables: circumstances.tables,
    dictionary,
    whole: null,
    heading: null,
  }
  const out: Reading[] = []
  const outline = new Outline(vocabulary)
  const parts = new Parts()
  for (const paragraph of paragraphs) {
    const heading = outline.enter(paragraph)
    if (heading) {
      situation.chapter = outline.chapter
      situation.apart = vocabulary.apart.includes(outline.chapter)
      parts.clear()
      situation.heading = headingSubject(paragraph.text)
      continue
    }
    if (outline.silent) continue
    const depth = depthOf(squash(paragraph.text))
    situation.whole = parts.before(depth)
    const readings = readParagraph(paragraph, situation)
    out.push(...readings)
    parts.enter(depth, announced(paragraph, readings))
    situation.previous = readings.findLast(isLevel) ?? null
  }
  return out
}

/** The wholes that paragraphs announced with 其中：, by the depth of their numbers. */
class Parts {
  #open: { depth: number; whole: Reading }[] = []

  clear(): void {
    this.#open = []
  }

  /** The whole a paragraph is a part of: one announced above it by a paragraph that stands higher. */
  before(depth: number | null): Reading | null {
    return this.#open.findLast((o) => depth === null || o.depth < depth)?.whole ?? null
  }

  /** A numbered paragraph closes what its equals announced, any other one what stands above all. */
  enter(depth: number | null, announced: Reading | null): void {
    if (depth !== null || announced) this.#open = this.#open.filter((o) => o.depth < (depth ?? 0))
    if (announced) this.#open.push({ depth: depth ?? 0, whole: announced })
  }
}

/** Where in the document we are, by the headings passed. */
class Outline {
  chapter = ''
  silent = false
  readonly #vocabulary: NarrativeVocabulary
  #depth = 0

  constructor(vocabulary: NarrativeVocabulary) {
    this.#vocabulary = vocabulary
  }

  /** Whether a paragraph is a heading; if so, the chapter is set to what it begins. */
  enter(paragraph: Paragraph): boolean {
    const text = squash(paragraph.text)
    if (text.length > HEADING || /[，。；,;]|\d(万元|元|%)/.test(paragraph.text)) return false
    const depth = depthOf(text)
    const chapter = this.#find(text)
    const titled = /(说明|情况|概况|安排|解释)$/.test(text)
    if (depth === null && !titled && !chapter) return false
    if (depth !== null && /:/.test(text)) return false
    const skipped = this.#vocabulary.skip.some((w) => text.includes(w))
    if (chapter === null && depth !== null && depth > this.#depth && !skipped) return true
    this.chapter = chapter ?? ''
    this.silent = skipped
    this.#depth = depth ?? 0
    return true
  }

  #find(text: string): string | null {
    let best: { id: string; weight: number } | null = null
    for (const { id, words, narrow } of this.#vocabulary.chapters)
      for (const word of words) {
        const weight = word.length + (narrow ? HEADING : 0)
        if (text.includes(word) && weight > (best?.weight ?? 0)) best = { id, weight }
      }
    return best?.id ?? null
  }
}

/** 第一部分 0, 一、 1, （一） 2, 1. 3, (1) 4; null without a number. */
function depthOf(text: string): number | null {
  if (/^第[一二三四五六七八九十]+(部分|章)/.test(text)) return 0
  if (/^[一二三四五六七八九十]+[、.]/.test(text)) return 1
  if (/^\([一二三四五六七八九十]+\)/.test(text)) return 2
  if (/^\d{1,2}[、.](?!\d)/.test(text)) return 3
  return /^\(\d{1,2}\)/.test(text) ? 4 : null
}
