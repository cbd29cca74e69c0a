/** Exit codes, the same for every command; the README says them to users. */
import type { Severity } from '../model.ts'

export const EXIT = {
  /** Done, and nothing to look at. */
  clean: 0,
  /** Done, but something asked for is not there or does not agree. */
  findings: 1,
  /** The command line is wrong; nothing was read. */
  usage: 2,
  someFailed: 3,
  allFailed: 4,
  /** Ended by Ctrl-C, after the files in hand. */
  interrupted: 130,
} as const

export type Exit = (typeof EXIT)[keyof typeof EXIT]

/** Worst first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note']

/** Whether findings, counted by severity, are as bad as `--fail-on` says, or worse. */
export function reaches(found: Readonly<Record<Severity, number>>, failOn: Severity | undefined): boolean {
  return failOn !== undefined && SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1).some((s) => found[s] > 0)
}
