/**
 * The second half of `npm run build`: the command line as a few files, since loading its two hundred
 * modules one by one takes longer than reading ten pages. The library in dist/src stays as tsc writes it.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Plugin, rolldown } from 'rolldown'
import { minifySync } from 'rolldown/utils'
import { memoised } from './src/memo.ts'

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

const isPackage = (id: string) => !/^[./\0]/.test(id)
const isInlined = (id: string) => INLINED.some((name) => id === name || id.startsWith(`${name}/`))

/** Their licences ask to go where their code goes. */
const licences: Plugin = {
  name: 'licences',
  generateBundle() {
    const texts = INLINED.map((name) => {
      const folder = join('node_modules', name)
      const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
      const file = ['LICENSE', 'LICENCE.md', 'LICENSE.md', 'license'].find((n) => existsSync(join(folder, n)))
      if (!file) throw new Error(`${name} has no licence file`)
      return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`
    })
    this.emitFile({ type: 'asset', fileName: 'LICENSES.txt', source: texts.join('\n\n') })
  },
}

const IN_PROCESS = resolve('src/page/pdf/in-process.ts')

/** What is changed in the half of pdfjs that parses; each text must be there, or the build ends. */
const CHANGES = [
  {
    what: 'asks for room for what it unpacks, without an end of its own',
    from: 'ensureBuffer(requested) {\n    const buffer',
    to: 'ensureBuffer(requested) { makingRoom(requested);\n    const buffer',
  },
  {
    what: 'mends the outlines of fonts, a tenth of their time, which reading does not look at',
    from: 'const glyphsInfo = sanitizeGlyphLocations(',
    to: `const glyphsInfo = !areOutlinesNeeded() ? { missingGlyphs: null, maxSizeOfInstructions } : sanitizeGlyphLocations(`,
  },
  {
    what: 'looks for the outline of each character',
    from: 'if (properties.composite) {\n      const {\n        cidToGidMap,\n        cMap\n      } = properties;\n      const isCidToGidMapEmpty',
    to: 'if (areOutlinesNeeded()) if (properties.composite) {\n      const {\n        cidToGidMap,\n        cMap\n      } = properties;\n      const isCidToGidMapEmpty',
  },
  {
    what: 'gives each outline a character that browsers draw',
    from: 'if (!properties.cssFontInfo) {\n      const newMapping',
    to: 'if (areOutlinesNeeded() && !properties.cssFontInfo) {\n      const newMapping',
  },
  {
    what: 'makes a font file for a browser',
    from: 'const builder = new OpenTypeFileBuilder(header.version);',
    to: 'if (!areOutlinesNeeded()) return new Uint8Array(0);\n    const builder = new OpenTypeFileBuilder(header.version);',
  },
  {
    what: 'makes a font file for a browser of a compact font',
    from: 'const mapping = font.getGlyphMapping(properties);',
    to: 'if (!areOutlinesNeeded()) return new Uint8Array(0);\n    const mapping = font.getGlyphMapping(properties);',
  },
  {
    what: 'goes through the outlines of compact fonts for faults',
    from: 'const count = charStrings.count;\n    for (',
    to: 'const count = areOutlinesNeeded() ? charStrings.count : 0;\n    for (',
  },
  {
    what: 'writes a compact font again',
    from: 'this.data = compiler.compile();',
    to: 'this.data = areOutlinesNeeded() ? compiler.compile() : new Uint8Array(0);',
  },
  {
    what: 'lists what changes hands between threads; here both halves are in one',
    from: 'get _transfers() {\n    const transfers = [];',
    to: 'get _transfers() {\n    const transfers = []; return transfers;',
  },
  {
    what: 'unpacks the dictionary of Brotli, which hardly a PDF uses, while it loads',
    from: 'let BrotliDecode = makeBrotliDecode();',
    to: 'let brotli; const BrotliDecode = (bytes) => (brotli ??= makeBrotliDecode())(bytes);',
  },
]

/**
 * Calls by which pdfjs fills in what old browsers lack; each looks at what is there first, which takes
 * a thirtieth of a short run. All Nodes we run on have what NATIVE names, and the half that draws,
 * which is loaded first, fills in the rest for both.
 */
const FILLED_IN = /^\s*(es|web)_\w+_namespaceFn\(\);$/gm
const NATIVE = /^\s*(es_(array|iterator|json|set|typed_array)|web_(dom_exception|url))_/

function withoutFilledIn(code: string, isWorker: boolean): string {
  let calls = 0
  const changed = code.replace(FILLED_IN, (call) => {
    calls++
    return NATIVE.test(call) || (isWorker && !call.includes('web_self')) ? '' : call
  })
  if (calls === 0) throw new Error('pdfjs fills in what old browsers lack by other calls: see FILLED_IN in bundle.ts')
  return changed
}

/** In the bundle pdfjs unpacks by Node's zlib, and no more than the limit. */
const inProcess: Plugin = {
  name: 'in-process',
  transform(code, id) {
    if (!/pdfjs-dist.legacy.build.pdf(\.worker)?\.mjs$/.test(id)) return null
    const names = ['DecompressionStream', 'Response'].filter((name) => code.includes(name))
    const isWorker = id.includes('worker')
    let changed = withoutFilledIn(code, isWorker)
    if (isWorker) {
      names.push('makingRoom', 'areOutlinesNeeded')
      for (const { what, from, to } of CHANGES) {
        if (!code.includes(from))
          throw new Error(`pdfjs no longer ${what} in the place known: see CHANGES in bundle.ts`)
        changed = changed.replace(from, to)
      }
    }
    return { code: `import { ${names.join(', ')} } from ${JSON.stringify(IN_PROCESS)};${changed}`, map: null }
  },
}

/**
 * Each file is read, unpacked and looked up by its sum before it runs. pdfjs has 3 MB, a third of it
 * indents and comments; and one character beyond Latin-1 makes V8 keep all of a file in two bytes a character.
 */
const small: Plugin = {
  name: 'small',
  generateBundle(_, files) {
    for (const file of Object.values(files)) {
      if (file.type !== 'chunk') continue
      if (/^pdf(\.worker)?\.cjs$/.test(file.fileName)) file.code = withoutBlanks(file.fileName, file.code)
      file.code = file.code.replace(
        /[^\0-\x7f]/g,
        (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
      )
    }
  },
}

function withoutBlanks(file: string, code: string): string {
  const shorter = minifySync(file, code, { compress: false, mangle: false })
  if (shorter.errors.length > 0) throw new Error(`${file}: ${shorter.errors[0]!.message}`)
  return shorter.code
}

/** Commander wants it for commands in files of their own, which we have none of; it takes 3 ms to load. */
const CHILDREN = '\0children'
const SPAWN = "process.getBuiltinModule('node:child_process').spawn"
const isForChildren = (id: string, importer = '') => id === 'node:child_process' && importer.includes('commander')
const withoutChildren: Plugin = {
  name: 'without-children',
  resolveId: (id, importer) => (isForChildren(id, importer) ? CHILDREN : null),
  load: (id) => (id === CHILDREN ? `export default { spawn: (...of) => ${SPAWN}(...of) }` : null),
}

/**
 * What the code was written as: modules are strict, and may load others while they run, which scripts of V8's cache
 * may not: a file that Node itself loads does it, when it is first wanted.
 */
const HEAD = '"use strict"; const dynamically = (id) => require("./import.cjs")(id); '
const asModules: Plugin = {
  name: 'as-modules',
  generateBundle(_, files) {
    this.emitFile({ type: 'asset', fileName: 'import.cjs', source: 'module.exports = (id) => import(id)\n' })
    for (const file of Object.values(files))
      if (file.type === 'chunk') file.code = HEAD + file.code.replace(/(?<![\w$.])import\(/g, 'dynamically(')
  },
}

/** Module → the modules it imports from the start. */
const imports = new Map<string, readonly string[]>()
const graph: Plugin = {
  name: 'graph',
  moduleParsed: ({ id, importedIds }) => {
    imports.set(id, importedIds)
  },
}

/** The modules that are loaded with one. */
function loadedWith(file: string): Set<string> {
  const found = new Set([resolve(file)])
  for (const id of found) for (const next of imports.get(id) ?? []) found.add(next)
  return found
}

/** What one command loads, in one file: each file costs a third of a millisecond. Help needs the first alone. */
const FILES = { program: 'src/cli/program.ts', extract: 'src/cli/extract.ts' }
const loaded = memoised(loadedWith)
const groups = Object.entries(FILES).map(([name, file], i, all) => {
  const earlier = all.slice(0, i).map(([, before]) => before)
  return { name, test: (id: string) => loaded(file).has(id) && !earlier.some((before) => loaded(before).has(id)) }
})

const bundle = await rolldown({
  // The worker of a batch is a program of its own (src/batch/child.ts starts it), and so is each thread that reads scans.
  input: {
    program: 'src/cli/program.ts',
    worker: 'src/batch/worker.ts',
    'network-thread': 'src/ocr/network-thread.ts',
  },
  platform: 'node',
  external: (id, importer) => isPackage(id) && !isInlined(id) && !isForChildren(id, importer),
  plugins: [graph, inProcess, withoutChildren, small, asModules, licences],
})
// CommonJS for src/cli/code-cache.ts: Node gives no way to do the same with modules.
await bundle.write({
  dir: 'dist/cli',
  format: 'cjs',
  cleanDir: true,
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name].cjs',
  sourcemap: true,
  codeSplitting: { groups },
})

const main = await rolldown({ input: 'src/cli/main.ts', platform: 'node', external: /program\.ts$/ })
await main.write({ file: 'dist/cli/main.js', format: 'esm', codeSplitting: false })

// The watchdog's thread, in one file: it starts while the first page is being read.
const watch = await rolldown({ input: 'src/cli/watch.ts', platform: 'node' })
await watch.write({ file: 'dist/cli/watch.cjs', format: 'cjs' })
