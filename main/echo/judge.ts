import type { CapturedSource, Turn } from '../../preload/model'
import type { Bands } from './bands'
import { compare, verdictOf } from './sound'
import { apartMs, repeats, standsBeside } from './words'

/** How much of the time line around a turn tells what the loudspeaker sounds like, in ms. */
const aroundMs = 1_000

/** A stretch of the time line, in ms. */
export interface Stretch {
  readonly startMs: number
  readonly endMs: number
}

/** The turns that a turn can be the echo of, or that can be the echo of it, have a part in this. */
export function neighbourhood({ startMs, endMs }: Stretch): Stretch {
  return { startMs: Math.max(0, startMs - apartMs), endMs: endMs + apartMs }
}

/** What must be heard to judge a turn. */
export function soundNeeded({ startMs, endMs }: Stretch): Stretch {
  return { startMs: Math.max(0, startMs - aroundMs), endMs: endMs + aroundMs }
}

/** Whether the words of both sources leave it to the sound: only then need it be read. */
export function mayBeEcho(turn: Turn, others: readonly Turn[]): boolean {
  return turn.source === 'microphone' && turn.isFinal && standsBeside(turn, systemOf(others))
}

/**
 * Whether a turn of the microphone is the loudspeaker and nothing else. Words alone cannot tell: who
 * repeats aloud what was said has the same ones. So the sound decides; where a very reverberant room
 * leaves it unsure, the words must be the same as well. `levels` are of what soundNeeded says.
 */
export function isEcho(
  turn: Turn,
  others: readonly Turn[],
  levels: Readonly<Record<CapturedSource, Bands>>,
): boolean {
  if (!mayBeEcho(turn, others)) return false
  const { startMs } = soundNeeded(turn)
  const within = { startMs: turn.startMs - startMs, endMs: turn.endMs - startMs }
  const verdict = verdictOf(compare(levels.microphone, levels.system, within))
  return verdict === 'echo' || (verdict === 'likely' && repeats(turn, systemOf(others)))
}

/** Partials too: the words of the one who is still speaking stand in the window already. */
function systemOf(turns: readonly Turn[]): Turn[] {
  return turns.filter(({ source }) => source === 'system')
}
