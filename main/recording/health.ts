import type { Level, Source, Turn } from '../../common/model'
import type { HealthFacts } from './health-check'
import { createSpeechMeter, type SpeechMeter } from './speech-meter'

/** Collects the recent facts of a recording for `checkHealth`. Times are ms of a monotonic clock. */
export interface Health {
  /** A source is captured, again or for the first time. */
  captured(source: Source, nowMs: number): void
  level(level: Level, nowMs: number): void
  /** Words arrived, at this time on the time line. */
  words(turn: Turn, times: { readonly nowMs: number; readonly elapsedMs: number }): void
  /** A source is not captured now, so nothing is expected of it. */
  absent(source: Source): void
  /** Nothing is captured now, so no words are expected either. */
  rest(): void
  /** From the end of the last word to the arrival of its text; null before the first word. */
  readonly delayMs: number | null
  facts(nowMs: number): Pick<HealthFacts, 'sources' | 'delayMs'>
}

interface Heard {
  /** The last sample that was not zero. */
  soundAt: number
  /** The last words, or the first sound. */
  wordsAt: number
  readonly speech: SpeechMeter
}

export function createHealth(): Health {
  const delay = createLiveDelay()
  const heard = new Map<Source, Heard>()
  return {
    captured: (source, nowMs) => {
      const known = heard.get(source)
      if (known !== undefined) known.soundAt = nowMs
      else heard.set(source, { soundAt: nowMs, wordsAt: nowMs, speech: createSpeechMeter() })
    },
    level: ({ source, rms, peak }, nowMs) => {
      const known = heard.get(source)
      if (known === undefined) return
      if (peak > 0) known.soundAt = nowMs
      known.speech.add(rms, nowMs)
    },
    words: (turn, { nowMs, elapsedMs }) => {
      const known = heard.get(turn.source)
      if (known !== undefined) {
        known.wordsAt = nowMs
        known.speech.reset()
      }
      delay.arrived(turn, elapsedMs)
    },
    absent: (source) => {
      heard.delete(source)
    },
    rest: () => heard.clear(),
    get delayMs() {
      return delay.ms
    },
    facts: (nowMs) => ({
      sources: [...heard].map(([source, { soundAt, wordsAt, speech }]) => ({
        source,
        silentMs: nowMs - soundAt,
        wordlessMs: nowMs - wordsAt,
        spokenMs: speech.spokenMs,
      })),
      delayMs: delay.ms,
    }),
  }
}

export interface LiveDelay {
  /** null before the first word. */
  readonly ms: number | null
  arrived(turn: Turn, elapsedMs: number): void
}

/**
 * How far the text is behind the speech: from the end of the last word to its arrival. Only a word
 * after all earlier ones counts; the same words again, for example formatted, do not.
 */
export function createLiveDelay(): LiveDelay {
  let newestMs = -1
  let delayMs: number | null = null
  return {
    get ms() {
      return delayMs
    },
    arrived: (turn, elapsedMs) => {
      const endMs = turn.words.at(-1)?.endMs
      if (endMs === undefined || endMs <= newestMs) return
      newestMs = endMs
      delayMs = Math.max(0, elapsedMs - endMs)
    },
  }
}
