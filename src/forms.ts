/** What this product knows of the field, as the engine wants it handed in. */
import { crossTable, lines, roles, subjects, templates } from '../extractors/index.ts'
import { narrative } from '../extractors/narrative/index.ts'
import { performance } from '../extractors/performance.ts'
import type { Knowledge } from './extract.ts'

export const forms: Knowledge = { templates, roles, crossTable, subjects, lines, narrative, performance }
