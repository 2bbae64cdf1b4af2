import type { RecordingState } from '../../preload/model'

/**
 * What can happen to a recording. `capturing`: the first buffer of a source is in. `failed`: no
 * source could be opened. `ended`: the recorder has stopped and all is written, or the time for
 * that is over.
 */
export type RecordingHappening =
  'start' | 'capturing' | 'failed' | 'pause' | 'resume' | 'stop' | 'ended'

/**
 * | from      | start    | capturing | failed | pause  | resume    | stop      | ended |
 * | --------- | -------- | --------- | ------ | ------ | --------- | --------- | ----- |
 * | idle      | starting |           |        |        |           |           |       |
 * | starting  |          | recording | idle   |        |           | finishing |       |
 * | recording |          |           |        | paused |           | finishing |       |
 * | paused    |          |           |        |        | recording | finishing |       |
 * | finishing |          |           |        |        |           |           | idle  |
 */
const table: Record<RecordingState, Partial<Record<RecordingHappening, RecordingState>>> = {
  idle: { start: 'starting' },
  starting: { capturing: 'recording', failed: 'idle', stop: 'finishing' },
  recording: { pause: 'paused', stop: 'finishing' },
  paused: { resume: 'recording', stop: 'finishing' },
  finishing: { ended: 'idle' },
}

/** The next state, or null where this cannot happen in this state. */
export function nextState(
  state: RecordingState,
  happening: RecordingHappening,
): RecordingState | null {
  return table[state][happening] ?? null
}
