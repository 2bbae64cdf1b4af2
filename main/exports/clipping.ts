import type { Clipping, TranscriptPart, TranscriptText, WordlessTurn } from '../../common/model'
import { entriesOf, oneLine, type TranscriptContent } from './entries'
import { paragraph, toHtml } from './html'
import { linesOf, type TextOptions } from './lines'
import { lineOf, toTxt } from './txt'

/**
 * Returns a meeting, or the selected part of it, for the clipboard. A selection inside one turn is
 * only its words; with several turns, each has its time and its speaker.
 */
export function clippingOf(
  transcript: TranscriptText,
  part: TranscriptPart | null,
  options: TextOptions,
): Clipping {
  if (part === null) return { text: toTxt(transcript, options), html: toHtml(transcript, options) }
  const selected = cut(transcript, part)
  const alone = selected.turns.length === 1 && selected.gaps.length === 0
  const lines = linesOf(selected, alone ? { ...options, times: false, speakers: false } : options)
  return {
    text: lines.map(lineOf).join('\n'),
    html: lines.map(paragraph).join('\n'),
  }
}

/** Returns the selected turns, with the first and the last one cut, and the gaps between them. */
function cut(transcript: TranscriptContent, { from, to }: TranscriptPart): TranscriptContent {
  const entries = entriesOf(transcript)
  const indexOf = (end: TranscriptPart['from']) =>
    entries.findIndex((entry) => entry.kind === 'turn' && isOf(entry.turn, end))
  const [first, last] = [indexOf(from), indexOf(to)]
  const within = first < 0 || last < 0 ? [] : entries.slice(first, last + 1)
  const turns = within.flatMap((entry) => {
    if (entry.kind !== 'turn') return []
    const { turn } = entry
    const text = turn.text.slice(
      isOf(turn, from) ? from.offset : 0,
      isOf(turn, to) ? to.offset : undefined,
    )
    return oneLine(text) === '' ? [] : [{ ...turn, text }]
  })
  return { turns, gaps: within.flatMap((entry) => (entry.kind === 'gap' ? [entry.gap] : [])) }
}

function isOf(turn: WordlessTurn, end: TranscriptPart['from']): boolean {
  return turn.sessionId === end.sessionId && turn.turnOrder === end.turnOrder
}
