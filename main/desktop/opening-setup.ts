import { app } from 'electron'
import type { Place } from '../../preload/model'
import { createLog } from '../log'
import { isLink, parseLink, parseOpening, type Opening } from './opening'

const log = createLog('opening')

/** What is done with what the system asks to open. */
export interface Opener {
  openPlace(place: Place): void
  openFiles(paths: readonly string[]): void
  /** Another start of the app, with nothing to open. */
  openWindow(): void
}

/**
 * Takes links and files from the system: those of the start, of later starts of the app, and of
 * macOS. To be called before `ready`; the answer says who opens them, and what waited is opened then.
 */
export function setupOpening(): (opener: Opener) => void {
  let opener: Opener | null = null
  const waiting: Opening[] = []

  function take(opening: Opening): void {
    if (opener === null) return void waiting.push(opening)
    const { place, files } = opening
    if (place !== null) opener.openPlace(place)
    if (files.length > 0) opener.openFiles(files)
    if (place === null && files.length === 0) opener.openWindow()
  }

  function takeLine(argv: readonly string[], folder: string): void {
    const refused = argv.filter((argument) => isLink(argument) && parseLink(argument) === null)
    if (refused.length > 0) log.warn('link refused', { count: refused.length })
    take(parseOpening(argv, folder))
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
  // On Linux the package tells the system; Windows and macOS are told here as well.
  if (app.isPackaged && process.platform !== 'linux') app.setAsDefaultProtocolClient('parley')
  takeLine(ownArguments(process.argv), process.cwd())

  return (found) => {
    opener = found
    // The window of the start opens by itself.
    const asked = waiting.filter(({ place, files }) => place !== null || files.length > 0)
    for (const opening of asked) take(opening)
  }
}

/** Without the program, and in a run from the sources without their folder. */
function ownArguments(argv: readonly string[]): string[] {
  const own = argv.slice(1)
  if (app.isPackaged) return own
  const folder = own.findIndex((argument) => !argument.startsWith('-'))
  return own.filter((_, index) => index !== folder)
}
