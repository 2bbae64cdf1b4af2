import type { Result } from '../../common/errors'
import type { Source, Turn } from '../../common/model'
import { msToSamples } from '../../common/time'
import { turnKey } from '../../common/turn-key'
import { readSamples } from '../audio-files'
import type { Library } from '../library'
import { createLiveVoices, type LiveVoices } from './live-voices'

export interface LiveLabelsOptions {
  readonly library: Pick<Library, 'audioPath' | 'turns'>
  /** The vectors of the voices in pieces of s16 at 16 kHz. */
  readonly describe: (
    pieces: readonly Uint8Array[],
  ) => Promise<Result<readonly (readonly number[] | null)[]>>
  /** A turn got its label. */
  readonly onLabelled: (meetingId: string, turn: Turn) => void
  readonly onFailure: (code: string) => void
}

/** A running meeting whose voices are told apart. */
export interface LiveMeeting {
  readonly meetingId: string
  readonly source: Source
  /** The most people that speak, or null. */
  readonly most: number | null
}

export interface LiveLabels {
  begin(meeting: LiveMeeting): void
  /** Labels a final turn of the meeting some time later, or never. It returns at once. */
  handleTurn(meetingId: string, turn: Turn): void
  end(meetingId: string): void
  /** Resolves when no turn is being labelled any more. */
  settled(): Promise<void>
}

/** Turns that wait; a computer that is slower than this leaves turns without a label. */
const mostWaiting = 4
/** A turn is described by this much of it, in two halves if it is long enough for both. */
const longestMs = 12_000
const shortestInHalvesMs = 2_000

/**
 * Labels the turns of a running meeting while they come. Text and sound are stored before it hears of
 * them, and the process that describes voices is behind all others, so it delays neither. After a
 * failure the meeting gets no more live labels; the pass after the meeting labels all turns.
 */
export function createLiveLabels(options: LiveLabelsOptions): LiveLabels {
  const { library } = options
  let live: (LiveMeeting & { readonly voices: LiveVoices }) | null = null
  let work = Promise.resolve()
  let waiting = 0
  let seen = new Set<string>()

  async function label(meetingId: string, turn: Turn): Promise<void> {
    const now = live
    if (now?.meetingId !== meetingId) return
    const pieces: Uint8Array[] = []
    for (const [startMs, endMs] of piecesOf(turn)) {
      const path = library.audioPath(meetingId, now.source)
      const sound = await readSamples(path, msToSamples(startMs), msToSamples(endMs))
      if (!sound.ok) return
      pieces.push(sound.value.pcm)
    }
    const described = await options.describe(pieces)
    if (!described.ok) {
      if (live === now) live = null
      return options.onFailure(described.error.code)
    }
    const speechMs = pieces.reduce((sum, pcm) => sum + pcm.length / 32, 0)
    const speaker = now.voices.hear({ pieces: described.value, speechMs })
    if (speaker === null) return
    const { sessionId, turnOrder } = turn
    const stored = library.turns.revise(meetingId, sessionId, [{ turnOrder, speaker, words: null }])
    if (!stored.ok) return options.onFailure(stored.error.code)
    for (const changed of stored.value) options.onLabelled(meetingId, changed)
  }

  return {
    begin(meeting) {
      seen = new Set()
      live = { ...meeting, voices: createLiveVoices(meeting.most) }
    },
    handleTurn(meetingId, turn) {
      if (live?.meetingId !== meetingId || turn.source !== live.source) return
      if (!turn.isFinal || turn.speaker !== null || turn.filledIn || seen.has(turnKey(turn))) return
      seen.add(turnKey(turn))
      if (waiting >= mostWaiting) return
      waiting += 1
      work = work
        .then(() => label(meetingId, turn))
        .catch((cause: unknown) => options.onFailure(String(cause)))
        .finally(() => {
          waiting -= 1
        })
    },
    end(meetingId) {
      if (live?.meetingId === meetingId) live = null
    },
    settled: () => work,
  }
}

/** The parts of a turn's sound that describe its voice, in ms. */
function piecesOf({ words, startMs, endMs }: Turn): readonly (readonly [number, number])[] {
  const from = words[0]?.startMs ?? startMs
  const until = Math.min(words.at(-1)?.endMs ?? endMs, from + longestMs)
  if (until - from < shortestInHalvesMs) return [[from, until]]
  const middle = Math.round((from + until) / 2)
  return [
    [from, middle],
    [middle, until],
  ]
}
