import type { Range } from '../../common/time'
import { subtract, totalMs } from '../../main/audio-files/ranges'
import type { Transcript, Word } from '../../common/model'
import { wordMs, wordNumbers, type ToneWord } from '../speech/tones'

/** What is known about one recording: what was said, and what was kept. */
export interface Evidence {
  /** What is said into the microphone without a stop; it may have started before the recording. */
  readonly said: readonly ToneWord[]
  /** Its length on the time line, in ms, at Stop or when the app was killed. */
  readonly endedMs: number
  /** The words of the stored sound, with their times in it. */
  readonly sound: readonly ToneWord[]
  readonly soundMs: number
  readonly meeting: Transcript
  /** Words that were seen in a final turn at any time. */
  readonly finals: readonly PlacedWord[]
}

/** A word and where it begins on the time line. */
export interface PlacedWord {
  readonly number: number
  readonly startMs: number
}

export interface Verdict {
  readonly spoken: number
  readonly kept: number
  readonly doubled: number
  /** Missing sound, with or without a gap, in ms. */
  readonly audioLostMs: number
  readonly failures: readonly string[]
}

/** How exact the place of a word is, in ms: the tone decoder measures in steps of 2 ms. */
const placeMs = 200
/** The place of a word that was not heard follows from its neighbours only. */
const unheardPlaceMs = 5_000
/** How far the sound may be off, and how much of it a killed app may lose, in ms. */
const soundMs = 1_000

/** The numbers in the finals, each with the time of its word. */
export function placedFinals(meeting: Transcript): PlacedWord[] {
  return meeting.turns
    .filter((turn) => turn.isFinal)
    .flatMap((turn) => turn.words.flatMap(placed))
    .sort((a, b) => a.startMs - b.startMs)
}

function placed(word: Word): PlacedWord[] {
  return wordNumbers(word.text).map((number) => ({ number, startMs: word.startMs }))
}

interface Spoken {
  readonly words: readonly PlacedWord[]
  /** How far the sound comes too early, and too late, against its first word. */
  readonly earlyMs: number
  readonly lateMs: number
}

/**
 * The words that were said, from the first heard one on, with their places: as heard, or in between
 * at the same distance from their neighbours as in the file.
 */
function spokenWords({ said, sound, endedMs }: Evidence): Spoken {
  const first = offsetOf(sound[0], said) ?? 0
  const heard = new Map(sound.map((word) => [word.number, word]))
  const words: PlacedWord[] = []
  let offset = first
  let earlyMs = 0
  let lateMs = 0
  for (const word of said.slice(said.findIndex(({ number }) => number === sound[0]?.number))) {
    offset = offsetOf(heard.get(word.number), said) ?? offset
    earlyMs = Math.max(earlyMs, first - offset)
    lateMs = Math.max(lateMs, offset - first)
    if (word.endMs + offset > endedMs) break
    words.push({ number: word.number, startMs: word.startMs + offset })
  }
  return { words, earlyMs, lateMs }
}

function offsetOf(heard: ToneWord | undefined, said: readonly ToneWord[]): number | null {
  const truth = heard && said.find(({ number }) => number === heard.number)
  return heard && truth ? heard.startMs - truth.startMs : null
}

/** Removes the word at this place from `from`, if there is one. */
function take(from: PlacedWord[], { number, startMs }: PlacedWord, withinMs = placeMs): boolean {
  const at = from.findIndex(
    (word) => word.number === number && Math.abs(word.startMs - startMs) <= withinMs,
  )
  if (at >= 0) from.splice(at, 1)
  return at >= 0
}

/** Compares what a recording kept with what was said. */
export function evaluate(evidence: Evidence): Verdict {
  const { meeting, sound, finals, endedMs } = evidence
  const { words: spoken, earlyMs, lateMs } = spokenWords(evidence)
  const text = placedFinals(meeting)
  const silent = meeting.gaps.filter((gap) => !gap.sound)
  const tail = { startMs: evidence.soundMs, endMs: Math.max(evidence.soundMs, endedMs) }
  const missing: Range[] = [...silent, tail]
  const unmarkedMs = totalMs(subtract([tail], silent))

  const over = [...text]
  const isHeard = (word: PlacedWord) => take([...sound], word)
  const lost = spoken.filter((word) => !take(over, word, isHeard(word) ? placeMs : unheardPlaceMs))
  // A word that ended as the app was killed is in the sound, whatever the clocks say about its end.
  const atTheEnd = sound.filter(({ number }) => spoken.every((word) => word.number !== number))
  const doubled = over.filter((word) => !take(atTheEnd, word))
  const unexcused = lost.filter((word) => {
    // A word that the hole cut off is as far off as its neighbours are from each other.
    const slackMs = isHeard(word) ? 0 : placeMs
    const { startMs } = word
    return !touches({ startMs: startMs - slackMs, endMs: startMs + wordMs + slackMs }, missing)
  })
  const left = [...text]
  const lostFinals = finals.filter((word) => !take(left, word))
  const unheard = sound.filter(({ number, startMs }) => !take([...text], { number, startMs }))
  const open = meeting.gaps.filter(({ sound: has, filled }) => has && !filled)
  const gaps = meeting.gaps.filter((gap) => gap.filled)
  const unmarked = meeting.turns
    .filter((turn) => turn.filledIn)
    .flatMap((turn) => turn.words)
    .filter((word) => !touches(word, gaps))
  const order = text.map(({ number }) => number)
  const shown = meeting.turns
    .filter((turn) => turn.isFinal)
    .sort((a, b) => a.startMs - b.startMs)
    .flatMap((turn) => wordNumbers(turn.text))

  const failures = [
    [unexcused.length > 0, `words lost: ${listed(unexcused)}`],
    [doubled.length > 0, `words doubled: ${listed(doubled)}`],
    [lostFinals.length > 0, `finals lost: ${listed(lostFinals)}; there are ${listed(text)}`],
    [sound.some((word, at) => word.number <= (sound[at - 1]?.number ?? -1)), 'sound doubled'],
    [unheard.length > 0, `words of the sound without text: ${listed(unheard)}`],
    [shown.join() !== order.join(), `turns say ${shown.join(' ')}, their words ${order.join(' ')}`],
    [earlyMs > soundMs, `sound ${Math.round(earlyMs)} ms earlier than it was said`],
    [lateMs - totalMs(silent) > soundMs, `sound ${Math.round(lateMs)} ms later than it was said`],
    [
      unmarkedMs > soundMs || evidence.soundMs - endedMs > soundMs,
      `${Math.round(evidence.soundMs)} ms of sound in ${Math.round(endedMs)} ms`,
    ],
    [open.length > 0, `${open.length} gaps not filled`],
    [unmarked.length > 0, `${unmarked.length} words filled in outside of any gap`],
    [meeting.turns.some((turn) => !turn.isFinal), 'partials left over'],
    [meeting.meeting.textPercent !== 100, `text of ${meeting.meeting.textPercent} % of the sound`],
  ] as const
  return {
    spoken: spoken.length,
    kept: spoken.length - lost.length,
    doubled: doubled.length,
    audioLostMs: Math.round(totalMs(missing)),
    failures: failures.flatMap(([failed, sentence]) => (failed ? [sentence] : [])),
  }
}

function touches(word: Range, ranges: readonly Range[]): boolean {
  return ranges.some(({ startMs, endMs }) => word.startMs < endMs && word.endMs > startMs)
}

function listed(words: readonly PlacedWord[]): string {
  return words.map(({ number, startMs }) => `w${number} at ${Math.round(startMs)} ms`).join(', ')
}
