/**
 * What a statutory table is, as data. One template a table stands in `extractors/`; the engine is
 * handed the list. A template is read by people who know the form: keep it that way.
 */

/**
 * How a column's header is known. The printed headers above a column, outer to inner, form its
 * path; a pattern names the end of it: `基本支出`, or `本年支出/小计` where the column's own header
 * is not enough (headers between the two may be left out). `*` stands for any characters, but for those of
 * `FieldLanguage.apart`, which a pattern must hold itself.
 * White space, years, brackets' width and a leading 其中： do not matter; beside headers of the document's own year those
 * of the year before are read as 上年…, and those of earlier ones keep their year.
 */
export type HeaderPattern = string

/** What a column holds besides values. The patterns for each stand in `extractors/vocabulary/headers.ts`. */
export type Role = 'code' | 'label' | 'line' | 'unit' | 'unit-code' | 'year' | 'order' | 'text'
export type Roles = Record<Role, readonly HeaderPattern[]>

/** Begins the id of a column that no template knows; its header follows. */
export const UNKNOWN = 'other:'

/** Column id → the headers it is printed under. */
export type Columns = Record<string, readonly HeaderPattern[]>

/** Prefix or suffix of a column id → the words that put it there. */
export type Affixes = Record<string, readonly HeaderPattern[]>

/** One side of a two-sided summary. */
export interface Side {
  /** Headers that span the side. */
  head: readonly HeaderPattern[]
  columns: Columns
  /** Labels that belong to this side wherever they are printed: totals below another block. */
  labels?: readonly string[]
}

export type Classification = 'functional' | 'economic'

/** What a row is, and so how its key is made (see docs/data.md). */
export type Rows =
  /** Lines of subject codes; several blocks of them may stand side by side. */
  | { by: 'code'; classification: Classification }
  /** Two or three sides, lines by their labels. */
  | { by: 'side'; sides: Record<string, Side> }
  /** Lines by their labels, below group labels where there are any. */
  | { by: 'label' }
  /** One line for the whole document, or one a sub-unit; may be printed turned, with the columns as lines. */
  | {
      by: 'unit'
      key: string
      /** Headers over the amounts where the items stand in lines. */
      values: readonly HeaderPattern[]
    }
  /** One record a line, known by its `labels`, with texts and amounts. */
  | { by: 'record' }

export interface TableTemplate {
  id: string
  kind: 'final-accounts' | 'budget' | 'any'
  /** The number the table carries in the form; a hint for readers, never used to recognise it. */
  number?: string
  /**
   * Usual titles. Compared without year, entity, number and filler words (see src/template/around/title.ts); a filler word
   * in brackets must stand in the printed title: `[部门]专项资金预算表`.
   */
  titles: readonly string[]
  /** A title that holds one of these words is ours even if it is none of `titles`. */
  titleHas?: readonly string[]
  /** A title that holds none of these words is never ours. */
  needs?: readonly string[]
  /** A title that holds one of these words is never ours. */
  unlike?: readonly string[]
  /**
   * What bears the title out where others have tables of the same: governments of the budget of a whole place,
   * associations and companies of their accounts. One is enough: a line with a subject code, a line that fits one
   * of `lines`, a column with one of these ids (whatever its prefix and suffix).
   */
  bornOut?: { lines?: readonly HeaderPattern[]; columns?: readonly string[] }
  rows: Rows
  /** Labels whose values count things and are no money. */
  counts?: readonly HeaderPattern[]
  /**
   * Value columns that nearly every print of the form has (`支出:total` on a side), where not all are expected: a table
   * is known the better the more of them it has, and `explain` names those that are not there.
   */
  expected?: readonly string[]
  /** Value columns. Empty for `by: 'side'`, where each side has its own. */
  columns: Columns
  /**
   * Words in a header path or at the head of a row that put a prefix before the column id; of each of
   * the groups at most one, in their order (`previous_` and then `budget_`). `{last}` is the year before, `{earlier}` the one
   * before that, `{year+1}` the one after; `a/b` is a header over another.
   */
  prefixes?: readonly Affixes[]
  /** The same for suffixes. */
  suffixes?: readonly Affixes[]
  /** Column ids that take the place of another where the form does not print that one. */
  standsFor?: Record<string, string>
  /** Prefix of columns → the one that those without any have beside them: 金额 beside 预算数 is what was spent. */
  beside?: Record<string, string>
  /** Headers of columns that say what a record is about, outer to inner: they make its key. */
  labels?: Columns
  /** Headers of columns that hold texts, by column id. */
  texts?: Columns
  /** Unit of the whole table where none is printed anywhere. */
  unit?: string
  /** What must add up on paper. */
  identities?: readonly Identity[]
}

/** A sum that holds only by custom, not by definition, is `usual`: when it fails that is a note, no error. */
export type Identity =
  /**
   * In every row: one column is the sum of others (`-` before a column takes it off). It is tried where the
   * form has the first of them, all of `given`, and none of `unless` (columns with which the total means something else).
   * Columns of `or` are parts, too, all or any of a few, where only so the sums of all rows hold: forms differ in what they count in.
   */
  | {
      sum: string
      of: readonly string[]
      or?: readonly string[]
      given?: readonly string[]
      unless?: readonly string[]
      usual?: true
    }
  /** Codes add up to their parents, and the top ones to the total row, in every column; `coded`: only where codes are printed. */
  | { tree: 'codes' | 'coded' }
  /** Lines of a side add up to its totals, and lines below a line to that line. */
  | { sides: 'totals' }
  /** A list adds up to its 合计, and what stands below a group of it to that group. */
  | { list: 'total' }
  /** One row is the sum of others, in every column. Rows are keys; those that are not printed count nothing. */
  | { row: string; of: readonly string[]; usual?: true }

/**
 * Places of a document that print the same quantity: `table / row / column`, several joined by ` + `. A sum is
 * tried where all its places are printed.
 */
export interface CrossIdentity {
  left: string
  right: string
  /** What its check goes by, where that was named before other names of its places were learnt. */
  known?: string
  /**
   * Holds by custom; `departments`: by definition in a single unit, by custom in a department with units below it;
   * `current`: by custom where the left table counts money carried over, and has no more beyond the right one than that.
   */
  usual?: true | 'departments' | 'current'
  /** The right side is a part of the left: by custom all of it, but never more. */
  part?: true
  /**
   * `left = right` of the wholes that the two sides are parts of: where these are the same, the parts are by the
   * form; where the right one is smaller, its part may be, too, and only may not be more.
   */
  of?: string
  /** Words in the title of a table that shows a selection only, so that nothing follows from its total. */
  unlike?: readonly string[]
  /** A line below which rows come for the second time: a path means those only where it names it. */
  balance?: RegExp
  /** Where more rows of the left side have an amount, it is what they add up to. */
  together?: true
  /** What it follows from, where that is not the forms themselves. */
  source?: 'rule'
}

/** A column of percentages, and the columns of amounts that it may be of; in each of them `*` stands for the same item. */
export interface Rate {
  /** `growth` of the part over the whole, or its `share` of it. */
  kind: 'growth' | 'share'
  rate: string
  part: readonly string[]
  of: readonly string[]
  /** Columns of what the part is more than the whole, from which the whole follows where it is not printed. */
  changed?: readonly string[]
}

export function defineTable<const T extends TableTemplate>(template: T): T {
  return template
}
