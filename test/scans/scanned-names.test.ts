/** Names on scans that no form prints, and the numbers of columns. */
import { expect, it } from 'vitest'
import { misread } from '../../extractors/vocabulary/misread.ts'
import type { GridCell } from '../../src/grid/types.ts'
import type { Sheet } from '../../src/template/around/sections.ts'
import { isOrdinalRow } from '../../src/template/columns/header.ts'
import type { Draft } from '../../src/template/lines/draft.ts'
import { dropGuesses } from '../../src/template/scanned/guessed-labels.ts'
import { mend, spelledBy } from '../../src/template/scanned/mend.ts'
import { mendNumbers } from '../../src/template/scanned/numbers.ts'
import { isSureOfPattern } from '../../src/template/scanned/patterns.ts'
import { mendWords, toLexicon } from '../../src/template/scanned/words.ts'

function row(...texts: string[]): GridCell[] {
  return texts.map((text, col) => {
    const box = [50 * col, 0, 50 * (col + 1), 10] as const
    const glyphs = [{ text, box, size: 10, source: 'ocr' as const, confidence: 0.99 }]
    return { row: 0, col, rowSpan: 1, colSpan: 1, page: 1, box, glyphs, text }
  })
}

it('knows the numbers of columns though the stars before them were misread', () => {
  const isCount = (...texts: string[]) => isOrdinalRow(row(...texts))
  expect([
    isCount('55', '1', '2', '3', '4'),
    isCount('66', '66', '1', '2', '3', '5'),
    isCount('家*', '1', '2', '3'),
  ]).toEqual([true, true, true])
  expect(isCount('201', '14', '9', '3', '2')).toBe(false)
  // Beside their own word one of three may be misread, and a line of another name has figures.
  expect([isCount('栏次', '!', '2', '3'), isCount('合计', '!', '2', '3')]).toEqual([true, false])
})

it('takes no name that only the document has for another that differs by a letter', () => {
  const printed = toLexicon(['预算拨款'])
  const lexicon = new Map([...toLexicon(['广州市气象局']), ...printed])
  const read = (text: string, share: number) => mend([{ text, share }], lexicon, printed)
  expect(read('广州市气象台', 0.996)).toEqual({ text: '广州市气象台', sure: true })
  expect(read('广州市气象台', 0.6)).toEqual({ text: '广州市气象台', sure: false })
})

it('finds no name of the document itself in the ink of one that differs by a letter', () => {
  const [first, second, third] = row('广州市气象局', '广州市气象局', '广州市气象台')
  const trace = [...'广州市气象台'].flatMap((letter) => {
    const isLast = letter === '台'
    return [[[letter, isLast ? 0.8 : 1] as const, ...(isLast ? [['份', 0.15] as const] : [])], [['', 1] as const]]
  })
  third!.glyphs = third!.glyphs.map((g) => ({ ...g, confidence: 0.8, trace }))
  const grids = [{ cells: [first!, second!, third!], xs: [0] }]
  const sheet = { page: 1, box: [0, 0, 500, 500], grids, lines: [] } as unknown as Sheet
  mendWords([sheet], { words: toLexicon(['预算拨款']), titles: new Map(), isHeader: () => false, misread })
  expect(third).toMatchObject({ text: '广州市气象台', unsure: true })
})

it('is not sure of a word of two letters of which one was read as another', () => {
  expect(mend([{ text: '奔体', share: 0.47 }], toLexicon(['水体'])).sure).toBe(false)
})

it('takes no letter out of a word that is rather read than not', () => {
  const read = (share: number) => mend([{ text: '一般会议服务', share }], toLexicon(['会议服务']))
  expect(read(0.75)).toEqual({ text: '一般会议服务', sure: false })
  expect(read(0.3)).toEqual({ text: '会议服务', sure: false })
  // However near the shorter one is, which the lexicon has for a code.
  const equipment = mend([{ text: '办公设备购置费', share: 0.998 }], toLexicon(['办公设备购置']))
  expect(equipment).toEqual({ text: '办公设备购置费', sure: false })
})

it('takes no short word for sure that leaves ink over, which may be the rest of a longer one', () => {
  const known = toLexicon(['行政', '行政运行'])
  const readings = [
    { text: '行政活', share: 0.23 },
    { text: '行政', share: 0.2 },
    { text: '行政信', share: 0.13 },
  ]
  expect(mend(readings, known).sure).toBe(false)
})

it('believes half in a word that a pattern knows only where it knows what else was read', () => {
  const isHeader = (text: string) => /^其他.*出$/.test(text)
  const other = { text: '其他通用股客变', share: 0.3 }
  expect(isSureOfPattern([{ text: '其他通用股备变出', share: 0.41 }, other], isHeader)).toBe(true)
  // One of several words of a line: its other readings were not kept.
  expect(isSureOfPattern([{ text: '其他通用股备变出', share: 0.41 }], isHeader)).toBe(false)
})

it('believes half in no name of which no reading is what a pattern knows', () => {
  const readings = [
    { text: '网络维护及专用线络租赁费', share: 0.44 },
    { text: '网络维护及专用线路租赁费', share: 0.42 },
  ]
  expect(isSureOfPattern(readings, (text) => text.startsWith('其他'))).toBe(false)
})

it('keeps a letter that tells things of one kind apart, if the word without it was hardly seen', () => {
  const known = toLexicon(['服务'])
  const read = (of: number, without: number) =>
    mend(
      [
        { text: '三、服务C', share: of },
        { text: '三服务C', share: 0.1 },
        { text: '三、服务', share: without },
      ],
      known,
    ).text
  expect(read(0.7, 0.02)).toBe('三、服务C')
  expect(read(0.3, 0.5)).toBe('三、服务')
})

it('takes a mark hardly read that stands apart behind a name for none of it', () => {
  const named = (mark: string, confidence: number, left: number) => {
    const cells = row('公共拨款(补助)资金')
    const glyph = { text: mark, box: [left, 4, left + 2, 6] as const, size: 2, source: 'ocr' as const, confidence }
    cells[0]!.glyphs.push(glyph)
    cells[0]!.text += mark
    const sheet = { page: 1, box: [0, 0, 500, 500], grids: [{ cells, xs: [0] }], lines: [] } as unknown as Sheet
    mendWords([sheet], {
      words: new Map(),
      titles: new Map(),
      isHeader: (header) => header.startsWith('公共'),
      misread,
    })
    return cells[0]!.text
  }
  expect(named(':', 0.64, 60)).toBe('公共拨款(补助)资金')
  expect(named(':', 0.95, 60)).toBe('公共拨款(补助)资金:')
  expect(named(')', 0.64, 60)).toBe('公共拨款(补助)资金)')
})

it('lines in doubt go by what their labels most likely say, unless another line does', () => {
  const draft = (label: string, asRead?: string) =>
    ({
      unitName: '',
      side: '支出',
      label,
      labels: [label],
      ...(asRead ? { asRead: [asRead] } : {}),
    }) as unknown as Draft
  const drafts = [draft('一、教育支出', '一、救育支出'), draft('二、其他支出', '二、其也支山'), draft('三、其他支出')]
  dropGuesses(drafts)
  expect(drafts.map((d) => d.label)).toEqual(['一、教育支出', '二、其也支山', '三、其他支出'])
})

it('is no surer of a word that a pattern knows than of the others that fit it as well', () => {
  const isSure = (text: string, confidence: number, ...others: [text: string, confidence: number][]) => {
    const cells = row(text)
    const alternatives = others.map(([other, share]) => ({ text: other, confidence: share }))
    cells[0]!.glyphs = cells[0]!.glyphs.map((g) => ({ ...g, confidence, alternatives }))
    const sheet = { page: 1, box: [0, 0, 500, 500], grids: [{ cells, xs: [0] }], lines: [] } as unknown as Sheet
    mendWords([sheet], {
      words: new Map(),
      titles: new Map(),
      isHeader: (header) => header.startsWith('其他'),
      misread,
    })
    return cells[0]!.unsure !== true
  }
  expect(isSure('其他通用股备', 0.51, ['其他通用股客', 0.11], ['其他通用股存', 0.08], ['其他通用股务', 0.08])).toBe(
    false,
  )
  expect(isSure('其他通用设备', 0.74, ['他通用设备', 0.18], ['其他通用没备', 0.05])).toBe(true)
  // What a seal leaves of 分散自行组织.
  expect(isSure('—A*', 0.5)).toBe(false)
})

it('leaves a word in doubt that is rather read than not, though a known one has a letter more', () => {
  const known = toLexicon(['维修和保养服务'])
  expect(mend([{ text: '维修保养服务', share: 0.69 }], known)).toEqual({ text: '维修和保养服务', sure: false })
  expect(mend([{ text: '维修保养服务', share: 0.3 }], known).sure).toBe(true)
})

it('lines of two names are one only where both are', () => {
  const draft = (labels: string[], asRead?: string[]) =>
    ({ unitName: '', side: null, label: labels.at(-1)!, labels, ...(asRead ? { asRead } : {}) }) as unknown as Draft
  const drafts = [
    draft(['其他办公设备', '分散自行组织'], ['其他办公设备', '劳散自好钥织']),
    draft(['会议服务', '分散自行组织']),
  ]
  dropGuesses(drafts)
  expect(drafts[0]!.labels).toEqual(['其他办公设备', '分散自行组织'])
})

it('reads 设备 and 结余 where letters like theirs make no word', () => {
  const read = spelledBy(misread.words)
  expect(['其他办公设务', '没备购置费', '非财政撞款纳余'].map(read)).toEqual([
    '其他办公设备',
    '设备购置费',
    '非财政拨款结余',
  ])
  expect(read('缴纳余额')).toBe('缴纳余额')
})

it('reads 收人 as 收入 in a title that has more than the forms print, and leaves 招收人员', () => {
  expect(spelledBy(misread.words)('2026年部门收人预算总表')).toBe('2026年部门收入预算总表')
  expect(spelledBy(misread.words)('招收人员经费')).toBe('招收人员经费')
})

it('takes a header of which one letter of two is left for that of the block beside it', () => {
  const cells = row('项目', '预算拨款', '项', '预算拨款')
  const sheet = { page: 1, box: [0, 0, 500, 500], grids: [{ cells, xs: [0] }], lines: [] } as unknown as Sheet
  mendWords([sheet], { words: toLexicon(['项目', '预算拨款']), titles: new Map(), isHeader: () => false, misread })
  expect(cells[2]!.text).toBe('项目')
  expect(cells[2]!.unsure).toBeUndefined()
})

it('counts on where several labels have lost their numbers, and leaves them in doubt', () => {
  const cells = row('、基本支出', '、项目支出', '、预留经费').map((cell) => ({ ...cell, row: cell.col, col: 0 }))
  mendNumbers(cells)
  expect(cells.map((c) => c.text)).toEqual(['一、基本支出', '二、项目支出', '三、预留经费'])
  expect(cells.slice(1).every((c) => c.unsure)).toBe(true)
})

it('has lost 一、 above 二、 where the label was read with less than certainty', () => {
  const read = (confidence: number, indent = 0) => {
    const cells = row('基本支出', '二、项目支出').map((cell) => ({ ...cell, row: cell.col, col: 0 }))
    for (const [i, cell] of cells.entries())
      cell.glyphs = cell.glyphs.map((g) => ({ ...g, confidence, box: [i === 0 ? indent : 0, 0, 90, 10] }))
    mendNumbers(cells)
    return [cells[0]!.text, cells[0]!.unsure]
  }
  expect(read(0.92)).toEqual(['一、基本支出', true])
  expect(read(0.98)).toEqual(['基本支出', undefined])
  // It begins where the words behind 二、 do.
  expect(read(0.98, 20)).toEqual(['一、基本支出', true])
  expect(read(0.98, 40)).toEqual(['基本支出', undefined])
})

it('takes a digit that touches a known word for none of it, and leaves the word in doubt', () => {
  const known = toLexicon(['教育支出'])
  const read = (text: string) => mend([{ text, share: 0.99 }], known)
  expect(read('8教育支出')).toEqual({ text: '教育支出', sure: false })
  expect(read('8、教育支出').sure).toBe(true)
})

it('a letter before the mark of a number is that number where the reader found it possible, and leaves the line in doubt else', () => {
  const mended = (text: string, ...others: string[]) => {
    const cells = [row('四、工资福利支出', '1.00'), row(text, '2.00')].flatMap((cells, i) =>
      cells.map((cell) => ({ ...cell, row: i })),
    )
    const [cell] = cells.slice(2)
    const alternatives = others.map((other) => ({ text: other, confidence: 0.2 }))
    cell!.glyphs = cell!.glyphs.map((g) => ({ ...g, confidence: 0.7, alternatives }))
    const sheet = { grids: [{ cells, xs: [0, 50, 100] }], lines: [] } as unknown as Sheet
    const words = toLexicon(['工资福利支出', '单位预留机动经费'])
    mendWords([sheet], { words, titles: new Map(), isHeader: () => false, misread })
    return [cell!.text, cell!.unsure === true]
  }
  expect(mended('费、单位预留机动经费', '五、单位预留机动经费')).toEqual(['五、单位预留机动经费', false])
  expect(mended('费、单位预留机动经费', '七、单位预留机动经费')[1]).toBe(true)
  expect(mended('费、单位预留机动经费')[1]).toBe(true)
})

it('believes in a header that a title repeats within it, where both were read well', () => {
  const isUnsure = (header: string, inTitle: number) => {
    const [cell] = row(header)
    cell!.glyphs = cell!.glyphs.map((g) => ({ ...g, confidence: 0.93 }))
    const text = '2026年部门一般公共预算基本支出预算表'
    const glyphs = [{ text, box: [0, 0, 200, 10], size: 10, confidence: inTitle, source: 'ocr' }]
    const grids = [{ cells: [cell!], xs: [0] }]
    const sheet = {
      page: 1,
      box: [0, 0, 500, 500],
      grids,
      lines: [{ text, box: [0, 0, 200, 10], size: 10, glyphs }],
    } as unknown as Sheet
    mendWords([sheet], { words: new Map(), titles: new Map(), isHeader: () => false, misread })
    return cell!.unsure === true
  }
  expect(isUnsure('一般公共预算基本支出', 0.96)).toBe(false)
  expect(isUnsure('一般公共预算基本支出', 0.6)).toBe(true)
  expect(isUnsure('一般公共预算项目支出', 0.96)).toBe(true)
  // Short words stand within many others.
  expect(isUnsure('预算基本', 0.96)).toBe(true)
})

it('reads 一般公共 where 一 was lost and half of 般, and 预算 and 拨款 where no other word has such a letter', () => {
  expect(spelledBy(misread.words)('股公共预算财政搜款')).toBe('一般公共预算财政拨款')
  expect(spelledBy(misread.words)('一限公共镇算')).toBe('一般公共预算')
  expect(spelledBy(misread.words)('3.围有资本经营预算核款结条、结转')).toBe('3.国有资本经营预算拨款结余、结转')
  expect(spelledBy(misread.words)('财政投资的控股公共企业')).toBe('财政投资的控股公共企业')
})

it('a long header with a letter that nobody doubts is a known one that differs by it, in doubt, and a label is not', () => {
  const read = (text: string, beside: string) => {
    const cells = row(text, beside)
    const trace = [...text].flatMap((c) => [[[c, 0.999] as const], [['', 1] as const]])
    cells[0]!.glyphs = cells[0]!.glyphs.map((g) => ({ ...g, confidence: 0.1, trace }))
    const sheet = { page: 1, box: [0, 0, 500, 500], grids: [{ cells, xs: [0] }], lines: [] } as unknown as Sheet
    const words = toLexicon(['公务用车购置及运行维护费', '狱政设施建设费'])
    mendWords([sheet], { words, titles: new Map(), isHeader: () => false, misread })
    return cells[0]!
  }
  expect(read('公务用军购置及运行维护费', '小计')).toMatchObject({ text: '公务用车购置及运行维护费', unsure: true })
  expect(read('所政设施建设费', '1.00')).toMatchObject({ text: '所政设施建设费', unsure: true })
})
