import { describe, expect, it } from 'vitest'
import { errorValue, type ErrorCode } from '../../../common/errors'
import type { RecordingStatus, SourceStatus } from '../../../common/model'
import { createAudioServiceRestart } from '../../../main/recording/audio-service-restart'

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
    savedAgeMs: null,
    muted: false,
    hearsOwnSound: false,
    notices: codes.map((code) => errorValue(code)),
  }
}

/** The seconds at which the audio service is restarted, with one status a second. */
function restarts(seconds: number, of: (second: number) => RecordingStatus): number[] {
  const at: number[] = []
  let second = 0
  const audioService = createAudioServiceRestart(() => at.push(second))
  for (; second < seconds; second += 1) audioService.check(of(second), second * 1_000)
  return at
}

describe('the restart of the audio service', () => {
  it('is tried while every source is away, less and less often', () => {
    expect(restarts(120, () => status('recording', ['away', 'away']))).toEqual([4, 12, 28, 60])
    expect(restarts(10, () => status('recording', ['away', 'off']))).toEqual([4])
  })

  it('is not tried while anything is heard, nor if nothing is wanted', () => {
    expect(restarts(60, () => status('recording', ['away', 'on']))).toEqual([])
    expect(restarts(60, () => status('recording', ['off', 'off']))).toEqual([])
    expect(restarts(60, () => status('paused', ['away', 'away']))).toEqual([])
  })

  it('is not tried if a person forbade the microphone', () => {
    const denied = status('recording', ['away', 'away'], ['microphone-denied'])
    expect(restarts(60, () => denied)).toEqual([])
  })

  it('waits again after a device was heard', () => {
    const states = (second: number) => status('recording', [second === 8 ? 'on' : 'away', 'away'])
    expect(restarts(14, states)).toEqual([4, 13])
  })

  it('is tried once for a recording that found no microphone', () => {
    const failed = status('idle', ['off', 'off'], ['no-microphone'])
    expect(restarts(30, () => failed)).toEqual([0])
    const again = (second: number) =>
      second === 5 ? status('starting', ['opening', 'off']) : failed
    expect(restarts(10, again)).toEqual([0, 6])
  })
})
