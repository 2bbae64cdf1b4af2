import { placeLink } from '../../../common/deep-link'
import { errorValue, fail, type Result } from '../../../common/errors'
import type {
  Clipping,
  ExportChoice,
  Mark,
  Meeting,
  TranscriptPart,
  Waveform,
} from '../../../common/model'
import { allWords, unpackText, unpackWords } from '../../../common/model/packed'
import { createStore, type Store } from '../../shared/store'
import type { Navigation } from '../navigation/store'
import type { Notices } from '../notices/store'
import type { Recovered } from '../recovered/store'
import type { SettingsFeature } from '../settings/store'
import type { Meetings } from '../side-bar/store'
import type { MainProcess } from '../stores/main-process'
import type { Corrections } from '../transcript/editing/store'
import type { Palette } from '../transcript/model/speakers'
import type { TranscriptStore } from '../transcript/store'
import type { Annotations } from './notes/store'

/** Where to go in a meeting: a word of a turn, by the turn's key, or a time in ms. */
export type Target = { readonly turn: string; readonly word: number } | { readonly ms: number }

/** The meeting that the main pane shows. */
export interface OpenMeeting {
  /** Where the meeting that is being opened goes first; null once it is there. */
  readonly target: Store<{ readonly meetingId: string; readonly at: Target } | null>
  /** The meeting whose title is a text field now, by its id. */
  readonly renaming: Store<string | null>
  /** The colours of speakers with a name. */
  readonly palette: Store<Palette>
  /** The marks by the key of their row. */
  readonly marksByRow: Store<ReadonlyMap<string, readonly Mark[]>>
  /** Shows a meeting, or for null the pane that says none is open. */
  readonly open: (meetingId: string | null, at?: Target) => Promise<void>
  /** Loads the open meeting again without clearing what is shown. */
  readonly refresh: (meetingId: string) => Promise<void>
  /** Opens the meeting with its title as a text field. */
  readonly startRenaming: (meetingId: string) => void
  /** Shows what a parley: link asked for, if anything. */
  readonly openLinked: () => Promise<void>
  /** Copies a link to this time of the open meeting. */
  readonly copyLink: (atMs: number) => Promise<void>
  /** Gives the path that was written, or null if none was. */
  readonly exportFile: (meetingId: string, choice: ExportChoice) => Promise<string | null>
  /** A part for the clipboard, or for null all of it, formatted like an exported file. */
  readonly clip: (meetingId: string, part: TranscriptPart | null) => Promise<Clipping | null>
  readonly waveform: (meetingId: string) => Promise<Result<Waveform>>
}

interface MeetingDeps {
  readonly notices: Notices
  readonly navigation: Navigation
  readonly settings: SettingsFeature
  readonly meetings: Meetings
  readonly recovered: Recovered
  readonly transcript: TranscriptStore
  readonly corrections: Corrections
  readonly annotations: Annotations
}

export function createOpenMeeting(main: MainProcess, deps: MeetingDeps): OpenMeeting {
  const { notices, navigation, settings, meetings, recovered } = deps
  const { transcript, corrections, annotations } = deps
  const target: OpenMeeting['target'] = createStore<ReturnType<OpenMeeting['target']['get']>>(null)
  const renaming = createStore<string | null>(null)

  async function refresh(id: string): Promise<void> {
    const isWanted = transcript.ask()
    const text = await main.call('meetings:get', { id })
    if (!isWanted()) return
    if (!text.ok) {
      transcript.refuse(id, text.error)
      return
    }
    transcript.load(unpackText(text.value))
    void corrections.load(id)
    void annotations.load(id)
    // The words are much larger than the text, which can be read without them: it is painted first.
    await new Promise((painted) => requestIdleCallback(painted, { timeout: 1_000 }))
    const words = await allWords((after) =>
      isWanted() ? main.call('meetings:words', { id, after }) : Promise.resolve(fail('cancelled')),
    )
    if (!isWanted()) return
    if (words.ok) transcript.words(id, words.value.flatMap(unpackWords))
    else notices.show(words.error)
  }

  async function open(meetingId: string | null, at?: Target): Promise<void> {
    target.set(meetingId !== null && at ? { meetingId, at } : null)
    navigation.showMeeting(meetingId)
    if (meetingId !== null) void recovered.opened(meetingId)
    if (transcript.open.get().meetingId === meetingId) return
    transcript.begin(meetingId)
    corrections.open(meetingId)
    annotations.open(meetingId)
    if (meetingId !== null) await refresh(meetingId)
  }

  async function openLinked(): Promise<void> {
    const linked = await main.call('deep-link:take', undefined)
    if (!linked.ok || linked.value === null) return
    const { meetingId, atMs } = linked.value
    await open(meetingId, atMs === null ? undefined : { ms: atMs })
  }

  let listed: readonly Meeting[] = []
  meetings.list.subscribe(() => {
    const { meetingId } = transcript.open.get()
    const before = listed.find(({ id }) => id === meetingId)
    listed = meetings.list.get() ?? []
    const now = listed.find(({ id }) => id === meetingId)
    if (before && !now) void open(null)
    else if (before && before.state !== 'done' && now?.state === 'done') void refresh(now.id)
  })
  main.on('deep-link:received', () => void openLinked())

  return {
    target,
    renaming,
    palette: createStore<Palette>(new Map()),
    marksByRow: createStore<ReadonlyMap<string, readonly Mark[]>>(new Map()),
    open,
    refresh,
    openLinked,
    startRenaming: (meetingId) => {
      renaming.set(meetingId)
      const { screen } = navigation.view.get()
      const isOpen = transcript.open.get().meetingId === meetingId
      if (screen !== 'meeting' || !isOpen) void open(meetingId)
    },
    copyLink: async (atMs) => {
      const { meetingId } = transcript.open.get()
      if (meetingId === null) return
      try {
        await navigator.clipboard.writeText(placeLink({ meetingId, atMs }))
      } catch (cause) {
        notices.show(errorValue('copy-failed', cause instanceof Error ? cause.name : ''))
      }
    },
    exportFile: async (id, choice) => {
      const written = await main.call('meetings:export', { id, choice })
      if (!written.ok && written.error.code === 'cancelled') return null
      return notices.report(written) ? written.value.path : null
    },
    clip: async (id, part) => {
      const { times, speakers } = settings.current.get()?.export ?? { times: true, speakers: true }
      const choice = { times, speakers }
      const clipping = await main.call('meetings:clipping', { id, part, choice })
      return notices.report(clipping) ? clipping.value : null
    },
    waveform: (id) => main.call('meetings:waveform', { id }),
  }
}
