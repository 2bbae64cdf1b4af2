import type { ExportFormat } from '../../preload/contract'
import type { Transcript } from '../../preload/model'
import { toJson } from './json'
import { toMarkdown } from './markdown'
import { toSrt } from './srt'
import { toTxt } from './txt'
import { toVtt } from './vtt'

export type TextFormat = Exclude<ExportFormat, 'wav'>

/** `timeZone` is an IANA name for the date in the head; without it, that of the computer. */
export interface ExportOptions {
  timeZone?: string
}

/** A meeting as text of a format; to be written as UTF-8. */
export function exportText(
  format: TextFormat,
  transcript: Transcript,
  options: ExportOptions = {},
): string {
  switch (format) {
    case 'txt':
      return toTxt(transcript, options.timeZone)
    case 'md':
      return toMarkdown(transcript, options.timeZone)
    case 'srt':
      return toSrt(transcript)
    case 'vtt':
      return toVtt(transcript)
    case 'json':
      return toJson(transcript)
  }
}
