import type { ErrorValue } from '../../../preload/errors'
import type {
  Again,
  AgainPart,
  AudioDevice,
  EngineState,
  Import,
  KeyList,
  MarkdownState,
  Level,
  Mark,
  Meeting,
  RecordingStatus,
  Settings,
  SoundCheck,
  Source,
  UpdateState,
} from '../../../preload/model'
import type { Ask } from '../../shared/ask'
import type { Palette } from '../script/speakers'
import { createSearchStore, type SearchStore } from '../search/search-store'
import { createBesideStore, type BesideStore } from './beside-store'
import { createLevels, type Levels } from './level-store'
import { createStore, type Store } from './store'
import { createTranscriptStore, type TranscriptStore } from './transcript-store'

export type SettingsTab = 'keys' | 'transcription' | 'audio' | 'storage' | 'appearance' | 'about'

/** What the main pane shows. */
export type View =
  | { readonly screen: 'meeting'; readonly meetingId: string | null }
  | { readonly screen: 'bin' }
  | { readonly screen: 'settings'; readonly tab: SettingsTab }
  | { readonly screen: 'reference' }

/** A place in a meeting: a word of a turn, by the turn's key, or a time of the time line. */
export type At = { readonly turn: string; readonly word: number } | { readonly ms: number }

/** The last level of each source while it is checked. */
export type CheckLevels = Readonly<Partial<Record<Source, Level>>>

/** All that the window draws. Each store holds what main said last; null before it has said it. */
export interface AskedAgain {
  readonly meetingId: string
  readonly part: AgainPart
}

export interface Stores {
  readonly view: Store<View>
  /** The place that the meeting which is being opened is to show first, until it does. */
  readonly goTo: Store<{ readonly meetingId: string; readonly at: At } | null>
  /** The failure of the last thing that was asked for, until it is closed or something works. */
  readonly notice: Store<ErrorValue | null>
  /** Why the library can be read and not changed, or null where all is well. */
  readonly readOnly: Store<ErrorValue | null>
  readonly settings: Store<Settings | null>
  readonly keys: Store<KeyList | null>
  readonly engine: Store<EngineState | null>
  readonly devices: Store<readonly AudioDevice[]>
  readonly meetings: Store<readonly Meeting[] | null>
  /** What is in the bin, the last put there first. */
  readonly bin: Store<readonly Meeting[]>
  /** Meetings that an earlier run of the app did not close, to be offered; the newest first. */
  readonly recovered: Store<readonly string[]>
  /** Files that are becoming meetings. */
  readonly imports: Store<readonly Import[]>
  /** A meeting that is being written down again. */
  readonly again: Store<Again | null>
  /** What a person wants written down again, before it is begun. */
  readonly askAgain: Store<AskedAgain | null>
  readonly update: Store<UpdateState>
  /** The version that a person put off until later. */
  readonly updateLater: Store<string | null>
  /** How the writing of finished meetings into a folder goes. */
  readonly markdown: Store<MarkdownState>
  readonly status: Store<RecordingStatus>
  readonly search: SearchStore
  /** The meeting whose title is being written, by its id. */
  readonly renaming: Store<string | null>
  /** The meeting that was moved to the bin last, until that is taken back or seen. */
  readonly justBinned: Store<Meeting | null>
  readonly levels: Levels
  /** The check before a meeting, and why it could not begin; null while its panel is closed. */
  readonly check: Store<SoundCheck | null>
  readonly checkError: Store<ErrorValue | null>
  readonly checkLevels: Store<CheckLevels>
  readonly transcript: TranscriptStore
  /** What stands beside the words of the open meeting. */
  readonly beside: BesideStore
  /** The colours of those who have names in the open meeting. */
  readonly palette: Store<Palette>
  /** The marks by the row that they belong to. */
  readonly marked: Store<ReadonlyMap<string, readonly Mark[]>>
  /** Whether the notes are shown. */
  readonly notesShown: Store<boolean>
  /** Whether the captions window is open. */
  readonly captionsShown: Store<boolean>
}

const idle: RecordingStatus = {
  state: 'idle',
  meetingId: null,
  startedAt: null,
  elapsedMs: 0,
  sources: [],
  engine: 'on-device',
  connection: null,
  delayMs: null,
  savedAt: null,
  notices: [],
}

/** Makes the stores of one window; `schedule` runs a function at the next frame. */
export function createStores(ask: Ask, schedule: (flush: () => void) => void): Stores {
  return {
    view: createStore<View>({ screen: 'meeting', meetingId: null }),
    goTo: createStore<{ readonly meetingId: string; readonly at: At } | null>(null),
    notice: createStore<ErrorValue | null>(null),
    readOnly: createStore<ErrorValue | null>(null),
    settings: createStore<Settings | null>(null),
    keys: createStore<KeyList | null>(null),
    engine: createStore<EngineState | null>(null),
    devices: createStore<readonly AudioDevice[]>([]),
    meetings: createStore<readonly Meeting[] | null>(null),
    bin: createStore<readonly Meeting[]>([]),
    recovered: createStore<readonly string[]>([]),
    imports: createStore<readonly Import[]>([]),
    again: createStore<Again | null>(null),
    askAgain: createStore<AskedAgain | null>(null),
    update: createStore<UpdateState>({ stage: 'off', version: null, checkedAt: null, error: null }),
    updateLater: createStore<string | null>(null),
    markdown: createStore<MarkdownState>({ error: null, waiting: 0 }),
    status: createStore(idle),
    search: createSearchStore(ask),
    renaming: createStore<string | null>(null),
    justBinned: createStore<Meeting | null>(null),
    levels: createLevels(),
    check: createStore<SoundCheck | null>(null),
    checkError: createStore<ErrorValue | null>(null),
    checkLevels: createStore<CheckLevels>({}),
    transcript: createTranscriptStore(schedule),
    beside: createBesideStore(),
    palette: createStore<Palette>(new Map()),
    marked: createStore<ReadonlyMap<string, readonly Mark[]>>(new Map()),
    notesShown: createStore(false),
    captionsShown: createStore(false),
  }
}

/** The list with this meeting in it, the newest first. */
export function withMeeting(meetings: readonly Meeting[], meeting: Meeting): readonly Meeting[] {
  return [...without(meetings, meeting.id), meeting].sort((a, b) => b.startedAt - a.startedAt)
}

/** The bin with this meeting in it, the last put there first. */
export function withBinned(bin: readonly Meeting[], meeting: Meeting): readonly Meeting[] {
  return [...without(bin, meeting.id), meeting].sort(
    (a, b) => (b.binnedAt ?? 0) - (a.binnedAt ?? 0),
  )
}

/** The meetings without this one; the same list where it is not in it. */
export function without(meetings: readonly Meeting[], id: string): readonly Meeting[] {
  return meetings.some((meeting) => meeting.id === id)
    ? meetings.filter((meeting) => meeting.id !== id)
    : meetings
}
