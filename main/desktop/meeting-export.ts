import { copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dialog, type BrowserWindow } from 'electron'
import type { ExportFormat } from '../../preload/contract'
import { fail, ok, type Result } from '../../preload/errors'
import { exportText, fileNameFor } from '../exports'
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
  readonly folder: () => string
}): MeetingExport {
  return async (meetingId, format) => {
    const transcript = options.library.transcript(meetingId)
    if (!transcript.ok) return transcript
    const { meeting } = transcript.value
    const defaultPath = join(options.folder(), fileNameFor(meeting, format))
    const filters = [{ name: format.toUpperCase(), extensions: [format] }]
    const window = options.window()
    const answer = window
      ? await dialog.showSaveDialog(window, { defaultPath, filters })
      : await dialog.showSaveDialog({ defaultPath, filters })
    if (answer.canceled || answer.filePath === '') return fail('cancelled')
    try {
      if (format === 'wav') {
        const source = meeting.audio[0]?.source ?? 'microphone'
        await copyFile(options.library.audioPath(meetingId, source), answer.filePath)
      } else {
        await writeFile(answer.filePath, exportText(format, transcript.value), 'utf8')
      }
      return ok({ path: answer.filePath })
    } catch (cause) {
      log.error('export not written', { format, cause })
      return fail('export-failed', (cause as NodeJS.ErrnoException).code)
    }
  }
}
