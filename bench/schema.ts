/** `npm run schema`: writes schema/document.schema.json from src/model.ts, the one definition. */
import { writeFileSync } from 'node:fs'
import { documentJsonSchema } from '../src/output/json-schema.ts'

writeFileSync(new URL('../schema/document.schema.json', import.meta.url), documentJsonSchema())
