/** Layers of a PDF (optional content): what stands in one that is turned off is in the file and not on paper. */
import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { Ops } from './drawing.ts'

/** Whether a layer is shown, by what pdfjs hands over for it. */
export type IsShown = (layer: unknown) => boolean

/** Asked only by a page that has layers. */
export async function shownLayers(doc: PDFDocumentProxy): Promise<IsShown> {
  const config = await doc.getOptionalContentConfig({ intent: 'display' })
  return (layer) => config.isVisible(layer as never)
}

/** The nested parts of a page that its operators mark, and how many of those around the present place are turned off. */
export class Layers {
  readonly #isShown: IsShown
  readonly #open: boolean[] = []
  readonly #groups: boolean[] = []
  #off = 0

  constructor(isShown: IsShown) {
    this.#isShown = isShown
  }

  get areOff(): boolean {
    return this.#off > 0
  }

  /** `args`: of the operator that begins the part. */
  begin(args: readonly unknown[] | null): void {
    const isOff = args?.[0] === 'OC' && !this.#isShown(args[1])
    this.#open.push(isOff)
    if (isOff) this.#off++
  }

  end(): void {
    if (this.#open.pop()) this.#off--
  }

  /** A group that is a soft mask says where others are seen, and is not painted itself. */
  beginGroup(args: readonly ({ smask?: unknown } | undefined)[] | null): void {
    const isMask = Boolean(args?.[0]?.smask)
    this.#groups.push(isMask)
    if (isMask) this.#off++
  }

  endGroup(): void {
    if (this.#groups.pop()) this.#off--
  }
}

/** Whether an operator list has a layer at all. */
export function hasLayers(list: { fnArray: ArrayLike<number>; argsArray: ArrayLike<unknown> }, ops: Ops): boolean {
  for (let i = 0; i < list.fnArray.length; i++)
    if (list.fnArray[i] === ops.beginMarkedContentProps && (list.argsArray[i] as unknown[] | null)?.[0] === 'OC')
      return true
  return false
}
