import type { RetranscriptionPart, TranscriptPart } from '../../../../common/model'

/** What is selected in the transcript: a part, all of it, or nothing. */
export type Marked =
  | { readonly kind: 'none' | 'all' }
  | { readonly kind: 'part'; readonly part: TranscriptPart; readonly oneTurn: boolean }

/**
 * Reads the selection of the page. A selection that starts or ends in a gap is extended to the
 * next turn.
 */
export function marked(): Marked {
  const selection = document.getSelection()
  const transcript = document.querySelector('[role="log"], [role="feed"]')
  if (!transcript || !selection || selection.isCollapsed || selection.rangeCount === 0) {
    return { kind: 'none' }
  }
  const range = selection.getRangeAt(0)
  const drawn = [...transcript.querySelectorAll<HTMLElement>('[data-row]')]
  const turns = drawn.filter((turn) => range.intersectsNode(turn))
  // Select all covers only the rows that are drawn, but a person means the whole transcript.
  const begun = !transcript.contains(range.startContainer)
  if (begun && drawn.length > 0 && turns.length === drawn.length) return { kind: 'all' }
  if (!transcript.contains(range.commonAncestorContainer)) return { kind: 'none' }
  const [first, last] = [turns[0], turns.at(-1)]
  const from = first && place(first, range, 'start')
  const to = last && place(last, range, 'end')
  return from && to
    ? { kind: 'part', part: { from, to }, oneTurn: first === last }
    : { kind: 'none' }
}

/** The turns in the selection; null if there are none, or all. */
export function markedTurns(): RetranscriptionPart {
  const found = marked()
  if (found.kind !== 'part') return null
  const [from, to] = [found.part.from, found.part.to].map(({ sessionId, turnOrder }) => ({
    sessionId,
    turnOrder,
  }))
  return from && to ? { from, to } : null
}

/**
 * Where in a turn the selection starts or ends; at the start or end of the text if it is outside.
 */
function place(
  text: HTMLElement,
  range: Range,
  side: 'start' | 'end',
): TranscriptPart['from'] | null {
  const [node, offset] =
    side === 'start'
      ? [range.startContainer, range.startOffset]
      : [range.endContainer, range.endOffset]
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
