/** 部门基本情况表, 人员编制及车辆情况表: posts, people and vehicles, counted; a line a unit, or an item a line. */
import { defineTable } from '../src/template/define.ts'

/** What may be counted of posts and of people alike: below 编制人数, below 实有人数. */
const kindsOf = (over: readonly string[], kind: string) => [
  ...over.flatMap((head) => [`${head}/${kind}`, `${head}/${kind}人员`, `${head}/${kind}编制*`, `${head}/${kind}人数`]),
]
const POSTS = ['*编制*']
const PEOPLE = ['*实有*', '*在职*', '*在编*']

export const staff = defineTable({
  id: 'staff',
  kind: 'any',
  titles: [
    '[基本情况表]',
    '[基本情况]一览表',
    '[人员情况]表',
    '人员基本情况表',
    '[人员编制]及车辆情况表',
    '[机构人员]情况表',
    '[基本数字]表',
    '[基本信息]表',
    '[单位构成]表',
    '[单位构成]情况表',
  ],
  titleHas: [
    '人员编制',
    '人员及车辆',
    '人员、车辆',
    '人员和车辆',
    '编制及车辆',
    '机构人员',
    '及人员情况',
    '机构、人员',
    '编制情况',
  ],
  unlike: ['三公', '运行', '绩效', '经费', '支出', '收入', '收支', '项目', '资产', '采购', '决算表', '预算表'],
  rows: { by: 'unit', key: 'staff', values: ['数量', '*人数', '数', '*数量', '*数值', '年末*', '合计'] },
  counts: ['*'],
  columns: {
    posts: ['*编制人数', '*编制数', '编制', '编制总数', '*编制人数/小计', '*编制*/合计', '*编制*/小计', '*编制控制数'],
    posts_administrative: ['*行政编制*', ...kindsOf(POSTS, '行政')],
    posts_institution: ['*事业编制*', ...kindsOf(POSTS, '事业')],
    posts_like_civil_service: ['*参公编制*', ...kindsOf(POSTS, '参公'), ...kindsOf(POSTS, '参照公务员法管理')],
    posts_worker: ['*工勤编制*', '*机关工人编制*', ...kindsOf(POSTS, '工勤')],
    staff: [
      '*实有人数',
      '*在职人数',
      '*在职人员',
      '*在职*总数',
      '*实有*/合计',
      '*实有*/小计',
      '在职',
      '*在职*人数',
      '*在编人数',
    ],
    staff_administrative: ['行政人员*', '*在职*行政*', ...kindsOf(PEOPLE, '行政')],
    staff_institution: ['事业人员*', '*在职*事业*', ...kindsOf(PEOPLE, '事业')],
    staff_like_civil_service: ['参公人员*', ...kindsOf(PEOPLE, '参公'), ...kindsOf(PEOPLE, '参照公务员法管理')],
    staff_worker: ['工勤人员*', ...kindsOf(PEOPLE, '工勤')],
    staff_serving: ['*实有*/在职', '*实有*/在职人员', '*实有*/在职人数'],
    retirees: ['离退休*', '*离退休人*', '离退休人员/小计', '离退休人员/合计'],
    retired_veterans: ['离休*', '*/离休', '*离休人员*', '*离休人数*'],
    retired: ['退休*', '*/退休', '退休人员*', '*/退休人员*'],
    temporary: ['*临时*', '*编外*', '*聘用*', '*合同制*', '*长期聘*'],
    survivors: ['*遗属*'],
    students: ['*学生*'],
    vehicle_quota: ['*车辆编制*', '*车编*', '车辆*/编制*', '*用车编制*'],
    vehicles: [
      '*车辆实有*',
      '*实有车辆*',
      '车辆数*',
      '*车辆数',
      '车辆*/实有*',
      '*车辆保有*',
      '车辆',
      '*用车实有*',
      '*用车数*',
    ],
    office_area: ['*办公用房*', '*办公用房*面积*', '*房屋面积*', '*建筑面积*'],
  },
  texts: { nature: ['*单位性质', '*性质', '单位类型', '*经费供给*', '预算管理形式', '*拨款方式*'] },
})
