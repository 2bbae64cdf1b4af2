import { unwatchFile, watchFile } from 'node:fs'
import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron'
import { wallNow } from '../../common/clock'
import { fail, ok, type ErrorValue, type Result } from '../../common/errors'
import type { Appointment, CalendarState, Settings } from '../../common/model'
import { mainMessages } from '../../common/text'
import type { CallHandlers, Events } from '../boundary'
import { noBrief, type Library } from '../library'
import { createLog } from '../platform'
import type { HttpClient } from '../service'
import type { SettingsStore } from '../settings'
import { calendarAddress, createFetchCalendar } from './address'
import { appointmentAt } from './choose'
import { createCalendarReader } from './reader'

const log = createLog('calendar')

interface Setup {
  readonly events: Events
  readonly settings: Pick<SettingsStore, 'get' | 'patch'>
  readonly library: Pick<Library, 'appointments' | 'briefs' | 'meetings' | 'titleAndTags'>
  readonly service: { readonly directHttp: HttpClient }
  readonly mainWindow: { current(): BrowserWindow | null }
  /** The built thread.ts. */
  readonly calendarThread: string
}

const dayMs = 24 * 60 * 60_000
/** Appointments of this time are kept, around now, in ms. */
const keptMs = { before: dayMs, after: 8 * dayMs }
/** Between two requests for an address, and between two readings of a file that did not change, in ms. */
const everyMs = 30 * 60_000
/** How often a file is looked at, in ms. */
const watchMs = 5_000
const shownNext = 3

/** The calendar that a person chose, and what a new meeting gets from it. */
export function setupCalendar(setup: Setup) {
  const { events, settings, library, service, mainWindow } = setup
  const read = createCalendarReader(setup.calendarThread)
  const fetchCalendar = createFetchCalendar(service.directHttp)
  let appointments: readonly Appointment[] = []
  let readAt: number | null = null
  let error: ErrorValue | null = null
  /** The reading that goes on; a newer one ends it. */
  let reading: AbortController | null = null
  let watched: string | null = null
  let timer: NodeJS.Timeout | null = null
  let lastMeeting: string | null = null

  function state(): CalendarState {
    const now = wallNow()
    const coming = appointments.filter(({ endsAt }) => endsAt > now).slice(0, shownNext)
    return {
      isReading: reading !== null,
      readAt,
      next: coming.map(({ title, startsAt, endsAt }) => ({ title, startsAt, endsAt })),
      error,
    }
  }

  const show = () => events.emit('calendar:changed', state())

  async function load(signal: AbortSignal): Promise<Result<Appointment[]>> {
    const { calendarFile, calendarAddress: address } = settings.get()
    const now = wallNow()
    const range = { from: now - keptMs.before, to: now + keptMs.after }
    if (calendarFile !== null) return read({ source: { path: calendarFile }, range })
    if (address === null) return ok([])
    const text = await fetchCalendar(address, signal)
    return text.ok ? read({ source: { text: text.value }, range }) : text
  }

  async function refresh(): Promise<void> {
    reading?.abort()
    const own = new AbortController()
    reading = own
    show()
    const loaded = await load(own.signal)
    if (reading !== own) return
    reading = null
    error = loaded.ok ? null : loaded.error
    if (loaded.ok) {
      appointments = loaded.value
      readAt = wallNow()
    } else {
      log.warn('not read', { code: loaded.error.code, detail: loaded.error.detail })
    }
    show()
  }

  function forget(): void {
    appointments = []
    readAt = null
    error = null
  }

  function watch(path: string | null): void {
    if (path === watched) return
    if (watched !== null) unwatchFile(watched)
    watched = path
    // By looking at it now and then, which also sees a file that is replaced or on another computer.
    if (path !== null) {
      watchFile(path, { persistent: false, interval: watchMs }, () => void refresh())
    }
  }

  /** Reads what is chosen now, and again from time to time. */
  function follow(): void {
    const { calendarFile, calendarAddress: address } = settings.get()
    watch(calendarFile)
    if (timer !== null) clearInterval(timer)
    timer = null
    if (calendarFile === null && address === null) {
      reading?.abort()
      reading = null
      show()
      return
    }
    timer = setInterval(() => void refresh(), everyMs)
    timer.unref()
    void refresh()
  }

  function choose(chosen: Pick<Settings, 'calendarFile' | 'calendarAddress'>): Result<Settings> {
    const saved = settings.patch(chosen)
    if (!saved.ok) return saved
    forget()
    follow()
    return saved
  }

  /** Gives a new meeting the title and the people of its appointment. */
  function apply(meetingId: string): void {
    const appointment = appointmentAt(appointments, wallNow())
    if (appointment === null) return
    const { title, people } = appointment
    const stored = [
      library.titleAndTags.rename(meetingId, title),
      library.appointments.set(meetingId, people),
    ]
    for (const result of stored) {
      if (!result.ok) log.warn('appointment not stored', { error: result.error })
    }
    if (settings.get().calendarTerms && people.length > 0) {
      const set = library.briefs.set(meetingId, { ...noBrief, terms: people })
      if (set.ok) events.emit('meetings:brief-changed', { id: meetingId })
    }
    const meeting = library.meetings.get(meetingId)
    if (meeting.ok) events.emit('meetings:changed', meeting.value)
  }

  events.on('recording:status', ({ state: recording, meetingId }) => {
    if (meetingId === null || meetingId === lastMeeting || recording === 'finishing') return
    lastMeeting = meetingId
    apply(meetingId)
  })

  async function chooseFile(): Promise<Result<Settings>> {
    const options: OpenDialogOptions = {
      title: mainMessages.calendar.choose,
      filters: [{ name: mainMessages.calendar.files, extensions: ['ics', 'ical', 'ifb'] }],
      properties: ['openFile'],
    }
    const window = mainWindow.current()
    const { canceled, filePaths } = await (window
      ? dialog.showOpenDialog(window, options)
      : dialog.showOpenDialog(options))
    const [path] = filePaths
    if (canceled || path === undefined) return fail('cancelled')
    return choose({ calendarFile: path, calendarAddress: null })
  }

  return {
    handlers: {
      'calendar:state': () => ok(state()),
      'calendar:choose-file': chooseFile,
      'calendar:set-address': ({ address }) => {
        const url = calendarAddress(address)
        if (!url.ok) return url
        return choose({ calendarFile: null, calendarAddress: url.value.href })
      },
      'calendar:remove': () => choose({ calendarFile: null, calendarAddress: null }),
      'calendar:refresh': async () => {
        await refresh()
        return ok(undefined)
      },
      'calendar:people': ({ id }) => library.appointments.people(id),
    } satisfies Partial<CallHandlers>,
    start: follow,
    stop: () => {
      watch(null)
      reading?.abort()
      if (timer !== null) clearInterval(timer)
    },
  }
}
