import type { Planned, Way } from './plan'
import { fullVolume, type Sink, type SourceInfo } from './pulse/messages'

/** Why something that plays is not in the meeting. */
export type Unheard =
  | { readonly kind: 'monitor-muted'; readonly device: string }
  | { readonly kind: 'not-chosen'; readonly program: string }

/** From about this peak on (-54 dBFS) there is something to hear. */
const audiblePeak = 0.002
/** A monitor below this volume passes on too little. */
const leastVolume = 0.2 * fullVolume
/** A stream that plays is silent for this long before its monitor is to blame, in ms. */
const silentFromMs = 5_000
/** The chosen program is silent for this long, and another was heard for `otherMs` of it, in ms. */
const chosenSilentMs = 8_000
const otherMs = 1_500

/** What was lately heard of one stream. Times are of one clock, in ms. */
export interface Loudness {
  /** A piece of sound of this length came. */
  heard(peak: number, lengthMs: number, nowMs: number): void
  /** Since its beginning, or since it was last audible. */
  silentMs(nowMs: number): number
  /** How much of the last 8 s was audible. */
  audibleMs(nowMs: number): number
}

export function createLoudness(beginAt: number): Loudness {
  let audibleAt = beginAt
  let pieces: readonly { readonly at: number; readonly ms: number }[] = []
  return {
    heard: (peak, ms, nowMs) => {
      if (peak < audiblePeak) return
      audibleAt = nowMs
      pieces = [...pieces.filter(({ at }) => nowMs - at <= chosenSilentMs), { at: nowMs, ms }]
    },
    silentMs: (nowMs) => nowMs - audibleAt,
    audibleMs: (nowMs) =>
      pieces.reduce((sum, { at, ms }) => (nowMs - at <= chosenSilentMs ? sum + ms : sum), 0),
  }
}

/** One stream with its loudness. */
export interface Listened {
  readonly stream: Planned
  readonly loudness: Loudness
}

export interface UnheardFacts {
  readonly way: Way
  /** PipeWire gives a program's sound whatever its monitor is set to. */
  readonly isPipeWire: boolean
  readonly listened: readonly Listened[]
  readonly sinks: readonly Sink[]
  readonly sources: readonly SourceInfo[]
  readonly nowMs: number
}

/** The monitors that keep something from being heard, with the names of their outputs. */
export function closedMonitors(facts: UnheardFacts): { source: SourceInfo; device: string }[] {
  const { way, isPipeWire, listened, sinks, sources, nowMs } = facts
  if (way === 'programs' && isPipeWire) return []
  const silent = new Set(
    listened
      .filter(({ stream, loudness }) => isExpected(stream, loudness, nowMs))
      .map(({ stream }) => stream.sink),
  )
  return sinks
    .filter(({ index }) => silent.has(index))
    .flatMap(({ monitor, description }) => {
      const source = sources.find(({ index }) => index === monitor)
      const isClosed = source !== undefined && (source.muted || source.volume < leastVolume)
      return isClosed ? { source, device: description } : []
    })
}

/** Returns why something that plays is not heard; null if nothing is amiss. */
export function findUnheard(facts: UnheardFacts): Unheard | null {
  const [closed] = closedMonitors(facts)
  if (closed !== undefined) return { kind: 'monitor-muted', device: closed.device }
  const { listened, nowMs } = facts
  const isMeetingSilent = listened
    .filter(({ stream }) => stream.isMeeting)
    .every(({ loudness }) => loudness.audibleMs(nowMs) === 0)
  const other = listened.find(
    ({ stream, loudness }) => !stream.isMeeting && loudness.audibleMs(nowMs) >= otherMs,
  )
  if (!isMeetingSilent || other === undefined) return null
  return { kind: 'not-chosen', program: other.stream.program ?? '' }
}

function isExpected(stream: Planned, loudness: Loudness, nowMs: number): boolean {
  return stream.isMeeting && !stream.corked && loudness.silentMs(nowMs) >= silentFromMs
}

/** The largest sample of little-endian s16, 0 to 1. */
export function peakOf(pcm: Buffer): number {
  const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength)
  let peak = 0
  for (let at = 0; at + 1 < pcm.length; at += 2) {
    const size = Math.abs(view.getInt16(at, true))
    if (size > peak) peak = size
  }
  return peak / 32_768
}
