import { monotonicNow } from '../../common/clock'
import { ok, type Result } from '../../common/errors'
import type { CallOffer, Settings } from '../../common/model'
import { mainMessages } from '../../common/text'
import type { CallHandlers, Events, RecordingState } from '../boundary'
import type { Notifications } from '../notifications'
import { createLog } from '../platform'
import type { Recordings } from '../recording'
import type { SettingsStore } from '../settings'
import type { WatchMicrophone } from '../system-sound'
import { createCallWatch } from './call-watch'
import { createOffers } from './offers'
import { knownName } from './program-names'

const log = createLog('calls')

interface Setup {
  readonly events: Events
  readonly settings: Pick<SettingsStore, 'get' | 'patch'>
  readonly notifications: Notifications
  readonly systemSound: { readonly watchMicrophone: WatchMicrophone | null }
  readonly recording: Pick<Recordings, 'start' | 'stop'>
  readonly recordingState: RecordingState
  readonly mainWindow: { readonly open: () => void }
}

const tickMs = 1_000
/** The one notification about calls. */
const noticeId = 'call'
/** Programs that are never asked about, at most. */
const mostIgnored = 100

/** Notices calls and asks about them. Nothing is recorded unless a person says so. */
export function setupCalls(setup: Setup) {
  const { events, settings, notifications, systemSound, recording, recordingState } = setup
  const openWindow = setup.mainWindow.open

  const offers = createOffers({
    recordingState: () => recordingState.status().state,
    isIgnored: (key) => settings.get().calls.ignored.some((one) => one.key === key),
    ignore: (program) => {
      const { calls } = settings.get()
      const others = calls.ignored.filter(({ key }) => key !== program.key)
      const ignored = [...others, program].slice(-mostIgnored)
      settings.patch({ calls: { ...calls, ignored } })
    },
    record: () => failed(recording.start()),
    stop: () => void recording.stop().then(failed),
    show: (offer, isNew) => {
      events.emit('calls:changed', offer)
      if (offer !== null && isNew) notify(offer)
      else notifications.withdraw(noticeId)
    },
  })

  /** The window shows why. */
  function failed(done: Result<unknown>): void {
    if (done.ok) return
    log.warn('answer failed', { error: done.error })
    openWindow()
    events.emit('app:command', 'record-or-stop')
  }

  function notify({ kind, program }: CallOffer): void {
    const text = mainMessages.calls[kind]
    notifications.show({
      id: noticeId,
      reason: 'needs-person',
      title: text.title(program.name),
      body: text.body,
      // The window asks the same question.
      onClick: openWindow,
      onUnseen: openWindow,
      buttons: [
        { label: text.yes, run: () => offers.answer('yes') },
        { label: text.no, run: () => offers.answer('no') },
        ...(kind === 'record'
          ? [{ label: text.never(program.name), run: () => offers.answer('never') }]
          : []),
      ],
    })
  }

  const watch = createCallWatch({
    now: monotonicNow,
    onFound: (program) => {
      log.info('call found', { program: program.key })
      offers.found({ key: program.key, name: knownName(program) })
    },
    onEnded: (program) => {
      log.info('call ended', { program: program.key })
      offers.ended(program)
    },
  })

  let ticking: NodeJS.Timeout | null = null
  function tick(): void {
    watch.tick()
    if (!watch.isWaiting() && ticking !== null) {
      clearInterval(ticking)
      ticking = null
    }
  }

  let end: (() => void) | null = null
  function follow(wanted: Settings['calls']['notice']): void {
    if (wanted && end === null) {
      end =
        systemSound.watchMicrophone?.((use) => {
          watch.update(use)
          if (watch.isWaiting()) ticking ??= setInterval(tick, tickMs)
        }) ?? null
    } else if (!wanted && end !== null) {
      end()
      end = null
      watch.update({ users: [], playing: [] })
    }
  }

  events.on('recording:status', offers.recordingChanged)
  events.on('settings:changed', ({ calls }) => follow(calls.notice))
  return {
    handlers: {
      'calls:state': () =>
        ok({ isPossible: systemSound.watchMicrophone !== null, offer: offers.current() }),
      'calls:answer': ({ answer }) => {
        offers.answer(answer)
        return ok(undefined)
      },
    } satisfies Partial<CallHandlers>,
    start: () => follow(settings.get().calls.notice),
    stop: () => {
      end?.()
      if (ticking !== null) clearInterval(ticking)
    },
  }
}
