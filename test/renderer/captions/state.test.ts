import { describe, expect, it } from 'vitest'
import { errorValue } from '../../../common/errors'
import type { RecordingStatus, SourceStatus } from '../../../common/model'
import { recordingStatus } from '../window/samples'
import { emptySentence, stateFacts } from '../../../renderer/captions/state'

const source = (changes: Partial<SourceStatus>): SourceStatus => ({
  source: 'microphone',
  state: 'on',
  label: null,
  ...changes,
})
const status = (changes: Partial<RecordingStatus>) =>
  recordingStatus({ sources: [source({})], ...changes })
const words = (changes: Partial<RecordingStatus>) => stateFacts(status(changes)).map((f) => f.text)

describe('the state of the captions', () => {
  it.each([
    [{ state: 'idle' }, []],
    [{ state: 'starting' }, ['Starting']],
    [{ state: 'paused' }, ['Paused']],
    [{ state: 'finishing' }, ['Finishing']],
    [{}, ['Live']],
    [{ connection: 'connecting' }, ['Connecting']],
    [{ connection: 'catching-up' }, ['Catching up']],
    [{ connection: 'offline' }, ['Offline, audio is safe']],
    [{ delayMs: 5_000 }, ['5.0 s behind']],
  ] as const)('%j has a sentence', (changes, said) => {
    expect(words(changes)).toEqual(said)
  })

  it('says that no source is available', () => {
    const system = source({ source: 'system', state: 'off' })
    expect(words({ sources: [source({ state: 'away' }), system] })).toEqual([
      'Live',
      'Mic disconnected',
    ])
    expect(words({ sources: [source({ state: 'off' }), system] })).toEqual([
      'Live',
      'Both sources are turned off.',
    ])
    expect(words({ notices: [errorValue('microphone-silent')] })).toEqual(['Live', 'Mic silent'])
    expect(words({ notices: [errorValue('disk-full')] })).toEqual(['Live', 'Disk full'])
  })

  it.each([
    ['idle', 'Nothing is being recorded.'],
    ['starting', 'Opening the microphone.'],
    ['recording', 'Listening. The first words will appear here.'],
    ['paused', 'Nothing is being recorded.'],
    ['finishing', 'Transcribing the last words. The audio is saved.'],
  ] as const)('%s has a sentence if there are no words', (state, sentence) => {
    expect(emptySentence(status({ state }))).toBe(sentence)
  })
})
