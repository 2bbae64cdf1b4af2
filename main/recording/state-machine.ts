import type { RecordingState } from '../../common/model'

/**
 * What can happen to a recording. `capturing`: the first buffer of a source has arrived. `failed`:
 * no source could be opened. `ended`: the recorder has stopped and everything is written, or the
 * time limit for that has passed.
 */
export type RecordingTransition =
  | 'start'
  | 'capturing'
  | 'failed'
  | 'pause'
  | 'resume'
  | 'stop'
  | 'ended'

/**
 * | from      | start    | capturing | failed | pause  | resume    | stop      | ended |
 * | --------- | -------- | --------- | ------ | ------ | --------- | --------- | ----- |
 * | idle      | starting |           |        |        |           |           |       |
 * | starting  |          | recording | idle   |        |           | finishing |       |
 * | recording |          |           |        | paused |           | finishing |       |
 * | paused    |          |           |        |        | recording | finishing |       |
 * | finishing |          |           |        |        |           |           | idle  |
 */
const table: Record<RecordingState, Partial<Record<RecordingTransition, RecordingState>>> = {
  idle: { start: 'starting' },
  starting: { capturing: 'recording', failed: 'idle', stop: 'finishing' },
  recording: { pause: 'paused', stop: 'finishing' },
  paused: { resume: 'recording', stop: 'finishing' },
  finishing: { ended: 'idle' },
}

/** Returns the next state, or null if this transition is not possible in this state. */
export function nextState(
  state: RecordingState,
  transition: RecordingTransition,
): RecordingState | null {
  return table[state][transition] ?? null
}

/** The one value that says whether Parley records. */
export interface StateMachine {
  readonly state: RecordingState
  /** Returns false, and changes nothing, if this transition is not possible now. */
  move(transition: RecordingTransition): boolean
}

export function createStateMachine(): StateMachine {
  let state: RecordingState = 'idle'
  return {
    get state() {
      return state
    },
    move: (transition) => {
      const next = nextState(state, transition)
      if (next === null) return false
      state = next
      return true
    },
  }
}
