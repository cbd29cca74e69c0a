import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { language, templates } from '../../extractors/index.ts'
import { printable, titleSense } from '../../src/template/around/title.ts'
import { allColumns, expectedColumns } from '../../src/template/columns/expected.ts'
import { spelledTemplate } from '../../src/template/columns/spelled.ts'
import { hashTemplates, loadTemplates, withOwn } from '../../src/template/load.ts'
import { templateSchema } from '../../src/template/schema.ts'

const titles = titleSense(language)

describe('our templates', () => {
  it.each(templates.map((t) => [t.id, t] as const))('%s fits the schema that users are held to', (_, template) => {
    expect(templateSchema.safeParse(template).error?.issues).toBeUndefined()
  })

  it('expect columns that they have', () => {
    const others = templates.flatMap((t) => expectedColumns(t).filter((id) => !allColumns(t).includes(id)))
    expect(others).toEqual([])
  })

  it('have ids that stand once', () => {
    expect(new Set(templates.map((t) => t.id)).size).toBe(templates.length)
  })

  it('are spelled as headers are compared with them', () => {
    const otherwise = templates.flatMap((t) => {
      const spelled = spelledTemplate(t, language)
      const parts = [t, spelled].map(({ columns, labels, texts, prefixes, suffixes, rows }) => ({
        ...{ columns, labels, texts, prefixes, suffixes, rows },
      }))
      return JSON.stringify(parts[0]) === JSON.stringify(parts[1]) ? [] : [t.id]
    })
    expect(otherwise).toEqual([])
  })

  it.each(templates.flatMap((t) => t.titles.map((title) => [printable(title), t.id, t.kind] as const)))(
    '%s is known for %s',
    (title, id, kind) => {
      const rivals = templates.filter((t) => t.kind === kind || t.kind === 'any' || kind === 'any')
      const best = Math.max(...rivals.map((t) => titles.score(title, t)))
      expect(titles.score(title, templates.find((t) => t.id === id)!)).toBe(best)
    },
  )
})

describe('titles', () => {
  it.each([
    '项目支出预算调整表',
    '2026年上半年政府采购预算表',
    '一般公共预算“三公”经费支出预算追加表',
    '政府采购预算结转表',
  ])('%s is that of another table than the form it names', (title) => {
    expect(templates.filter((t) => titles.score(title, t) > 0).map((t) => t.id)).toEqual([])
  })

  it.each([
    ['表1：2026年市级部门收支预算总表', '收支'],
    ['国家信访局2024年度收入支出决算总表', '国家信访局收支'],
    ['一般公共预算财政拨款基本支出决算明细表', '一般公共基本支出'],
    ['预算05表 一般公共预算支出表', '一般公共支出'],
    ['【表5】一般公共预算支出表', '一般公共支出'],
    ['七、2018年度某院一般公共预算支出预算表', '某院一般公共支出'],
  ])('%s comes down to %s', (title, core) => {
    expect(titles.core(title)).toBe(core)
  })

  it('does not take a sentence for a title', () => {
    const income = templates.find((t) => t.id === 'income')!
    expect(titles.score('本表反映部门本年度取得的各项收入情况。', income)).toBe(0)
  })
})

describe('templates of a user', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'juesuan-templates-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  const own = {
    id: 'pension',
    kind: 'budget',
    titles: ['债务情况表'],
    rows: { by: 'label' },
    columns: { amount: ['余额'] },
  }

  it('are read from JSON and from modules, and take the place of ours', async () => {
    await writeFile(join(folder, 'debt.json'), JSON.stringify(own))
    await writeFile(join(folder, 'income.mjs'), `export const income = ${JSON.stringify({ ...own, id: 'income' })}`)
    const loaded = await loadTemplates(folder)
    expect(loaded.map((t) => t.id)).toEqual(['pension', 'income'])
    const all = withOwn(templates, loaded)
    expect(all).toHaveLength(templates.length + 1)
    expect(all.find((t) => t.id === 'income')?.titles).toEqual(['债务情况表'])
  })

  it('are refused with the file and the field', async () => {
    await writeFile(join(folder, 'debt.json'), JSON.stringify({ ...own, rows: { by: 'lines' } }))
    await expect(loadTemplates(folder)).rejects.toThrow(`${join(folder, 'debt.json')}: rows.by: `)
  })

  it('are refused with all that is wrong, down to an identity', async () => {
    const wrong = { ...own, colums: {}, identities: [{ sum: 'amount', off: ['a'] }] }
    await writeFile(join(folder, 'debt.json'), JSON.stringify(wrong))
    await expect(loadTemplates(folder)).rejects.toThrow(/identities\.0: an identity is .*; the template: .*colums/)
  })

  it('may spell their headers as their form prints them', () => {
    const template = {
      ...own,
      kind: 'budget',
      columns: { basic: ['基本支出预算', '2026年/总计', '*支出预算'] },
    } as const
    expect(spelledTemplate({ ...template, rows: { by: 'label' } }, language).columns).toEqual({
      basic: ['基本支出', '2026年/合计', '*支出预算'],
    })
  })

  it('are refused where two have one id, with both files', async () => {
    for (const name of ['a.json', 'b.json']) await writeFile(join(folder, name), JSON.stringify(own))
    await expect(loadTemplates(folder)).rejects.toThrow(/b\.json: id: .*a\.json has a template pension/)
  })

  it('may be exported by name and as the default at once', async () => {
    await writeFile(join(folder, 'debt.mjs'), `export const debt = ${JSON.stringify(own)}\nexport default debt`)
    expect(await loadTemplates(folder)).toHaveLength(1)
  })

  it('have a hash that changes with what they say, and with what they share', async () => {
    await mkdir(join(folder, 'shared'))
    await writeFile(join(folder, 'debt.json'), JSON.stringify(own))
    await writeFile(join(folder, 'shared/words.mjs'), 'export const words = 1')
    const first = await hashTemplates(folder)
    expect(await hashTemplates(folder)).toBe(first)
    await writeFile(join(folder, 'shared/words.mjs'), 'export const words = 2')
    expect(await hashTemplates(folder)).not.toBe(first)
    expect(await loadTemplates(folder)).toHaveLength(1)
  })

  it('are refused when the folder is not there', async () => {
    await expect(loadTemplates(join(folder, 'none'))).rejects.toThrow(/--extractors/)
  })
})
