/** How prose divides, explains and titles: the words between what it tells. */

/** Words that explain: behind them other things are spoken of. */
export const explaining: readonly string[] = ['原因', '主要是', '剔除', '扣除', '可比口径', '同口径']

/** Words at whose end parts of the figure before begin. */
export const dividing: readonly string[] = [
  ...['包括', '其中', '以下方面', '支出内容为', '划分', '分类', '主要用于', '分为'],
  ...['来源分', '性质分', '用途分', '功能分', '年度分'],
]

/** What a whole is divided by anew, behind 按: 按支出性质, 按经济分类. */
export const divisions: readonly string[] = [
  ...['分类', '划分', '来源', '性质', '用途', '分为'],
  ...['来源分', '性质分', '用途分', '功能分', '年度分'],
]

/** Words before 包括 and the like that name all that the paragraph tells of: 收入包括. */
export const allOf: readonly string[] = ['收入包括', '支出包括']

/** What money told of after ； is spent on: 主要用于. */
export const spending: readonly string[] = ['用于']

/** Words after which a name begins anew. */
export const renaming: readonly string[] = ['原因是', '主要是', '包括', '其中', '主要用于']

/** The sum of a list, said again at its end. */
export const sums: readonly string[] = ['合计', '共计', '总计']

/** How names of organisations end that stand before a year. */
export const organisations: readonly string[] = [
  ...'局委办厅院部处会所站校馆队镇乡县区市园',
  '中心',
  '单位',
  '部门',
  '政府',
  '街道',
  '本级',
  '系统',
  '机关',
  '公司',
]

/** How headings end. */
export const titles: readonly string[] = ['说明', '情况', '概况', '安排', '解释']

/** How titles of tables end. */
export const tableTitles: readonly string[] = ['表', '表)', '明细']

export const averages: readonly string[] = ['节约资金', '平均', '人均', '每辆', '每人', '每批', '每次', '每台', '单价']

/** Words of what may be below nought. */
export const signed: readonly string[] = ['结转', '结余', '余额', '差额', '净']

/** Of what money, or of what whole, a sentence speaks: 政府性基金预算项目 …，涉及资金 10 万元 beside 一般公共预算项目 …. */
export const scopes: readonly string[] = [
  '一般公共预算',
  '政府性基金',
  '国有资本经营',
  '社会保险基金',
  '整体支出',
  '重点评价',
  '部门评价',
  // Chengdu: of kinds of projects.
  ...['人员类项目', '运转类项目', '特定目标类项目'],
  // 拟新增配置车辆 1 辆，其中机要通信用车 0 辆: not those that there are.
  ...['拟', '计划'].flatMap((lead) => ['新增', '购置', '配置', '配备'].map((word) => lead + word)),
]
