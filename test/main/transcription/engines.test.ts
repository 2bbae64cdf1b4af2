import { expect, test, vi } from 'vitest'
import { fail, ok, type Result } from '../../../common/errors'
import type { Meeting } from '../../../common/model'
import type { KeyWithSecret } from '../../../main/keys/keys'
import { createTranscriptionEngines } from '../../../main/transcription/engines'
import { meetingOf, unwrap, newLibrary } from '../library/folder'
import { turnAt } from './samples'

const key: Result<KeyWithSecret> = ok({ id: 'k', name: 'Work', zone: 'eu', secret: 's' })

function setUp(keyInUse: Result<KeyWithSecret>) {
  const service = vi.fn(async () =>
    ok({ channels: [[]], language: null, timing: 'measured' as const }),
  )
  const transcribe = vi.fn(async (pcm: Uint8Array) =>
    ok({
      channels: [
        [{ text: `${pcm.length}`, startMs: 0, endMs: 1, confidence: null, speaker: null }],
      ],
      language: null,
      timing: 'estimated' as const,
    }),
  )
  const engines = createTranscriptionEngines({
    keyInUse: async () => keyInUse,
    service,
    wholeByService: service,
    onDevice: { transcribe },
    settings: () => ({ filterProfanity: { service: false, onDevice: true }, keyTerms: ['Parley'] }),
  })
  return { engines, service, transcribe }
}

/** A meeting and the languages of its turns. */
function meeting(
  engine: 'service' | 'on-device',
  model: string,
  languages: readonly (string | null)[] = [],
): readonly [Meeting, readonly string[]] {
  const library = newLibrary()
  unwrap(library.meetings.create(meetingOf({ engine, model })))
  for (const [turnOrder, language] of languages.entries()) {
    unwrap(library.turns.upsert('meeting-1', turnAt([['word', 0]], { turnOrder, language })))
  }
  const { meetings, turns } = library
  return [unwrap(meetings.get('meeting-1')), unwrap(turns.languages('meeting-1'))]
}

test('a meeting of the on-device engine never leaves the computer, with or without a key', async () => {
  const choose = (keyInUse: Result<KeyWithSecret>) =>
    setUp(keyInUse).engines.choose(...meeting('on-device', 'base'))
  expect(await choose(key)).toEqual(ok('on-device'))
  expect(await choose(fail('no-key'))).toEqual(ok('on-device'))
})

test('a meeting of the service is transcribed by the service', async () => {
  const { engines } = setUp(key)
  expect(await engines.choose(...meeting('service', 'universal-3-6-pro', ['de']))).toEqual(
    ok('service'),
  )
})

test('without a key, English is transcribed on this computer, and other languages wait for a key', async () => {
  const { engines } = setUp(fail('no-key'))
  const choose = (model: string, languages: readonly (string | null)[] = []) =>
    engines.choose(...meeting('service', model, languages))
  expect(await choose('universal-streaming-english')).toEqual(ok('on-device'))
  expect(await choose('universal-3-6-pro', ['en', 'en_us'])).toEqual(ok('on-device'))
  for (const languages of [[], [null], ['en', 'de']]) {
    expect(await choose('universal-3-6-pro', languages)).toMatchObject({
      error: { code: 'no-key' },
    })
  }
})

test('a key that cannot be read now is awaited', async () => {
  const { engines } = setUp(fail('keychain-locked'))
  expect(await engines.choose(...meeting('service', 'universal-streaming-english'))).toMatchObject({
    error: { code: 'keychain-locked' },
  })
})

test('on this computer each channel is transcribed separately, with the profanity setting', async () => {
  const { engines, transcribe } = setUp(key)
  const life = new AbortController()
  const heard = unwrap(
    await engines.transcribe['on-device']([new Uint8Array(2), new Uint8Array(4)], life.signal),
  )
  expect(heard.channels.map(([word]) => word?.text)).toEqual(['2', '4'])
  expect(heard.timing).toBe('estimated')
  expect(transcribe).toHaveBeenLastCalledWith(new Uint8Array(4), {
    signal: life.signal,
    filterProfanity: true,
    terms: ['Parley'],
  })
  transcribe.mockResolvedValueOnce(fail('engine-failed'))
  expect(await engines.transcribe['on-device']([new Uint8Array(2)], life.signal)).toMatchObject({
    ok: false,
  })
})
