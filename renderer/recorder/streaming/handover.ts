/** From and to, in ms on the time line. */
export interface Spoken {
  readonly startMs: number
  readonly endMs: number
}

export interface Handover {
  /** The first so many words are the old session's; the new one hears all that follow. */
  readonly kept: number
  /** The new session's audio begins here. */
  readonly atMs: number
}

/** Speech shows in words within this time; sound that is older and gave none has none. */
const leadInMs = 1_000
/** How far back a good place is looked for, since what follows it is sent a second time. */
const searchMs = 3_000
/** Silence after the last word, less than which it may have been cut short by the end. */
const finishedMs = 500
/** A gap of this length is as good as a longer one. */
const wideMs = 200
/** Silence that is heard before a word, where there is so much. */
const beforeMs = 250

/**
 * Where one session ends and the next goes on, so that each word is heard whole by one of them and
 * counted of that one alone: in the last wide gap between words, or the widest of the last 3 s. `words` are the
 * old session's last, in order, which follow what is final before `coveredMs`; it was sent audio
 * until `endMs`, where a word may have been cut in two.
 */
export function handover(words: readonly Spoken[], coveredMs: number, endMs: number): Handover {
  const gaps = gapsBetween(words, coveredMs, endMs)
  const near = gaps.filter((gap) => placeIn(gap, endMs) >= endMs - searchMs)
  const candidates = near.length > 0 ? near : gaps.slice(-1)
  const best = candidates.reduce((a, b) => (widthOf(b) >= widthOf(a) ? b : a))
  return { kept: best.kept, atMs: Math.round(placeIn(best, endMs)) }
}

interface Gap {
  /** The number of words before it. */
  readonly kept: number
  readonly fromMs: number
  /** null where no word follows. */
  readonly toMs: number | null
}

/** The gap before each word; and the one after the last, where that word was surely over. */
function gapsBetween(words: readonly Spoken[], coveredMs: number, endMs: number): Gap[] {
  const gaps: Gap[] = []
  let fromMs = coveredMs
  for (const [kept, word] of words.entries()) {
    gaps.push({ kept, fromMs, toMs: Math.max(fromMs, word.startMs) })
    fromMs = Math.max(fromMs, word.endMs)
  }
  if (words.length === 0 || endMs - fromMs >= finishedMs) {
    gaps.push({ kept: words.length, fromMs, toMs: null })
  }
  return gaps
}

function widthOf({ fromMs, toMs }: Gap): number {
  return toMs === null ? wideMs : Math.min(wideMs, toMs - fromMs)
}

function placeIn({ kept, fromMs, toMs }: Gap, endMs: number): number {
  if (toMs !== null) return toMs - Math.min((toMs - fromMs) / 2, beforeMs)
  return Math.max(kept === 0 ? fromMs : fromMs + wideMs / 2, endMs - leadInMs)
}
