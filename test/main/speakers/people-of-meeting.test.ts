import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { fail, ok } from '../../../common/errors'
import type { Source } from '../../../common/model'
import { toFloats } from '../../../main/local-engine/audio-buffer'
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

test('turns and words get the speaker whom the made models hear in the real runtime', async () => {
  const models = writeSpeakerModels(mkdtempSync(join(tmpdir(), 'parley-speakers-')))
  const library = setUp(['microphone', 'system'])
  const changed = unwrap(
    await labelPeople(id, {
      library,
      mostPeople: null,
      tellApart: (pcm, people) => tellApart(toFloats(pcm), { models, people }),
    }),
  )
  expect(changed.map(({ speaker }) => speaker)).toEqual(['A', 'B', 'A'])
  const stored = unwrap(library.turns.list(id))
  expect(stored.map(({ speaker }) => speaker)).toEqual(['A', 'B', 'A'])
  expect(stored[1]?.words.map(({ speaker }) => speaker)).toEqual(['B'])
  // A second time there is nothing to do, and what was labelled stays.
  const again = await labelPeople(id, {
    library,
    mostPeople: null,
    tellApart: () => Promise.resolve(fail('engine-failed')),
  })
  expect(again).toEqual(ok([]))
})

test('with a number of people, it is asked for again only if more were found', async () => {
  const asked: (number | null)[] = []
  const voice = (speaker: number) => ({ speaker, speechMs: 9_000, vector: [speaker, 1] })
  const library = setUp(['microphone'])
  const told = await labelPeople(id, {
    library,
    mostPeople: 1,
    tellApart: (_pcm, people) => {
      asked.push(people)
      const speech = [{ speaker: 0, startMs: 0, endMs: lengthMs }]
      const voices = people === null ? [voice(0), voice(1)] : [voice(0)]
      return Promise.resolve(ok({ speech, voices }))
    },
  })
  expect(asked).toEqual([null, 1])
  expect(unwrap(told).map(({ speaker }) => speaker)).toEqual(['A', 'A', 'A'])
})

test('an engine that fails changes nothing', async () => {
  const library = setUp(['microphone'])
  const told = await labelPeople(id, {
    library,
    mostPeople: null,
    tellApart: () => Promise.resolve(fail('engine-failed', 'gone')),
  })
  expect(told).toMatchObject({ ok: false, error: { code: 'engine-failed' } })
  expect(unwrap(library.turns.list(id)).every(({ speaker }) => speaker === null)).toBe(true)
})
