/** Exit codes, the same for every command; docs/exit-codes.md says them to users. */
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

/** From which severity on findings make a command end with 1. Not given, none do; parts that were not read always do. */
export type FailOn = Severity | 'never'

export const FAIL_ON: readonly FailOn[] = [...SEVERITIES, 'never']

/** Whether findings, counted by severity, are as bad as `--fail-on` says, or worse. */
export function reaches(found: Readonly<Record<Severity, number>>, failOn: FailOn | undefined): boolean {
  return (
    failOn !== undefined &&
    failOn !== 'never' &&
    SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1).some((s) => found[s] > 0)
  )
}
