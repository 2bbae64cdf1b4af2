import type { Clipping, TranscriptPart, TranscriptText, WordlessTurn } from '../../preload/model'
import { entriesOf, oneLine, type Spoken } from './entries'
import { paragraph, toHtml } from './html'
import { linesOf, type TextOptions } from './lines'
import { lineOf, toTxt } from './txt'

/**
 * A meeting for the clipboard, or the part of it that was marked. What is marked within one turn is
 * its words alone; of several turns each has its time and its speaker.
 */
export function clippingOf(
  transcript: TranscriptText,
  part: TranscriptPart | null,
  options: TextOptions,
): Clipping {
  if (part === null) return { text: toTxt(transcript, options), html: toHtml(transcript, options) }
  const marked = cut(transcript, part)
  const alone = marked.turns.length === 1 && marked.gaps.length === 0
  const lines = linesOf(marked, alone ? { ...options, times: false, speakers: false } : options)
  return {
    text: lines.map(lineOf).join('\n'),
    html: lines.map(paragraph).join('\n'),
  }
}

/** The turns from one place to another, the first and the last cut there, and the gaps between. */
function cut(transcript: Spoken, { from, to }: TranscriptPart): Spoken {
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
