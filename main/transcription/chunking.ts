import { msToSamples, samplesToMs, type Range } from '../../common/time'
import { bytesPerSample } from '../audio-files'
import { type Gap, type Meeting, type Turn, type WordlessTurn } from '../../common/model'
import type { StoredSession } from '../library'

/** The audio added on both sides of a gap so that words at its edges are complete. */
const contextMs = 1_000
/** Live text after the gap may still contain a word that the gap's edge splits. */
const settleMs = 5_000
/** A long range is cut within the last so many ms of a chunk. */
export const cutBackMs = 20_000
const quietWindowMs = 200
const quietStepMs = 20
/** A tail shorter than this contains no word. */
const shortestTailMs = 300

/** Returns the session id of the turns that fill a gap. */
export function fillSessionId(gapId: string): string {
  return `fill-${gapId}`.slice(0, 64)
}

/**
 * Returns whether a gap is final: the meeting is over, or live text continues after the gap. A gap
 * that still grows may be transcribed live later, which would duplicate its words.
 */
export function isSettled(
  gap: Gap,
  meeting: Pick<Meeting, 'state' | 'audio'>,
  sessions: readonly StoredSession[],
): boolean {
  if (meeting.state === 'done' || meeting.state === 'interrupted') return true
  if (meeting.state === 'finishing') return false
  const samples = meeting.audio.find(({ source }) => source === gap.source)?.samples ?? 0
  if (samplesToMs(samples) < gap.endMs + settleMs) return false
  // Both times are rounded to whole milliseconds.
  return sessions.some(({ source, offsetMs }) => source === gap.source && offsetMs >= gap.endMs - 1)
}

/**
 * Returns the first gap and the gaps of other sources that overlap it, which one job transcribes
 * together. The gaps belong to one meeting; at most one gap per source is returned.
 */
export function overlappingGroup(gaps: readonly Gap[]): Gap[] {
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
 * Returns the range to transcribe for a gap: the gap plus up to one second on each side, without
 * the words of its neighbours. It starts after the part that is already filled.
 */
export function rangeToTranscribe(gap: Gap, turns: readonly Turn[]): Range {
  const own = fillSessionId(gap.id)
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

/** Returns the smallest range that contains all of these. */
export function enclosingRange(stretches: readonly Range[]): Range {
  return {
    startMs: Math.min(...stretches.map(({ startMs }) => startMs)),
    endMs: Math.max(...stretches.map(({ endMs }) => endMs)),
  }
}

/** Returns the next chunk of at most `longestMs`; `cut`: end it earlier, at a quiet place. */
export function nextChunk(rest: Range, longestMs: number): Range & { readonly cut: boolean } {
  const isLast = rest.endMs - rest.startMs <= longestMs
  return {
    startMs: rest.startMs,
    endMs: isLast ? rest.endMs : rest.startMs + longestMs,
    cut: !isLast,
  }
}

/** Returns the middle of the quietest 200 ms over all channels, in ms from their start. */
export function quietestMs(channels: readonly Uint8Array[]): number {
  const step = msToSamples(quietStepMs)
  const length = Math.min(...channels.map((pcm) => Math.floor(pcm.length / bytesPerSample)))
  const energies: number[] = []
  for (let from = 0; from + step <= length; from += step) {
    energies.push(channels.reduce((sum, pcm) => sum + energy(pcm, from, from + step), 0))
  }
  const count = quietWindowMs / quietStepMs
  let best = { at: Math.max(0, energies.length - count), sum: Infinity }
  for (let at = 0; at + count <= energies.length; at += 1) {
    const sum = energies.slice(at, at + count).reduce((total, value) => total + value, 0)
    // Of equally quiet places the later one: a longer chunk gives the engine more context.
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

/**
 * Returns the gaps at the end of a meeting without a clean stop: for each source, the audio after
 * its last final word and its last gap. The ids are fixed, so that repeating this changes nothing.
 */
export function tailGaps(
  meeting: Pick<Meeting, 'audio'>,
  turns: readonly WordlessTurn[],
  gaps: readonly Gap[],
): Gap[] {
  return meeting.audio.flatMap(({ source, samples }): Gap[] => {
    const id = `restart-${source}`
    const final = turns.filter((turn) => turn.isFinal && turn.source === source)
    const known = gaps.filter((gap) => gap.source === source)
    if (known.some((gap) => gap.id === id)) return []
    const startMs = Math.max(0, ...[...final, ...known].map(({ endMs }) => endMs))
    const endMs = samplesToMs(samples)
    if (endMs - startMs < shortestTailMs) return []
    return [{ id, source, startMs, endMs, reason: 'app-restart', sound: true, filled: false }]
  })
}

function middle({ startMs, endMs }: Range): number {
  return (startMs + endMs) / 2
}
