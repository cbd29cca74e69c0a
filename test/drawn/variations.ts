/** All variations, in the order they are applied. docs/layouts.md lists them. */
import type { Variation } from './plan.ts'
import { captions } from './vary-captions.ts'
import { looks } from './vary-looks.ts'
import { merged } from './vary-merged.ts'
import { pages } from './vary-pages.ts'
import { programs } from './vary-programs.ts'
import { contents } from './vary-tables.ts'

export const variations: readonly Variation[] = [...contents, ...captions, ...looks, ...pages, ...merged, ...programs]
