import { monotonicNow, wallNow } from '../../common/clock'
import { ok, type Result } from '../../common/errors'
import { usageByModel, type MonthUsage, type Settings } from '../../common/model'
import type { CallHandlers, Events, RecordingState } from '../boundary'
import type { Library } from '../library'
import { monthUsage, startOfMonth } from './month'
import { createOpenSessions } from './open-sessions'

interface Setup {
  readonly events: Events
  readonly library: Pick<Library, 'paidUses'>
  readonly settings: { get(): Settings }
  readonly recordingState: RecordingState
}

const storeMs = 1_000
/** The meeting of sessions that only tested a key. */
const ofNoMeeting = ''

/** What the service is paid for, by meeting and by month. */
export function setupUsage({ events, library, settings, recordingState }: Setup) {
  const { paidUses } = library
  const sessions = createOpenSessions({ set: paidUses.set, monotonic: monotonicNow, now: wallNow })

  function month(): Result<MonthUsage> {
    const from = startOfMonth(wallNow())
    const uses = paidUses.since(from)
    return uses.ok ? ok(monthUsage(from, uses.value, settings.get())) : uses
  }

  function show(): void {
    const now = month()
    if (now.ok) events.emit('usage:changed', now.value)
  }

  /** Runs while there is something to store. */
  let timer: NodeJS.Timeout | null = null

  function store(): void {
    if (sessions.store()) show()
    else end()
  }

  function end(): void {
    if (timer !== null) clearInterval(timer)
    timer = null
  }

  events.on('recorder-page:event', (event) => {
    const { meetingId, engine } = recordingState.status()
    if (event.type === 'session-began' && engine === 'service' && meetingId !== null) {
      sessions.began(meetingId, event)
      timer ??= setInterval(store, storeMs)
    } else if (event.type === 'session-extras') {
      sessions.extras(event)
      show()
    } else if (event.type === 'session-ended') {
      sessions.ended(event)
      show()
    }
  })
  events.on('recorder-page:gone', sessions.lost)
  // The report of an end can be lost; no session outlives its recording.
  events.on('recording:status', ({ state }) => {
    if (state === 'idle') sessions.lost()
  })
  events.on('session-test:billed', ({ sessionId: id, ...use }) => {
    paidUses.set({ ...use, id, meetingId: ofNoMeeting, beganAt: wallNow(), measured: true })
    show()
  })
  events.on('settings:changed', show)
  return {
    handlers: {
      'usage:month': () => month(),
      'usage:meeting': ({ id }) => {
        const uses = paidUses.ofMeeting(id)
        return uses.ok ? ok([...usageByModel(uses.value, settings.get().prices)]) : uses
      },
    } satisfies Partial<CallHandlers>,
    stop: () => {
      end()
      sessions.lost()
    },
  }
}
