import { existsSync } from 'node:fs'
import { app } from 'electron'
import { isLink } from '../../common/deep-link'
import { ok } from '../../common/errors'
import type { Place } from '../../common/model'
import type { CallHandlers, Events } from '../boundary'
import { createLog } from '../platform'
import type { MainWindow } from '../windows'
import { parseLink, parseOpening, type Opening } from './deep-links'

const log = createLog('opening')

interface Setup {
  readonly events: Events
  readonly mainWindow: Pick<MainWindow, 'open'>
  readonly imports: { addFiles(paths: readonly string[]): void }
  readonly openRequests: OpenRequests
}

/** What the system asks the app to open, since before the app is ready. */
export interface OpenRequests {
  /** Calls back for each request, and first for those that wait. */
  subscribe(listener: (opening: Opening) => void): void
}

/** Opens the links and files that the system passes to the app. */
export function setupDeepLinks({ events, mainWindow, imports, openRequests }: Setup) {
  let linked: Place | null = null
  openRequests.subscribe(({ place, files }) => {
    mainWindow.open()
    if (place !== null) {
      linked = place
      events.emit('deep-link:received', undefined)
    }
    if (files.length > 0) imports.addFiles(files)
  })
  app.on('activate', mainWindow.open)
  return {
    /** Opens the window with this meeting, as a link does. */
    openMeeting: (meetingId: string) => {
      mainWindow.open()
      linked = { meetingId, atMs: null }
      events.emit('deep-link:received', undefined)
    },
    handlers: {
      'deep-link:take': () => {
        const place = linked
        linked = null
        return ok(place)
      },
    } satisfies Partial<CallHandlers>,
  }
}

/**
 * Collects links and files from the system: those of this start, of later starts of the app, and of
 * macOS. Call it before `ready`.
 */
export function collectOpenRequests(): OpenRequests {
  let listener: ((opening: Opening) => void) | null = null
  const waiting: Opening[] = []

  function take(opening: Opening): void {
    if (listener === null) waiting.push(opening)
    else listener(opening)
  }

  function takeLine(argv: readonly string[], folder: string): void {
    const refused = argv.filter((argument) => isLink(argument) && parseLink(argument) === null)
    if (refused.length > 0) log.warn('link refused', { count: refused.length })
    take(parseOpening({ argv, folder, exists: existsSync }))
  }

  app.on('open-url', (event, url) => {
    event.preventDefault()
    takeLine([url], '/')
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    take({ place: null, files: [path] })
  })
  app.on('second-instance', (_event, argv, folder) => takeLine(ownArguments(argv), folder))
  // On Linux the package registers the scheme; on Windows and macOS the app does.
  if (app.isPackaged && process.platform !== 'linux') app.setAsDefaultProtocolClient('parley')
  takeLine(ownArguments(process.argv), process.cwd())

  return {
    subscribe: (next) => {
      listener = next
      // The main window of the start opens by itself.
      const asked = waiting.filter(({ place, files }) => place !== null || files.length > 0)
      for (const opening of asked) next(opening)
    },
  }
}

/** The arguments without the program and, in a run from the sources, without their folder. */
function ownArguments(argv: readonly string[]): string[] {
  const own = argv.slice(1)
  if (app.isPackaged) return own
  const folder = own.findIndex((argument) => !argument.startsWith('-'))
  return own.filter((_, index) => index !== folder)
}
