/** Documents that once came out wrong, each with the fewest choices that show it. */
import type { Spec } from './plan.ts'
import { unruledSpecs } from './regressions-unruled.ts'

export const specs: (Spec & { was: string })[] = [
  {
    was: 'the second half of a title over two lines was taken for another table’s title',
    seed: 4,
    choices: { 'title over two lines': 'two lines' },
  },
  {
    was: 'a number in the frame hid the title below it',
    seed: 119,
    choices: { 'kind of number': '公开 01 表', 'captions in the frame': 'rows of the table' },
  },
  {
    was: 'a title in two rows of the frame was cut in two',
    seed: 97,
    choices: { 'title over two lines': 'two lines', 'captions in the frame': 'rows of the table' },
  },
  {
    was: 'one title serves two classifications, and the header’s word for it was not looked at',
    seed: 22,
    choices: { 'words of the title': 'usual other name' },
  },
  {
    was: 'an amount cut by the page end was read as its first half',
    seed: 95,
    choices: {
      'wrapped labels': 'narrow columns of labels',
      'wrapped amounts': 'columns too narrow for them',
      'pages that tables begin on': 'upright and lying in turn',
      'page ends': 'after some rows',
      'rows at page ends': 'cut in two',
    },
  },
  {
    was: 'a label of a summary cut by the page end became two lines',
    seed: 224,
    choices: {
      letters: 'large',
      'wrapped labels': 'narrow columns of labels',
      'rows at page ends': 'cut in two',
    },
  },
  {
    was: '国有土地使用权 was taken for a line that carries money over, below nothing',
    seed: 140,
    choices: { 'subject codes': 'names only' },
  },
  {
    was: 'indents of tiny pages were too small to count',
    seed: 140,
    choices: { 'subject codes': 'names only', 'size of the page': 'tiny' },
  },
  {
    was: '上年决算数 took the place of the total',
    seed: 342,
    choices: { 'columns added': '上年决算数' },
  },
  {
    was: 'below a ruled header an amount and the label behind it became one text',
    seed: 16,
    choices: { 'which rulings': 'around the header only' },
  },
  {
    was: 'the total alone on the last page of an unruled table was lost',
    seed: 90,
    choices: { 'which rulings': 'around the header only', 'last page': 'the last row alone' },
  },
  {
    was: 'the lines of a name and the amount it runs up against became one text',
    seed: 171,
    choices: {
      'place of the amounts': 'at the left',
      'text over the edge': 'labels',
      'wrapped labels': 'narrow columns of labels',
      'length of the tables': 'long',
    },
  },
  {
    was: 'the columns of the table on the page before were taken for those of another with as many',
    seed: 10025,
    choices: { 'which rulings': 'none' },
  },
  {
    was: 'a dash in the place of an amount and the label behind it became one text',
    seed: 10022,
    choices: { zeros: '-', 'which rulings': 'horizontal only' },
  },
  {
    was: 'doubled rulings of a huge page were taken for rows',
    seed: 10102,
    choices: { 'kind of ruling': 'doubled', 'size of the page': 'huge' },
  },
  {
    was: 'headers of narrow columns without rulings became one text',
    seed: 10044,
    choices: { 'which rulings': 'horizontal only' },
  },
  {
    was: 'the total alone below a repeated header shows too few columns',
    seed: 10043,
    choices: { 'which rulings': 'horizontal only', 'last page': 'the last row alone' },
  },
  {
    was: 'full-width amounts beside each other became one text',
    seed: 104,
    choices: { 'full-width digits': 'full width', 'which rulings': 'around the header only' },
  },
  {
    was: 'a header over several columns was taken for that of the names below it',
    seed: 332,
    choices: { 'which rulings': 'horizontal only', 'place of the labels': 'centred' },
  },
  {
    was: 'one line below a ruled header was no table',
    seed: 115,
    choices: { 'which rulings': 'around the header only', 'page ends': 'after two or three rows' },
  },
  {
    was: 'two lines below a header of few columns were no table',
    seed: 221,
    choices: { 'which rulings': 'horizontal only', 'page ends': 'after two or three rows' },
  },
  {
    was: 'a header over several columns was given fewer than it stands in the middle of',
    seed: 175,
    choices: { 'which rulings': 'horizontal only' },
  },
  {
    was: 'the halves of an amount cut by the page end were taken in the table’s unit, not in their column’s',
    seed: 20475,
    choices: {
      'columns added': 'one in another unit',
      'space in cells': 'wide',
      'text over the edge': 'amounts',
      'wrapped labels': 'narrow columns of labels',
      'wrapped amounts': 'columns too narrow for them',
      'pages that tables begin on': 'two on a page',
      'header on further pages': 'not repeated',
      'rows at page ends': 'cut in two',
      'size of the page': 'huge',
      'size of the title': 'as the text',
      'last page': 'the last row alone',
    },
  },
  {
    was: '款 below 功能分类科目编码 was taken for the end of its text',
    seed: 20270,
    choices: { 'which rulings': 'none', 'space in cells': 'narrow', 'size of the page': 'tiny' },
  },
  {
    was: 'the rest of an amount cut by the page end stands in the first of two blocks and was looked for in the last',
    seed: 40964,
    choices: {
      栏次: 'printed',
      'full-width digits': 'full width',
      'wrapped amounts': 'columns too narrow for them',
      'length of the tables': 'long',
      'rows at page ends': 'cut in two',
    },
  },
  {
    was: 'the rest of a name cut by the page end was lost where no codes are printed',
    seed: 40241,
    choices: {
      'subject codes': 'names only',
      indents: 'two letters a level',
      letters: 'large',
      'wrapped labels': 'narrow columns of labels',
      'rows at page ends': 'cut in two',
    },
  },
  {
    was: 'a code in brackets that runs over the edge became one number with the amount beside it',
    seed: 40688,
    choices: {
      'columns added': '备注',
      'subject codes': 'before the name, in brackets',
      indents: 'two letters a level',
      'wrapped labels': 'narrow columns of labels',
    },
  },
  {
    was: 'a title in the frame that runs over both of its sides lost its ends',
    seed: 30189,
    choices: {
      'subject codes': 'before the name',
      'words of the title': 'entity and year before it',
      'captions in the frame': 'rows of the table',
      letters: 'large',
      'wrapped labels': 'narrow columns of labels',
      'wrapped amounts': 'columns too narrow for them',
    },
  },
  {
    was: 'an amount that runs over the edge up to the next one became one number with it',
    seed: 40302,
    choices: { unit: '元', 'full-width digits': 'full width', 'text over the edge': 'amounts' },
  },
  {
    was: 'a label that runs over the 行次 beside it took the last digit',
    seed: 60232,
    choices: { 行次: 'printed', letters: 'large', 'text over the edge': 'labels' },
  },
  {
    was: 'a form whose only figure is a dash was no table of its title',
    seed: 60019,
    choices: { 'columns without figures': 'left out', zeros: '— in every cell' },
  },
  {
    was: 'two amounts in one cell, the ruling between their columns left out below the header',
    seed: 254,
    choices: { 'full-width digits': 'full width', 'a ruling left out': 'below the header' },
  },
  {
    was: 'two amounts in one cell below two headers in one cell',
    seed: 117,
    choices: { 'full-width digits': 'full width', 'a ruling left out': 'everywhere' },
  },
  {
    was: '行次 and label in one cell were one label',
    seed: 475,
    choices: { 行次: 'printed', 'a ruling left out': 'below the header' },
  },
  {
    was: 'figures of one of two columns without a ruling between them went to the other',
    seed: 70007,
    choices: { 'a ruling left out': 'below the header' },
  },
  {
    was: 'two wrapped headers in one cell were one',
    seed: 124,
    choices: { 'a ruling left out': 'everywhere' },
  },
  {
    was: 'amounts with their unit behind them were headers',
    seed: 70001,
    choices: { 'signs of money': 'the unit behind it' },
  },
  {
    was: 'a column of amounts with their unit that nobody knows was taken for remarks',
    seed: 196,
    choices: { 'columns added': '本年比上年增减额', 'signs of money': 'the unit behind it' },
  },
  {
    was: 'indents were counted in the letters of a name set smaller to fit',
    seed: 71004,
    choices: { 'subject codes': 'names only', 'wrapped labels': 'shrunk into their cells' },
  },
  {
    was: '无 in the place of an amount and the label behind it became one text',
    seed: 61096,
    choices: { zeros: '无', 'which rulings': 'none' },
  },
  {
    was: 'the first line of a title was a title of its own: 表一 before a year was no number',
    seed: 70381,
    choices: {
      'title over two lines': 'two lines',
      'place of the number': 'before the title',
      'kind of number': '表一',
    },
  },
  ...unruledSpecs,
]
