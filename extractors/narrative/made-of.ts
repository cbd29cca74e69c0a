/** Which parts are all of a quantity: where all of them are told, they sum to it. */
import type { Quantity } from '../../src/narrative/define.ts'

const MADE_OF: Readonly<Record<string, readonly string[]>> = {
  three_public: ['outbound', 'vehicle', 'reception'],
  vehicle: ['vehicle_purchase', 'vehicle_operation'],
  reception: ['reception_domestic', 'reception_abroad'],
  basic_expenditure: ['personnel', 'non_personnel'],
  general_public_basic_expenditure: ['personnel', 'non_personnel'],
}

export function withParts(quantities: readonly Quantity[]): Quantity[] {
  return quantities.map((q) => (MADE_OF[q.name] ? { ...q, madeOf: MADE_OF[q.name]! } : q))
}
