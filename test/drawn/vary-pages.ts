/** How tables lie on pages, and how pages are written. */
import { FULL, makeAccounts } from './accounts.ts'
import { LYING, UPRIGHT } from './flow.ts'
import type { Furniture } from './furniture.ts'
import type { Leaves } from './leaves.ts'
import type { Look } from './look.ts'
import type { Paper, Writing } from './pdf.ts'
import type { Plan, Variation } from './plan.ts'

const look = (change: Partial<Look>) => (plan: Plan) => {
  Object.assign(plan.look, change)
}
const paper = (change: Partial<Paper>) => (plan: Plan) => {
  Object.assign(plan.paper, change)
}
const writing = (change: Partial<Writing>) => (plan: Plan) => {
  Object.assign(plan.writing, change)
}
const furniture = (change: Partial<Furniture>) => (plan: Plan) => {
  Object.assign(plan.furniture, change)
}

/** Pages that hold only so many points of a table. */
const short = (points: number) => (plan: Plan) => {
  const { frame } = plan
  plan.frame = (table, i) => {
    const own = frame(table, i)
    return { ...own, bottom: Math.max(own.bottom, own.height - own.top - points) }
  }
}

const set = (change: Partial<Plan>) => (plan: Plan) => {
  Object.assign(plan, change)
}

/** Without rulings nothing tells a page beside another from the other side of its table. */
const ruled = (change: (plan: Plan) => void) => (plan: Plan) => {
  if (['all', 'open'].includes(plan.look.rulings.which)) change(plan)
}

/** Only their numbers, at one place of all, tell pages that stand one above the other; they are of one size, as programs print them. */
const numbered = (leaves: Leaves) => (plan: Plan) => {
  plan.leaves = leaves
  const { frame } = plan
  plan.frame = (table, i) => {
    const own = frame(table, i)
    return own.width === LYING.width ? own : { ...LYING, bottom: Math.max(LYING.bottom, own.bottom - 250) }
  }
  if (['none', 'below the table'].includes(plan.furniture.footer)) plan.furniture.footer = '- 1 -'
}

/** Below prose. Not where rows are cut in two: what is left of an amount below a header of two frames is not known yet (seed 84). */
const beginsBefore = (begunBefore: Look['begunBefore']) => (plan: Plan) => {
  if (plan.look.cutRows) return
  plan.prose = true
  plan.look.begunBefore = begunBefore
}

export const pages: Variation[] = [
  {
    name: 'length of the tables',
    of: 'accounts',
    options: {
      long: (plan) => {
        const { kind, year } = plan.accounts
        plan.accounts = makeAccounts(plan.accounts.spending.length, kind, year, FULL)
      },
    },
  },
  {
    name: 'pages that tables begin on',
    of: 'plan',
    options: {
      'upright and lying in turn': set({ frame: (_, i) => (i % 2 === 0 ? UPRIGHT : LYING) }),
      'all upright': set({ frame: () => UPRIGHT }),
      'two on a page': set({ together: true }),
      'below prose': set({ prose: true }),
      'no cover': set({ cover: false }),
    },
  },
  {
    name: 'page ends',
    of: 'plan',
    options: { 'after some rows': short(330), 'after few rows': short(240), 'after two or three rows': short(150) },
  },
  {
    name: 'header on further pages',
    of: 'plan',
    options: {
      'not repeated': look({ repeatHeader: false }),
      'below 续表': look({ again: '续表' }),
      'below （续上表）': look({ again: '（续上表）' }),
      'below the captions': look({ captionsAgain: true }),
      'below 续表 and the captions': look({ captionsAgain: true, again: '续表' }),
      'not repeated, 续表 alone': look({ repeatHeader: false, again: '续表' }),
    },
  },
  { name: 'rows at page ends', of: 'plan', options: { 'cut in two': look({ cutRows: true }) } },
  {
    name: 'end of the page before',
    of: 'plan',
    options: {
      'the captions': beginsBefore('captions'),
      'the first row of the header': beginsBefore('header'),
    },
  },
  { name: 'last page', of: 'plan', options: { 'the last row alone': look({ lastRowAlone: true }) } },
  {
    name: 'turned',
    of: 'plan',
    options: {
      '/Rotate 90': paper({ turn: 90 }),
      '/Rotate 180': paper({ turn: 180 }),
      '/Rotate 270': paper({ turn: 270 }),
      'by the text matrix, 90': paper({ turn: 90, lying: true }),
      'by the text matrix, 180': paper({ turn: 180, lying: true }),
      'by the text matrix, 270': paper({ turn: 270, lying: true }),
    },
  },
  { name: 'crop box', of: 'plan', options: { 'off the origin': paper({ crop: 90 }) } },
  { name: 'user unit', of: 'plan', options: { '2': paper({ userUnit: 2 }) } },
  {
    name: 'size of the page',
    of: 'plan',
    options: {
      tiny: (plan) => {
        // Letters of a point nobody prints.
        if (plan.look.size > 4) plan.paper.scale = 0.3
      },
      huge: paper({ scale: 4 }),
    },
  },
  {
    name: 'text written',
    of: 'plan',
    options: { 'character by character': writing({ by: 'character' }), 'with kerning': writing({ by: 'kerning' }) },
  },
  {
    name: 'fake bold',
    of: 'plan',
    options: { 'everything twice': writing({ bold: 'twice' }), outlined: writing({ bold: 'outlined' }) },
  },
  {
    name: 'underlined texts',
    of: 'plan',
    options: { 'a fifth of them': writing({ underlined: 0.2 }) },
  },
  {
    name: 'font',
    of: 'plan',
    options: {
      'not embedded': writing({ letters: 'not embedded' }),
      'not embedded, of a known encoding': writing({ letters: 'of a known encoding' }),
      'Type 3': writing({ letters: 'Type 3' }),
    },
  },
  {
    name: 'page header',
    of: 'plan',
    options: {
      'name of the document': furniture({ header: 'name' }),
      'with a line': furniture({ header: 'name with a line' }),
    },
  },
  {
    name: 'page footer',
    of: 'plan',
    options: {
      '- 1 -': furniture({ footer: '- 1 -' }),
      '1': furniture({ footer: '1' }),
      '第1页 共9页': furniture({ footer: '第1页 共9页' }),
      '第 1 页 共 9 页, over the rows': (plan) => {
        plan.furniture.footer = '第 1 页 共 9 页'
        const { frame } = plan
        plan.frame = (table, i) => ({ ...frame(table, i), bottom: 14 })
      },
      'below the last ruling': furniture({ footer: 'below the table' }),
      '1/9': furniture({ footer: '1/9' }),
      '— 1 —': furniture({ footer: '— 1 —' }),
      'over the rows': (plan) => {
        plan.furniture.footer = '- 1 -'
        const { frame } = plan
        plan.frame = (table, i) => ({ ...frame(table, i), bottom: 14 })
      },
    },
  },
  {
    name: 'watermark',
    of: 'plan',
    options: {
      large: furniture({ watermark: 'slanting' }),
      many: furniture({ watermark: 'slanting, many' }),
      level: furniture({ watermark: 'level' }),
      upright: furniture({ watermark: 'upright' }),
    },
  },
  {
    name: 'text that nobody sees',
    of: 'plan',
    options: {
      'render mode 3': furniture({ unseen: 'render mode 3' }),
      'under a white box': furniture({ unseen: 'under a white box' }),
      'white on white': furniture({ unseen: 'white on white' }),
      'off the page': furniture({ unseen: 'off the page' }),
      'clipped away': furniture({ unseen: 'clipped away' }),
      'in a layer turned off': furniture({ unseen: 'in a layer turned off' }),
    },
  },
  {
    name: 'pages on one',
    of: 'plan',
    options: {
      'side by side': ruled((plan) => {
        plan.leaves = { across: 2, down: 1 }
      }),
      'one above the other, numbered': ruled(numbered({ across: 1, down: 2 })),
      'four, numbered': ruled(numbered({ across: 2, down: 2 })),
    },
  },
]
