import { mkdtempSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { likeness } from '../../../../common/people'
import { tellApart } from '../../../../main/local-engine/speakers/tell-apart'
import { madeMeeting, writeSpeakerModels, type MadeSpeech } from '../../../models/speakers'
import { unwrap } from '../../../unwrap'

/*
 * Made graphs with the shapes of pyannote 3.0 and WeSpeaker, on the real runtime. They prove loading,
 * cutting, times and failures, and say nothing about real voices.
 */
const scratch = () => mkdtempSync(join(tmpdir(), 'parley-speakers-'))
const models = writeSpeakerModels(scratch())
const talk: MadeSpeech[] = [
  { voice: 0, startMs: 1_000, endMs: 8_000 },
  { voice: 1, startMs: 9_000, endMs: 15_000 },
  { voice: 0, startMs: 16_000, endMs: 21_000 },
  { voice: 2, startMs: 22_000, endMs: 28_000 },
  { voice: 1, startMs: 29_000, endMs: 35_000 },
]
const hear = (people: number | null, sound = madeMeeting(talk, 36_000)) =>
  tellApart(sound, { models, people })

/** Who speaks in the middle of each stretch of the talk. */
function speakersOf(speech: { speaker: number; startMs: number; endMs: number }[]) {
  return talk.map(({ startMs, endMs }) => {
    const middle = (startMs + endMs) / 2
    return speech.find((part) => part.startMs <= middle && part.endMs >= middle)?.speaker
  })
}

test.each([null, 3])('people given: %s', async (people) => {
  const found = unwrap(await hear(people))
  expect(speakersOf([...found.speech])).toEqual([0, 1, 0, 2, 1])
  for (const { startMs, endMs } of talk) {
    const near = found.speech.some(
      (part) => Math.abs(part.startMs - startMs) < 700 && Math.abs(part.endMs - endMs) < 700,
    )
    expect(near).toBe(true)
  }
  expect(found.voices.map(({ speaker }) => speaker).sort((a, b) => a - b)).toEqual([0, 1, 2])
  const again = unwrap(await hear(people))
  expect(likeness(found.voices[0]?.vector, again.voices[0]?.vector)).toBeGreaterThan(0.999)
  expect(likeness(found.voices[0]?.vector, found.voices[1]?.vector)).toBeLessThan(0.5)
})

test('a short cough is no person of its own', async () => {
  const cough: MadeSpeech = { voice: 2, startMs: 16_000, endMs: 17_500 }
  const sound = madeMeeting([...talk.slice(0, 2), cough], 20_000)
  const found = unwrap(await hear(null, sound))
  expect(new Set(found.speech.map(({ speaker }) => speaker)).size).toBe(2)
  expect(found.speech.at(-1)?.endMs).toBeGreaterThan(16_500)
})

test('silence, and no sound at all', async () => {
  expect(unwrap(await hear(null, new Float32Array(16_000 * 20)))).toEqual({
    speech: [],
    voices: [],
  })
  expect(unwrap(await hear(null, new Float32Array(0)))).toEqual({ speech: [], voices: [] })
})

test('files that would end the process are refused before it sees them', async () => {
  const codeOf = async (harm: (harmed: typeof models) => void) => {
    const harmed = writeSpeakerModels(scratch())
    harm(harmed)
    const found = await tellApart(new Float32Array(16_000), {
      models: harmed,
      people: null,
    })
    return found.ok ? 'ok' : found.error.code
  }
  expect(await codeOf(({ embedding }) => truncateSync(embedding, 300))).toBe('engine-model-damaged')
  expect(await codeOf(({ segmentation }) => writeFileSync(segmentation, 'no'))).toBe(
    'engine-model-damaged',
  )
  expect(await codeOf((paths) => Object.assign(paths, { segmentation: paths.embedding }))).toBe(
    'engine-model-damaged',
  )
  expect(await codeOf((paths) => Object.assign(paths, { embedding: '/nowhere.onnx' }))).toBe(
    'engine-model-missing',
  )
})
