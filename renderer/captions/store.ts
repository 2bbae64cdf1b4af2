import type {
  CaptionsContent,
  CaptionsLook,
  RecordingStatus,
  Turn,
  TurnId,
} from '../../common/model'
import { createStore, type Readable } from '../shared/store'
import { isSaid, withoutTurn, withTurn } from './lines'

/** Everything that the captions draw; null until main has answered. */
export interface CaptionsStore {
  readonly look: Readable<CaptionsLook | null>
  readonly status: Readable<RecordingStatus | null>
  /** The last turns of the running recording, in the order of the timeline. */
  readonly turns: Readable<readonly Turn[]>
  /** Whether nobody has spoken for a while. */
  readonly quiet: Readable<boolean>
  /**
   * Whether clicks started to go through a moment ago. The captions explain it before a person
   * looks for the controls.
   */
  readonly clicksNote: Readable<boolean>
  readonly begin: (content: CaptionsContent) => void
  readonly setLook: (look: CaptionsLook) => void
  readonly setStatus: (status: RecordingStatus) => void
  readonly turn: (meetingId: string, turn: Turn) => void
  readonly drop: (meetingId: string, identity: TurnId) => void
}

/** After this time the words on screen are old. */
const quietMs = 10_000
const noteMs = 8_000

/** Runs a function once after a time; a new start replaces the one before. */
function createTimer(run: () => void): { start: (ms: number) => void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    start: (ms) => {
      clearTimeout(timer)
      timer = setTimeout(run, ms)
    },
  }
}

export function createCaptionsStore(): CaptionsStore {
  const look = createStore<CaptionsLook | null>(null)
  const status = createStore<RecordingStatus | null>(null)
  const turns = createStore<readonly Turn[]>([])
  const quiet = createStore(false)
  const clicksNote = createStore(false)
  const silence = createTimer(() => quiet.set(true))
  const note = createTimer(() => clicksNote.set(false))

  /** Notes how long ago the last words arrived, in ms. */
  function heard(agoMs: number): void {
    quiet.set(agoMs >= quietMs)
    silence.start(Math.max(0, quietMs - agoMs))
  }

  function setLook(next: CaptionsLook): void {
    const isNew = next.clickThrough && look.get()?.clickThrough !== true
    look.set(next)
    if (!next.clickThrough) clicksNote.set(false)
    if (!isNew) return
    clicksNote.set(true)
    note.start(noteMs)
  }

  function setStatus(next: RecordingStatus): void {
    if (next.meetingId !== status.get()?.meetingId) turns.set([])
    status.set(next)
  }

  const isOfThis = (meetingId: string) => meetingId === status.get()?.meetingId

  return {
    look,
    status,
    turns,
    quiet,
    clicksNote,
    setLook,
    setStatus,
    begin: (content) => {
      setLook(content.look)
      setStatus(content.status)
      turns.set(content.turns.reduce(withTurn, []))
      const last = Math.max(0, ...content.turns.filter(isSaid).map(({ endMs }) => endMs))
      heard(Math.max(0, content.status.elapsedMs - last))
    },
    turn: (meetingId, turn) => {
      if (!isOfThis(meetingId)) return
      turns.set(withTurn(turns.get(), turn))
      if (isSaid(turn)) heard(0)
    },
    drop: (meetingId, identity) => {
      if (isOfThis(meetingId)) turns.set(withoutTurn(turns.get(), identity))
    },
  }
}
