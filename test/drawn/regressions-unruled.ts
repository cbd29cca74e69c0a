/** Layouts without all of their rulings that once came out wrong. */
import type { Spec } from './plan.ts'

export const unruledSpecs: (Spec & { was: string })[] = [
  {
    was: 'a ruling between two lines did not keep their texts apart',
    seed: 860,
    choices: {
      'which rulings': 'horizontal only',
      letters: 'large',
      'space in cells': 'narrow',
      'wrapped labels': 'shrunk into their cells',
    },
  },
  {
    was: 'the ruling below 续表 and the page header were taken for a header of columns',
    seed: 1434,
    choices: {
      'which rulings': 'horizontal only',
      'page ends': 'after some rows',
      'header on further pages': 'not repeated, 续表 alone',
      'page header': 'with a line',
    },
  },
  {
    was: 'lines of one label between two horizontal rulings became two rows',
    seed: 1452,
    choices: {
      'which rulings': 'horizontal only',
      letters: 'large',
      'space in cells': 'wide',
      'wrapped labels': 'narrow columns of labels',
    },
  },
  {
    was: 'a figure in a line of its own beside a wrapped label was a part of it',
    seed: 455,
    choices: {
      'wrapped labels': 'narrow columns of labels',
      'a ruling left out': 'below the header',
      'pages that tables begin on': 'upright and lying in turn',
      'page ends': 'after two or three rows',
    },
  },
  {
    was: 'the caption in the frame stood where an edge was sought',
    seed: 70545,
    choices: {
      'kind of number': '预算01表',
      'captions in the frame': 'rows of the table',
      'a ruling left out': 'everywhere',
    },
  },
  {
    was: 'the header over several columns stood where an edge was sought',
    seed: 70408,
    choices: {
      'captions in the frame': 'rows of the table',
      'signs of money': '￥',
      'a ruling left out': 'everywhere',
    },
  },
  {
    was: 'rows with 行次 alone, at the head of a page, were a header',
    seed: 1475,
    choices: {
      行次: 'printed',
      'space in cells': 'wide',
      'place of the labels': 'centred',
      'a ruling left out': 'everywhere',
    },
  },
  {
    was: 'a ruling that the ruled header lacked was not seen in the lines below it',
    seed: 72369,
    choices: { 'which rulings': 'around the header only', 'a ruling left out': 'everywhere' },
  },
  {
    was: 'whole amounts of eight digits were no amounts',
    seed: 72374,
    choices: { 'columns without figures': 'left out', decimals: 'left off where zero', 'which rulings': 'none' },
  },
  {
    was: '支出 over its columns took the figures of 合计, whose number stood in its middle',
    seed: 72354,
    choices: { 栏次: 'printed', 'which rulings': 'none', letters: 'small' },
  },
]
