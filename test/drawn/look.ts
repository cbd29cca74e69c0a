/** How a table is set on paper: everything that may differ while the figures are the same. */
import type { Align } from './flow.ts'
import type { Color } from './pdf.ts'
import { type NumberStyle, PLAIN } from './print.ts'

export interface Rulings {
  /** `open` leaves the outer sides off, `header` rules the header and closes the table with one line. */
  which: 'all' | 'open' | 'horizontal' | 'header' | 'none'
  /**
   * Long strokes, a stroke a side of each cell, thin filled rectangles, an outline a cell or, `apart`, one a little
   * within it, or dots, each a stroke of its own; or what white cells leave of a black area; or images of a dot.
   */
  as: 'strokes' | 'pieces' | 'bars' | 'outlines' | 'apart' | 'dots' | 'gaps' | 'images' | 'masks'
  /** Points that rulings reach over their ends or, below 0, lack at them. */
  ends: number
  width: number
  color: Color
  dash: readonly number[]
  doubled: boolean
  /** The vertical ruling at this share (0–1) of the columns is left out: below the header, or throughout. */
  gap: { at: number; where: 'below the header' | 'everywhere' } | null
  /** A ruling between two rows is left out on each page: at this share (0–1) of those that figures show. */
  rowGap: number | null
}

export interface Look {
  size: number
  titleSize: number
  /** Free space in a cell, points, at its sides and above and below. */
  padX: number
  padY: number
  rulings: Rulings
  /** The header is printed again on every page of the table. */
  repeatHeader: boolean
  /** What stands above the table on its further pages. */
  again: string | null
  /** … below the captions of the table, which are printed again. */
  captionsAgain: boolean
  /** Rows without content below the last one, and between rows such without height. */
  blankRows: number
  flatRows: boolean
  /** Labels are set as small as makes them fit into one line. */
  shrunk: boolean
  /** A row that does not fit goes on, line by line, on the next page. */
  cutRows: boolean
  /** The last row stands on a page of its own. */
  lastRowAlone: boolean
  /** What the page before the table ends with: its captions, or the first row of its header, too. */
  begunBefore: 'nothing' | 'captions' | 'header'
  shaded: 'none' | 'header' | 'dark header' | 'every other row' | 'every row'
  valueAlign: Align
  labelAlign: 'left' | 'center'
  headAlign: Align
  /** Short labels of totals and headers are spread over the width of their cells. */
  distributed: boolean
  /** Characters that each level of codes is indented by. */
  indent: number
  /** Wrapped labels begin at the top of their row; else all cells stand in its middle. */
  top: boolean
  /** Amounts stand at the foot of their row. */
  low: boolean
  /** Names beside codes and the headers of amounts, or amounts, have the mark of a note. */
  noted: 'none' | 'names' | 'amounts'
  /** The number of the page is the last row of the frame. */
  numberInside: boolean
  /** On further pages the header is broken into other lines. */
  otherLines: boolean
  /** Baselines of one row differ by up to so many points. */
  uneven: number
  /** Where the unit stands. */
  unitAt: 'right' | 'left' | 'title' | 'below title' | 'header' | 'with entity'
  unitWords: string
  entityWords: string | null
  numberAt: 'none' | 'above left' | 'above right' | 'with entity' | 'before title'
  /** Title, entity and unit are rows of the table. */
  inside: boolean
  titleLines: 1 | 2
  /** Share of the width that the table takes of what the page offers, 0–1. */
  spread: number
  numbers: NumberStyle
  /** Amounts are broken into lines where their column is too narrow. */
  narrow: boolean
  /** Texts may be so many times as wide as their cell offers: they run over its edge. */
  over: { labels: number; amounts: number }
  /** A line from corner to corner of the labels' header, a text on either side of it. */
  slashed: boolean
  /** Labels that codes stand beside are cut off at the edge of their cell. */
  clipped: boolean
  /** The last row, a total, has no rulings. */
  openTotal: boolean
  /** Rows without height stand between the others, their texts cut off. */
  hiddenRows: boolean
  /** Points between the header and the first row, or between two rows in the middle: two frames for one table. */
  split: { at: 'header' | 'middle'; gap: number } | null
  /** On further pages the columns have other widths. */
  otherWidths: boolean
  /** Headers of amounts are written downwards, a letter a line. */
  uprightHeads: boolean
  /** A frame around each part of the table, so many points away; 0: none. */
  frame: number
  /** Headers of amounts are turned: they read upwards, or downwards. */
  turnedHeads: 90 | -90 | null
  /** 本页合计 at the foot of each page of a table that goes on. */
  pageSums: boolean
  /** Amounts are texts of the page, or filled into fields of a form, or notes on the page. */
  amountsAs: 'text' | 'field' | 'note'
}

export const PLAIN_LOOK: Look = {
  size: 9,
  titleSize: 15,
  padX: 3,
  padY: 4,
  rulings: {
    which: 'all',
    as: 'strokes',
    ends: 0,
    width: 0.5,
    color: [0, 0, 0],
    dash: [],
    doubled: false,
    gap: null,
    rowGap: null,
  },
  repeatHeader: true,
  again: null,
  captionsAgain: false,
  blankRows: 0,
  flatRows: false,
  shrunk: false,
  cutRows: false,
  lastRowAlone: false,
  begunBefore: 'nothing',
  shaded: 'none',
  valueAlign: 'right',
  labelAlign: 'left',
  headAlign: 'center',
  distributed: false,
  indent: 0,
  top: false,
  low: false,
  noted: 'none',
  numberInside: false,
  otherLines: false,
  uneven: 0,
  unitAt: 'right',
  unitWords: '单位：',
  entityWords: null,
  numberAt: 'none',
  inside: false,
  titleLines: 1,
  spread: 1,
  numbers: PLAIN,
  narrow: false,
  over: { labels: 1, amounts: 1 },
  slashed: false,
  clipped: false,
  openTotal: false,
  hiddenRows: false,
  split: null,
  otherWidths: false,
  uprightHeads: false,
  frame: 0,
  turnedHeads: null,
  pageSums: false,
  amountsAs: 'text',
}
