/** What a unit owns, as tables of assets and of running costs list it. */
import type { Columns } from '../../src/template/define.ts'

/** Vehicles by what they are for, as all forms name them. */
export const vehicleKinds: Columns = {
  vehicles_minister: ['*副部*用车', '*副部*领导*'],
  vehicles_leaders: ['*主要领导*用车', '*主要负责人*用车', '*领导干部用车'],
  vehicles_confidential: ['*机要通信*'],
  vehicles_emergency: ['*应急保障*'],
  vehicles_enforcement: ['*执法执勤*'],
  vehicles_technical: ['*特种专业技术*'],
  vehicles_retired: ['*离退休干部*用车', '*离退休干部服务*'],
  vehicles_other: ['*其他用车', '*其他车辆'],
}

/** Things of more than a certain price. */
export const largeEquipment: Columns = {
  large_equipment: ['*大型设备*', '*以上*设备*', '*单价*设备*'],
  large_equipment_general: ['*以上*通用设备*', '*单价*通用设备*', '通用设备*'],
  large_equipment_special: ['*以上*专用设备*', '*单价*专用设备*', '专用设备*'],
}

/** Labels of these that count things. */
export const COUNTED = [
  '*车辆数*',
  ...['机要通信', '应急保障', '执法执勤', '特种专业技术', '离退休干部', '离退休干部服务', '其他'].map(
    (of) => `*${of}用车`,
  ),
  ...['*领导用车', '*负责人用车', '*领导干部用车', '*单价*设备*'],
]
