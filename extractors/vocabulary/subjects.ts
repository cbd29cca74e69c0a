/**
 * Subject codes (政府收支分类科目) with their names, newest name first, then those of the years before:
 * for recognition and for labels that OCR read badly, never to overwrite or to refuse what is printed.
 * Half of them are read from budgets of 2026 and from disclosures of 2018–2025, as published; the others are those of the
 * national classification that none of these had. Codes change within a year, so the list is neither whole nor final.
 */
import type { Subjects } from '../../src/template/language.ts'
import data from './subjects.json' with { type: 'json' }

export const subjects: Subjects = data
