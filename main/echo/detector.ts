import { isCaptured, type CapturedSource, type Turn } from '../../common/model'
import { msToSamples, type Range } from '../../common/time'
import { measureBands, toFloats } from './bands'
import { classify, delays, matchAudio, type Verdict } from './audio-match'
import { maxOffsetMs, repeatsWords, hasWordsBeside } from './text-match'
import { wavesAlike } from './waveform'

/** The context around a turn that shows how the loudspeaker sounds, in ms. */
const aroundMs = 1_000
/** A turn that is shorter than this is compared wave by wave, too. */
const shortMs = 1_500
/** The word may begin a little before its time, or end after it. */
const wordEdgeMs = 150
/** Two voices stay below 0.35; a loudspeaker in a reverberant room exceeds 0.7. */
const minWavesAlike = 0.45

/** Returns the range in which a turn can be the echo of another turn, or have one. */
export function neighbourhood({ startMs, endMs }: Range): Range {
  return { startMs: Math.max(0, startMs - maxOffsetMs), endMs: endMs + maxOffsetMs }
}

/** Returns the range of audio that is needed to check a turn. */
export function audioRangeOf({ startMs, endMs }: Range): Range {
  return { startMs: Math.max(0, startMs - aroundMs), endMs: endMs + aroundMs }
}

/** The turns of which a turn may be a copy: those of the other source that are not hidden. */
function originalsOf(turn: Turn, others: readonly Turn[]): Turn[] {
  const source = turn.source === 'microphone' ? 'system' : 'microphone'
  // Partials too: their words are already shown.
  return others.filter((other) => other.source === source && !other.echo)
}

/** Returns whether a turn may be a copy by its words; only then is its audio compared. */
export function mayBeEcho(turn: Turn, others: readonly Turn[]): boolean {
  return isCaptured(turn.source) && turn.isFinal && hasWordsBeside(turn, originalsOf(turn, others))
}

type Sounds = Readonly<Record<CapturedSource, Uint8Array>>

/**
 * Whether a turn is a copy, by its sound: `likely` if a very reverberant room makes it uncertain.
 * `sounds` are s16 at 16 kHz and cover the range of audioRangeOf.
 */
export function verdictOf(turn: Turn, sounds: Sounds): Verdict {
  const { source } = turn
  if (!isCaptured(source)) return 'own'
  const heard = toFloats(sounds[source])
  const played = toFloats(sounds[source === 'microphone' ? 'system' : 'microphone'])
  const { startMs } = audioRangeOf(turn)
  const within = { startMs: turn.startMs - startMs, endMs: turn.endMs - startMs }
  const match = matchAudio({
    heard: measureBands(heard),
    played: measureBands(played),
    within,
    delays: delays[source],
  })
  const verdict = classify(match, delays[source])
  // The levels of a single word say too little: anybody's may rise and fall like it.
  if (verdict === 'own' || turn.endMs - turn.startMs >= shortMs) return verdict
  const fromMs = Math.max(0, within.startMs - wordEdgeMs)
  const word = heard.subarray(msToSamples(fromMs), msToSamples(within.endMs + wordEdgeMs))
  return wavesAlike(word, played, match.delayMs - fromMs) >= minWavesAlike ? verdict : 'own'
}

/**
 * Returns whether a microphone turn is only the loudspeaker, or a system turn only the voice at the
 * microphone that comes back. Words alone cannot decide: a person who repeats a sentence aloud has
 * the same words. So the sound decides; if it is uncertain, the words must match as well.
 */
export function isEcho(turn: Turn, others: readonly Turn[], verdict: Verdict): boolean {
  if (verdict === 'own' || !mayBeEcho(turn, others)) return false
  return verdict === 'echo' || repeatsWords(turn, originalsOf(turn, others))
}
