/** The report as Markdown. */
import { type Evidence, title } from './evidence.ts'
import { type Report, type ReportFinding, ranges, share } from './report.ts'
import { WORDS } from './words.ts'

export function reportMarkdown(report: Report): string {
  const words = WORDS[report.language]
  const { source } = report.document
  const { columns, state } = words
  const tables = report.tables.map(({ table, amounts, proved }) => [
    `${table.number ?? ''} ${title(table)}`.trim(),
    ranges(table.pages),
    table.unit ?? '',
    state[table.state],
    String(amounts),
    amounts > 0 ? share(proved, amounts) : '',
  ])
  const head = [columns.table, columns.pages, columns.unit, columns.state, columns.amounts, columns.proved]
  return [
    `# ${plain(report.title)} – ${words.heading}`,
    `${plain(source.file)} · ${words.pageCount(source.pages)} · SHA-256 \`${source.sha256}\``,
    `${report.amounts} ${words.tiles.amounts}, ${share(report.proved, report.amounts)} ${words.tiles.proved}`,
    `## ${words.findings}`,
    ...(report.findings.length === 0 ? [words.clean] : report.findings.map((f, i) => finding(f, i + 1, report))),
    `## ${words.tables}`,
    grid([head, ...tables]),
    ...words.about,
    '',
  ].join('\n\n')
}

function finding({ finding: f, message, where, evidence }: ReportFinding, n: number, report: Report): string {
  const words = WORDS[report.language]
  const head = `${n}. **${words.severity[f.severity]}** ${plain(message)}${where === '' ? '' : `（${plain(where)}）`}`
  return [head, ...evidence.map((e) => indent(support(e, report)))].join('\n\n')
}

function support({ rule, sentences, figures, sum }: Evidence, { language }: Report): string {
  const words = WORDS[language]
  const said = sentences.map((s) => `> ${words.inProse}：${plain(s.quote)}（${words.page(s.page)}）`)
  const printed = figures.map(
    (f) =>
      `- ${f.sign} ${plain(f.label)}: ${plain(f.printed) || words.blank}${f.page === null ? '' : `（${words.page(f.page)}）`}`,
  )
  const told = sentences.length > 0
  const verdict = sum
    ? [
        `${told ? words.expected : words.printed} ${sum.expected}, ${told ? words.inProse : words.computed} ${sum.actual}, ${words.difference} ${sum.difference} ${sum.unit}（${words.rounding} ${sum.tolerance}）`,
      ]
    : []
  return [plain(rule), said.join('\n>\n'), printed.join('\n'), ...verdict].filter((s) => s !== '').join('\n\n')
}

function grid(rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(plain).join(' | ')} |`
  const [head = [], ...body] = rows
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...body.map(line)].join('\n')
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '   ')
}

/** Text of a document that must not be taken for Markdown or HTML. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]|#~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
}
