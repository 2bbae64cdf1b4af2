import { dirname, join } from 'node:path'
import { dialog, type BrowserWindow, type SaveDialogOptions } from 'electron'
import { fail, ok, type Result } from '../../preload/errors'
import { mainMessages } from '../../preload/main-messages'
import { packText, packWords, sourceSchema, type ExportChoice } from '../../preload/model'
import { besideOf } from '../library/beside'
import { withWords, type Exporter } from '../exports/exporter'
import { fileNameFor } from '../exports/file-name'
import type { Library } from '../library/library'
import { createLog } from '../log'
import type { Sounds } from '../storage/sounds'

const log = createLog('export')

/** Asks where to, then writes one meeting in one format. `cancelled` where the person gave up. */
export type MeetingExport = (
  meetingId: string,
  choice: ExportChoice,
) => Promise<Result<{ path: string }>>

export function createMeetingExport(options: {
  readonly library: Library
  readonly sounds: Pick<Sounds, 'hold'>
  readonly window: () => BrowserWindow | null
  /** Where the dialog begins; later, where the last file went. */
  readonly folder: () => string
  readonly exporter: Exporter
}): MeetingExport {
  const { library } = options
  let lastFolder: string | null = null
  return async (meetingId, choice) => {
    const { format } = choice
    const meeting = library.meetings.get(meetingId)
    if (!meeting.ok) return meeting
    const choose: SaveDialogOptions = {
      defaultPath: join(lastFolder ?? options.folder(), fileNameFor(meeting.value, format)),
      filters: [{ name: mainMessages.fileTypes[format], extensions: [format] }],
    }
    const window = options.window()
    const answer = await (window
      ? dialog.showSaveDialog(window, choose)
      : dialog.showSaveDialog(choose))
    if (answer.canceled || answer.filePath === '') return fail('cancelled')
    lastFolder = dirname(answer.filePath)
    const text = library.text(meetingId)
    if (!text.ok) return text
    const words = withWords.has(format) ? library.turns.words(meetingId) : ok(null)
    if (!words.ok) return words
    const beside = besideOf(library, meetingId)
    if (!beside.ok) return beside
    const held = format === 'wav' ? await options.sounds.hold(meetingId) : null
    if (held && !held.ok) return held
    const sounds = sourceSchema.options.map(
      (source) => [source, library.audioPath(meetingId, source)] as const,
    )
    const written = await options.exporter({
      choice,
      text: packText(text.value),
      words: words.value && packWords(words.value),
      path: answer.filePath,
      beside: beside.value,
      sounds: Object.fromEntries(sounds),
    })
    await held?.value()
    if (!written.ok) log.error('export not written', { format, error: written.error })
    return written
  }
}
