/** Text layers that lie: what is in the file and not on paper, and what is on paper and not in the file. */
import { describe, expect, it } from 'vitest'
import { extract } from '../../src/index.ts'
import { classify } from '../../src/page/classify.ts'
import type { Lettering } from '../drawn/faces.ts'
import { judge } from '../drawn/judge.ts'
import { type DrawnPage, type Mark, PLAIN_WRITING, type TextMark, toPdf } from '../drawn/pdf.ts'
import { drawDocument } from '../drawn/plan.ts'

const FIGURES = ['201', '一般公共服务支出', '1234.56', '1000.00', '234.56']
const EDGES = [60, 110, 280, 370, 460, 540]

/** A page with a small table of one line and what is put beside it. */
function page(figures: readonly string[], more: readonly Mark[] = []): DrawnPage {
  const text = (text: string, x: number, y: number, rest: Partial<TextMark> = {}): Mark => ({
    ...{ kind: 'text', text, x, y, size: 10 },
    ...rest,
  })
  const marks: Mark[] = [
    text('支出决算表', 230, 80, { size: 16 }),
    text('单位：万元', 480, 105),
    ...['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'].map((t, i) => text(t, EDGES[i]! + 4, 133)),
    ...figures.map((t, i) => text(t, EDGES[i]! + 4, 163)),
  ]
  for (const y of [115, 145, 175])
    marks.push({ kind: 'rule', x0: EDGES[0]!, x1: EDGES[5]!, y0: y, y1: y, width: 0.5, as: 'stroke' })
  for (const x of EDGES) marks.push({ kind: 'rule', x0: x, x1: x, y0: 115, y1: 175, width: 0.5, as: 'stroke' })
  return { width: 595, height: 842, marks: [...more, ...marks] }
}

async function read(drawn: DrawnPage, letters: Lettering = 'embedded') {
  const bytes = await toPdf([drawn], 'trap', { ...PLAIN_WRITING, letters })
  return extract(bytes, { ocr: 'never' })
}

async function figures(drawn: DrawnPage) {
  const [table] = (await read(drawn)).tables
  return Object.values(table?.rows[0]?.cells ?? {}).map((c) => c.value)
}

const over = (text: string, rest: Partial<TextMark> = {}): Mark[] => [
  { kind: 'text', text, x: EDGES[2]! + 6, y: 163, size: 10, ...rest },
]

/** A pale text as large as the others, written in three columns and in so many rows as there is room for. */
const tiled = (beside: number, step: number): Mark[] =>
  [60, 240, 420].flatMap((x) =>
    [168, 168 + step, 168 + 2 * step].map(
      (y): Mark => ({
        kind: 'text',
        text: '公开专用 2026',
        x: x + beside,
        y: y + beside,
        size: 10,
        color: [0.8, 0.8, 0.8],
      }),
    ),
  )

describe('text that is not on paper is not read', () => {
  it.each<[string, Mark[]]>([
    ['render mode 3', over('9999.99', { hidden: true })],
    ['white on white', over('9999.99', { color: [1, 1, 1] })],
    ['outside what is clipped', over('9999.99', { clipped: true })],
    ['under a white box', [...over('9999.99'), { kind: 'box', x0: 270, y0: 150, x1: 480, y1: 174, color: [1, 1, 1] }]],
    ['a watermark in the row', over('公开公开', { size: 40, color: [0.85, 0.85, 0.85] })],
    ['a dark watermark behind the rows', over('样本', { size: 60, color: [0.4, 0.4, 0.4] })],
    ['a watermark as large as the text, over all of the page', tiled(0, 170)],
    ['… of which hardly any lies over a text', tiled(40, 300)],
    ['a watermark turned on its side', over('公开公开', { size: 40, angle: 90, color: [0.85, 0.85, 0.85], y: 200 })],
  ])('%s', async (_, marks) => {
    expect(await figures(page(FIGURES, marks))).toEqual(['1234.56', '1000.00', '234.56'])
  })
})

it('pale text that lies over nothing is read', async () => {
  const drawn = page(['201', '', '', '1000.00', '234.56'])
  const pale = (text: string, x: number): Mark => ({ kind: 'text', text, x, y: 163, size: 10, color: [0.7, 0.7, 0.7] })
  drawn.marks.push(pale('一般公共服务支出', EDGES[1]! + 4), pale('1234.56', EDGES[2]! + 4))
  expect(await figures(drawn)).toEqual(['1234.56', '1000.00', '234.56'])
})

it('white text on a dark ground is read', async () => {
  const drawn = page(['201', '一般公共服务支出', '', '1000.00', '234.56'])
  drawn.marks.push(
    { kind: 'box', x0: 281, y0: 146, x1: 369, y1: 174, color: [0.1, 0.2, 0.4] },
    ...over('1234.56', { color: [1, 1, 1] }),
  )
  expect(await figures(drawn)).toEqual(['1234.56', '1000.00', '234.56'])
})

it('a large title over whose end a caption is printed is no watermark', async () => {
  const drawn = page(FIGURES)
  for (const mark of drawn.marks) if (mark.kind === 'text' && mark.text === '支出决算表') mark.size = 24
  drawn.marks.push({ kind: 'text', text: '公开03表', x: 325, y: 66, size: 8 })
  const [table] = (await read(drawn)).tables
  expect(table?.title).toBe('支出决算表')
})

it('an amount that its column had no room for is unreadable, not text', async () => {
  const [table] = (await read(page(['201', '一般公共服务支出', '######', '1000.00', '234.56']))).tables
  expect(table!.rows[0]!.cells.total).toMatchObject({ value: null, raw: '######', status: 'unreadable' })
})

it.each(['#REF!', '#VALUE!', '#DIV/0!', '#N/A'])('%s, where a formula has no value, is unreadable', async (error) => {
  const [table] = (await read(page(['201', '一般公共服务支出', error, '1000.00', '234.56']))).tables
  expect(table!.rows[0]!.cells.total).toMatchObject({ value: null, raw: error, status: 'unreadable' })
})

describe('fonts', () => {
  it('without ToUnicode give no text: the page needs OCR, and the document says so', async () => {
    const document = await read(page(FIGURES), 'nameless')
    expect(document.source.page[0]!.kind).toBe('unread')
    expect(document.findings.map((f) => f.code)).toContain('needs-ocr')
    expect(document.tables.flatMap((t) => t.rows)).toEqual([])
  })

  it('whose letters’ numbers happen to be characters give no text either', async () => {
    const document = await read(page(FIGURES), 'nameless, not embedded')
    expect(document.source.page[0]!.kind).toBe('unread')
  })

  it.each<Lettering>(['embedded', 'not embedded', 'of a known encoding', 'Type 3'])('%s: read', async (letters) => {
    const [table] = (await read(page(FIGURES), letters)).tables
    expect(Object.values(table!.rows[0]!.cells).map((c) => c.value)).toEqual(['1234.56', '1000.00', '234.56'])
  })
})

const kindOf = (text: string) =>
  classify({
    width: 595,
    height: 842,
    shown: text.length,
    hidden: 0,
    unknown: 0,
    outlines: 0,
    texts: [...text],
    images: [],
  })

describe('few letters', () => {
  it('are the numbers of glyphs where other scripts and rare characters stand among them: an empty table', () => {
    expect(kindOf('ᒤ亴㇇অս᭯ᓌᙗส䠁亴㇇᭟࣏ࠪ㜭࠶㊫亴㇇㺘ਸ䇑สᵜ᭟ࠪ亩ⴞ᭟ࠪ')).toBe('scan')
  })

  it.each([
    ['most of the page are amounts', '?ŏ03(*-+(ńŕŖ`aş4,651.674,312.17339.50201>?@ǧ&*-2,906.632,567.13339.5020108'],
    ['another font of the page is known', '苏州市某局2026年度部门预算公开-10-?ŏ03(*-+(ńŕŖ`aş4,651.67'],
    [
      'a few of them are, which may stand for digits, too',
      '江苏省高级þ民法院是ÿ家审判öS事第一审案件，向省þ民代表大会负责',
    ],
    ['a font has few glyphs', '合计<=>?@[10.00@A^`{|}~20.00'],
  ])('are numbers of glyphs though %s', (_, text) => {
    expect(kindOf(text)).toBe('scan')
  })

  it('are text where they are bullets and boxes of a font of signs', () => {
    expect(kindOf('Ø是否公开þ是¨否Ø项目支出þ一次性¨经常性ü已完成¨未完成Ø预算金额12.00')).toBe('text')
  })

  it('are text in two languages where they are a title and its translation', () => {
    expect(kindOf('拉萨市城关区民族宗教事务局部门预算 ལྷ་ས་གྲོང་ཁྱེར་ཁྲིན་ཀོན་ཆུས།')).toBe('text')
  })
})

describe('letters without Han', () => {
  it('are text where a language shows in them', () => {
    expect(kindOf('Every department publishes its final accounts and its budget as a document of its own.')).toBe(
      'text',
    )
  })

  it('are the numbers of glyphs where none does, and go to OCR', () => {
    expect(kindOf('KzQw#vBnL[pXr^tGhJkWcDfMsYqZbVxNgTlRpHjKdFwCmBvSzQyXtLnGkPrWhJcDbFvM')).toBe('scan')
  })
})

it('a page number that stands among the rows is none of their figures', async () => {
  const spec = { seed: 10106, choices: { 'length of the tables': 'long', 'page footer': 'over the rows' } }
  expect(await judge(await drawDocument(spec))).toMatchObject({ misses: [], violated: [] })
})
