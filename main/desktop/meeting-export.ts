import { join } from 'node:path'
import { dialog, type BrowserWindow, type SaveDialogOptions } from 'electron'
import type { ExportFormat } from '../../preload/contract'
import { fail, type Result } from '../../preload/errors'
import { fileNameFor } from '../exports/file-name'
import { exportFile } from '../exports/write'
import type { Library } from '../library/library'
import { createLog } from '../log'

const log = createLog('export')

/** Asks where to, then writes one meeting in one format. `cancelled` where the person gave up. */
export type MeetingExport = (
  meetingId: string,
  format: ExportFormat,
) => Promise<Result<{ path: string }>>

export function createMeetingExport(options: {
  readonly library: Library
  readonly window: () => BrowserWindow | null
  /** Where the dialog begins. */
  readonly folder: () => string
}): MeetingExport {
  const { library } = options
  return async (meetingId, format) => {
    const transcript = library.transcript(meetingId)
    if (!transcript.ok) return transcript
    const choose: SaveDialogOptions = {
      defaultPath: join(options.folder(), fileNameFor(transcript.value.meeting, format)),
      filters: [{ name: format.toUpperCase(), extensions: [format] }],
    }
    const window = options.window()
    const answer = await (window
      ? dialog.showSaveDialog(window, choose)
      : dialog.showSaveDialog(choose))
    if (answer.canceled || answer.filePath === '') return fail('cancelled')
    const written = await exportFile({
      format,
      transcript: transcript.value,
      path: answer.filePath,
      audioPath: (source) => library.audioPath(meetingId, source),
    })
    if (!written.ok) log.error('export not written', { format, error: written.error })
    return written
  }
}
