import { exportMessages } from '../../preload/export-messages'
import type { ExportFormat, Meeting } from '../../preload/model'
import { charactersOf } from './characters'
import { dateAndTime } from './times'

/** Names that Windows keeps for devices, with any ending. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/i
/** Forbidden on Windows, or the separators of the others. */
const forbidden = /[<>:"/\\|?*]+/g
/** Line breaks, other controls, marks that turn the direction of the text, lone surrogates. */
const invisible = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\p{Cs}]+/gu
/** 255 bytes are the limit on Linux; encrypted home folders allow 143. */
const maxBytes = 140

/**
 * A file's name from a title: safe on Windows, macOS and Linux, with letters of every language as
 * they are. `extension` without its dot.
 */
export function fileName(title: string, extension: string): string {
  const clean = title
    .normalize('NFC')
    .replaceAll(invisible, ' ')
    .replaceAll(forbidden, '-')
    .replaceAll(/\s+/gu, ' ')
  const cut = trimEnds(shorten(trimEnds(clean), maxBytes - extension.length - 1))
  const stem = cut === '' ? exportMessages.untitled : cut
  // Windows looks at the part before the first dot.
  const [device = ''] = stem.split('.')
  return `${reserved.test(device.trimEnd()) ? `_${stem}` : stem}.${extension}`
}

/** The name that is offered for a meeting's file: its day, its title, the format's ending. */
export function fileNameFor(
  meeting: Pick<Meeting, 'title' | 'startedAt'>,
  format: ExportFormat,
  timeZone?: string,
): string {
  const [day = ''] = dateAndTime(meeting.startedAt, timeZone).split(' ')
  return fileName(`${day} ${meeting.title}`, format)
}

/** No dots and spaces at the ends: hidden on Linux and macOS, dropped by Windows. */
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
