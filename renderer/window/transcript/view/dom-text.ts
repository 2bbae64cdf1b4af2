import type { WordRange } from '../model/turn-words'

/** The text nodes of an element, each with its offset in the whole text. */
function* textNodes(element: Element): Generator<{ node: Text; from: number }> {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let from = 0
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    yield { node, from }
    from += node.length
  }
}

/** A part of the text of an element as a DOM range; null if the text is too short. */
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

/** The offset of the text of an element at a point of the window; null outside the text. */
export function offsetAt(element: Element, x: number, y: number): number | null {
  const caret = document.caretPositionFromPoint(x, y)
  if (caret === null) return null
  for (const { node, from } of textNodes(element)) {
    if (node === caret.offsetNode) return from + caret.offset
  }
  return null
}

const tolerance = 3

/** Whether a point of the window is on a range, or very close to it. */
export function covers(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some(
    ({ left, right, top, bottom }) =>
      x >= left - tolerance && x <= right + tolerance && y >= top && y <= bottom,
  )
}
