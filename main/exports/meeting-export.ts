import { dirname, join } from 'node:path'
import { dialog, type BrowserWindow, type SaveDialogOptions } from 'electron'
import { fail, ok, type Result } from '../../common/errors'
import { mainMessages } from '../../common/text'
import { packText, packWords, sources, type ExportChoice } from '../../common/model'
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
  readonly exporter: Exporter
}): MeetingExport {
  const { library, reader } = options
  let lastFolder: string | null = null
  return async (meetingId, choice) => {
    const { format } = choice
    const named = reader.transcriptText(meetingId)
    if (!named.ok) return named
    const choose: SaveDialogOptions = {
      defaultPath: join(lastFolder ?? options.folder(), fileNameFor(named.value.meeting, format)),
      filters: [{ name: mainMessages.fileTypes[format], extensions: [format] }],
    }
    const window = options.window()
    const answer = await (window
      ? dialog.showSaveDialog(window, choose)
      : dialog.showSaveDialog(choose))
    if (answer.canceled || answer.filePath === '') return fail('cancelled')
    lastFolder = dirname(answer.filePath)
    // Read again: the dialog may be open for minutes.
    const text = reader.transcriptText(meetingId)
    if (!text.ok) return text
    const words = formatsWithWords.has(format) ? reader.words(meetingId) : ok(null)
    if (!words.ok) return words
    const beside = reader.annotations(meetingId)
    if (!beside.ok) return beside
    const silent = format === 'wav' ? reader.silent(meetingId) : ok([])
    if (!silent.ok) return silent
    const held = format === 'wav' ? await options.holdAudio(meetingId) : null
    if (held && !held.ok) return held
    const sounds = sources.map((source) => [source, library.audioPath(meetingId, source)] as const)
    const written = await options.exporter({
      choice,
      text: packText(text.value),
      words: words.value && packWords(words.value),
      path: answer.filePath,
      annotations: beside.value,
      silent: silent.value,
      audioPaths: Object.fromEntries(sounds),
    })
    await held?.value()
    if (!written.ok) log.error('export not written', { format, error: written.error })
    return written
  }
}
