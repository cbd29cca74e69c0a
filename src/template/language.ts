/**
 * The words of the field that no single form owns, as data: how headers, titles, lines and units are worded. The engine
 * is handed them (`extractors/vocabulary/language.ts`); templates say the rest.
 */
import type { TableTemplate } from './define.ts'

/**
 * Code → its names, newest first, for each classification: functional (201…), economic of departments
 * (301…) and economic of governments (501…).
 */
export type Subjects = Record<'functional' | 'economic' | 'government-economic', Record<string, readonly string[]>>

/** What a header looks like, with or without 上年 before it, and what stands for it. */
export type Spelling = readonly [RegExp, string]

/** By what words sums between lines are told. */
export interface SumWords {
  /** Names of the sides of a summary; the last divides the spending once more. */
  income: string
  expenditure: string
  purpose: string
  /** Lines that are the sum of a side, that of the year alone, and what is carried over, which stands between the two. */
  grand: RegExp
  ofYear: RegExp
  carried: RegExp
  /** How a line ends that is a sum of others. */
  subtotal: RegExp
  /** What the sums of both sides are called, which are the same. */
  totals: Record<'income' | 'expenditure', { zh: string; en: string }>
  /** First digits of the codes of classifications that divide the same money. */
  classifications: readonly string[]
}

/** Levels of government. */
export type AdministrativeLevel = 'central' | 'province' | 'city' | 'county' | 'township'

/** How headers and titles of the field are worded, where no template says it. */
export interface FieldLanguage {
  /** Names of the funds: one that every title of a template carries tells nothing over its columns. */
  funds: readonly string[]
  /** Headers that say no more than that the form's own figures stand below them. */
  neutral: RegExp
  /** Headers over what changed since last year. */
  compared: RegExp
  total: RegExp
  /** Such a total that mostly stands below a header of its own: 小计. */
  subtotal: RegExp
  /** What a label of spending may end with: 支出合计 and 基本支出数 are of 支出. */
  totalEnd: RegExp
  /** What headers of a year begin with, and those of the document's own. */
  ofYear: RegExp
  ownYear: RegExp
  /** Headers below which nothing is the year's own money. */
  leftOver: RegExp
  /**
   * Headers that name money by where it comes from, the words of theirs that a title has otherwise or not at all, and
   * headers of what it is spent on.
   */
  money: { named: RegExp; filler: RegExp; spent: RegExp }
  /** Words that make another figure of what they stand with: no `*` of a column's pattern stands for them, … */
  apart: RegExp
  /** … and for these none of a prefix or suffix, either. */
  altered: RegExp
  /** Those of them that say so of all that stands below them, too. */
  alteredBelow: RegExp
  /** Words that do so by kind of template: what was carried out beside a budget, what was planned beside accounts. */
  otherStage: Record<TableTemplate['kind'], RegExp | null>
  /**
   * Headers in other words than the templates', and what those have for it, by kind of template; `below` another header
   * alone. A template's own patterns are written as they are compared.
   */
  spellings: Record<TableTemplate['kind'], readonly Spelling[]> & { below: Spelling }
  /** How titles of tables are worded and numbered, whatever the table. */
  titles: {
    /** Words that a title means the same without, and those that it does at its end. */
    filler: RegExp
    fillerBehind: RegExp
    /** The number of a table before its title, and forms of it behind or beside it. */
    number: RegExp
    /** What may be such a number without a word that says so, where what is behind it is a whole title. */
    bareNumber: RegExp
    numberBehind: readonly RegExp[]
    /** A unit of money in the line of the title. */
    unit: RegExp
    /** Words in a title, and what stands for them in its core. */
    same: readonly (readonly [RegExp, string])[]
    /** Letters that make another title of one: none that has such a one more is that title mistyped. */
    otherwise: RegExp
    /** The end of an entity's name that may stand before a title. */
    entityEnd: RegExp
    /** What a title calls a table, how a line ends that is the title of one, and a number that is none. */
    table: string
    ends: RegExp
    numberAlone: RegExp
    /** By what a title says that its lines are classified. */
    classifications: { functional: RegExp; economic: RegExp }
  }
  /** Words that say what figures are in, where that is no money. */
  units: {
    /** The unit in brackets behind a name: 车辆（辆）. */
    counted: RegExp
    /** Names of numbers of things behind which no unit is printed, and what is counted. */
    numbers: readonly (readonly [RegExp, string])[]
    /** Headers of figures that stand beside amounts and are none, and their unit. */
    measured: readonly (readonly [RegExp, string])[]
    /** A header over numbers of things where amounts have a column of their own beside it. */
    counts: RegExp
    /** A header over amounts, whatever is counted beside them. */
    money: RegExp
    /** A header over percentages. */
    rate: RegExp
  }
  /** What the words of a line say of where it stands. */
  lines: {
    /** Lines that close a table or a side, and those that carry over a side. */
    closing: RegExp
    carried: RegExp
    /** Lines that are a side's total without a word for it, over their parts. */
    whole: RegExp
    /** A balance: below it lines of its side come for the second time. */
    balance: RegExp
    /** What names of one thing in other words have in common: lines of one fund. */
    alike: readonly RegExp[]
    /** Lines that are part of the one above without being set in, and what that one is; of several, the first that fits tells. */
    parts: readonly { line: RegExp; of: RegExp }[]
    /** How lines and headers begin that are counted in what stands before them: 其中. */
    part: RegExp
    /** Lines of a summary that have no number though they are whole. */
    unnumbered: RegExp
  }
  sums: SumWords
  /** How a line begins in which a table is signed: 单位负责人：　填表人：　. */
  signature: RegExp
  /** How names of departments and units are told. */
  entities: {
    /** A line that begins with a name, which is its first group, and then says what the document is. */
    beforeKind: RegExp
    /** Names on a line of their own. */
    alone: RegExp
    /** A label beside a name in a form. */
    label: RegExp
    /** A department without the units below it, which is a unit of its own. */
    own: RegExp
  }
  /**
   * What readers of scans take words for that no word of the field is, what may stand before a title, and what the last
   * letter of a title is then.
   */
  misread: { words: readonly Spelling[]; beforeTitle: readonly RegExp[]; titleEnd: Spelling }
  /** Headers that stand beside 单位名称: no unit is called so. */
  noName: RegExp
  /** Headers of figures that are no more than the form's own, by kind of template. */
  ownFigure: Record<TableTemplate['kind'], RegExp>
  /** Headers of a year's own money, which beside what nobody knows is not all of it. */
  ownMoney: RegExp
  /** What tells a budget from accounts. */
  kinds: {
    /** Names that say nothing of it although they hold one of the words. */
    neutral: RegExp
    accounts: string
    budget: string
    /** Words of a title by which a disclosure is that of a department or of a unit, in the order in which they count. */
    ofUnit: RegExp
    ofDepartment: RegExp
    /** A line that names a disclosure itself: on the cover, above its parts, at the head of pages. */
    heading: RegExp
    /** Lines of a cover: what tells a disclosure and its year, and what stands on pages behind it alone. */
    cover: { told: RegExp; year: RegExp; behind: RegExp }
    /** What heads its contents. */
    contents: string
    /** How titles on a cover say of which level of government the entity is. */
    levels: readonly [RegExp, AdministrativeLevel][]
    /** Headers that are nothing but that of the amounts of one (预算数（万元）). */
    headers: { budget: RegExp; accounts: RegExp }
    /** Titles that only budgets have without a word for it. */
    budgetForm: RegExp
    /** What was spent, or how it was judged, is told of the year that is over. */
    afterwards: RegExp
    /** Titles of how a budget was carried out, or judged, are of none. */
    noBudget: RegExp
  }
}
