import { monotonicNow, wallNow } from '../../common/clock'
import { fail, ok, type Result } from '../../common/errors'
import type { ForgottenState, RecordingStatus, Source } from '../../common/model'
import { mainMessages } from '../../common/text'
import type { CallHandlers, Events, RecordingState } from '../boundary'
import type { Notifications } from '../notifications'
import { createLog } from '../platform'
import { createSpeechMeter, type Recordings } from '../recording'
import type { SettingsStore } from '../settings'
import { answerMs, nextWatch, type Watch, type WatchEvent } from './watch'

const log = createLog('forgotten')

interface Setup {
  readonly events: Events
  readonly settings: Pick<SettingsStore, 'get'>
  readonly notifications: Notifications
  readonly recording: Pick<Recordings, 'stop'>
  readonly recordingState: RecordingState
  readonly mainWindow: { readonly open: () => void }
}

const noticeId = 'forgotten'
/** A door and a cough are not speech: this much must sound like it, in ms. */
const spokenMs = 3_000

/** Whether an engine hears the recording, so that speech comes as words. */
function hasEngine({ connection, notices }: RecordingStatus): boolean {
  if (notices.some(({ code }) => code === 'no-words')) return false
  return connection === 'live' || connection === 'waiting' || connection === 'catching-up'
}

/** Asks about recordings that were forgotten. A recording goes on unless a setting says otherwise. */
export function setupForgotten(setup: Setup) {
  const { events, settings, notifications, recording, recordingState, mainWindow } = setup
  const meters = new Map<Source, ReturnType<typeof createSpeechMeter>>()
  let watch: Watch | null = null
  let shown = ''

  function state(): ForgottenState {
    const { question = null, endAt = null } = watch ?? {}
    const leftMs = (untilAt: number) => Math.min(answerMs, Math.max(0, untilAt - monotonicNow()))
    return {
      endAt,
      question: question && {
        reason: question.reason,
        leftMs: Math.round(leftMs(question.untilAt)),
        then: settings.get().whenForgotten,
      },
    }
  }

  /** Tells the window and the system if what is asked, or the end time, has changed. */
  function show(): void {
    const now = state()
    const text = JSON.stringify([now.endAt, watch?.question?.reason, now.question?.then])
    if (text === shown) return
    shown = text
    events.emit('forgotten:changed', now)
    if (now.question === null) return notifications.withdraw(noticeId)
    const words = mainMessages.forgotten
    const { reason, then } = now.question
    notifications.show({
      id: noticeId,
      reason: 'needs-person',
      title: words[reason].title,
      body: `${words[reason].body} ${words.then[then]}`,
      onClick: mainWindow.open,
      onUnseen: mainWindow.open,
      buttons: [
        { label: words.keep, run: () => step({ type: 'keep', now: monotonicNow() }) },
        { label: words.stop, run: () => void stop() },
      ],
    })
  }

  async function stop(): Promise<Result<undefined>> {
    const stopped = await recording.stop()
    if (!stopped.ok) log.warn('not stopped', { error: stopped.error })
    return stopped
  }

  function step(event: WatchEvent): void {
    const next = nextWatch(watch, event)
    watch = next.watch
    if (watch === null) meters.clear()
    show()
    if (!next.stop) return
    log.info('stopped', { reason: watch?.question?.reason })
    void stop()
  }

  const heard = () => step({ type: 'speech', now: monotonicNow() })

  events.on('recording:status', ({ state, meetingId }) => {
    const { whenForgotten } = settings.get()
    const times = { now: monotonicNow(), wall: wallNow() }
    step({ type: 'status', state, meetingId, whenForgotten, ...times })
  })
  events.on('transcript:turn', ({ meetingId, turn }) => {
    if (meetingId === watch?.meetingId && !turn.filledIn && turn.text !== '') heard()
  })
  events.on('recording:level', ({ source, rms }) => {
    if (watch === null || hasEngine(recordingState.status())) return
    const meter = meters.get(source) ?? createSpeechMeter()
    meters.set(source, meter)
    meter.add(rms, monotonicNow())
    if (meter.spokenMs < spokenMs) return
    meter.reset()
    heard()
  })
  events.on('settings:changed', show)

  return {
    handlers: {
      'forgotten:state': () => ok(state()),
      'forgotten:keep': () => {
        step({ type: 'keep', now: monotonicNow() })
        return ok(undefined)
      },
      'forgotten:set-end': ({ at }) => {
        if (watch === null) return fail('not-recording')
        step({ type: 'end-at', at, now: monotonicNow() })
        return ok(undefined)
      },
    } satisfies Partial<CallHandlers>,
  }
}
