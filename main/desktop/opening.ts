import { isAbsolute, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Place } from '../../preload/model'

/** More files than this at once are a mistake. */
const mostFiles = 200

/** What the system asks the app to open. */
export interface Opening {
  /** The place of the last link, or null. */
  readonly place: Place | null
  /** Absolute paths. */
  readonly files: readonly string[]
}

/**
 * The place that a `parley:` link names, such as `parley://meeting/<id>?t=83` for 1:23, or null.
 * SECURITY: any web page can make such a link. Only this one form is a link; it shows a place and
 * does nothing.
 */
export function parseLink(link: string): Place | null {
  const match =
    /^parley:\/\/meeting\/([A-Za-z0-9-]{1,64})\/?(?:\?t=(\d{1,6}(?:\.\d{1,3})?))?$/.exec(link)
  const [, meetingId, seconds] = match ?? []
  if (meetingId === undefined) return null
  return { meetingId, atMs: seconds === undefined ? null : Math.round(Number(seconds) * 1_000) }
}

/** Whether an argument is meant as a link, well-formed or not. */
export function isLink(argument: string): boolean {
  return /^parley:/i.test(argument)
}

/**
 * What a command line asks to open: links, and files by their paths or file: addresses. `argv` is
 * without the program itself; paths count from `folder`.
 */
export function parseOpening(argv: readonly string[], folder: string): Opening {
  const places = argv.flatMap((argument) => (isLink(argument) ? (parseLink(argument) ?? []) : []))
  const files = argv
    .filter((argument) => argument !== '' && !argument.startsWith('-') && !isLink(argument))
    .flatMap((argument) => pathOf(argument, folder) ?? [])
  return { place: places.at(-1) ?? null, files: files.slice(0, mostFiles) }
}

function pathOf(argument: string, folder: string): string | null {
  if (argument.includes('\0')) return null
  // A path of Windows has a letter and a colon in front as well.
  if (isAbsolute(argument) || !/^[a-z][a-z0-9+.-]+:/i.test(argument)) {
    return resolve(folder, argument)
  }
  try {
    return fileURLToPath(argument)
  } catch {
    // An address of something else, or of a file on another computer: nothing to open.
    return null
  }
}
