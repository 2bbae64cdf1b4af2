import type { Word } from '../../../preload/model'
import { changesBetween } from '../changes'
import { inPieces } from '../pieces'

interface Span {
  readonly startMs: number
  readonly endMs: number
}

/**
 * The words of a text that somebody wrote over `words`. A word that stayed keeps its times, its
 * confidence and its speaker; words that came in place of others share their time, and words that
 * came between two share the time between those.
 */
export function rewritten(words: readonly Word[], text: string, turn: Span): Word[] {
  const before = words.flatMap(apart)
  const after = text.split(/\s+/).flatMap(inPieces)
  const result: Word[] = []
  let passed = 0
  for (const change of changesBetween(before, after)) {
    if (change.kept !== null) {
      result.push(...change.kept)
      passed += change.kept.length
      continue
    }
    const { taken, written } = change
    passed += taken.length
    const [last, next] = [result.at(-1), before[passed]]
    const speaker = (taken[0] ?? last ?? next)?.speaker ?? null
    for (const [index, [text, span]] of timed(taken, written, last, next, turn).entries()) {
      const own = taken.length === written.length ? taken[index] : undefined
      // A person wrote it, so no engine was more or less sure of it.
      result.push({
        text,
        ...span,
        confidence: null,
        isFinal: true,
        speaker: own?.speaker ?? speaker,
      })
    }
  }
  return result
}

/** As many as there were take the time of one each; otherwise they share what there is. */
function timed(
  taken: readonly Word[],
  written: readonly string[],
  last: Word | undefined,
  next: Word | undefined,
  turn: Span,
): [string, Span][] {
  if (taken.length === written.length) {
    return taken.map(({ startMs, endMs }, index) => [written[index] ?? '', { startMs, endMs }])
  }
  const between = { startMs: last?.endMs ?? turn.startMs, endMs: next?.startMs ?? turn.endMs }
  return spread(written, {
    startMs: taken[0]?.startMs ?? between.startMs,
    endMs: taken.at(-1)?.endMs ?? between.endMs,
  })
}

/** Shares a time among texts by their lengths; where there is none, all stand at its start. */
function spread(texts: readonly string[], { startMs, endMs }: Span): [string, Span][] {
  const total = Math.max(
    1,
    texts.reduce((sum, text) => sum + text.length, 0),
  )
  const length = Math.max(0, endMs - startMs)
  let passed = 0
  const at = () => startMs + Math.round((length * passed) / total)
  return texts.map((text) => {
    const from = at()
    passed += text.length
    return [text, { startMs: from, endMs: at() }]
  })
}

/** A word of several characters that stand for themselves, as those characters. */
function apart(word: Word): Word[] {
  const pieces = inPieces(word.text)
  if (pieces.length < 2) return [word]
  return spread(pieces, word).map(([text, span]) => ({ ...word, text, ...span }))
}
