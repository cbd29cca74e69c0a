/** What is checked of the document as a whole, besides its sums. */
import type { Check, Finding, Table } from '../../model.ts'
import { checkAgreement } from './agreement.ts'
import { checkCodeNames } from './code-names.ts'
import { checkContents } from './contents.ts'
import { checkEmpty } from './empty.ts'
import { type Printed, toCheck, toFinding } from './fact.ts'
import { checkLineNumbers } from './line-numbers.ts'
import { looseFindings } from './loose.ts'
import { checkTableNumbers } from './table-numbers.ts'
import { checkTotals } from './totals.ts'
import { unknownFindings } from './unknown.ts'

export interface DocumentChecked {
  checks: Check[]
  findings: Finding[]
  /** Tables that the contents announce and that are not there. */
  missing: Table[]
}

export function checkDocument(printed: Printed): DocumentChecked {
  const { facts, missing } = checkContents(printed)
  facts.push(
    ...checkAgreement(printed),
    ...checkCodeNames(printed),
    ...checkLineNumbers(printed),
    ...checkEmpty(printed),
    ...checkTableNumbers(printed),
    ...checkTotals(printed),
  )
  return {
    checks: facts.map(toCheck),
    findings: [...facts.flatMap(toFinding), ...looseFindings(printed), ...unknownFindings(printed.recognised)],
    missing,
  }
}
