/** What the programs do that documents are printed with. */
import type { Look, Rulings } from './look.ts'
import type { Paper, Writing } from './pdf.ts'
import type { Plan, Variation } from './plan.ts'

const isRuled = ({ look: { rulings } }: Plan) => ['all', 'open'].includes(rulings.which) && rulings.gap === null

const rulings = (change: Partial<Rulings>) => (plan: Plan) => {
  if (isRuled(plan)) plan.look.rulings = { ...plan.look.rulings, ...change }
}
const look = (change: Partial<Look>) => (plan: Plan) => {
  if (isRuled(plan)) Object.assign(plan.look, change)
}
const writing = (change: Partial<Writing>) => (plan: Plan) => {
  Object.assign(plan.writing, change)
}
const paper = (change: Partial<Paper>) => (plan: Plan) => {
  Object.assign(plan.paper, change)
}

/** Behind squeezed letters a mark would stand too far away. */
const noted = (of: Look['noted']) => (plan: Plan) => {
  if (plan.writing.squeezed === 1) look({ noted: of })(plan)
}

/** White rulings can be seen between shaded cells alone. */
function whiteRulings(plan: Plan): void {
  const { which, doubled } = plan.look.rulings
  if (which !== 'all' || doubled || !isRuled(plan)) return
  plan.look.shaded = 'every row'
  plan.look.rulings = { ...plan.look.rulings, color: [1, 1, 1], width: 1, dash: [], as: 'strokes' }
}

/** Between columns without rulings, or in narrow ones, no one could tell a blank from the room between two figures. */
const blanks = (thousands: ' ' | '  ') => (plan: Plan) => {
  if (isRuled(plan) && !plan.look.narrow) plan.look.numbers.thousands = thousands
}

export const programs: Variation[] = [
  {
    name: 'ends of rulings',
    of: 'plan',
    options: {
      'over their corners': rulings({ ends: 2.5 }),
      'short of the crossings': rulings({ as: 'pieces', ends: -0.7 }),
    },
  },
  {
    name: 'rulings of programs',
    of: 'plan',
    options: {
      'a frame a cell, apart from the next': rulings({ as: 'apart' }),
      'a stroke a dot': (plan) => {
        if (isRuled(plan)) rulings({ as: 'dots', dash: [], doubled: false })(plan)
      },
      'white between shades': whiteRulings,
      'white cells on black': (plan) => {
        if (!isRuled(plan) || plan.look.rulings.which !== 'all') return
        rulings({ as: 'gaps', dash: [], doubled: false, color: [0, 0, 0], width: 0.7 })(plan)
        plan.look.shaded = 'none'
      },
    },
  },
  {
    name: 'rulings as images',
    of: 'plan',
    options: {
      'an image of a dot, drawn out': (plan) => {
        if (isRuled(plan)) rulings({ as: 'images', dash: [], color: [0, 0, 0] })(plan)
      },
      'a mask of a dot, drawn out': (plan) => {
        if (isRuled(plan)) rulings({ as: 'masks', dash: [] })(plan)
      },
    },
  },
  {
    name: 'place of the headers',
    of: 'plan',
    options: { 'at the left': look({ headAlign: 'left' }), 'at the right': look({ headAlign: 'right' }) },
  },
  { name: 'spread letters', of: 'plan', options: { 'of headers and totals': look({ distributed: true }) } },
  {
    name: 'blanks between thousands',
    of: 'plan',
    options: {
      printed: blanks(' '),
      wide: blanks('  '),
    },
  },
  {
    name: 'runs of text',
    of: 'plan',
    options: {
      'a run a script, on its own line': writing({ scriptsApart: true }),
      'blanks around': writing({ blanks: true }),
      'a run a line': (plan) => {
        if (plan.writing.letters === 'embedded' && plan.writing.bold === 'none') plan.writing.by = 'line'
      },
      'squeezed letters': writing({ squeezed: 0.8 }),
    },
  },
  {
    name: 'coordinates',
    of: 'plan',
    options: { 'of a printer': paper({ fine: 8 }), 'in a form': paper({ form: true }) },
  },
  {
    name: 'amounts at the foot',
    of: 'plan',
    options: { 'of their rows': look({ low: true }) },
  },
  {
    name: 'amounts in forms',
    of: 'plan',
    options: {
      'values of fields': (plan) => {
        plan.look.amountsAs = 'field'
      },
      'notes on the page': (plan) => {
        plan.look.amountsAs = 'note'
      },
    },
  },
  {
    name: 'marks of notes',
    of: 'plan',
    options: { 'behind names and headers': noted('names'), 'behind amounts': noted('amounts') },
  },
  {
    name: 'number of the page',
    of: 'plan',
    options: {
      'the last row of the frame': (plan) => {
        if (!plan.together) look({ numberInside: true })(plan)
      },
    },
  },
  { name: 'lines of headers', of: 'plan', options: { 'other on further pages': look({ otherLines: true }) } },
  {
    name: 'names of letters',
    of: 'plan',
    options: {
      radicals: (plan) => {
        if (plan.writing.letters === 'embedded') plan.writing.letters = 'named by radicals'
      },
    },
  },
  {
    name: 'seal',
    of: 'plan',
    options: {
      'with its letters around': (plan) => {
        plan.furniture.seal = true
      },
    },
  },
  {
    name: 'a ruling between rows left out',
    of: 'plan',
    options: {
      'one a page': (plan, dice) => {
        const { rulings, over, cutRows } = plan.look
        // Labels that run over each other, and halves of rows, no one could tell apart.
        if (!['all', 'open'].includes(rulings.which) || over.labels > 1 || cutRows) return
        plan.look.rulings = { ...rulings, rowGap: dice.int(0, 99) / 100 }
      },
    },
  },
]
