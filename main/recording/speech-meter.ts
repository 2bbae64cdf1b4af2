/** From about this level on (-40 dBFS) sound is as loud as somebody who speaks. */
const loudRms = 0.01
/** Speech falls to a quarter (12 dB) of its loudest parts again and again; noise does not. */
const fall = 4
/** Levels of this time are compared, in ms: no word lasts so long. */
const windowMs = 2_000
/** A level counts for at most this much sound, in ms, however long ago the one before it was. */
const longestLevelMs = 200

/** Measures for how long a source sounds like somebody who speaks, from ten levels a second. */
export interface SpeechMeter {
  add(rms: number, nowMs: number): void
  readonly spokenMs: number
  /** Counts from zero again. */
  reset(): void
}

export function createSpeechMeter(): SpeechMeter {
  let levels: readonly { readonly rms: number; readonly at: number }[] = []
  let spokenMs = 0
  return {
    add: (rms, nowMs) => {
      const sinceMs = nowMs - (levels.at(-1)?.at ?? nowMs)
      levels = [...levels.filter(({ at }) => nowMs - at < windowMs), { rms, at: nowMs }]
      const quietest = Math.min(...levels.map((level) => level.rms))
      const rises = levels.some((level) => level.rms >= fall * quietest && level.rms >= loudRms)
      if (rms >= loudRms && rises) spokenMs += Math.min(sinceMs, longestLevelMs)
    },
    get spokenMs() {
      return spokenMs
    },
    reset: () => {
      spokenMs = 0
    },
  }
}
