/** Everything the reader of prose is told: one vocabulary for all wordings. */
import type { NarrativeVocabulary } from '../../src/narrative/define.ts'
import { assets } from './assets.ts'
import * as chapters from './chapters.ts'
import * as comparing from './comparing.ts'
import * as discourse from './discourse.ts'
import { forms } from './forms.ts'
import { ofFunds } from './funds.ts'
import * as language from './language.ts'
import { withParts } from './made-of.ts'
import { other } from './other.ts'
import { parts } from './parts.ts'
import { performance } from './performance.ts'
import { threePublic } from './three-public.ts'
import { totals } from './totals.ts'

export const narrative: NarrativeVocabulary = {
  ...chapters,
  ...language,
  ...comparing,
  ...discourse,
  quantities: withParts([
    ...[...totals, ...parts, ...ofFunds, ...threePublic],
    ...[...other, ...assets, ...performance],
  ]),
  forms,
}
