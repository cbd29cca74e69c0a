/** The narrative of a disclosure as data: every figure in its prose with the quantity it names. */
import type { GridCell } from '../grid/types.ts'
import { memoisedBy, once } from '../memo.ts'
import type { Check, Document, Finding, Found, Performance, Statement, Table } from '../model.ts'
import { toLines } from '../page/lines.ts'
import { squash } from '../template/words.ts'
import { checkNarrative } from './comparisons/check.ts'
import type { NarrativeVocabulary } from './define.ts'
import { type Dictionary, toDictionary } from './dictionary.ts'
import { toTableLines } from './lines.ts'
import { depthOf, Outline } from './outline.ts'
import { type Grammar, toGrammar } from './phrase.ts'
import { cellParagraph, type Paragraph, type ProsePage, toParagraphs } from './prose.ts'
import { announced, readParagraph, titleSubject } from './read.ts'
import { here, isLevel, isOwn, newState, type Reading, type Situation } from './state.ts'
import { type Subject, subjectOf } from './subject.ts'

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

/** 1.一般公共服务支出（类）档案事务（款）行政运行（项）。 on a line of its own has no more letters than this. */
const ITEM = 80
/** 公务用车购置及运行维护费 alone on its line: a name has no more letters. */
const NAME = 20

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
    const before = outline.chapter
    const isHeading = outline.enter(paragraph)
    if (isHeading || outline.chapter !== before) {
      situation.chapter = outline.chapter
      situation.scope = vocabulary.chapters.find((c) => c.id === outline.chapter) ?? null
      situation.apart = vocabulary.apart.includes(outline.chapter)
      parts.clear()
      situation.heading = isHeading ? once(() => titleSubject(paragraph, situation)) : noHeading
      situation.titled = isHeading ? paragraph.text : ''
    }
    if (isHeading) situation.opening = null
    if (isHeading || outline.silent) continue
    const depth = depthOf(squash(paragraph.text))
    situation.whole = parts.before(depth)
    const readings = readParagraph(paragraph, situation)
    out.push(...readings)
    if (readings.length === 0 && isItem(paragraph, depth, situation)) {
      situation.heading = once(() => titleSubject(paragraph, situation))
      situation.titled = paragraph.text
    }
    parts.enter(depth, announced(paragraph, readings))
    situation.opening = depth === null ? openingOf(readings, situation) : null
    situation.previous = readings.findLast((r) => isLevel(r) && isOwn(r)) ?? null
  }
  return out
}

/** A comparison alone goes on with the same. */
function openingOf(readings: readonly Reading[], situation: Situation): Subject | null {
  const first = readings.find(isLevel)
  if (first) return isOwn(first) ? first.subject : null
  return readings.length > 0 ? situation.opening : null
}

/** A number and a name, or the name of a quantity alone on its line: 公务接待费. */
function isItem({ text }: Paragraph, depth: number | null, situation: Situation): boolean {
  if (depth !== null) return text.length <= ITEM
  if (text.length > NAME || /[，。；：,;:\d]/.test(text)) return false
  return subjectOf(text, here(newState(situation), situation), situation.dictionary)?.quantity != null
}

const noHeading = () => null

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
    opening: null,
    heading: noHeading,
    titled: '',
    form: null,
  }
}

const namedInForms = memoisedBy((vocabulary: NarrativeVocabulary) => [
  ...vocabulary.forms,
  ...vocabulary.quantities.filter((q) => q.after),
])

/** The prose in the boxes of performance forms speaks of its project and of no table. */
function readForms(circumstances: Circumstances, vocabulary: NarrativeVocabulary, grammar: Grammar): Reading[] {
  const dictionary = toDictionary(vocabulary, namedInForms(vocabulary), grammar, toTableLines([], vocabulary))
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
