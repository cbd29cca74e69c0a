/**
 * The second half of `npm run build`: the command line as a few files, since loading its two hundred
 * modules one by one takes longer than reading ten pages. The library in dist/src stays as tsc writes it.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Plugin, rolldown } from 'rolldown'

/** Pure JavaScript that goes into the bundle. All else (native code, models, the data of pdfjs) is loaded from node_modules. */
const INLINED = [
  'commander',
  'decimal.js',
  'fastest-levenshtein',
  'p-limit',
  'papaparse',
  'pdfjs-dist',
  'yocto-queue',
  'zod',
]

const isPackage = (id: string) => !/^[./]/.test(id)
const isInlined = (id: string) => INLINED.some((name) => id === name || id.startsWith(`${name}/`))

/** Their licences ask to go where their code goes. */
const licences: Plugin = {
  name: 'licences',
  generateBundle() {
    const texts = INLINED.map((name) => {
      const folder = join('node_modules', name)
      const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
      const file = ['LICENSE', 'license', 'LICENCE.md', 'LICENSE.md'].find((n) => existsSync(join(folder, n)))
      if (!file) throw new Error(`${name} has no licence file`)
      return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`
    })
    this.emitFile({ type: 'asset', fileName: 'LICENSES.txt', source: texts.join('\n\n') })
  },
}

const IN_PROCESS = resolve('src/page/in-process.ts')

/** What is put into the text of pdfjs, and between what. A new version that reads otherwise ends the build. */
interface Change {
  file: 'pdf.mjs' | 'pdf.worker.mjs'
  behind: string
  before: string
  put: string
  why: string
}

const CHANGES: readonly Change[] = [
  {
    file: 'pdf.worker.mjs',
    behind: 'ensureBuffer(requested) {',
    before: '\n    const buffer',
    put: 'makingRoom(requested);',
    why: 'room for what it unpacks is made without an end of its own',
  },
  {
    file: 'pdf.worker.mjs',
    behind: 'dupFirstEntry, maxSizeOfInstructions) {',
    before: '\n',
    put: 'if (!isDrawing()) return { missingGlyphs: Object.create(null), maxSizeOfInstructions: 0 };',
    why: 'outlines of letters are repaired, which only drawing needs',
  },
  {
    file: 'pdf.mjs',
    behind: 'function warn(msg) {',
    before: '\n',
    put: 'if (msg.startsWith("Please use the `legacy` build")) return;',
    why: 'what Node lacks is in src/page/newer.ts',
  },
]

/**
 * The modern build of pdfjs in place of the one for old browsers, whose many stand-ins for what every Node has
 * take as long to load as ten pages to read. In the bundle pdfjs unpacks by Node's zlib, and no more than the limit.
 */
const inProcess: Plugin = {
  name: 'in-process',
  resolveId(id) {
    const file = /^pdfjs-dist\/legacy\/build\/(pdf(?:\.worker)?\.mjs)$/.exec(id)?.[1]
    return file ? resolve('node_modules/pdfjs-dist/build', file) : null
  },
  transform(code, id) {
    const file = /pdfjs-dist.build.(pdf(?:\.worker)?\.mjs)$/.exec(id)?.[1]
    if (!file) return null
    let changed = code
    for (const { behind, before, put, why } of CHANGES.filter((c) => c.file === file)) {
      const parts = changed.split(behind + before)
      if (parts.length !== 2) throw new Error(`pdfjs has changed: ${why}, and not at "${behind}"`)
      changed = parts.join(behind + put + before)
    }
    const names = ['DecompressionStream', 'Response', 'makingRoom', 'isDrawing'].filter((n) => changed.includes(n))
    return { code: `import { ${names.join(', ')} } from ${JSON.stringify(IN_PROCESS)};${changed}`, map: null }
  },
}

const bundle = await rolldown({
  // The worker of a batch is a program of its own (src/batch/child.ts starts it), and so is the watchdog's.
  input: { main: 'src/cli/main.ts', worker: 'src/batch/worker.ts', watch: 'src/cli/watch.ts' },
  platform: 'node',
  external: (id) => isPackage(id) && !isInlined(id),
  plugins: [inProcess, licences],
})
await bundle.write({
  dir: 'dist/cli',
  format: 'esm',
  cleanDir: true,
  chunkFileNames: '[name].js',
  sourcemap: true,
  // White space alone is a third of what has to be read; names stay, for messages of errors.
  minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
})
