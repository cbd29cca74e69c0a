/** Looking up subject codes. What is not found is not wrong: the published list changes within a year. */
import type { Subjects } from './language.ts'

/** The names a code has had, newest first; none for a code that is not in the list. */
export function subjectNames(subjects: Subjects, code: string): readonly string[] {
  for (const names of Object.values(subjects)) if (names[code]) return names[code]
  return []
}
