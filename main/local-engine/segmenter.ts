import type { SampleRange } from '../../common/time'

/** All lengths in samples of 16 kHz audio. */
export interface SegmenterOptions {
  /** The length of one decision of the voice detector. */
  readonly window: number
  /** Voice shorter than this is a click, not speech. */
  readonly minSpeech: number
  /** Silence after which a decode starts, in case the turn ends here. */
  readonly earlyPause: number
  /** Silence that ends a turn. */
  readonly endPause: number
  /**
   * From this share of the longest segment on, a turn already ends in a pause of `shortPause`: past the
   * longest segment it would be cut in an earlier pause, and the words before the cut would be late.
   */
  readonly longShare: number
  readonly shortPause: number
  /** Kept before the first voice and after the last: without it the model often returns no text. */
  readonly before: number
  readonly after: number
  /** The longest segment; longer crosstalk makes the model loop. */
  readonly longest: number
  /** How far back speech without a pause may be cut. */
  readonly cutBack: number
}

export const segmenterDefaults: SegmenterOptions = {
  window: 512,
  minSpeech: 1_600,
  earlyPause: 3_200,
  endPause: 8_000,
  longShare: 2 / 3,
  shortPause: 4_800,
  before: 5_600,
  after: 3_200,
  longest: 144_000,
  cutBack: 48_000,
}

/** A range to decode and its voiced spans; in samples from the session's start. */
export interface Segment {
  readonly start: number
  readonly end: number
  readonly voiced: readonly SampleRange[]
}

export type SegmentEvent =
  /** Speech began; the turn is open. */
  | { readonly type: 'start'; readonly start: number }
  /** A short pause: `segment` is the whole turn if it ends here. */
  | { readonly type: 'pause'; readonly segment: Segment }
  | { readonly type: 'resume' }
  | { readonly type: 'end'; readonly segment: Segment }

export interface Segmenter {
  /** Adds the next window: whether it contains voice, and its loudness (any scale). */
  push(voice: boolean, loudness: number): SegmentEvent[]
  /** Ends an open turn because the stream ends at this sample. */
  finish(total: number): SegmentEvent[]
  /** Returns the open turn so far, or null between turns. */
  open(): Segment | null
  /** Returns the sample before which no audio is needed any more. */
  neededFrom(): number
}

/** Splits a stream into turns by the voice detector's decisions. Pure: its clock is the window count. */
export function createSegmenter(options: SegmenterOptions = segmenterDefaults): Segmenter {
  const { window } = options
  /** Windows since the start of the open turn's segment, used to choose where to cut. */
  let windows: { start: number; voice: boolean; loudness: number }[] = []
  let at = 0
  let previousEnd = 0
  let candidate: number | null = null
  let turnStart: number | null = null
  let lastVoiceEnd = 0
  let paused = false

  function segmentUpTo(start: number, end: number): Segment {
    return { start, end, voiced: voicedIn({ start, end }, windows, window) }
  }

  function close(start: number, end: number): SegmentEvent {
    const segment = segmentUpTo(start, end)
    previousEnd = end
    turnStart = null
    candidate = null
    paused = false
    return { type: 'end', segment }
  }

  function begin(start: number): SegmentEvent {
    turnStart = start
    windows = windows.filter((entry) => entry.start >= start)
    return { type: 'start', start }
  }

  function idle(voice: boolean): SegmentEvent[] {
    if (!voice) {
      candidate = null
      return []
    }
    // The detector reports voice from the second voiced window on.
    candidate ??= Math.max(at - 2 * window, previousEnd)
    if (at - candidate < options.minSpeech) return []
    return [begin(Math.max(candidate - options.before, previousEnd))]
  }

  function speaking(start: number, voice: boolean): SegmentEvent[] {
    const silence = at - lastVoiceEnd
    const events: SegmentEvent[] = []
    if (voice && paused) {
      paused = false
      events.push({ type: 'resume' })
    }
    const endPause =
      at - start >= options.longShare * options.longest ? options.shortPause : options.endPause
    if (silence >= endPause) return [close(start, lastVoiceEnd + options.after)]
    if (at - start >= options.longest) {
      if (!voice) return [close(start, Math.min(lastVoiceEnd + options.after, at))]
      const cut = chooseCut(windows, at - options.cutBack, window)
      return [...events, close(start, cut), begin(cut)]
    }
    if (silence >= options.earlyPause && !paused) {
      paused = true
      events.push({ type: 'pause', segment: segmentUpTo(start, lastVoiceEnd + options.after) })
    }
    return events
  }

  return {
    push(voice, loudness) {
      windows.push({ start: at, voice, loudness })
      at += window
      if (voice) lastVoiceEnd = at
      if (turnStart !== null) return speaking(turnStart, voice)
      const events = idle(voice)
      if (turnStart === null) {
        const keep = Math.ceil((options.before + options.minSpeech) / window) + 2
        if (windows.length > 2 * keep) windows = windows.slice(-keep)
      }
      return events
    },
    finish(total) {
      if (turnStart === null) return []
      return [close(turnStart, Math.min(lastVoiceEnd + options.after, total))]
    },
    open: () => (turnStart === null ? null : segmentUpTo(turnStart, at)),
    neededFrom: () =>
      turnStart ?? Math.max(0, previousEnd, at - options.before - options.minSpeech - 3 * window),
  }
}

interface WindowInfo {
  readonly start: number
  readonly voice: boolean
  readonly loudness: number
}

/** Joins the voiced windows of a range; returns the whole range if the detector found none. */
function voicedIn(
  { start, end }: SampleRange,
  windows: readonly WindowInfo[],
  window: number,
): SampleRange[] {
  const spans: { start: number; end: number }[] = []
  for (const entry of windows) {
    if (!entry.voice || entry.start < start || entry.start >= end) continue
    const last = spans.at(-1)
    if (last?.end === entry.start) last.end = Math.min(entry.start + window, end)
    else spans.push({ start: entry.start, end: Math.min(entry.start + window, end) })
  }
  return spans.length > 0 ? spans : [{ start, end }]
}

/**
 * Chooses where to cut speech that exceeds the longest segment: in the middle of the longest pause
 * since `from` or, without a pause, in the quietest window, so that a word is rarely split.
 */
function chooseCut(heard: readonly WindowInfo[], from: number, window: number): number {
  const recent = heard.filter((entry) => entry.start >= from)
  let best = { start: from, count: 0 }
  let run = best
  for (const entry of recent) {
    if (entry.voice) run = { start: entry.start + window, count: 0 }
    else run = { start: run.start, count: run.count + 1 }
    if (run.count > 0 && run.count >= best.count) best = run
  }
  if (best.count > 0) return best.start + Math.floor((best.count * window) / 2)
  const quietest = recent.reduce((low, entry) => (entry.loudness < low.loudness ? entry : low))
  return quietest.start + window / 2
}
