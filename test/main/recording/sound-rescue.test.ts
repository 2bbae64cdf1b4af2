import { describe, expect, it } from 'vitest'
import { errorValue, type ErrorCode } from '../../../preload/errors'
import type { RecordingStatus, SourceStatus } from '../../../preload/model'
import { createSoundRescue } from '../../../main/recording/sound-rescue'

type State = SourceStatus['state']

function status(
  state: RecordingStatus['state'],
  [microphone, system]: readonly [State, State],
  codes: readonly ErrorCode[] = [],
): RecordingStatus {
  return {
    state,
    meetingId: 'm',
    startedAt: 0,
    elapsedMs: 0,
    sources: [
      { source: 'microphone', state: microphone, label: null },
      { source: 'system', state: system, label: null },
    ],
    engine: 'service',
    connection: null,
    delayMs: null,
    savedAt: null,
    notices: codes.map((code) => errorValue(code)),
  }
}

/** The seconds at which sound is brought back, while the status is the same for so many. */
function renewals(seconds: number, of: (second: number) => RecordingStatus): number[] {
  const at: number[] = []
  let second = 0
  const rescue = createSoundRescue(() => at.push(second))
  for (; second < seconds; second += 1) rescue.look(of(second), second * 1_000)
  return at
}

describe('bringing sound back', () => {
  it('is tried while every source is away, less and less often', () => {
    expect(renewals(120, () => status('recording', ['away', 'away']))).toEqual([4, 12, 28, 60])
    expect(renewals(10, () => status('recording', ['away', 'off']))).toEqual([4])
  })

  it('is not tried while anything is heard, nor where nothing is to be', () => {
    expect(renewals(60, () => status('recording', ['away', 'on']))).toEqual([])
    expect(renewals(60, () => status('recording', ['off', 'off']))).toEqual([])
    expect(renewals(60, () => status('paused', ['away', 'away']))).toEqual([])
  })

  it('is not tried where a person forbade the microphone', () => {
    const denied = status('recording', ['away', 'away'], ['microphone-denied'])
    expect(renewals(60, () => denied)).toEqual([])
  })

  it('waits anew when a device was heard in between', () => {
    const states = (second: number) => status('recording', [second === 8 ? 'on' : 'away', 'away'])
    expect(renewals(14, states)).toEqual([4, 13])
  })

  it('is tried once for a recording that found no microphone', () => {
    const failed = status('idle', ['off', 'off'], ['no-microphone'])
    expect(renewals(30, () => failed)).toEqual([0])
    const again = (second: number) =>
      second === 5 ? status('starting', ['opening', 'off']) : failed
    expect(renewals(10, again)).toEqual([0, 6])
  })
})
