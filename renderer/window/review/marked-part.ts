import type { AgainPart, TranscriptPart } from '../../../preload/model'

/** What is marked in the script: a part of it, all of it, or nothing. */
export type Marked =
  | { readonly kind: 'none' | 'all' }
  | { readonly kind: 'part'; readonly part: TranscriptPart; readonly oneTurn: boolean }

/** Looks at the selection of the page. Marking that begins or ends in a gap goes to the next turn. */
export function marked(): Marked {
  const selection = document.getSelection()
  const script = document.querySelector('[role="log"], [role="feed"]')
  if (!script || !selection || selection.isCollapsed || selection.rangeCount === 0) {
    return { kind: 'none' }
  }
  const range = selection.getRangeAt(0)
  const drawn = [...script.querySelectorAll<HTMLElement>('[data-row]')]
  const turns = drawn.filter((turn) => range.intersectsNode(turn))
  // Select all takes in what is drawn; the person means what there is.
  const begun = !script.contains(range.startContainer)
  if (begun && drawn.length > 0 && turns.length === drawn.length) return { kind: 'all' }
  if (!script.contains(range.commonAncestorContainer)) return { kind: 'none' }
  const [first, last] = [turns[0], turns.at(-1)]
  const from = first && place(first, range.startContainer, range.startOffset, 'start')
  const to = last && place(last, range.endContainer, range.endOffset, 'end')
  return from && to
    ? { kind: 'part', part: { from, to }, oneTurn: first === last }
    : { kind: 'none' }
}

/** The turns of which something is marked; null where none are, or all. */
export function markedTurns(): AgainPart {
  const found = marked()
  if (found.kind !== 'part') return null
  const [from, to] = [found.part.from, found.part.to].map(({ sessionId, turnOrder }) => ({
    sessionId,
    turnOrder,
  }))
  return from && to ? { from, to } : null
}

/** Where in a turn a boundary of the selection is; outside of the text, at its start or end. */
function place(
  text: HTMLElement,
  node: Node,
  offset: number,
  side: 'start' | 'end',
): TranscriptPart['from'] | null {
  const match = /^(.*):(\d+)$/.exec(text.dataset['row'] ?? '')
  if (!match) return null
  const before = document.createRange()
  before.selectNodeContents(text)
  if (text.contains(node)) before.setEnd(node, offset)
  const outside = side === 'start' ? 0 : text.textContent.length
  return {
    sessionId: match[1] ?? '',
    turnOrder: Number(match[2]),
    offset: text.contains(node) ? before.toString().length : outside,
  }
}
