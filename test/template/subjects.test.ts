/** The list of subject codes is clean enough to read labels by. */
import { expect, test } from 'vitest'
import { subjects } from '../../extractors/vocabulary/subjects.ts'
import { subjectNames } from '../../src/template/subjects.ts'

test('every subject stands below a subject of the list', () => {
  for (const [classification, names] of Object.entries(subjects)) {
    const orphans = Object.keys(names).filter((code) => code.length > 3 && !(code.slice(0, -2) in names))
    expect(orphans, classification).toEqual([])
  }
})

test('names are those of subjects, not of offices, and each stands once', () => {
  const names = Object.values(subjects).flatMap((codes) => Object.entries(codes))
  expect(names.length).toBeGreaterThan(750)
  for (const [code, list] of names) {
    expect(code).toMatch(/^\d{3}(\d\d){0,2}$/)
    expect(new Set(list).size, code).toBe(list.length)
    for (const name of list) expect(name, code).not.toMatch(/局$|[\s\d]|^.{40,}$/)
  }
})

test('a code that was renamed keeps its earlier name; one that is not in the list has none', () => {
  expect(subjectNames(subjects, '207')).toEqual(['文化旅游体育与传媒支出', '文化体育与传媒支出'])
  expect(subjectNames(subjects, '30231')).toEqual(['公务用车运行维护费'])
  expect(subjectNames(subjects, '2019999999')).toEqual([])
})
