import { describe, expect, it } from 'vitest'
import { nextState, type RecordingHappening } from '../../../main/recording/state'
import { recordingStateSchema, type RecordingState } from '../../../preload/model'

const happenings: RecordingHappening[] = [
  'start',
  'capturing',
  'failed',
  'pause',
  'resume',
  'stop',
  'ended',
]
const transitions: [RecordingState, RecordingHappening, RecordingState][] = [
  ['idle', 'start', 'starting'],
  ['starting', 'capturing', 'recording'],
  ['starting', 'failed', 'idle'],
  ['starting', 'stop', 'finishing'],
  ['recording', 'pause', 'paused'],
  ['recording', 'stop', 'finishing'],
  ['paused', 'resume', 'recording'],
  ['paused', 'stop', 'finishing'],
  ['finishing', 'ended', 'idle'],
]

describe('nextState', () => {
  it.each(transitions)('%s, %s: %s', (from, happening, to) => {
    expect(nextState(from, happening)).toBe(to)
  })

  const others = recordingStateSchema.options.flatMap((from) =>
    happenings
      .filter((happening) => !transitions.some(([a, b]) => a === from && b === happening))
      .map((happening) => [from, happening] as const),
  )
  it.each(others)('%s, %s: nothing', (from, happening) => {
    expect(nextState(from, happening)).toBeNull()
  })
})
