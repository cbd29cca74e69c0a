/**
 * How disclosures speak of their figures, as data: which words name which quantity. The lists stand
 * in `extractors/narrative/`; the reader is handed them and knows no word of its own.
 */

/** Whose figure an amount is: what was planned at the start, after changes, what was spent. */
export type Role = 'initial' | 'adjusted' | 'budget' | 'executed' | 'actual'

export type Direction = '增加' | '减少' | '增长' | '下降' | '持平' | '大于' | '小于' | '等于'

/** A place in a table where a quantity stands. */
export interface Reference {
  /** Chapters in which the words mean this place; everywhere if absent. */
  in?: readonly string[]
  /** `table/row/column`. Several rows, divided by `|`, are tried in turn: forms differ in them; `*` is the only line. */
  at: string
  /** The table is a custom of some provinces: without it in the document the quantity has its own name. */
  ifPrinted?: true
  /** The place of the total that it is a part of, where its own line prints none. */
  within?: string
  /** Where more of its rows have an amount, it is none of them. */
  alone?: true
  /** Columns of the same row for other roles, where the form prints them. */
  roles?: Partial<Record<Role, string>>
}

export interface Quantity {
  /** Its name where no table holds it: English, lower case, `parent/child`. */
  name: string
  /**
   * Noun phrases that mean it, whole, without spaces, quotation marks, year and the unit's name.
   * `*` stands for any characters.
   */
  words: readonly string[]
  /** Names that mean it at the head of a sentence or of a part of one; further on they take up what was named. */
  opening?: Partial<Record<'accounts' | 'budget', readonly string[]>>
  /** Shorter names that mean it once a paragraph speaks of it. */
  short?: readonly string[]
  /** Only as a part of one of these; its name is then `parent/name`. References hold for the first. */
  of?: readonly string[]
  /** Totals of which it is a line of its own: 含 in brackets behind one of these means all of it. */
  wholeIn?: readonly string[]
  /** What a share of it may be of all the same: 占总支出 is mostly of what was spent in the year. */
  shares?: string
  /** The words mean it in documents of this kind only. */
  only?: 'accounts' | 'budget'
  accounts?: readonly Reference[]
  budget?: readonly Reference[]
  /** Words of a clause without a figure after which it is spoken of: 全面开展绩效自评，…. */
  scene?: readonly string[]
  /** Words that follow the figure instead of preceding it: 3 个**项目自评等级为优**. */
  after?: readonly string[]
  /** What numbers of these units mean after the quantity was named: 接待费 … 共 3 批次. */
  counts?: Readonly<Record<string, string>>
  /** Parts that are all of it where all of these are told; a single one closes a list of them (其他用车). */
  madeOf?: readonly string[]
  /** There may be several of it, of which no two figures need be the same: values of things. */
  several?: true
  /** It is a count: its figure carries one of these units and no other. */
  units?: readonly string[]
  /** What is told as its parts is not what the tables hold under that name: 机关运行经费 30 万元，主要用于会议费 3 万元. */
  ownParts?: true | readonly string[]
  /**
   * The column in which tables of lines have it. 行政运行 30 万元，其中：项目支出 5 万元 is the line’s own, and so is a line
   * told as a part of it: 项目支出 90 万元，其中：教育支出 5 万元.
   */
  column?: string
}

export interface Chapter {
  id: string
  /** Quantities that it is about: in it their parts need no whole named before. */
  about?: readonly string[]
  /** Words of its heading. The chapter with the longest words in a heading is it. */
  words: readonly string[]
  /** A heading with its words below one of these chapters goes on with that: 财政拨款支出决算结构 of 一般公共预算. */
  within?: readonly string[]
  /** Its words win over any longer ones: 三公经费 in 三公经费支出决算情况. */
  narrow?: true
  /** The only tables that are meant in it: what is named of others is told by nothing (一般公共预算支出 in a list of 三公). */
  tables?: readonly string[]
  /** Names of its fund: before a quantity they say nothing in it. */
  leads?: readonly string[]
}

/** Lines of a table that the prose names by their labels. */
export interface Labels {
  in: readonly string[]
  kind: 'accounts' | 'budget'
  /** Tables to look in, `table/column`, first choice first. */
  tables: readonly string[]
  /** Then tables of more money than the chapter speaks of: another figure there contradicts nothing. */
  wider?: readonly string[]
}

/** A list that should name exactly the lines of a table that hold an amount. */
export interface Listing {
  in: readonly string[]
  /** The quantity the list explains. */
  of: string
  tables: readonly string[]
  /** Codes of the lines begin with one of these. */
  codes: readonly string[]
}

/** What the words of a base say of the figure that something is compared with. */
export interface BaseWords {
  spent: RegExp
  planned: RegExp
  /** 预算数 at its end, which tells which plan before it. */
  plannedEnd: RegExp
  initial: RegExp
  adjusted: RegExp
  /** How words of an earlier year begin that name none. */
  before: RegExp
  /** The year before without its name. */
  unnamed: RegExp
  /** What stands behind the figure that something is compared with. */
  compared: RegExp
}

/** What a name may be written without, or otherwise, and mean the same. */
export interface LooseNames {
  /** Both sides of a summary at once, however they are joined. */
  both: { written: RegExp; as: string }
  /** Words that say what the document is about. */
  about: Record<'accounts' | 'budget', RegExp>
  /** Words that say of what year a figure is. A name that begins with them may mean another thing without. */
  ofYear: string
  /** Letters between two words of a name. */
  joined: string
}

export interface NarrativeVocabulary {
  chapters: readonly Chapter[]
  quantities: readonly Quantity[]
  /** What the texts of a self-evaluation form speak of. */
  forms: readonly Quantity[]
  labels: readonly Labels[]
  listings: readonly Listing[]
  /** Other names of table lines: label of the form → names in prose. */
  aliases: Readonly<Record<string, readonly string[]>>
  /** Units of counts, longest first. */
  countUnits: readonly string[]
  roles: Readonly<Record<Role, readonly string[]>>
  directions: Readonly<Record<Direction, readonly string[]>>
  /** Words of a change that do not say which: 较上年增减0万元. */
  eitherWay: readonly string[]
  /** Rates whose sign says which way, and what they are of: 预决算差异率-2.84%. */
  deviations: readonly string[]
  deviatesFrom: string
  /** Words of what is larger than a budget, before the budget: 超出年初预算5万元. */
  exceeding: readonly string[]
  /** Words of direction that may stand before what changes; others begin names (新增, 提高). */
  changing: readonly string[]
  /** The same figure as before: 持平, 相同. */
  same: readonly string[]
  /** Times and figures that something is compared with; a base is one of the first, then one of the second or nothing. */
  baseTimes: readonly string[]
  /** What the year before is called beside its number, and the document's own. */
  earlierYear: readonly string[]
  ownYear: readonly string[]
  /** Behind a year, and of the same: 同期. */
  samePeriod: readonly string[]
  /** Names that begin with one of these and are others without it; `*` stands for any characters. */
  yearNames: readonly string[]
  baseFigures: readonly string[]
  /** What says alone how much was spent of a plan, and what it is of then. */
  completed: readonly string[]
  completedOf: string
  bases: BaseWords
  loose: LooseNames
  /** Names of what was spent and of what was planned where sentences say which is the larger. */
  ordered: { spent: RegExp; planned: RegExp }
  /** Words that open a clause and are no part of any name. */
  openers: readonly string[]
  /** Verbs between a name and its figure. */
  verbs: readonly string[]
  /** Words before and after a name that say nothing about what it is. */
  leads: readonly string[]
  tails: readonly string[]
  /** In explanations a name nobody knows is told only if it holds one of these: 培训项目, 人员工资. */
  money: readonly string[]
  /** Words that explain: behind them other things are spoken of. */
  explaining: readonly string[]
  /** Words at whose end parts of the figure before begin, and those after which a name begins anew. */
  dividing: readonly string[]
  /** What a whole is divided by anew, behind 按; words that divide all the paragraph tells of, or what ； ends. */
  divisions: readonly string[]
  allOf: readonly string[]
  spending: readonly string[]
  renaming: readonly string[]
  /** The sum of a list, said again at its end. */
  sums: readonly string[]
  /** How names of organisations end, and headings. */
  organisations: readonly string[]
  titles: readonly string[]
  /** How titles of tables end. */
  tableTitles: readonly string[]
  /** Words of figures that have no parts: averages (人均) and savings. */
  averages: readonly string[]
  /** Words of what may be below nought: balances and differences. */
  signed: readonly string[]
  /** Words that stand for the quantity named before. */
  pronouns: readonly string[]
  /** Enumerations that are one phrase: 收、支. */
  unbroken: readonly string[]
  /** Headings of chapters that hold no figures of the document: 名词解释. */
  skip: readonly string[]
  /** Words of funds and of wholes: figures of one name that sentences tell of different ones are not the same. */
  scopes: readonly string[]
  /** Chapters on single projects: words there do not mean the figures of the tables. */
  apart: readonly string[]
}
