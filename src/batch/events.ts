/** What a batch tells while it runs. */
import type { ManifestLine } from './manifest.ts'

export type BatchEvent =
  /** Before any is read: contents are being compared with earlier runs. */
  | { event: 'look'; files: number }
  | { event: 'start'; files: number; todo: number; settled: number; duplicates: number; jobs: number }
  | { event: 'file'; file: string; line: ManifestLine }
