import { app, type BrowserWindow } from 'electron'
import { ok } from '../../common/errors'
import type { CallHandlers, Events } from '../boundary'
import type { Library } from '../library'
import type { RedactedReader } from '../redaction'
import type { SettingsStore } from '../settings'
import { createExporter } from './exporter'
import { setupMarkdown } from './markdown-setup'
import { createMeetingExport, type HoldAudio } from './meeting-export'

interface Setup {
  readonly events: Events
  readonly library: Library
  readonly settings: SettingsStore
  readonly audioStorage: { readonly holdAudio: HoldAudio }
  readonly redaction: { readonly reader: RedactedReader }
  readonly mainWindow: { current(): BrowserWindow | null }
  /** The built thread.ts. */
  readonly exportThread: string
}

/** Exports, the clipboard, and the folder of Markdown files. */
export function setupExports(setup: Setup) {
  const { events, library, settings, audioStorage, mainWindow, exportThread } = setup
  const { reader } = setup.redaction
  const documents = () => app.getPath('documents')
  const exporter = createExporter(exportThread)
  const exportMeeting = createMeetingExport({
    library,
    reader,
    holdAudio: audioStorage.holdAudio,
    window: mainWindow.current,
    folder: documents,
    exporter,
  })
  const markdown = setupMarkdown({
    library,
    reader,
    exporter,
    settings,
    window: mainWindow.current,
    documents,
    onState: (state) => events.emit('markdown:changed', state),
  })
  events.on('meetings:changed', ({ id }) => markdown.changed(id))
  events.on('redactions:changed', ({ id }) => markdown.changed(id))
  events.on('minutes:stored', ({ id }) => markdown.changed(id))
  events.on('marks:changed', ({ meetingId }) => markdown.changed(meetingId))
  return {
    handlers: {
      'meetings:export': ({ id, choice }) => exportMeeting(id, choice),
      'meetings:clipping': async ({ id, part, choice }) => {
        const meeting = await reader.meeting(id)
        if (!meeting.ok) return meeting
        const selected = part === null ? ok(null) : await reader.part(id, part)
        if (!selected.ok) return selected
        const { text } = meeting.value
        return exporter.clipping({ text, part: selected.value, choice })
      },
      'markdown:choose-folder': () => markdown.choose(),
      'markdown:stop': () => markdown.stopWriting(),
      'markdown:state': () => ok(markdown.state()),
    } satisfies Partial<CallHandlers>,
    start: markdown.trigger,
    stop: markdown.stop,
  }
}
