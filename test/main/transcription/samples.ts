import type { Gap, Turn, Word } from '../../../common/model'
import type { SpokenWord } from '../../../common/transcription'
import { turnOf } from '../library/folder-fixtures'

export const gapOf = (over: Partial<Gap> = {}): Gap => ({
  id: 'gap-1',
  source: 'microphone',
  startMs: 10_000,
  endMs: 20_000,
  reason: 'network',
  sound: true,
  filled: false,
  ...over,
})

/** A word of 300 ms. */
const wordAt = (text: string, startMs: number, isFinal = true): Word => ({
  text,
  startMs,
  endMs: startMs + 300,
  confidence: 0.9,
  isFinal,
  speaker: null,
})

/** A turn of words of 300 ms each, at these times. */
export function turnAt(words: readonly (readonly [string, number])[], over: Partial<Turn> = {}) {
  const isFinal = over.isFinal ?? true
  const said = words.map(([text, startMs]) => wordAt(text, startMs, isFinal))
  return turnOf({
    startMs: said[0]?.startMs ?? 0,
    endMs: said.at(-1)?.endMs ?? 0,
    text: said.map(({ text }) => text).join(' '),
    words: said,
    ...over,
  })
}

export const spoken = (text: string, startMs: number, endMs = startMs + 300): SpokenWord => ({
  text,
  startMs,
  endMs,
  confidence: 0.98,
  speaker: null,
})
