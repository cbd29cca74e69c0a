/** Where in the document we are, by the headings passed. */
import { countOf } from '../template/lines/parents.ts'
import { squash } from '../template/words.ts'
import type { NarrativeVocabulary } from './define.ts'
import type { Paragraph } from './prose.ts'

/** A heading has no more letters than this. */
const HEADING = 45

/** 一般公共服务支出(201类)档案事务(26款)行政运行(01项), 行政运行(2012601): lines of a table, whatever they are numbered with. */
const LINE = /\(\d*类\).*\(\d*[款项]\)|(?<!\d)\d{7}(?![\d年万亿元])/

interface Part {
  depth: number
  /** What its heading is numbered with. */
  number: number | null
  chapter: string
  silent: boolean
  /** It is the title of a table. */
  table: boolean
}

export class Outline {
  readonly #vocabulary: NarrativeVocabulary
  /** The chapters we are in, outermost first. */
  #parts: Part[] = []
  /** A list within the chapter whose lines are numbered as the headings are, and how far it has come. */
  #list: { depth: number; number: number } | null = null
  /** The paragraph before ends with a colon. */
  #announced = false

  constructor(vocabulary: NarrativeVocabulary) {
    this.#vocabulary = vocabulary
  }

  get chapter(): string {
    return this.#parts.at(-1)?.chapter ?? ''
  }

  /** Nothing is told here: words are defined, tasks are listed. */
  get silent(): boolean {
    return this.#parts.at(-1)?.silent ?? false
  }

  /** Whether a paragraph is a heading and no more; it, or what stands before its text, may begin a chapter. */
  enter(paragraph: Paragraph): boolean {
    const text = squash(paragraph.text)
    if (LINE.test(text)) return false
    const depth = depthOf(text)
    const alone = isHeading(paragraph.text, text, depth)
    if (this.#isListed(text, depth)) return alone
    if (!alone) {
      if (depth !== null) this.#enterWithText(text, depth)
      return false
    }
    const chapter = this.#find(text)
    if (depth === null && !this.#isTitled(text) && chapter === null) return false
    this.#begin(text, chapter, depth)
    return true
  }

  /** （六）“三公”经费 …，其中： （一）因公出国费 …: a list below a heading that begins anew in the style of the heading's own number. */
  #isListed(text: string, depth: number | null): boolean {
    const announced = this.#announced
    this.#announced = /[:：]$/.test(text)
    const number = numberOf(text)
    if (depth === null || number === null) return false
    const around = this.#parts.at(-1)
    const isNext = this.#list?.depth === depth && this.#list.number + 1 === number
    const begins = announced && number === 1 && around?.depth === depth && around.number !== null
    // （七）机关运行经费 goes on with the headings, be it that the list is as long as they are.
    const isHeadings = around?.number === number - 1 && number > 1 && this.#find(wordsOf(text)) !== null
    this.#list = (isNext && !isHeadings) || begins ? { depth, number } : null
    return this.#list !== null
  }

  /** （二）政府采购支出情况。2023年度…: the heading stands on the line of its text. */
  #enterWithText(text: string, depth: number): void {
    const head = /^[^。:：，,；]{1,45}?(?=[。:：])/.exec(text)?.[0]
    const titled = head !== undefined && this.#isTitled(head)
    const inside = this.#parts.at(-1)?.depth ?? 0
    if (titled) this.#begin(head, this.#find(head), depth)
    else if (depth <= inside) this.#begin('', this.#find(wordsOf(text)), depth, numberOf(text))
  }

  /** A heading ends what stands as deep; one that names no chapter goes on with the one around it. */
  #begin(text: string, chapter: string | null, depth: number | null, number = numberOf(text)): void {
    const silent = this.#vocabulary.skip.some((word) => text.includes(word))
    // 一、单位基本情况 behind the tables stands below none of their titles.
    if (depth !== null) this.#parts = this.#parts.filter((part) => !part.table)
    const last = this.#parts.at(-1)
    if (chapter === null && depth !== null && depth > (last?.depth ?? 0) && !silent) return
    this.#parts = this.#parts.filter((part) => part.depth < (depth ?? 0))
    const around = this.#parts.at(-1)?.chapter ?? ''
    const within = this.#vocabulary.chapters.find((c) => c.id === chapter)?.within?.includes(around)
    const table = depth === null && this.#vocabulary.tableTitles.some((word) => text.endsWith(word))
    this.#parts.push({ depth: depth ?? 0, number, chapter: within ? around : (chapter ?? around), silent, table })
  }

  /** Headings are called so; without a number only these are ones. */
  #isTitled(text: string): boolean {
    return this.#vocabulary.titles.some((word) => text.endsWith(word))
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

function isHeading(printed: string, text: string, depth: number | null): boolean {
  if (text.length > HEADING || /[，。；,;]|原因|\d(万元|元|%)/.test(printed)) return false
  return depth === null || !/:/.test(text)
}

/** 第一部分 0, 一、 1, （一） 2, 1. 3, (1) 4; null without a number. */
export function depthOf(text: string): number | null {
  if (/^第[一二三四五六七八九十]+(部分|章)/.test(text)) return 0
  if (/^[一二三四五六七八九十]+[、.]/.test(text)) return 1
  if (/^\([一二三四五六七八九十]+\)/.test(text)) return 2
  if (/^\d{1,2}[、.](?!\d)/.test(text)) return 3
  return /^\(\d{1,2}\)/.test(text) ? 4 : null
}

/** What a paragraph begins with behind its number, up to the first figure. */
function wordsOf(text: string): string {
  return /^\D{0,45}/.exec(text.replace(/^[^、.)]*[、.)]/, ''))![0]
}

/** The number that a paragraph begins with: （十二） is 12; null without one. */
function numberOf(text: string): number | null {
  const enumerator = /^[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）、.]/.exec(text)
  return enumerator && countOf(enumerator[0])
}
