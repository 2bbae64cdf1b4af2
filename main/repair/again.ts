import { fail, ok, type Result } from '../../preload/errors'
import {
  sampleRate,
  type Again,
  type AgainPart,
  type Gap,
  type Source,
  type Transcript,
  type Turn,
  type TurnId,
} from '../../preload/model'
import type { Edited } from '../library/corrections/corrections'
import type { Replacement } from '../library/corrections/edits'
import type { Library } from '../library/library'
import { createLog } from '../log'
import type { SpokenWord, Transcribe } from '../pre-recorded'
import type { Broadcast } from '../recording/transcript'
import type { Sounds } from '../storage/sounds'
import { fillOf } from './fill'
import { hear, readPiece } from './listen'
import { around, nextPiece, stretchOf } from './plan'

const log = createLog('again')

/** Writes meetings down again, one at a time. Their text changes only at the end, all at once. */
export interface WritingAgain {
  /**
   * `meeting-not-found`, `meeting-recording`, `no-sound`, `again-busy`, `again-gaps`,
   * `library-read-only`.
   */
  start(meetingId: string, part: AgainPart): Result<undefined>
  /** The text stays as it was. */
  cancel(): Result<undefined>
  /** Takes the text that has fewer words. */
  accept(): Result<undefined>
  state(): Again | null
  stop(): void
}

export interface AgainEngine {
  readonly transcribe: Transcribe
  /** Tells speakers apart, where that is wanted. */
  readonly transcribeWhole: Transcribe
  /** The longest sound of one job, and of one that hears a whole meeting, in ms. */
  readonly pieceMs: number
  readonly wholeMs: number
}

export interface WritingAgainOptions {
  readonly library: Pick<
    Library,
    'transcript' | 'gaps' | 'corrections' | 'readOnly' | 'audioPath' | 'meetings'
  >
  readonly sounds: Pick<Sounds, 'hold'>
  /** The engine that is in use. */
  readonly engine: () => AgainEngine
  readonly broadcast: Broadcast
  /** What was read in another way is told as any correction is. */
  readonly edited: (meetingId: string, result: Result<Edited>) => unknown
}

interface Job {
  readonly meetingId: string
  readonly part: AgainPart
  readonly life: AbortController
  share: number
  stretches: readonly Gap[]
  /** What was heard of each source, once all was. */
  found: readonly Turn[] | null
  before: number
  after: number
}

/** The turns of a stretch that are read, and so make way. Echo is not read. */
export function turnsIn(turns: readonly Turn[], stretches: readonly Gap[]): Turn[] {
  return turns.filter((turn) => {
    const middle = (turn.startMs + turn.endMs) / 2
    return (
      !turn.echo &&
      stretches.some(
        ({ source, startMs, endMs }) =>
          source === turn.source && middle >= startMs && middle <= endMs,
      )
    )
  })
}

/** What is to be heard, by source: from the first turn of the part to its last, or all there is. */
export function stretchesOf({ meeting, turns }: Transcript, part: AgainPart): Gap[] {
  const stretch = (source: Source, startMs: number, endMs: number): Gap => ({
    id: `again-${source}`,
    source,
    startMs,
    endMs,
    reason: 'import',
    sound: true,
    filled: false,
  })
  if (part === null) {
    return meeting.audio
      .filter(({ samples }) => samples > 0)
      .map(({ source, samples }) => stretch(source, 0, Math.floor((samples * 1_000) / sampleRate)))
  }
  const at = (id: TurnId) =>
    turns.findIndex(
      ({ sessionId, turnOrder }) => sessionId === id.sessionId && turnOrder === id.turnOrder,
    )
  const [from, to] = [at(part.from), at(part.to)]
  const chosen = from < 0 || to < 0 ? [] : turns.slice(from, to + 1).filter(({ echo }) => !echo)
  return [...new Set(chosen.map(({ source }) => source))].map((source) => {
    const own = chosen.filter((turn) => turn.source === source)
    return stretch(
      source,
      Math.min(...own.map(({ startMs }) => startMs)),
      Math.max(...own.map(({ endMs }) => endMs)),
    )
  })
}

/** The turn in which a moment lies, or the nearest one. */
function nearest(turns: readonly Turn[], ms: number): Turn | null {
  const distance = ({ startMs, endMs }: Turn) => Math.max(startMs - ms, ms - endMs, 0)
  let best: Turn | null = null
  for (const turn of turns) if (best === null || distance(turn) < distance(best)) best = turn
  return best
}

/** Turns of words that were heard of one source, beside those that stay. */
function turnsOf(
  gap: Gap,
  piece: { readonly startMs: number; readonly endMs: number },
  words: readonly SpokenWord[],
  heard: { readonly timing: Turn['timing']; readonly language: string | null },
  stay: readonly Turn[],
  durationMs: number,
): Turn[] {
  const turns = stay.map((turn) => ({ ...turn, isFinal: true }))
  const { timing, language } = heard
  const { turns: found } = fillOf({
    gap,
    piece,
    words,
    timing,
    language,
    turns,
    nowMs: durationMs,
    isLast: false,
  })
  return [...found]
}

/**
 * The new turns in the place of the old. Who speaks is taken over from the turn that stood there,
 * so that names stay; where nobody was told apart, the labels of the engine count.
 */
export function replacementOf(taken: readonly Turn[], found: readonly Turn[]): Replacement {
  const made = found.flatMap((turn) => {
    const own = taken.filter(({ source }) => source === turn.source)
    if (own.every(({ speaker }) => speaker === null)) return [{ turn, like: null }]
    const groups: { turn: Turn; like: Turn | null }[] = []
    for (const word of turn.words) {
      const like = nearest(own, (word.startMs + word.endMs) / 2)
      const last = groups.at(-1)
      const unnamed = { ...word, speaker: null }
      if (last && last.like?.speaker === like?.speaker) {
        const words = [...last.turn.words, unnamed]
        const text = `${last.turn.text} ${word.text}`
        last.turn = { ...last.turn, words, text, endMs: Math.max(last.turn.endMs, word.endMs) }
      } else {
        const { text, startMs, endMs } = word
        groups.push({
          turn: { ...turn, speaker: null, words: [unnamed], text, startMs, endMs },
          like,
        })
      }
    }
    return groups
  })
  const idOf = ({ sessionId, turnOrder }: Turn): TurnId => ({ sessionId, turnOrder })
  return {
    taken: taken.map(idOf),
    made: made.map(({ turn, like }) => ({ turn, like: like && idOf(like) })),
  }
}

const countWords = (turns: readonly Turn[]) =>
  turns.reduce((sum, { words }) => sum + words.length, 0)

export function createWritingAgain(options: WritingAgainOptions): WritingAgain {
  const { library, sounds, broadcast } = options
  let job: Job | null = null

  const state = (): Again | null =>
    job && {
      meetingId: job.meetingId,
      step: job.found === null ? 'hearing' : 'asking',
      share: job.share,
      before: job.before,
      after: job.after,
    }
  const tell = () => broadcast('again:changed', state())
  function end(): void {
    job = null
    tell()
  }

  async function listen(running: Job): Promise<Result<Turn[]>> {
    const { meetingId, part, life } = running
    const known = library.transcript(meetingId)
    if (!known.ok) return known
    const { meeting, turns } = known.value
    const stretches = stretchesOf(known.value, part)
    if (stretches.length === 0) return fail('turn-not-found')
    const taken = turnsIn(turns, stretches)
    const stay = turns.filter((turn) => !taken.includes(turn))
    const engine = options.engine()
    const labelled = taken.some(({ speaker }) => speaker !== null)
    const all = around(stretches.map((gap) => stretchOf(gap, stay)))
    const length = Math.max(1, all.endMs - all.startMs)
    const one = part === null && stretches.length === 1 && !labelled
    const whole = one && length <= engine.wholeMs
    const transcribe = whole ? engine.transcribeWhole : engine.transcribe
    running.stretches = stretches
    const found: Turn[] = []
    for (let rest = all; ;) {
      const piece = nextPiece(rest, whole ? engine.wholeMs : engine.pieceMs)
      const sound = await readPiece(meetingId, stretches, piece, library)
      if (!sound.ok) return sound
      const heard = await hear(sound.value.channels, transcribe, life.signal)
      if (life.signal.aborted) return fail('cancelled')
      if (!heard.ok) return heard
      const { endMs } = sound.value
      for (const [index, gap] of stretches.entries()) {
        const words = heard.value.channels[index] ?? []
        const within = { startMs: piece.startMs, endMs }
        found.push(
          ...turnsOf(gap, within, words, heard.value, [...stay, ...found], meeting.durationMs),
        )
      }
      await heard.value.forget?.()
      running.share = Math.min(1, (endMs - all.startMs) / length)
      tell()
      if (!piece.cut) return ok(found)
      rest = { startMs: endMs, endMs: rest.endMs }
    }
  }

  /** As the meeting is read now: it may have been corrected while it was heard. */
  function replacement(running: Job): Result<{ before: number; replacement: Replacement }> {
    const known = library.transcript(running.meetingId)
    if (!known.ok) return known
    const taken = turnsIn(known.value.turns, running.stretches)
    return ok({
      before: countWords(taken),
      replacement: replacementOf(taken, running.found ?? []),
    })
  }

  function replace(running: Job): Result<undefined> {
    const next = replacement(running)
    const done = next.ok
      ? library.corrections.replace(running.meetingId, next.value.replacement)
      : next
    if (done.ok) options.edited(running.meetingId, done)
    end()
    return done.ok ? ok(undefined) : done
  }

  async function run(running: Job): Promise<void> {
    const { meetingId, life } = running
    const held = await sounds.hold(meetingId, life.signal)
    const heard = held.ok ? await listen(running) : held
    if (held.ok) await held.value()
    if (job !== running) return
    if (!heard.ok) return failed(heard)
    running.found = heard.value
    running.after = countWords(heard.value)
    const next = replacement(running)
    if (!next.ok) return failed(next)
    running.before = next.value.before
    if (running.after < running.before) return tell()
    const done = replace(running)
    if (!done.ok) failed(done)
  }

  function failed(result: Result<unknown>): void {
    end()
    if (result.ok || result.error.code === 'cancelled') return
    log.warn('not written again', { code: result.error.code, detail: result.error.detail ?? '' })
    broadcast('again:failed', result.error)
  }

  return {
    state,
    start: (meetingId, part) => {
      if (library.readOnly !== null) return fail('library-read-only')
      if (job !== null) return fail('again-busy')
      const meeting = library.meetings.get(meetingId)
      if (!meeting.ok) return meeting
      const { state: now, sound, audio } = meeting.value
      if (now === 'recording' || now === 'finishing') return fail('meeting-recording')
      if (sound === 'deleted' || audio.every(({ samples }) => samples === 0))
        return fail('no-sound')
      const open = library.gaps.unfilled()
      if (!open.ok) return open
      if (open.value.some((gap) => gap.meetingId === meetingId)) return fail('again-gaps')
      job = {
        meetingId,
        part,
        life: new AbortController(),
        share: 0,
        stretches: [],
        found: null,
        before: 0,
        after: 0,
      }
      tell()
      run(job).catch((cause: unknown) => {
        log.error('writing again failed', { cause })
        failed(fail('internal', cause instanceof Error ? cause.message : String(cause)))
      })
      return ok(undefined)
    },
    cancel: () => {
      job?.life.abort()
      if (job !== null) end()
      return ok(undefined)
    },
    accept: () => (job?.found ? replace(job) : ok(undefined)),
    stop: () => job?.life.abort(),
  }
}
