import type { WordRange } from './words'

/** The text nodes of an element, each with where it begins in the whole text. */
function* textNodes(element: Element): Generator<{ node: Text; from: number }> {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let from = 0
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    yield { node, from }
    from += node.length
  }
}

/** A stretch of an element's text as a range of the page; null where the text is not that long. */
export function textRange(element: Element, [start, end]: WordRange): Range | null {
  const range = document.createRange()
  let begun = false
  for (const { node, from } of textNodes(element)) {
    if (!begun && start < from + node.length) {
      range.setStart(node, start - from)
      begun = true
    }
    if (begun && end <= from + node.length) {
      range.setEnd(node, end - from)
      return range
    }
  }
  return null
}

/** Which character of an element's text is at a point of the window; null beside the text. */
export function offsetAt(element: Element, x: number, y: number): number | null {
  const caret = document.caretPositionFromPoint(x, y)
  if (caret === null) return null
  for (const { node, from } of textNodes(element)) {
    if (node === caret.offsetNode) return from + caret.offset
  }
  return null
}

const tolerance = 3

/** Whether a point of the window is on what a range covers, or next to it. */
export function covers(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some(
    ({ left, right, top, bottom }) =>
      x >= left - tolerance && x <= right + tolerance && y >= top && y <= bottom,
  )
}
