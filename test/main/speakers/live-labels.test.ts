import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fail, ok } from '../../../common/errors'
import { unit } from '../../../common/people'
import { toFloats } from '../../../main/local-engine/audio-buffer'
import { describeVoices } from '../../../main/local-engine/speakers/describe-voices'
import { createLiveLabels, type LiveLabelsOptions } from '../../../main/speakers/live-labels'
import { createLiveVoices } from '../../../main/speakers/live-voices'
import { madeMeeting, writeSpeakerModels, type MadeSpeech } from '../../models/speakers'
import { writeWav } from '../../speech/wav'
import { meetingOf, newLibrary, turnOf, unwrap } from '../library/folder'

/** A voice in its own direction, with some of the next one. */
const vector = (direction: number, mixed = 0) =>
  unit(Array.from({ length: 8 }, (_, i) => (i === direction ? 1 : i === direction + 1 ? mixed : 0)))
const said = (first: number[] | null, second = first, speechMs = 4_000) => ({
  pieces: [first, second],
  speechMs,
})

describe('live voices', () => {
  test('a voice gets its label again, a clearly other one a new label', () => {
    const voices = createLiveVoices(null)
    expect(voices.hear(said(vector(0)))).toBe('A')
    expect(voices.hear(said(vector(2)))).toBe('B')
    expect(voices.hear(said(vector(0, 0.3), vector(0), 1_600))).toBe('A')
  })

  test('what is not clear has no label', () => {
    const voices = createLiveVoices(null)
    // Two people in one turn, a turn that is too short, and one without a voice.
    expect(voices.hear(said(vector(0), vector(2)))).toBeNull()
    expect(voices.hear(said(vector(0), vector(0), 1_000))).toBeNull()
    expect(voices.hear(said(null))).toBeNull()
    // A new voice needs more speech than a known one.
    expect(voices.hear(said(vector(0), vector(0), 1_900))).toBeNull()
    expect(voices.hear(said(vector(0)))).toBe('A')
    expect(voices.hear(said(vector(1)))).toBe('B')
    // Between two known ones.
    expect(voices.hear(said(vector(0, 1)))).toBeNull()
  })

  test('no more people than were said', () => {
    const voices = createLiveVoices(1)
    expect(voices.hear(said(vector(0)))).toBe('A')
    expect(voices.hear(said(vector(3)))).toBeNull()
    expect(voices.hear(said(vector(0)))).toBe('A')
  })

  test('a label is stable whatever is said between', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 })), (directions) => {
        const voices = createLiveVoices(null)
        const given = new Map<number, string | null>()
        for (const direction of directions) {
          const label = voices.hear(said(vector(direction)))
          expect(label).toBe(given.get(direction) ?? label)
          given.set(direction, label)
        }
        expect(new Set(given.values()).size).toBe(given.size)
      }),
    )
  })
})

const id = 'meeting-1'
const talk: MadeSpeech[] = [
  { voice: 0, startMs: 1_000, endMs: 7_000 },
  { voice: 1, startMs: 8_000, endMs: 14_000 },
  { voice: 0, startMs: 15_000, endMs: 17_500 },
  { voice: 2, startMs: 18_000, endMs: 18_900 },
]
const models = writeSpeakerModels(mkdtempSync(join(tmpdir(), 'parley-live-')))

function setUp(change: Partial<LiveLabelsOptions> = {}) {
  const library = newLibrary()
  unwrap(library.meetings.create(meetingOf()))
  const path = library.audioPath(id, 'microphone')
  mkdirSync(dirname(path), { recursive: true })
  const samples = Int16Array.from(madeMeeting(talk, 19_000), (value) => value * 32_767)
  writeWav(path, { sampleRate: 16_000, samples })
  const turns = talk.map(({ startMs, endMs }, turnOrder) => {
    const words = [{ text: 'so', startMs, endMs, confidence: null, isFinal: true, speaker: null }]
    const own = { sessionId: 's', turnOrder, startMs, endMs, words, speaker: null }
    return turnOf({ ...own, source: 'microphone', isFinal: true, finalMs: endMs })
  })
  for (const turn of turns) unwrap(library.turns.upsert(id, turn))
  const failures: string[] = []
  const told: (string | null)[] = []
  const live = createLiveLabels({
    library,
    describe: (pieces) => describeVoices(pieces.map(toFloats), models),
    onLabelled: (_meetingId, turn) => void told.push(turn.speaker),
    onFailure: (code) => void failures.push(code),
    ...change,
  })
  const speakers = () => unwrap(library.turns.list(id)).map(({ speaker }) => speaker)
  return { live, turns, speakers, told, failures }
}
const meeting = { meetingId: id, source: 'microphone', most: null } as const

describe('live labels', () => {
  test('turns get their speaker in the real runtime where the voice is clear', async () => {
    const { live, turns, speakers, told } = setUp()
    live.begin(meeting)
    for (const turn of turns) live.handleTurn(id, turn)
    // It returned before anything was done.
    expect(speakers()).toEqual([null, null, null, null])
    await live.settled()
    expect(speakers()).toEqual(['A', 'B', 'A', null])
    expect(told).toEqual(['A', 'B', 'A'])
  })

  test('only final turns of its meeting and source, each once', async () => {
    let asked = 0
    const { live, turns } = setUp({
      describe: (pieces) => {
        asked += 1
        return describeVoices(pieces.map(toFloats), models)
      },
    })
    const [turn] = turns
    if (!turn) throw new Error('no turn')
    live.handleTurn(id, turn)
    live.begin(meeting)
    live.handleTurn('other', turn)
    live.handleTurn(id, { ...turn, isFinal: false })
    live.handleTurn(id, { ...turn, source: 'system' })
    live.handleTurn(id, { ...turn, filledIn: true })
    live.handleTurn(id, turn)
    live.handleTurn(id, turn)
    await live.settled()
    live.end(id)
    live.handleTurn(id, { ...turn, turnOrder: 9 })
    await live.settled()
    expect(asked).toBe(1)
  })

  test('a computer that is too slow leaves turns without a label, and keeps few waiting', async () => {
    let asked = 0
    const { live, turns } = setUp({
      describe: (pieces) => {
        asked += 1
        return Promise.resolve(ok(pieces.map(() => null)))
      },
    })
    live.begin(meeting)
    for (let turnOrder = 0; turnOrder < 20; turnOrder += 1) {
      for (const turn of turns.slice(0, 1)) live.handleTurn(id, { ...turn, turnOrder })
    }
    await live.settled()
    expect(asked).toBe(4)
  })

  test('after a failure nothing more is asked in this meeting', async () => {
    let asked = 0
    const { live, turns, speakers, failures } = setUp({
      describe: () => {
        asked += 1
        return Promise.resolve(fail('engine-failed'))
      },
    })
    live.begin(meeting)
    for (const turn of turns) live.handleTurn(id, turn)
    await live.settled()
    expect(asked).toBe(1)
    expect(failures).toEqual(['engine-failed'])
    expect(speakers()).toEqual([null, null, null, null])
  })
})
