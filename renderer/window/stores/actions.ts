import type { ParleyBridge } from '../../../preload/bridge-api'
import type { Link } from '../../../preload/contract'
import { placeLink } from '../../../preload/place-link'
import { errorValue, type Result } from '../../../preload/errors'
import type {
  Clipping,
  ExportChoice,
  Meeting,
  Settings,
  SettingsPatch,
  TranscriptPart,
} from '../../../preload/model'
import { unpackText, unpackWords } from '../../../preload/model/packed'
import type { Ask } from '../../shared/ask'
import { createMeetingActions, type MeetingActions } from './meeting-actions'
import type { At, SettingsTab, Stores } from './stores'

/** What a person can do in the window. Failures go to the notice, apart from those handed back. */
export interface Actions extends MeetingActions {
  readonly ask: Ask
  readonly startRecording: () => Promise<void>
  readonly stopRecording: () => Promise<void>
  /** Nothing where there is neither. */
  readonly pauseOrResume: () => Promise<void>
  /** Shows a meeting, at a place of it where one is given; or the empty pane for null. */
  readonly openMeeting: (meetingId: string | null, at?: At) => Promise<void>
  /** Reads the open meeting again, without clearing what is shown. */
  readonly refreshMeeting: (meetingId: string) => Promise<void>
  /** A meeting that was not closed is not offered again until the next start. */
  readonly keepForLater: (meetingId: string) => Promise<void>
  /** Begins the check anew. */
  readonly startCheck: () => Promise<void>
  readonly endCheck: () => Promise<void>
  readonly openSettings: (tab?: SettingsTab) => void
  readonly openReference: () => void
  readonly openBin: () => void
  /** Opens the meeting with its title as a field. */
  readonly startRenaming: (meetingId: string) => void
  readonly renameMeeting: (meetingId: string, title: string) => Promise<void>
  readonly setTags: (meetingId: string, tags: readonly string[]) => Promise<void>
  /** Into the bin; `undo` in the side bar takes it back. */
  readonly binMeeting: (meeting: Meeting) => Promise<void>
  /** Out of the bin. */
  readonly restoreMeeting: (meetingId: string) => Promise<void>
  readonly deleteMeeting: (meetingId: string) => Promise<void>
  readonly emptyBin: () => Promise<void>
  readonly closeNotice: () => void
  readonly saveSettings: (patch: SettingsPatch) => Promise<Result<Settings>>
  /** The path that was written, or null where nothing was. */
  readonly exportMeeting: (meetingId: string, choice: ExportChoice) => Promise<string | null>
  /** A part for the clipboard, or all for null, with times and speakers as files have them. */
  readonly clipMeeting: (meetingId: string, part: TranscriptPart | null) => Promise<Clipping | null>
  /** Asks for files to bring in. */
  readonly openImport: () => Promise<void>
  /** Brings in files that were dropped. */
  readonly importFiles: (files: readonly File[]) => Promise<void>
  readonly cancelImport: (id: string) => Promise<void>
  /** Asks for the folder of Markdown files. */
  readonly chooseMarkdownFolder: () => Promise<void>
  readonly stopMarkdown: () => Promise<void>
  /** Shows what a link asked for, if anything. */
  readonly openAskedPlace: () => Promise<void>
  /** Puts a link to this time of the open meeting into the clipboard. */
  readonly copyLink: (atMs: number) => Promise<void>
  /** Asks the server of updates now. */
  readonly checkForUpdate: () => Promise<void>
  /** Quits and starts the version that was fetched. */
  readonly restartToUpdate: () => Promise<void>
  /** Opens the captions window, or closes it. */
  readonly showCaptions: (shown: boolean) => Promise<void>
  readonly openLink: (link: Link) => Promise<void>
}

/** Makes the actions over one bridge and one set of stores. */
export function createActions(
  ask: Ask,
  stores: Stores,
  bridge: Pick<ParleyBridge, 'importFiles'>,
): Actions {
  /** Shows a failure, closes the notice after a success, and answers whether it worked. */
  function noted<T>(result: Result<T>): result is { readonly ok: true; readonly value: T } {
    stores.notice.set(result.ok ? null : result.error)
    return result.ok
  }

  const meetingActions = createMeetingActions(ask, stores)

  async function refreshMeeting(meetingId: string): Promise<void> {
    const text = await ask('meetings:get', { id: meetingId })
    if (!text.ok) {
      stores.transcript.refuse(meetingId, text.error)
      return
    }
    stores.transcript.load(unpackText(text.value))
    void meetingActions.readBeside(meetingId)
    // The words are far more than the text, which can be read without them.
    const words = await ask('meetings:words', { id: meetingId })
    if (words.ok) stores.transcript.words(meetingId, unpackWords(words.value))
    else stores.notice.set(words.error)
  }

  async function answerRecovered(id: string, answer: 'opened' | 'later'): Promise<void> {
    const offered = stores.recovered.get()
    if (!offered.includes(id)) return
    stores.recovered.set(offered.filter((other) => other !== id))
    const answered = await ask('meetings:answer-recovered', { id, answer })
    if (!answered.ok) stores.notice.set(answered.error)
  }

  async function openMeeting(meetingId: string | null, at?: At): Promise<void> {
    stores.goTo.set(meetingId !== null && at ? { meetingId, at } : null)
    stores.view.set({ screen: 'meeting', meetingId })
    if (meetingId !== null) void answerRecovered(meetingId, 'opened')
    if (stores.transcript.open.get().meetingId === meetingId) return
    stores.transcript.begin(meetingId)
    stores.beside.begin(meetingId)
    if (meetingId !== null) await refreshMeeting(meetingId)
  }

  return {
    ask,
    ...meetingActions,
    refreshMeeting,
    openMeeting,
    keepForLater: (meetingId) => answerRecovered(meetingId, 'later'),
    startRecording: async () => {
      const started = await ask('recording:start', undefined)
      if (noted(started)) await openMeeting(started.value.meetingId)
    },
    stopRecording: async () => {
      const stopped = await ask('recording:stop', undefined)
      if (!stopped.ok) stores.notice.set(stopped.error)
    },
    pauseOrResume: async () => {
      const { state } = stores.status.get()
      if (state !== 'recording' && state !== 'paused') return
      noted(await ask(state === 'paused' ? 'recording:resume' : 'recording:pause', undefined))
    },
    startCheck: async () => {
      stores.check.set(null)
      stores.checkError.set(null)
      stores.checkLevels.set({})
      const started = await ask('check:start', undefined)
      if (!started.ok) stores.checkError.set(started.error)
    },
    endCheck: async () => {
      await ask('check:end', undefined)
      stores.check.set(null)
    },
    openAskedPlace: async () => {
      const asked = await ask('app:asked-place', undefined)
      if (!asked.ok || asked.value === null) return
      const { meetingId, atMs } = asked.value
      await openMeeting(meetingId, atMs === null ? undefined : { ms: atMs })
    },
    copyLink: async (atMs) => {
      const { meetingId } = stores.transcript.open.get()
      if (meetingId === null) return
      try {
        await navigator.clipboard.writeText(placeLink({ meetingId, atMs }))
      } catch (cause) {
        stores.notice.set(errorValue('copy-failed', cause instanceof Error ? cause.name : ''))
      }
    },
    checkForUpdate: async () => {
      const asked = await ask('update:check', undefined)
      if (noted(asked)) stores.update.set(asked.value)
    },
    restartToUpdate: async () => void noted(await ask('update:restart', undefined)),
    openSettings: (tab) => {
      const view = stores.view.get()
      const last = view.screen === 'settings' ? view.tab : 'keys'
      stores.view.set({ screen: 'settings', tab: tab ?? last })
    },
    openReference: () => stores.view.set({ screen: 'reference' }),
    openBin: () => stores.view.set({ screen: 'bin' }),
    startRenaming: (meetingId) => {
      stores.renaming.set(meetingId)
      const { screen } = stores.view.get()
      const isOpen = stores.transcript.open.get().meetingId === meetingId
      if (screen !== 'meeting' || !isOpen) void openMeeting(meetingId)
    },
    renameMeeting: async (id, title) => {
      noted(await ask('meetings:rename', { id, title }))
    },
    setTags: async (id, tags) => {
      noted(await ask('meetings:set-tags', { id, tags: [...tags] }))
    },
    binMeeting: async (meeting) => {
      if (noted(await ask('meetings:bin', { id: meeting.id }))) stores.justBinned.set(meeting)
    },
    restoreMeeting: async (id) => {
      if (!noted(await ask('bin:restore', { id }))) return
      if (stores.justBinned.get()?.id === id) stores.justBinned.set(null)
    },
    deleteMeeting: async (id) => {
      noted(await ask('bin:delete', { id }))
    },
    emptyBin: async () => {
      noted(await ask('bin:empty', undefined))
    },
    closeNotice: () => stores.notice.set(null),
    saveSettings: async (patch) => {
      const saved = await ask('settings:set', patch)
      if (noted(saved)) stores.settings.set(saved.value)
      return saved
    },
    exportMeeting: async (meetingId, choice) => {
      const written = await ask('meetings:export', { id: meetingId, choice })
      if (!written.ok && written.error.code === 'cancelled') return null
      return noted(written) ? written.value.path : null
    },
    clipMeeting: async (meetingId, part) => {
      const { times, speakers } = stores.settings.get()?.export ?? { times: true, speakers: true }
      const choice = { times, speakers }
      const clipping = await ask('meetings:clipping', { id: meetingId, part, choice })
      return noted(clipping) ? clipping.value : null
    },
    openImport: async () => {
      const opened = await ask('imports:open', undefined)
      if (!opened.ok && opened.error.code !== 'cancelled') stores.notice.set(opened.error)
    },
    importFiles: async (files) => {
      noted(await bridge.importFiles(files))
    },
    cancelImport: async (id) => {
      noted(await ask('imports:cancel', { id }))
    },
    chooseMarkdownFolder: async () => {
      const chosen = await ask('markdown:choose-folder', undefined)
      if (!chosen.ok && chosen.error.code === 'cancelled') return
      if (noted(chosen)) stores.settings.set(chosen.value)
    },
    stopMarkdown: async () => {
      const stopped = await ask('markdown:stop', undefined)
      if (noted(stopped)) stores.settings.set(stopped.value)
    },
    showCaptions: async (shown) => {
      noted(await ask('captions:show', { shown }))
    },
    openLink: async (link) => {
      noted(await ask('links:open', { link }))
    },
  }
}
