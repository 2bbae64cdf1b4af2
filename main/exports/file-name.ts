import { exportMessages } from '../../common/text'
import type { ExportFormat, Meeting } from '../../common/model'
import { charactersOf } from './characters'
import { dateAndTime } from './times'

/** Names that Windows reserves for devices, with any extension. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/i
/** Characters that are forbidden on Windows, or separators on other systems. */
const forbidden = /[<>:"/\\|?*]+/g
/** Line breaks, control characters, marks that change the text direction, lone surrogates. */
const invisible = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\p{Cs}]+/gu
/** The limit on Linux is 255 bytes, but encrypted home folders allow only 143. */
const maxBytes = 140

/**
 * Returns a file name for a title that is safe on Windows, macOS and Linux and keeps the letters of
 * every language. `extension` has no dot.
 */
export function fileName(title: string, extension: string): string {
  const clean = title
    .normalize('NFC')
    .replaceAll(invisible, ' ')
    .replaceAll(forbidden, '-')
    .replaceAll(/\s+/gu, ' ')
  const cut = trimEnds(shorten(trimEnds(clean), maxBytes - extension.length - 1))
  const stem = cut === '' ? exportMessages.untitled : cut
  // Windows checks the part before the first dot.
  const [device = ''] = stem.split('.')
  return `${reserved.test(device.trimEnd()) ? `_${stem}` : stem}.${extension}`
}

/** Returns the suggested name for a meeting's file: day, title and extension. */
export function fileNameFor(
  meeting: Pick<Meeting, 'title' | 'startedAt' | 'timeZone'>,
  format: ExportFormat,
  timeZone = meeting.timeZone,
): string {
  const [day = ''] = dateAndTime(meeting.startedAt, timeZone).split(' ')
  return fileName(`${day} ${meeting.title}`, format)
}

/** Removes dots and spaces at both ends: they hide a file, or Windows drops them. */
function trimEnds(text: string): string {
  return text.replace(/^[\s.-]+/u, '').replace(/[\s.-]+$/u, '')
}

function shorten(text: string, bytes: number): string {
  let kept = ''
  let size = 0
  for (const character of charactersOf(text)) {
    size += Buffer.byteLength(character)
    if (size > bytes) break
    kept += character
  }
  return kept
}
