import { dirname, join } from 'node:path'
import { dialog, type BrowserWindow, type SaveDialogOptions } from 'electron'
import { fail, type Result } from '../../common/errors'
import { mainMessages } from '../../common/text'
import { sources, type ExportChoice } from '../../common/model'
import type { Library } from '../library'
import { formatsWithWords, type Exporter } from '../exports/exporter'
import { fileNameFor } from '../exports/file-name'
import { createLog } from '../platform'
import type { RedactedReader } from '../redaction'

const log = createLog('export')

/** Keeps the audio of a meeting on the disk until the function that it returns is called. */
export type HoldAudio = (meetingId: string) => Promise<Result<() => Promise<void>>>

/** Asks where to, then writes one meeting in one format. `cancelled` if the person gave up. */
export type MeetingExport = (
  meetingId: string,
  choice: ExportChoice,
) => Promise<Result<{ path: string }>>

export function createMeetingExport(options: {
  readonly library: Pick<Library, 'audioPath'>
  readonly reader: RedactedReader
  readonly holdAudio: HoldAudio
  readonly window: () => BrowserWindow | null
  /** Where the dialog opens at first; later it opens where the last file was written. */
  readonly folder: () => string
  readonly exporter: Pick<Exporter, 'file'>
}): MeetingExport {
  const { library, reader } = options
  let lastFolder: string | null = null
  return async (meetingId, choice) => {
    const { format } = choice
    const named = await reader.meeting(meetingId)
    if (!named.ok) return named
    const { meeting } = named.value.text
    const choose: SaveDialogOptions = {
      defaultPath: join(lastFolder ?? options.folder(), fileNameFor(meeting, format)),
      filters: [{ name: mainMessages.fileTypes[format], extensions: [format] }],
    }
    const window = options.window()
    const answer = await (window
      ? dialog.showSaveDialog(window, choose)
      : dialog.showSaveDialog(choose))
    if (answer.canceled || answer.filePath === '') return fail('cancelled')
    lastFolder = dirname(answer.filePath)
    // Read again: the dialog may be open for minutes.
    const read = await reader.meeting(meetingId, { words: formatsWithWords.has(format) })
    if (!read.ok) return read
    const held = format === 'wav' ? await options.holdAudio(meetingId) : null
    if (held && !held.ok) return held
    const sounds = sources.map((source) => [source, library.audioPath(meetingId, source)] as const)
    const written = await options.exporter.file({
      ...read.value,
      choice,
      path: answer.filePath,
      audioPaths: Object.fromEntries(sounds),
    })
    await held?.value()
    if (!written.ok) log.error('export not written', { format, error: written.error })
    return written
  }
}
