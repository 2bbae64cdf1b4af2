import { app, type BrowserWindow } from 'electron'
import { ok } from '../../common/errors'
import type { CallHandlers, Events } from '../boundary'
import type { Library } from '../library'
import type { SettingsStore } from '../settings'
import { clippingOf } from './clipping'
import { createExporter } from './exporter'
import { setupMarkdown } from './markdown-setup'
import { createMeetingExport, type HoldAudio } from './meeting-export'

interface Setup {
  readonly events: Events
  readonly library: Library
  readonly settings: SettingsStore
  readonly audioStorage: { readonly holdAudio: HoldAudio }
  readonly mainWindow: { current(): BrowserWindow | null }
  /** The built thread.ts. */
  readonly exportThread: string
}

/** Exports, the clipboard, and the folder of Markdown files. */
export function setupExports(setup: Setup) {
  const { events, library, settings, audioStorage, mainWindow, exportThread } = setup
  const documents = () => app.getPath('documents')
  const exportMeeting = createMeetingExport({
    library,
    holdAudio: audioStorage.holdAudio,
    window: mainWindow.current,
    folder: documents,
    exporter: createExporter(exportThread),
  })
  const markdown = setupMarkdown({
    library,
    settings,
    window: mainWindow.current,
    documents,
    onState: (state) => events.emit('markdown:changed', state),
  })
  events.on('meetings:changed', ({ id }) => markdown.changed(id))
  events.on('minutes:stored', ({ id }) => markdown.changed(id))
  events.on('marks:changed', ({ meetingId }) => markdown.changed(meetingId))
  return {
    handlers: {
      'meetings:export': ({ id, choice }) => exportMeeting(id, choice),
      'meetings:clipping': ({ id, part, choice }) => {
        const text = library.transcriptText(id)
        return text.ok ? ok(clippingOf(text.value, part, choice)) : text
      },
      'markdown:choose-folder': () => markdown.choose(),
      'markdown:stop': () => markdown.stopWriting(),
      'markdown:state': () => ok(markdown.state()),
    } satisfies Partial<CallHandlers>,
    start: markdown.trigger,
    stop: markdown.stop,
  }
}
