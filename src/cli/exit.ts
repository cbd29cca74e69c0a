/** Exit codes, the same for every command; the README says them to users. */
export const EXIT = {
  /** Done, and nothing to look at. */
  clean: 0,
  /** Done, but something asked for is not there or does not agree. */
  findings: 1,
  /** The command line is wrong; nothing was read. */
  usage: 2,
  someFailed: 3,
  allFailed: 4,
} as const

export type Exit = (typeof EXIT)[keyof typeof EXIT]
