/** Tells on a terminal which scanned page is being read: OCR takes its time. */

export function scanProgress(file: string): { page: (page: number) => void; end: () => void } {
  let isShown = false
  return {
    page(page) {
      if (!process.stderr.isTTY) return
      isShown = true
      process.stderr.write(`\r\x1b[K${file}: reading scanned page ${page}`)
    },
    end() {
      if (isShown) process.stderr.write('\r\x1b[K')
    },
  }
}
