/** Results as JUnit XML, which CI servers show. */

export interface JunitCase {
  name: string
  seconds: number
  /** `failure`: it ran and something is not as it should be; `error`: it did not run to its end. */
  problem: { kind: 'failure' | 'error'; type: string; message: string; details: readonly string[] } | null
}

export function junitXml(suite: string, cases: readonly JunitCase[]): string {
  const count = (kind: string) => cases.filter((c) => c.problem?.kind === kind).length
  const seconds = cases.reduce((sum, c) => sum + c.seconds, 0)
  const counts = `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" time="${seconds.toFixed(3)}"`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="${attribute(suite)}" skipped="0" ${counts}>`,
    ...cases.map((c) => caseXml(suite, c)),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n')
}

function caseXml(suite: string, { name, seconds, problem }: JunitCase): string {
  const head = `    <testcase classname="${attribute(suite)}" name="${attribute(name)}" time="${seconds.toFixed(3)}"`
  if (problem === null) return `${head}/>`
  const { kind, type, message, details } = problem
  const open = `<${kind} type="${attribute(type)}" message="${attribute(message)}">`
  return `${head}>\n      ${open}${content(details.join('\n'))}</${kind}>\n    </testcase>`
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function content(text: string): string {
  // Names and damaged texts hold characters that XML 1.0 does not allow in any spelling.
  return [...text]
    .map((c) => (/[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(c) ? (ESCAPES[c] ?? c) : '\ufffd'))
    .join('')
}

/** In an attribute a reader makes a space of a line break, unless it is escaped. */
function attribute(text: string): string {
  return content(text).replace(/[\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`)
}
