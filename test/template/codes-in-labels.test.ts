/** Codes that stand in the cell of their name, and names that begin with digits. */
import { expect, it } from 'vitest'
import { codesInLabels } from '../../src/template/lines/printed-codes.ts'

it.each([
  '2026 年信息化专项',
  '2026年信息化专项',
  '100 万元以上设备',
  '100万元以上设备',
  '12345政府热线',
  '120急救中心',
])('%s is a name', (name) => {
  expect(codesInLabels([name])).toEqual({ codes: [], labels: [name] })
})

it.each([
  ['201一般公共服务支出', '201', '一般公共服务支出'],
  ['[20103]政府办公厅', '20103', '政府办公厅'],
  ['[2014004信访业务', '2014004', '信访业务'],
  ['0101-公共安全服务', '0101', '公共安全服务'],
  ['101 某市某局', '101', '某市某局'],
  ['101001某市某中心', '101001', '某市某中心'],
  ['行政运行(2010301)', '2010301', '行政运行'],
])('%s is a code and a name', (label, code, name) => {
  expect(codesInLabels([label])).toEqual({ codes: [code], labels: [name] })
})
