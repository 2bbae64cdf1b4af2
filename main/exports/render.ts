import type { ExportFormat, Transcript } from '../../common/model'
import { toDocx } from './docx'
import { toJson } from './json'
import type { TextOptions } from './lines'
import { toMarkdown } from './markdown'
import { toSrt } from './srt'
import { toTxt } from './txt'
import { toVtt } from './vtt'

export type TextFormat = Exclude<ExportFormat, 'wav'>

/** Returns the content of a meeting's file in one format; strings are written as UTF-8. */
export async function render(
  format: TextFormat,
  transcript: Transcript,
  options: TextOptions,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'txt':
      return toTxt(transcript, options)
    case 'md':
      return toMarkdown(transcript, options)
    case 'docx':
      return toDocx(transcript, options)
    case 'srt':
      return toSrt(transcript, options.speakers)
    case 'vtt':
      return toVtt(transcript, options)
    case 'json':
      return toJson(transcript, options)
  }
}
