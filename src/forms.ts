/** The tables this product knows, as the engine wants them handed in. */
import { roles, templates } from '../extractors/index.ts'
import type { Forms } from './template/tables.ts'

export const forms: Forms = { templates, roles }
