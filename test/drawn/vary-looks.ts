/** How figures, rulings and rows look. */
import type { Dice } from './dice.ts'
import type { Look, Rulings } from './look.ts'
import type { Plan, Variation } from './plan.ts'
import type { NumberStyle } from './print.ts'

const numbers = (change: Partial<NumberStyle>) => (plan: Plan) => {
  Object.assign(plan.look.numbers, change)
}

const rulings = (change: Partial<Rulings>) => (plan: Plan) => {
  plan.look.rulings = { ...plan.look.rulings, ...change }
  // Without rulings between columns a sign that stands apart from its amount could be a column's.
  if (!['all', 'open'].includes(plan.look.rulings.which)) plan.look.numbers.signApart = false
}

const look = (change: Partial<Look>) => (plan: Plan) => {
  Object.assign(plan.look, change)
}

const over = (change: Partial<Look['over']>) => (plan: Plan) => {
  plan.look.over = { ...plan.look.over, ...change }
}

/** Amounts do not stand where their sign does. */
const beside = (change: Partial<Look>) => (plan: Plan) => {
  if (!plan.look.numbers.signApart) look(change)(plan)
}

const withoutRuling = (where: 'below the header' | 'everywhere') => (plan: Plan, dice: Dice) => {
  const { over, narrow } = plan.look
  // Texts that run over each other, and halves of amounts, no one could tell apart.
  if (over.labels > 1 || over.amounts > 1 || narrow || plan.look.numbers.signApart) return
  rulings({ gap: { at: dice.int(0, 99) / 100, where } })(plan)
}

export const looks: Variation[] = [
  {
    name: 'separators',
    of: 'plan',
    options: {
      commas: numbers({ thousands: ',' }),
      'full-width commas': numbers({ thousands: '，' }),
      apostrophes: numbers({ thousands: "'" }),
    },
  },
  { name: 'full-width digits', of: 'plan', options: { 'full width': numbers({ wide: true }) } },
  {
    name: 'signs of money',
    of: 'plan',
    options: {
      '￥': numbers({ sign: '￥' }),
      '￥ at the left of the cell': (plan) => {
        if (['all', 'open'].includes(plan.look.rulings.which) && !plan.look.rulings.gap)
          numbers({ sign: '￥', signApart: true })(plan)
      },
      'the unit behind it': numbers({ withUnit: true }),
    },
  },
  { name: 'decimals', of: 'plan', options: { 'left off where zero': numbers({ places: 'short' }) } },
  {
    name: 'zeros',
    of: 'plan',
    options: {
      '0': numbers({ zero: '0' }),
      '—': numbers({ zero: '—' }),
      '——': numbers({ zero: '——' }),
      '-': numbers({ zero: '-' }),
      无: numbers({ zero: '无' }),
      blank: numbers({ zero: '' }),
      '0.00 in every cell': numbers({ nothing: '0.00' }),
      '— in every cell': numbers({ nothing: '—' }),
    },
  },
  {
    name: 'negative amounts',
    of: 'accounts',
    options: Object.fromEntries(
      (['-', '−', '△', '()', '（）'] as const).map((negative) => [
        negative,
        ({ accounts, look: { numbers: style } }: Plan) => {
          style.negative = negative
          if (accounts.kind === 'final-accounts') accounts.closing.general_public = -123_456
        },
      ]),
    ),
  },
  {
    name: 'which rulings',
    of: 'plan',
    options: {
      'open at the sides': rulings({ which: 'open' }),
      'horizontal only': rulings({ which: 'horizontal' }),
      'around the header only': rulings({ which: 'header' }),
      none: rulings({ which: 'none' }),
    },
  },
  {
    name: 'rulings drawn as',
    of: 'plan',
    options: {
      'a stroke a side of each cell': rulings({ as: 'pieces' }),
      'thin filled rectangles': rulings({ as: 'bars' }),
      'an outline a cell': rulings({ as: 'outlines' }),
    },
  },
  {
    name: 'kind of ruling',
    of: 'plan',
    options: {
      thick: rulings({ width: 2 }),
      hairlines: rulings({ width: 0.05 }),
      dashed: rulings({ dash: [3, 2] }),
      dotted: rulings({ dash: [0.6, 1.2] }),
      doubled: rulings({ doubled: true }),
      blue: rulings({ color: [0.2, 0.3, 0.8] }),
      'light grey': rulings({ color: [0.8, 0.8, 0.8] }),
    },
  },
  {
    name: 'rows without content',
    of: 'plan',
    options: { 'below the last': look({ blankRows: 6 }), 'without height': look({ flatRows: true }) },
  },
  {
    name: 'shades',
    of: 'plan',
    options: {
      header: look({ shaded: 'header' }),
      'header, dark': look({ shaded: 'dark header' }),
      'every other row': look({ shaded: 'every other row' }),
    },
  },
  {
    name: 'letters',
    of: 'plan',
    options: { small: look({ size: 6.5 }), tiny: look({ size: 3.2, padX: 1, padY: 1.2 }), large: look({ size: 11 }) },
  },
  {
    name: 'space in cells',
    of: 'plan',
    options: { narrow: look({ padX: 1, padY: 1.2 }), wide: look({ padX: 6, padY: 9 }) },
  },
  {
    name: 'place of the amounts',
    of: 'plan',
    options: { centred: beside({ valueAlign: 'center' }), 'at the left': beside({ valueAlign: 'left' }) },
  },
  {
    name: 'place of the labels',
    of: 'plan',
    options: {
      centred: (plan) => {
        // Where indents alone say what belongs to what, labels begin at the left.
        if (plan.look.indent === 0) plan.look.labelAlign = 'center'
      },
    },
  },
  {
    name: 'heights in a row',
    of: 'plan',
    options: {
      'from the top': look({ top: true }),
      'baselines up to 2 points apart': (plan) => {
        plan.look.uneven = Math.min(2, 0.31 * plan.look.size)
      },
    },
  },
  {
    name: 'text over the edge',
    of: 'plan',
    options: {
      labels: over({ labels: 1.15 }),
      amounts: (plan) => {
        if (!plan.look.numbers.signApart) over({ amounts: 1.12 })(plan)
      },
    },
  },
  {
    name: 'wrapped labels',
    of: 'plan',
    options: {
      'narrow columns of labels': (plan) => {
        for (const table of plan.tables) for (const c of table.columns) if (c.role === 'label') c.width = 62
      },
      'shrunk into their cells': (plan) => {
        plan.look.shrunk = true
        for (const table of plan.tables) for (const c of table.columns) if (c.role === 'label') c.width = 62
      },
    },
  },
  {
    name: 'wrapped amounts',
    of: 'plan',
    options: {
      'columns too narrow for them': (plan) => {
        // Halves of amounts that no rulings hold together could stand anywhere.
        if (!['all', 'open'].includes(plan.look.rulings.which)) return
        if (plan.look.numbers.withUnit || plan.look.numbers.signApart) return
        plan.look.narrow = true
        // Names over halves of amounts could be read by nobody.
        plan.look.over.labels = 1
        for (const table of plan.tables) for (const c of table.columns) if (c.role === 'value') c.width = 34
      },
    },
  },
  {
    name: 'a ruling left out',
    of: 'plan',
    options: { 'below the header': withoutRuling('below the header'), everywhere: withoutRuling('everywhere') },
  },
]
