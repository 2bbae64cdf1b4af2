import { msToSamples, type Range } from '../../common/time'
import { ok, type Result } from '../../common/errors'
import { type CapturedSource, type Meeting, type Turn } from '../../common/model'
import type { Library } from '../library'
import { readSamples } from '../audio-files'
import { createLog } from '../platform'
import { mayBeEcho, neighbourhood, audioRangeOf } from './detector'
import type { EchoJudge } from './judge'

const log = createLog('echo')

interface MeetingTurn {
  readonly meetingId: string
  readonly turn: Turn
}

/** Marks the turns in which one source only heard what the other one is the origin of. */
export interface EchoMarker {
  /** Checks a final turn that was stored, and those around it. */
  handleTurn(stored: MeetingTurn): void
  /** Checks the whole meeting at its end. */
  handleMeeting(meeting: Pick<Meeting, 'id' | 'state'>): void
  /** Resolves when all events so far have been checked. */
  settled(): Promise<void>
}

/** `onMarked` receives each turn whose mark changed; it must not call `handleTurn`. */
export function createEchoMarker(
  library: Pick<Library, 'turns' | 'audioPath'>,
  judge: EchoJudge,
  onMarked: (marked: MeetingTurn) => void,
): EchoMarker {
  /** Checks run one after the other, so that no turn is checked twice at the same time. */
  let work = Promise.resolve()
  /** Meetings with system turns: only these can have echo. */
  const withSystem = new Set<string>()

  function then(job: () => Promise<void>): void {
    work = work.then(job).catch((cause: unknown) => log.error('not judged', { cause }))
  }

  async function checkAround(meetingId: string, stretch: Range): Promise<void> {
    const { startMs, endMs } = neighbourhood(stretch)
    const turns = library.turns.between(meetingId, startMs, endMs)
    if (turns.ok) await checkAll(meetingId, turns.value)
  }

  async function checkAll(meetingId: string, turns: readonly Turn[]): Promise<void> {
    for (const turn of turns) {
      if (!turn.isFinal) continue
      const { startMs, endMs } = neighbourhood(turn)
      const others = library.turns.between(meetingId, startMs, endMs)
      if (others.ok) await checkTurn(meetingId, turn, others.value)
    }
  }

  async function checkTurn(meetingId: string, turn: Turn, others: readonly Turn[]): Promise<void> {
    let echo = false
    if (mayBeEcho(turn, others)) {
      const sounds = await soundsOf(meetingId, audioRangeOf(turn))
      if (!sounds.ok) return log.warn('no sound to judge by', { error: sounds.error })
      echo = await judge({ turn, others, sounds: sounds.value })
    }
    if (echo === turn.echo) return
    const { sessionId, turnOrder } = turn
    const marked = library.turns.markEcho(meetingId, [{ sessionId, turnOrder, echo }])
    if (!marked.ok) return log.warn('echo not marked', { error: marked.error })
    for (const changed of marked.value) onMarked({ meetingId, turn: changed })
  }

  async function soundsOf(
    meetingId: string,
    stretch: Range,
  ): Promise<Result<Record<CapturedSource, Uint8Array>>> {
    const read = (source: CapturedSource) =>
      readSamples(
        library.audioPath(meetingId, source),
        msToSamples(stretch.startMs),
        msToSamples(stretch.endMs),
      )
    const [microphone, system] = await Promise.all([read('microphone'), read('system')])
    if (!microphone.ok) return microphone
    if (!system.ok) return system
    return ok({ microphone: microphone.value.pcm, system: system.value.pcm })
  }

  return {
    handleTurn: ({ meetingId, turn }) => {
      if (turn.source === 'system') withSystem.add(meetingId)
      if (!turn.isFinal || !withSystem.has(meetingId)) return
      then(() => checkAround(meetingId, turn))
    },
    handleMeeting: ({ id, state }) => {
      if (state !== 'done' || !withSystem.delete(id)) return
      then(async () => {
        const turns = library.turns.originals(id)
        if (turns.ok) await checkAll(id, turns.value)
      })
    },
    settled: () => work,
  }
}
