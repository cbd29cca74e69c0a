/** What the figures of a budget and of accounts are called that others are compared with: in headers as in prose. */

export const plannedFigures: readonly string[] = ['预算', '预算数', '年初预算', '年初预算数']
export const spentFigures: readonly string[] = [
  ...['执行', '执行数', '预算执行', '预算执行数', '决算', '决算数', '实际数'],
]
