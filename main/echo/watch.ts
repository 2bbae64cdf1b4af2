import type { EventName, EventPayload } from '../../preload/contract'
import { ok, type Result } from '../../preload/errors'
import { sampleRate, type CapturedSource, type Turn } from '../../preload/model'
import type { Library } from '../library/library'
import { readSound } from '../library/wav-read'
import { createLog } from '../log'
import type { Broadcast } from '../recording/transcript'
import { measureBands, type Bands } from './bands'
import { isEcho, mayBeEcho, neighbourhood, soundNeeded, type Stretch } from './judge'

const log = createLog('echo')

/** Marks the turns in which the microphone only heard the loudspeaker. */
export interface EchoWatch {
  /** Takes every event that goes to the windows: finals are judged, and all of a meeting at its end. */
  heard<E extends EventName>(name: E, payload: EventPayload<E>): void
  /** Resolves when everything heard so far has been judged. */
  settled(): Promise<void>
}

/** `broadcast` tells the windows of a mark; it must not lead back to `heard`. */
export function createEchoWatch(
  library: Pick<Library, 'turns' | 'audioPath'>,
  broadcast: Broadcast,
): EchoWatch {
  /** One after the other, so that a turn is never judged twice at once. */
  let work = Promise.resolve()
  /** Meetings with words of the system: only these can have echo. */
  const withSystem = new Set<string>()

  function then(job: () => Promise<void>): void {
    work = work.then(job).catch((cause: unknown) => log.error('not judged', { cause }))
  }

  async function judgeAround(meetingId: string, stretch: Stretch): Promise<void> {
    const { startMs, endMs } = neighbourhood(stretch)
    const turns = library.turns.between(meetingId, startMs, endMs)
    if (turns.ok) await judgeAll(meetingId, turns.value)
  }

  async function judgeAll(meetingId: string, turns: readonly Turn[]): Promise<void> {
    for (const turn of turns) {
      if (turn.source !== 'microphone' || !turn.isFinal) continue
      const { startMs, endMs } = neighbourhood(turn)
      const others = library.turns.between(meetingId, startMs, endMs)
      if (others.ok) await judge(meetingId, turn, others.value)
    }
  }

  async function judge(meetingId: string, turn: Turn, others: readonly Turn[]): Promise<void> {
    let echo = false
    if (mayBeEcho(turn, others)) {
      const levels = await levelsOf(meetingId, soundNeeded(turn))
      if (!levels.ok) return log.warn('no sound to judge by', { error: levels.error })
      echo = isEcho(turn, others, levels.value)
    }
    if (echo === turn.echo) return
    const { sessionId, turnOrder } = turn
    const marked = library.turns.markEcho(meetingId, [{ sessionId, turnOrder, echo }])
    if (!marked.ok) return log.warn('echo not marked', { error: marked.error })
    for (const changed of marked.value) broadcast('transcript:turn', { meetingId, turn: changed })
  }

  async function levelsOf(
    meetingId: string,
    stretch: Stretch,
  ): Promise<Result<Record<CapturedSource, Bands>>> {
    const read = (source: CapturedSource) =>
      readSound(
        library.audioPath(meetingId, source),
        toSamples(stretch.startMs),
        toSamples(stretch.endMs),
      )
    const [microphone, system] = await Promise.all([read('microphone'), read('system')])
    if (!microphone.ok) return microphone
    if (!system.ok) return system
    return ok({
      microphone: measureBands(microphone.value.pcm),
      system: measureBands(system.value.pcm),
    })
  }

  return {
    heard: (name, payload) => {
      if (name === 'transcript:turn') {
        const { meetingId, turn } = payload as EventPayload<'transcript:turn'>
        if (turn.source === 'system') withSystem.add(meetingId)
        if (!turn.isFinal || !withSystem.has(meetingId)) return
        then(() => judgeAround(meetingId, turn))
      } else if (name === 'meetings:changed') {
        const { id, state } = payload as EventPayload<'meetings:changed'>
        if (state !== 'done' || !withSystem.delete(id)) return
        then(async () => {
          const turns = library.turns.originals(id)
          if (turns.ok) await judgeAll(id, turns.value)
        })
      }
    },
    settled: () => work,
  }
}

function toSamples(ms: number): number {
  return Math.round((ms * sampleRate) / 1_000)
}
