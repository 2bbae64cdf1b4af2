import { errorValue } from '../../../../common/errors'
import { monotonicNow } from '../../../../common/clock'
import type { RecordingStatus } from '../../../../common/model'
import { createStore, type Readable } from '../../../shared/store'
import type { Notices } from '../../notices/store'
import type { MainProcess } from '../../stores/main-process'
import type { OpenMeeting } from '../store'
import { createLevels, type Levels } from './levels'

/** The recording that is running, if any. */
export interface Recording {
  readonly status: Readable<RecordingStatus>
  /** How loud each source is. */
  readonly levels: Levels
  /** How long ago sound was last saved, in ms, as far as main reported; null before there was any. */
  readonly savedAgeMs: () => number | null
  /** Starts a recording and opens its meeting. */
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
  /** Does nothing unless a recording is running or paused. */
  readonly pauseOrResume: () => Promise<void>
  /** Mutes a person's own side, or takes that back. */
  readonly muteOrUnmute: () => Promise<void>
  readonly startOrStop: () => Promise<void>
  /** A meeting is being played. Says so if that is recorded. */
  readonly played: () => void
}

const idle: RecordingStatus = {
  state: 'idle',
  meetingId: null,
  startedAt: null,
  elapsedMs: 0,
  sources: [],
  engine: 'on-device',
  connection: null,
  delayMs: null,
  savedAgeMs: null,
  muted: false,
  hearsOwnSound: false,
  notices: [],
}

interface RecordingDeps {
  readonly notices: Notices
  readonly meeting: OpenMeeting
}

export function createRecording(main: MainProcess, { notices, meeting }: RecordingDeps): Recording {
  const status = createStore(idle)
  const levels = createLevels()
  /** The time of this window's monotonic clock at which the time line begins; each pause moves it. */
  let zeroAt = 0
  let receivedAt = 0
  function take(next: RecordingStatus): void {
    receivedAt = monotonicNow()
    status.set(next)
  }
  main.on('recording:status', (next) => {
    const before = status.get()
    if (next.meetingId !== null && next.meetingId !== before.meetingId) levels.reset()
    // The live view is gone, but a person still needs to read why the recording did not start or
    // what could not be saved.
    const [worst] = next.notices
    if (next.state === 'idle' && before.state !== 'idle' && worst) notices.show(worst)
    zeroAt = monotonicNow() - next.elapsedMs
    take(next)
  })
  main.on('recording:level', (level) => {
    if (status.get().state === 'recording') levels.push(level, monotonicNow() - zeroAt)
  })
  main.load('recording:status', take)

  async function start(): Promise<void> {
    const started = await main.call('recording:start', undefined)
    if (notices.report(started)) await meeting.open(started.value.meetingId)
  }
  async function stop(): Promise<void> {
    const stopped = await main.call('recording:stop', undefined)
    if (!stopped.ok) notices.show(stopped.error)
  }
  return {
    status,
    levels,
    savedAgeMs: () => {
      const { savedAgeMs } = status.get()
      return savedAgeMs === null ? null : savedAgeMs + monotonicNow() - receivedAt
    },
    start,
    stop,
    startOrStop: () => (status.get().state === 'idle' ? start() : stop()),
    pauseOrResume: async () => {
      const { state } = status.get()
      if (state !== 'recording' && state !== 'paused') return
      const name = state === 'paused' ? 'recording:resume' : 'recording:pause'
      notices.report(await main.call(name, undefined))
    },
    muteOrUnmute: async () => {
      const { muted } = status.get()
      notices.report(await main.call('recording:mute', { muted: !muted }))
    },
    played: () => {
      const { state, hearsOwnSound } = status.get()
      if (state === 'recording' && hearsOwnSound) notices.show(errorValue('playback-recorded'))
    },
  }
}
