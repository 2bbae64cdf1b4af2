import type { Level, Source } from '../../preload/model'
import type { SourceFacts } from './watchdog'

/** From about here on (-40 dBFS) sound is as loud as somebody who speaks. */
const loudRms = 0.01
/** A level stands for at most so much sound, however long the one before it is ago. */
const longestLevelMs = 200

/** What the watchdog asks about, kept as it comes. Times are of a clock that nobody sets, in ms. */
export interface Vitals {
  /** A source is captured, anew or for the first time. */
  capturing(source: Source, nowMs: number): void
  level(level: Level, nowMs: number): void
  words(nowMs: number): void
  /** A source is not captured for now: nothing is expected of it. */
  absent(source: Source): void
  /** Nothing is captured for now, so that no words are expected either. */
  rest(): void
  sources(nowMs: number): SourceFacts[]
  wordlessMs(nowMs: number): number
  loudMs(): number
}

export function createVitals(): Vitals {
  const soundAt = new Map<Source, number>()
  const levelAt = new Map<Source, number>()
  let wordsAt: number | null = null
  let loud = 0
  return {
    capturing: (source, nowMs) => {
      soundAt.set(source, nowMs)
      wordsAt ??= nowMs
    },
    level: ({ source, rms, peak }, nowMs) => {
      const sinceMs = nowMs - (levelAt.get(source) ?? nowMs)
      levelAt.set(source, nowMs)
      if (peak > 0 && soundAt.has(source)) soundAt.set(source, nowMs)
      if (rms >= loudRms) loud += Math.min(sinceMs, longestLevelMs)
    },
    words: (nowMs) => {
      wordsAt = nowMs
      loud = 0
    },
    absent: (source) => {
      soundAt.delete(source)
    },
    rest: () => {
      soundAt.clear()
      wordsAt = null
      loud = 0
    },
    sources: (nowMs) => [...soundAt].map(([source, at]) => ({ source, silentMs: nowMs - at })),
    wordlessMs: (nowMs) => (wordsAt === null ? 0 : nowMs - wordsAt),
    loudMs: () => loud,
  }
}
