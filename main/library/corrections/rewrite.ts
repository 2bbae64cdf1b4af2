import type { Word } from '../../../common/model'
import type { Range } from '../../../common/time'
import { changesBetween } from '../text-diff'
import { wordSegments } from '../../../common/text/join-words'

/**
 * Returns the words of a text with which a person replaced `words`. A word that stayed keeps its
 * times, its confidence and its speaker. New words share the time of those they replace, or the
 * time between their neighbours if they replace none.
 */
export function rewritten(words: readonly Word[], text: string, turn: Range): Word[] {
  const before = words.flatMap(toSegments)
  const after = text.split(/\s+/).flatMap(wordSegments)
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
    const between = { startMs: last?.endMs ?? turn.startMs, endMs: next?.startMs ?? turn.endMs }
    for (const [index, [text, span]] of timed(taken, written, between).entries()) {
      const own = taken.length === written.length ? taken[index] : undefined
      // A person wrote it, so it has no confidence of an engine.
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

/** With equal counts each word takes the time of one word; otherwise they share the whole time. */
function timed(
  taken: readonly Word[],
  written: readonly string[],
  between: Range,
): [string, Range][] {
  if (taken.length === written.length) {
    return taken.map(({ startMs, endMs }, index) => [written[index] ?? '', { startMs, endMs }])
  }
  return spread(written, {
    startMs: taken[0]?.startMs ?? between.startMs,
    endMs: taken.at(-1)?.endMs ?? between.endMs,
  })
}

/** Divides a time among texts in proportion to their lengths. */
function spread(texts: readonly string[], { startMs, endMs }: Range): [string, Range][] {
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

/** Splits a word of a script without spaces into its segments. */
function toSegments(word: Word): Word[] {
  const segments = wordSegments(word.text)
  if (segments.length < 2) return [word]
  return spread(segments, word).map(([text, span]) => ({ ...word, text, ...span }))
}
