import { isAbsolute, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isLink } from '../../common/deep-link'
import type { Place } from '../../common/model'

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

/** A command line without the program itself. */
export interface CommandLine {
  readonly argv: readonly string[]
  /** Where its relative paths begin. */
  readonly folder: string
  /** Whether something on the disk has this path. */
  readonly exists: (path: string) => boolean
}

/**
 * What a command line asks to open: links, and files by their paths or file: addresses. What looks
 * like a switch or an address is a file if there is one of that name, and so is all that follows `--`.
 */
export function parseOpening({ argv, folder, exists }: CommandLine): Opening {
  const places = argv.flatMap((argument) => (isLink(argument) ? (parseLink(argument) ?? []) : []))
  const end = argv.includes('--') ? argv.indexOf('--') : argv.length
  const files = argv.flatMap((argument, index) => {
    // SECURITY: any web page can make a link, so it never names a file.
    if (index === end || argument === '' || argument.includes('\0') || isLink(argument)) return []
    const path = resolve(folder, argument)
    if (index > end || exists(path)) return [path]
    return argument.startsWith('-') ? [] : (pathOf(argument, folder) ?? [])
  })
  return { place: places.at(-1) ?? null, files }
}

function pathOf(argument: string, folder: string): string | null {
  if (isAbsolute(argument)) return argument
  try {
    if (/^file:\//i.test(argument)) return fileURLToPath(argument)
    if (/^file:/i.test(argument)) return resolve(folder, decodeURIComponent(argument.slice(5)))
  } catch {
    // The address of a file on another computer, or no address: nothing to open.
    return null
  }
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(argument) ? null : resolve(folder, argument)
}
