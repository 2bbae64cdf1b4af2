import { turnKey } from '../../../common/turn-key'
import type { ErrorValue } from '../../../common/errors'
import type { Gap, Meeting, TranscriptText, Turn, TurnId, TurnWords } from '../../../common/model'
import {
  applyChanges,
  gapRow,
  isEchoRow,
  rowsOf,
  turnRow,
  withWords,
  type Change,
  type Row,
} from './model/rows'
import type { TranscriptTurn } from './model/turn-words'
import { createStore, type Store } from '../../shared/store'
import type { MainProcess } from '../stores/main-process'

/** The transcript of one meeting. `loading` until the library has answered. */
export interface OpenTranscript {
  readonly meetingId: string | null
  readonly loading: boolean
  /** The rows to draw, play and copy: without echo unless it is shown. */
  readonly rows: readonly Row[]
  /** How many turns are echo. */
  readonly echoes: number
  readonly showsEcho: boolean
  readonly error: ErrorValue | null
}

/** The transcript of the open meeting; a window holds one at a time. */
export interface TranscriptStore {
  /** Finals, gaps and rows of partials. Changes when a row is added, removed or final. */
  readonly open: Store<OpenTranscript>
  /** The partials by turn key. They are separate because they change ten times a second. */
  readonly partials: Store<ReadonlyMap<string, TranscriptTurn>>
  /** The finals of the last change, for screen readers. A turn is here again if its text changed. */
  readonly announced: Store<readonly Turn[]>
  readonly begin: (meetingId: string | null) => void
  /**
   * Main is asked for the transcript, which `load` or `refuse` gets: changes from now on win over it.
   * Returns a function that says whether the answer is still wanted.
   */
  readonly ask: () => () => boolean
  readonly load: (transcript: TranscriptText) => void
  /** Adds the words of the loaded turns, which arrive after their text. */
  readonly words: (meetingId: string, words: readonly TurnWords[]) => void
  readonly refuse: (meetingId: string, error: ErrorValue) => void
  readonly turn: (meetingId: string, turn: Turn) => void
  readonly drop: (meetingId: string, identity: TurnId) => void
  readonly gap: (meetingId: string, gap: Gap) => void
  /** Lasts until another meeting is opened. */
  readonly showEcho: (shown: boolean) => void
  /** Applies a correction. It is not announced, because nobody said it just now. */
  readonly correct: (meetingId: string, turns: readonly Turn[], dropped: readonly TurnId[]) => void
}

/** A change of a row. */
interface NewChange {
  readonly change: Change
  /** What was said just now, or null for what was dropped; undefined for anything else. */
  readonly turn?: Turn | null
}

const put = (row: Row): Change => ({ type: 'put', row })

const nothing: OpenTranscript = {
  meetingId: null,
  loading: false,
  rows: [],
  echoes: 0,
  showsEcho: false,
  error: null,
}
const noPartials: ReadonlyMap<string, TranscriptTurn> = new Map()

/**
 * `schedule` runs a function at the next frame: all changes between two frames are applied at once.
 * Changes that arrive before the library has answered wait for its answer and then win over it.
 */
export function createTranscriptStore(schedule: (flush: () => void) => void): TranscriptStore {
  const open = createStore(nothing)
  const partials = createStore(noPartials)
  const announced = createStore<readonly Turn[]>([])
  const changes = new Map<string, Change>()
  const turns = new Map<string, Turn | null>()
  /** All rows, including echo. */
  let allRows: readonly Row[] = []
  /** The turns that were final when the meeting was opened. */
  let oldFinals = new Set<string>()
  let scheduled = false
  let asked = 0
  /** What has changed since main was asked; null if no answer is awaited. */
  let since: Map<string, NewChange> | null = null

  /** The rows to draw. */
  function drawn(showsEcho: boolean): Pick<OpenTranscript, 'rows' | 'echoes' | 'showsEcho'> {
    const played = allRows.filter((row) => !isEchoRow(row))
    const echoes = allRows.length - played.length
    return { rows: showsEcho || echoes === 0 ? allRows : played, echoes, showsEcho }
  }

  function flush(): void {
    scheduled = false
    const now = open.get()
    if (now.loading || now.meetingId === null) return
    const nextPartials = new Map(partials.get())
    let partialsChanged = false
    const newFinals: Turn[] = []
    for (const [key, turn] of turns) {
      if (turn !== null && !turn.isFinal) nextPartials.set(key, turn)
      else if (!nextPartials.delete(key) && turn === null) continue
      if (turn?.isFinal && !turn.echo && !oldFinals.has(key)) newFinals.push(turn)
      partialsChanged = true
    }
    const rows = applyChanges(allRows, changes)
    changes.clear()
    turns.clear()
    // The words come first, so that no row of a partial is drawn without them.
    if (partialsChanged) partials.set(nextPartials)
    if (rows !== allRows) {
      allRows = rows
      open.set({ ...now, ...drawn(now.showsEcho) })
    }
    if (newFinals.length > 0) announced.set(newFinals)
  }

  function change(meetingId: string, key: string, next: NewChange): void {
    if (meetingId !== open.get().meetingId) return
    changes.delete(key)
    changes.set(key, next.change)
    if (next.turn !== undefined) turns.set(key, next.turn)
    since?.set(key, next)
    if (scheduled) return
    scheduled = true
    schedule(flush)
  }

  /** Applies what changed since main was asked once more: its answer may be older. */
  function changeAgain(): void {
    for (const [key, { change: next, turn }] of since ?? []) {
      if (changes.has(key)) continue
      changes.set(key, next)
      if (turn === undefined) continue
      turns.set(key, turn)
      if (turn?.isFinal) oldFinals.add(key)
    }
    since = null
  }

  return {
    open,
    partials,
    announced,
    begin: (meetingId) => {
      asked += 1
      since = null
      changes.clear()
      turns.clear()
      partials.set(noPartials)
      announced.set([])
      allRows = []
      oldFinals = new Set()
      open.set({ ...nothing, meetingId, loading: meetingId !== null })
    },
    ask: () => {
      asked += 1
      since = new Map()
      const number = asked
      return () => number === asked
    },
    load: (transcript) => {
      const meeting: Meeting = transcript.meeting
      if (meeting.id !== open.get().meetingId) return
      partials.set(
        new Map(
          transcript.turns
            .filter((turn) => !turn.isFinal)
            .map((turn) => [turnKey(turn), { ...turn, words: null }]),
        ),
      )
      allRows = rowsOf(transcript)
      oldFinals = new Set(transcript.turns.filter((turn) => turn.isFinal).map(turnKey))
      open.set({ meetingId: meeting.id, loading: false, error: null, ...drawn(false) })
      changeAgain()
      flush()
    },
    words: (meetingId, words) => {
      const now = open.get()
      if (meetingId !== now.meetingId || now.loading) return
      allRows = withWords(allRows, words)
      open.set({ ...now, ...drawn(now.showsEcho) })
    },
    refuse: (meetingId, error) => {
      if (meetingId !== open.get().meetingId) return
      since = null
      open.set({ ...nothing, meetingId, error })
    },
    turn: (meetingId, turn) =>
      change(meetingId, turnKey(turn), { change: put(turnRow(turn)), turn }),
    drop: (meetingId, identity) =>
      change(meetingId, turnKey(identity), { change: { type: 'drop' }, turn: null }),
    gap: (meetingId, gap) => {
      const row = gapRow(gap)
      if (gap.reason === 'import' && gap.filled) {
        change(meetingId, row.key, { change: { type: 'drop' } })
        return
      }
      change(meetingId, row.key, { change: put(row) })
    },
    showEcho: (shown) => open.set({ ...open.get(), ...drawn(shown) }),
    correct: (meetingId, corrected, dropped) => {
      for (const turn of corrected) {
        change(meetingId, turnKey(turn), { change: put(turnRow(turn)) })
      }
      for (const identity of dropped) {
        change(meetingId, turnKey(identity), { change: { type: 'drop' } })
      }
    },
  }
}

/** The transcript of the open meeting, as main reports its turns and gaps. */
export function createTranscript(
  main: MainProcess,
  schedule: (flush: () => void) => void,
): TranscriptStore {
  const store = createTranscriptStore(schedule)
  main.on('transcript:turn', ({ meetingId, turn }) => store.turn(meetingId, turn))
  main.on('transcript:turn-dropped', ({ meetingId, ...turn }) => store.drop(meetingId, turn))
  main.on('transcript:gap', ({ meetingId, gap }) => store.gap(meetingId, gap))
  main.on('transcript:corrected', ({ meetingId, turns, dropped }) => {
    // Main wrote this JSON from turns that it had parsed.
    store.correct(meetingId, JSON.parse(turns) as Turn[], dropped)
  })
  return store
}
