import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { fail, ok } from '../../../common/errors'
import type { Source } from '../../../common/model'
import { toFloats } from '../../../main/local-engine/audio-buffer'
import type { SpeakerModels } from '../../../main/local-engine'
import { tellApart } from '../../../main/local-engine/speakers/tell-apart'
import { labelPeople } from '../../../main/speakers/people-of-meeting'
import { madeMeeting, writeSpeakerModels, type MadeSpeech } from '../../models/speakers'
import { writeWav } from '../../speech/wav'
import { meetingOf, newLibrary, turnOf, unwrap } from '../library/folder'

const id = 'meeting-1'
const talk: MadeSpeech[] = [
  { voice: 0, startMs: 1_000, endMs: 8_000 },
  { voice: 1, startMs: 9_000, endMs: 15_000 },
  { voice: 0, startMs: 16_000, endMs: 21_000 },
]
const lengthMs = 22_000

/** A finished meeting with a turn for each stretch of the talk, and one of the microphone. */
function setUp(sources: readonly Source[]) {
  const library = newLibrary()
  unwrap(library.meetings.create(meetingOf()))
  for (const source of sources) {
    const path = library.audioPath(id, source)
    mkdirSync(dirname(path), { recursive: true })
    const sound = madeMeeting(source === sources.at(-1) ? talk : [], lengthMs)
    const samples = Int16Array.from(sound, (value) => value * 32_767)
    writeWav(path, { sampleRate: 16_000, samples })
  }
  const audio = sources.map((source) => ({ source, samples: lengthMs * 16 }))
  const source = sources.at(-1) ?? 'microphone'
  for (const [order, { startMs, endMs }] of talk.entries()) {
    const word = { text: 'so', startMs: startMs + 500, endMs: endMs - 500 }
    const words = [{ ...word, confidence: null, isFinal: true, speaker: null }]
    const own = { sessionId: 's', turnOrder: order, startMs, endMs, words, speaker: null }
    unwrap(library.turns.upsert(id, turnOf({ ...own, source, isFinal: true, finalMs: endMs })))
  }
  unwrap(library.meetings.setProgress(id, lengthMs, audio))
  unwrap(library.meetings.setState(id, 'done'))
  return library
}

const found = { most: null, exact: false }
const realModels = () => writeSpeakerModels(mkdtempSync(join(tmpdir(), 'parley-speakers-')))
const byTheRuntime = (models: SpeakerModels) => (pcm: Uint8Array, people: number | null) =>
  tellApart(toFloats(pcm), { models, people })
const speakersIn = (library: ReturnType<typeof setUp>) =>
  unwrap(library.turns.list(id)).map(({ speaker }) => speaker)

test('turns and words get the speaker whom the made models hear in the real runtime', async () => {
  const tell = byTheRuntime(realModels())
  const library = setUp(['microphone', 'system'])
  const told = unwrap(await labelPeople(id, { library, count: found, tellApart: tell }))
  expect(told.changed.map(({ speaker }) => speaker)).toEqual(['A', 'B', 'A'])
  expect(told.people.map(({ label }) => label)).toEqual(['A', 'B'])
  expect(speakersIn(library)).toEqual(['A', 'B', 'A'])
  expect(unwrap(library.turns.list(id))[1]?.words.map(({ speaker }) => speaker)).toEqual(['B'])
  // A second time nothing changes.
  const again = unwrap(await labelPeople(id, { library, count: found, tellApart: tell }))
  expect(again.changed).toEqual([])
})

test('a live label stays with its voice, and a wrong one is corrected', async () => {
  const library = setUp(['microphone'])
  const label = (turnOrder: number, speaker: string) =>
    library.turns.revise(id, 's', [{ turnOrder, speaker, words: null }])
  unwrap(label(0, 'B'))
  unwrap(label(1, 'A'))
  unwrap(label(2, 'A'))
  await labelPeople(id, { library, count: found, tellApart: byTheRuntime(realModels()) })
  expect(speakersIn(library)).toEqual(['B', 'A', 'B'])
})

test.each([
  ['at most one', { most: 1, exact: false }, ['A', 'A', 'A']],
  ['at most five', { most: 5, exact: false }, ['A', 'B', 'A']],
  ['exactly two', { most: 2, exact: true }, ['A', 'B', 'A']],
])('%s, in the real runtime', async (_name, count, speakers) => {
  const library = setUp(['microphone'])
  unwrap(await labelPeople(id, { library, count, tellApart: byTheRuntime(realModels()) }))
  expect(speakersIn(library)).toEqual(speakers)
})

/** Voices that are all different, as many as asked for, or `byItself`. */
function fakeTell(byItself: number, asked: (number | null)[] = []) {
  return (_pcm: Uint8Array, people: number | null) => {
    asked.push(people)
    const count = people ?? byItself
    const voices = Array.from({ length: count }, (_, speaker) => ({
      speaker,
      speechMs: 9_000,
      vector: Array.from({ length: 8 }, (_one, index) => (index === speaker ? 1 : 0)),
    }))
    const speech = talk.map(({ startMs, endMs }, index) => ({
      ...{ speaker: index % count, startMs, endMs },
    }))
    return Promise.resolve(ok({ speech, voices }))
  }
}

test('an exact number is asked for only if fewer were found', async () => {
  const asked: (number | null)[] = []
  const library = setUp(['microphone'])
  const exact = { most: 3, exact: true }
  unwrap(await labelPeople(id, { library, count: exact, tellApart: fakeTell(2, asked) }))
  expect(asked).toEqual([null, 3])
  expect(speakersIn(library)).toEqual(['A', 'B', 'C'])
  asked.length = 0
  const most = { most: 3, exact: false }
  unwrap(await labelPeople(id, { library, count: most, tellApart: fakeTell(2, asked) }))
  expect(asked).toEqual([null])
})

test('an engine that fails changes nothing', async () => {
  const library = setUp(['microphone'])
  const told = await labelPeople(id, {
    library,
    count: found,
    tellApart: () => Promise.resolve(fail('engine-failed', 'gone')),
  })
  expect(told).toMatchObject({ ok: false, error: { code: 'engine-failed' } })
  expect(speakersIn(library).every((speaker) => speaker === null)).toBe(true)
})
