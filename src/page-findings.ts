/** What a person is told of pages that were not read, or not in whole. */
import type { Finding } from './model.ts'

export function brokenFinding(number: number, error: unknown): Finding {
  const why = error instanceof Error ? error.message : String(error)
  return {
    code: 'page-unreadable',
    severity: 'error',
    message: { zh: `第${number}页无法读取：${why}`, en: `page ${number} cannot be read: ${why}` },
    page: number,
    bbox: null,
  }
}

export function leftFinding(number: number): Finding {
  return {
    code: 'page-left',
    severity: 'note',
    message: {
      zh: `第${number}页扫描件上没有表格，按要求未识别`,
      en: `page ${number} is a scan without a ruled table and was left; --ocr-pages all reads it`,
    },
    page: number,
    bbox: null,
  }
}

/** A table that was pasted as a picture among text is in no output. */
export function pictureFinding(number: number, bbox: Finding['bbox']): Finding {
  return {
    code: 'picture-left',
    severity: 'warning',
    message: {
      zh: `第${number}页文字之间有图片，图片内容（可能是表格）未识别`,
      en: `page ${number} has a picture among its text, which may be a table and is not read; --ocr always reads the page`,
    },
    page: number,
    bbox,
  }
}

/** What could be parsed stands in the document, but something of the page is missing. */
export function damagedFinding(number: number, why: string): Finding {
  return {
    code: 'page-damaged',
    severity: 'error',
    message: {
      zh: `第${number}页部分内容已损坏，可能有缺失：${why}`,
      en: `page ${number} is damaged and part of it may be missing: ${why}`,
    },
    page: number,
    bbox: null,
  }
}

export function unreadFinding(number: number): Finding {
  return {
    code: 'needs-ocr',
    severity: 'warning',
    message: {
      zh: `第${number}页是扫描件，没有可用的文字，需要OCR识别`,
      en: `page ${number} is a scan without usable text and needs OCR`,
    },
    page: number,
    bbox: null,
  }
}
