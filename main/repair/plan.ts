import { bytesPerSample } from '../library/wav-header'
import { sampleRate, type Gap, type Meeting, type Turn } from '../../preload/model'
import type { StoredSession } from '../library/sessions'

/** A stretch of the time line, in ms; the end is exclusive. */
export interface Stretch {
  readonly startMs: number
  readonly endMs: number
}

/** What is heard around a hole, so that a word at its edge is heard whole. */
export const contextMs = 1_000
/** Live text that is just beginning may still say a word that the hole's edge cuts in two. */
const settleMs = 5_000
/** Where a long stretch may be cut: in the last so many ms of a piece. */
export const cutBackMs = 20_000
const quietWindowMs = 200
const quietStepMs = 20
/** Less than this at the end of a meeting holds no word. */
const shortestTailMs = 300

/** The session of the turns that fill a gap. */
export function fillSession(gapId: string): string {
  return `fill-${gapId}`.slice(0, 64)
}

/**
 * Whether a gap will not change any more: the meeting is over, or live text goes on behind it. One
 * that still grows may yet be heard live, and its words would stand twice.
 */
export function isSettled(
  gap: Gap,
  meeting: Pick<Meeting, 'state' | 'audio'>,
  sessions: readonly StoredSession[],
): boolean {
  if (meeting.state === 'done' || meeting.state === 'interrupted') return true
  if (meeting.state === 'finishing') return false
  const samples = meeting.audio.find(({ source }) => source === gap.source)?.samples ?? 0
  if ((samples * 1_000) / sampleRate < gap.endMs + settleMs) return false
  // Both ends were rounded to whole milliseconds.
  return sessions.some(({ source, offsetMs }) => source === gap.source && offsetMs >= gap.endMs - 1)
}

/**
 * The first gap with those of the other sources that overlap it: one job hears them together. The
 * gaps are of one meeting; at most one of each source is taken.
 */
export function together(gaps: readonly Gap[]): Gap[] {
  const [first, ...others] = gaps
  if (!first) return []
  const group = [first]
  for (const gap of others) {
    const overlaps = gap.startMs < first.endMs && gap.endMs > first.startMs
    if (overlaps && group.every(({ source }) => source !== gap.source)) group.push(gap)
  }
  return group
}

/**
 * What to listen to for a gap: the gap with up to a second at each side, as far as no word of its
 * neighbours lies in it. Where a part of it was filled before, it begins after that.
 */
export function stretchOf(gap: Gap, turns: readonly Turn[]): Stretch {
  const own = fillSession(gap.id)
  const filled = turns.filter(({ sessionId }) => sessionId === own)
  const doneMs = Math.max(0, ...filled.map(({ endMs }) => endMs))
  const words = turns
    .filter(({ source, sessionId }) => source === gap.source && sessionId !== own)
    .flatMap((turn) => turn.words)
  const before = words.filter((word) => middle(word) <= gap.startMs).map(({ endMs }) => endMs)
  const after = words.filter((word) => middle(word) >= gap.endMs).map(({ startMs }) => startMs)
  const startMs = Math.max(0, gap.startMs - contextMs, doneMs, ...before)
  const endMs = Math.min(gap.endMs + contextMs, ...after)
  return { startMs, endMs: Math.max(startMs, endMs) }
}

/** The least stretch that holds them all. */
export function around(stretches: readonly Stretch[]): Stretch {
  return {
    startMs: Math.min(...stretches.map(({ startMs }) => startMs)),
    endMs: Math.max(...stretches.map(({ endMs }) => endMs)),
  }
}

/** The next piece of at most `longestMs`, and whether it is to be cut at a quiet place before its end. */
export function nextPiece(rest: Stretch, longestMs: number): Stretch & { readonly cut: boolean } {
  const isLast = rest.endMs - rest.startMs <= longestMs
  return {
    startMs: rest.startMs,
    endMs: isLast ? rest.endMs : rest.startMs + longestMs,
    cut: !isLast,
  }
}

/** The middle of the quietest 200 ms of all channels together, in ms from their start. */
export function quietestMs(channels: readonly Uint8Array[]): number {
  const step = (quietStepMs * sampleRate) / 1_000
  const length = Math.min(...channels.map((pcm) => Math.floor(pcm.length / bytesPerSample)))
  const energies: number[] = []
  for (let from = 0; from + step <= length; from += step) {
    energies.push(channels.reduce((sum, pcm) => sum + energy(pcm, from, from + step), 0))
  }
  const count = quietWindowMs / quietStepMs
  let best = { at: Math.max(0, energies.length - count), sum: Infinity }
  for (let at = 0; at + count <= energies.length; at += 1) {
    const sum = energies.slice(at, at + count).reduce((total, value) => total + value, 0)
    // The later of two: a longer piece has more to go by.
    if (sum <= best.sum) best = { at, sum }
  }
  return (best.at + count / 2) * quietStepMs
}

function energy(pcm: Uint8Array, from: number, to: number): number {
  const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength)
  let sum = 0
  for (let at = from; at < to; at += 1) sum += view.getInt16(at * bytesPerSample, true) ** 2
  return sum
}

/** Whether nobody can be heard in it: all within -60 dB of full scale. */
export function isSilent(pcm: Uint8Array): boolean {
  const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength)
  for (let at = 0; at + 1 < pcm.length; at += bytesPerSample) {
    if (Math.abs(view.getInt16(at, true)) > 32) return false
  }
  return true
}

/**
 * The holes at the end of a meeting that had no clean stop: for each source, the sound after its
 * last final word and its last gap. Their ids are fixed, so that finding them twice changes nothing.
 */
export function tailHoles(
  meeting: Pick<Meeting, 'audio'>,
  turns: readonly Turn[],
  gaps: readonly Gap[],
): Gap[] {
  return meeting.audio.flatMap(({ source, samples }): Gap[] => {
    const id = `restart-${source}`
    const final = turns.filter((turn) => turn.isFinal && turn.source === source)
    const known = gaps.filter((gap) => gap.source === source)
    if (known.some((gap) => gap.id === id)) return []
    const startMs = Math.max(0, ...[...final, ...known].map(({ endMs }) => endMs))
    const endMs = Math.floor((samples * 1_000) / sampleRate)
    if (endMs - startMs < shortestTailMs) return []
    return [{ id, source, startMs, endMs, reason: 'app-restart', sound: true, filled: false }]
  })
}

function middle({ startMs, endMs }: Stretch): number {
  return (startMs + endMs) / 2
}
