/** The report as one HTML page that needs nothing else. */
import type { Coverage } from '../coverage.ts'
import { type Evidence, type Figure, title } from './evidence.ts'
import { Html, html } from './html.ts'
import { type Report, type ReportFinding, ranges, share } from './report.ts'
import { STYLE } from './style.ts'
import { WORDS } from './words.ts'

/** Open amounts of a table beyond this many are counted, not listed. */
const LISTED = 40
/** Nothing is fetched and nothing runs, whatever a document says. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'"

export function reportHtml(report: Report): string {
  const words = WORDS[report.language]
  const { source } = report.document
  return html`<!doctype html>
<html lang="${words.html}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${report.title} – ${words.heading}</title>
<style>${new Html(STYLE)}</style>
</head>
<body><main>
<header>
<p class="kicker">${words.heading}</p>
<h1>${report.title}</h1>
<p class="source">${source.file} · ${words.pageCount(source.pages)} · SHA-256 ${source.sha256}</p>
</header>
${tiles(report)}
<h2>${words.findings}</h2>
${report.findings.length === 0 ? html`<p class="clean">${words.clean}</p>` : report.findings.map((f) => finding(f, report))}
<h2>${words.tables}</h2>
${tables(report)}
${open(report)}
<h2>${words.checks}</h2>
${rules(report)}
<footer>${words.about.map((line) => html`<p>${line}</p>`)}</footer>
</main></body>
</html>
`.text
}

function tiles({ document, findings, amounts, proved, tables: all, language }: Report): Html {
  const { tiles: words } = WORDS[language]
  const tile = (figure: string | number, label: string) =>
    html`<div class="tile"><b>${figure}</b><span>${label}</span></div>`
  return html`<div class="tiles">${[
    tile(findings.length, words.findings),
    tile(all.filter((c) => c.table.state !== 'missing').length, words.tables),
    tile(amounts, words.amounts),
    tile(share(proved, amounts), words.proved),
    tile(document.checks.length, words.checks),
  ]}</div>`
}

function finding({ finding: f, message, where, evidence }: ReportFinding, report: Report): Html {
  const words = WORDS[report.language]
  return html`<article class="finding ${f.severity}">
<h3><span class="badge">${words.severity[f.severity]}</span>${message}</h3>
<p class="where">${where}</p>
${evidence.map((e) => (e.sentences.length > 0 ? beside(e, report) : sum(e, report)))}
</article>
`
}

/** The sentence of the prose on the left, what it speaks of on the right. */
function beside(evidence: Evidence, report: Report): Html {
  const words = WORDS[report.language]
  return html`<div class="evidence"><p class="rule">${evidence.rule}</p>
<div class="sides">
<div class="side"><h4>${words.inProse}</h4>${evidence.sentences.map(
    (s) => html`<blockquote>${s.quote} <span class="p">${words.page(s.page)}</span></blockquote>`,
  )}</div>
${evidence.figures.length > 0 && html`<div class="side"><h4>${words.inTables}</h4>${figures(evidence.figures, report)}</div>`}
</div>${verdict(evidence, report)}</div>`
}

function sum(evidence: Evidence, report: Report): Html {
  return html`<div class="evidence"><p class="rule">${evidence.rule}</p>${figures(evidence.figures, report)}${verdict(evidence, report)}</div>`
}

function figures(list: readonly Figure[], { language }: Report): Html {
  const words = WORDS[language]
  const row = (
    f: Figure,
  ) => html`<tr${f.sign === '=' && new Html(' class="total"')}><td class="sign">${f.sign}</td><td>${f.label}</td>
<td class="n">${f.printed || words.blank}</td><td class="p">${f.page !== null && words.page(f.page)}</td></tr>`
  return html`<table class="sum">${list.map(row)}</table>`
}

function verdict({ sum: s, sentences }: Evidence, { language }: Report): Html | null {
  if (!s) return null
  const words = WORDS[language]
  const told = sentences.length > 0
  const figure = (label: string, value: string) => html`${label} <b>${value}</b> ${s.unit}`
  return html`<p class="verdict">${figure(told ? words.expected : words.printed, s.expected)} · ${figure(told ? words.inProse : words.computed, s.actual)} · ${figure(words.difference, s.difference)} <span class="muted">（${words.rounding} ${s.tolerance}）</span></p>`
}

function tables({ tables: all, language }: Report): Html {
  const { columns, state } = WORDS[language]
  const row = ({ table, amounts, proved }: Coverage) => html`<tr class="${table.state}">
<td>${table.number} ${title(table)}<div class="small">${table.id}</div></td><td>${ranges(table.pages)}</td><td>${table.unit}</td>
<td>${state[table.state]}</td><td class="n">${table.rows.length}</td><td class="n">${amounts}</td>
<td class="n">${amounts > 0 && html`${bar(proved / amounts)}${share(proved, amounts)}`}</td></tr>`
  return html`<table><thead><tr><th>${columns.table}</th><th>${columns.pages}</th><th>${columns.unit}</th><th>${columns.state}</th>
<th class="n">${columns.rows}</th><th class="n">${columns.amounts}</th><th class="n">${columns.proved}</th></tr></thead>
<tbody>${all.map(row)}</tbody></table>`
}

function bar(part: number): Html {
  return html`<span class="bar"><i style="width:${Math.round(100 * part)}%"></i></span>`
}

function open({ tables: all, language }: Report): Html | null {
  const words = WORDS[language]
  const left = all.filter((c) => c.open.length > 0)
  if (left.length === 0) return null
  const list = ({
    table,
    open: cells,
  }: Coverage) => html`<details><summary>${title(table)} <span class="muted">${cells.length}</span></summary>
<table>${cells
    .slice(0, LISTED)
    .map(
      ({ row, column, cell, why }) =>
        html`<tr><td>${row} · ${column}</td><td class="n">${cell.raw}</td><td class="p">${words.page(cell.page)}</td><td>${words.why[why]}</td></tr>`,
    )}</table>${cells.length > LISTED && html`<p class="small">${words.more(cells.length - LISTED)}</p>`}</details>`
  return html`<h2>${words.open}</h2>${left.map(list)}`
}

function rules({ rules: all, language }: Report): Html {
  const { checkColumns: words } = WORDS[language]
  const count = (n: number) => html`<td class="n">${n > 0 && n}</td>`
  return html`<table><thead><tr><th>${words.rule}</th><th class="n">${words.holds}</th><th class="n">${words.rounding}</th>
<th class="n">${words.violated}</th><th class="n">${words.usual}</th></tr></thead><tbody>${all.map(
    (r) => html`<tr><td>${r.rule}</td>${[r.holds, r.rounding, r.violated, r.usual].map(count)}</tr>`,
  )}</tbody></table>`
}
