/** What readers of scans take words of the field for: no word of it has these letters there. */
import type { FieldLanguage } from '../../src/template/language.ts'

export const misread: FieldLanguage['misread'] = {
  words: [
    // 项目, 科目
    [/(?<=[项科])[日曰自]/g, '目'],
    // 收入, but 征收人员
    [/(?<=收)人(?!员)/g, '入'],
    // 预算
    [/[镇损顶顸](?=算)/g, '预'],
    // 财政拨款, 预算拨款
    [/(?<=财政|预算)[援披拔泼发按授撞演搜缓技接拢核](?=款)/g, '拨'],
    // 国有资本
    [/[围囯园圆固囿](?=有资(本|产))/g, '国'],
    // 一般公共预算: 一 is a thin stroke, lost or not, and of 般 its left half is
    [/^一?[股殷限船](?=公共)/g, '一般'],
    // 结余, but 缴纳余额
    [/(?<!缴)纳(?=余(?!额))/g, '结'],
    // “三公”经费, a stroke lost
    [/[一二=](?=公["“”'’]?\s*经费)/g, '三'],
    [/(?<=结)[条佘](?=[、,，]|$)/g, '余'],
    // 2025—2026年, 计划—“GJYC”
    [/(?<=\d)一(?=\d)|(?<=\p{Script=Han})一(?=[“"]?[A-Za-z])/gu, '—'],
    // 设备
    [/设务|没备/g, '设备'],
  ],
  // 2024年, 2024年部门: each may stand before a title that forms print without it.
  beforeTitle: [/^(19|20)\d\d\s*年度?/, /^((19|20)\d\d\s*年度?)?(本?部门|预算单位|本?单位|[省市区县]级部门)/],
  // 支出预算表: no title ends in such a letter.
  titleEnd: [/(?<=预算|决算|支出|收入|情况|明细|总)[妻衰袁斐衷麦]$/, '表'],
}
