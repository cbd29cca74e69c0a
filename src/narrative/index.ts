/** The narrative of a disclosure as data: every figure in its prose with the quantity it names. */
import type { GridCell } from '../grid/types.ts'
import type { Check, Document, Finding, Found, Performance, Statement, Table } from '../model.ts'
import { toLines } from '../page/lines.ts'
import { squash } from '../template/words.ts'
import { checkNarrative } from './check.ts'
import type { NarrativeVocabulary } from './define.ts'
import { toTableLines } from './lines.ts'
import { type Grammar, toGrammar } from './phrase.ts'
import { cellParagraph, type Paragraph, type ProsePage, toParagraphs } from './prose.ts'
import { announced, headingSubject, readParagraph } from './read.ts'
import { isLevel, type Reading, type Situation } from './state.ts'
import { type Dictionary, toDictionary } from './subject.ts'

/** What the rest of the document says of itself. */
export interface Circumstances {
  facts: Pick<Document['document'], 'kind' | 'entity' | 'fiscal_year'>
  tables: readonly Table[]
  performance: { forms: readonly Performance[]; prose: readonly (readonly GridCell[])[] }
}

export interface Told {
  /** Counts the prose names, for the description of the document. */
  facts: Pick<Document['document'], 'institutions' | 'staff' | 'vehicles' | 'equipment'>
  statements: Statement[]
  checks: Check[]
  findings: Finding[]
}

/** A heading has no more letters than this. */
const HEADING = 45

/** Reads the prose of a document and compares it with the tables and forms. */
export function tell(pages: readonly ProsePage[], circumstances: Circumstances, vocabulary: NarrativeVocabulary): Told {
  const grammar = toGrammar(vocabulary)
  const lines = toTableLines(circumstances.tables, vocabulary)
  const dictionary = toDictionary(vocabulary, vocabulary.quantities, grammar, lines)
  const paragraphs = toParagraphs(pages)
  const situation = situationOf(circumstances, dictionary)
  const { kind, year, tables } = situation
  const readings = [...readProse(paragraphs, situation, vocabulary), ...readForms(circumstances, vocabulary, grammar)]
  const evidence = { readings, paragraphs, tables, forms: circumstances.performance.forms, kind, year }
  return {
    facts: factsOf(readings),
    statements: readings.map((r) => r.statement),
    ...checkNarrative(evidence, vocabulary, dictionary),
  }
}

function factsOf(readings: readonly Reading[]): Told['facts'] {
  const count = (name: string): Found => {
    const found = readings.find((r) => r.subject.name === name && r.relation === 'level' && r.figure?.kind === 'count')
    const { value, page, quote } = found?.statement ?? {}
    return value && page && quote ? { value, page, quote } : null
  }
  return {
    institutions: count('institutions'),
    staff: count('staff'),
    vehicles: count('vehicles'),
    equipment: count('equipment_over_1_million'),
  }
}

function readProse(paragraphs: readonly Paragraph[], situation: Situation, vocabulary: NarrativeVocabulary): Reading[] {
  const out: Reading[] = []
  const outline = new Outline(vocabulary)
  const parts = new Parts()
  for (const paragraph of paragraphs) {
    if (outline.enter(paragraph)) {
      situation.chapter = outline.chapter
      situation.scope = vocabulary.chapters.find((c) => c.id === outline.chapter) ?? null
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

function situationOf(circumstances: Circumstances, dictionary: Dictionary): Situation {
  const { kind, fiscal_year, entity } = circumstances.facts
  return {
    kind: kind?.value === 'budget' ? 'budget' : 'accounts',
    year: fiscal_year ? Number(fiscal_year.value) : null,
    entity: entity && squash(entity.value),
    chapter: '',
    scope: null,
    apart: false,
    tables: circumstances.tables,
    dictionary,
    whole: null,
    previous: null,
    heading: null,
    form: null,
  }
}

/** The prose in the boxes of performance forms speaks of its project and of no table. */
function readForms(circumstances: Circumstances, vocabulary: NarrativeVocabulary, grammar: Grammar): Reading[] {
  const counted = vocabulary.quantities.filter((q) => q.after)
  const dictionary = toDictionary(vocabulary, [...vocabulary.forms, ...counted], grammar, toTableLines([], vocabulary))
  return circumstances.performance.forms.flatMap((form, i) => {
    const situation = situationOf({ ...circumstances, tables: [] }, dictionary)
    situation.chapter = 'form'
    situation.apart = true
    situation.form = `performance/${form.project ?? i + 1}`
    if (form.year) situation.year = form.year
    const boxes = circumstances.performance.prose[i] ?? []
    return boxes.flatMap((cell) => readParagraph(cellParagraph(toLines(cell.glyphs), cell.page), situation))
  })
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
    if (text.length > HEADING || /[，。；,;]|原因|\d(万元|元|%)/.test(paragraph.text)) return false
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
