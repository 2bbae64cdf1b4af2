import { describe, expect, it } from 'vitest'
import {
  createStateMachine,
  nextState,
  type RecordingTransition,
} from '../../../main/recording/state-machine'
import { recordingStateSchema } from '../../../common/schemas'
import type { RecordingState } from '../../../common/model'

const kinds: RecordingTransition[] = [
  'start',
  'capturing',
  'failed',
  'pause',
  'resume',
  'stop',
  'ended',
]
const transitions: [RecordingState, RecordingTransition, RecordingState][] = [
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
  it.each(transitions)('%s, %s: %s', (from, kind, to) => {
    expect(nextState(from, kind)).toBe(to)
  })

  const others = recordingStateSchema.options.flatMap((from) =>
    kinds
      .filter((kind) => !transitions.some(([a, b]) => a === from && b === kind))
      .map((kind) => [from, kind] as const),
  )
  it.each(others)('%s, %s: nothing', (from, kind) => {
    expect(nextState(from, kind)).toBeNull()
  })
})

describe('createStateMachine', () => {
  it('changes only by transitions that are possible', () => {
    const machine = createStateMachine()
    expect(machine.state).toBe('idle')
    expect(machine.move('pause')).toBe(false)
    expect(machine.state).toBe('idle')
    expect(machine.move('start')).toBe(true)
    expect(machine.state).toBe('starting')
  })
})
