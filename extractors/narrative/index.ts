/** Everything the reader of prose is told: one vocabulary for all wordings. */
import type { NarrativeVocabulary } from '../../src/narrative/define.ts'
import { aliases, apart, chapters, labels, listings, skip } from './chapters.ts'
import { forms } from './forms.ts'
import {
  baseFigures,
  baseTimes,
  changing,
  countUnits,
  directions,
  leads,
  money,
  openers,
  pronouns,
  roles,
  same,
  tails,
  unbroken,
  verbs,
} from './language.ts'
import { other } from './other.ts'
import { parts } from './parts.ts'
import { threePublic } from './three-public.ts'
import { totals } from './totals.ts'

export const narrative: NarrativeVocabulary = {
  chapters,
  skip,
  apart,
  quantities: [...totals, ...parts, ...threePublic, ...other],
  forms,
  labels,
  listings,
  aliases,
  countUnits,
  roles,
  directions,
  changing,
  same,
  baseTimes,
  baseFigures,
  leads,
  openers,
  verbs,
  tails,
  money,
  pronouns,
  unbroken,
}
