import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audioRangeOf, isEcho, verdictOf } from '../../../main/echo/detector'
import { repeatsWords } from '../../../main/echo/text-match'
import type { FromEngine } from '../../../main/local-engine/process-messages'
import { loadRuntime } from '../../../main/local-engine/sherpa'
import { createTranscribeRequests } from '../../../main/local-engine/transcribe-requests'
import { createWorker } from '../../../main/local-engine/worker'
import { mergeIntoGap } from '../../../main/transcription/gap-merge'
import type { Source, Turn } from '../../../common/model'
import { resample } from '../../speech/resample'
import { effort } from '../../effort'
import { haveModels, modelsDir, realSpeech } from '../local-engine/models'
import { unwrap } from '../library/folder'
import { inRoom, louder, mixed, noise, pcmOf, placed } from './mixes'

/*
 * Both sides as the on-device engine transcribes them, mixed from real speech. Runs if set-up has
 * fetched the models (`npm test` does).
 */
const worker = createWorker({
  loadRuntime,
  post: (message: FromEngine) => {
    if (message.type === 'transcribed' || message.type === 'not-transcribed') {
      transcriptions.handleAnswer(message)
    }
  },
  now: Date.now,
})
const transcriptions = createTranscribeRequests((message) => void worker.receive(message))

beforeAll(async () => {
  if (haveModels)
    await worker.receive({
      type: 'load',
      modelsDir,
      model: 'base',
      installed: null,
      language: null,
      hasTerms: false,
      port: 0,
    })
}, 60_000)
afterAll(() => worker.close())

async function turnsOf(source: Source, sound: Float32Array): Promise<Turn[]> {
  const endMs = sound.length / 16
  const signal = new AbortController().signal
  const heard = unwrap(
    await transcriptions.send(pcmOf(sound), { signal, filterProfanity: false, terms: [] }),
  )
  const gap = { id: source, source, startMs: 0, endMs, reason: 'engine' as const }
  const { turns } = mergeIntoGap({
    gap: { ...gap, sound: true, filled: false },
    chunk: { startMs: 0, endMs },
    words: heard.channels[0] ?? [],
    timing: heard.timing,
    language: null,
    turns: [],
    nowMs: 0,
    isLast: true,
  })
  return [...turns]
}

const length = 16 * 16_000
const speech = haveModels ? floats(realSpeech().pcm) : new Float32Array(length)
/** "And so my fellow Americans", "ask not", "what your country can do for you, ask what you …" */
const others = placed(speech, 0, length)
const first = speech.subarray(0, 2_500 * 16)
const last = speech.subarray(8_000 * 16)
const room = noise(3, length, -62)

function floats(pcm: Uint8Array): Float32Array {
  const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength)
  return Float32Array.from(
    { length: pcm.length / 2 },
    (_, n) => view.getInt16(n * 2, true) / 32_768,
  )
}

/** The same words by another voice: higher and faster. */
function otherVoice(sound: Float32Array): Float32Array {
  const samples = Int16Array.from(sound, (value) => value * 32_767)
  return Float32Array.from(resample(samples, 18_500, 16_000), (value) => value / 32_768)
}

interface Case {
  readonly system: Float32Array
  readonly microphone: Float32Array
  /** When the person at the microphone speaks, in ms. */
  readonly person?: readonly (readonly [number, number])[]
}

let othersTurns: Turn[] | null = null

/**
 * Which turns of the microphone are hidden and which are shown, and what the words alone would
 * decide.
 */
async function judge({ system, microphone, person = [] }: Case) {
  const theirs =
    system === others
      ? (othersTurns ??= await turnsOf('system', system))
      : await turnsOf('system', system)
  const found = (await turnsOf('microphone', microphone)).map((turn) => {
    const { startMs, endMs } = audioRangeOf(turn)
    const part = (sound: Float32Array) => pcmOf(sound.subarray(startMs * 16, endMs * 16))
    const sounds = { microphone: part(microphone), system: part(system) }
    return {
      text: turn.text,
      count: turn.words.length,
      hidden: isEcho(turn, theirs, verdictOf(turn, sounds)),
      same: repeatsWords(turn, theirs),
      byPerson: person.some(([from, until]) => turn.startMs < until && turn.endMs > from),
    }
  })
  const words = (some: typeof found) => some.reduce((sum, { count }) => sum + count, 0)
  const echo = found.filter(({ byPerson }) => !byPerson)
  const own = found.filter(({ byPerson }) => byPerson)
  return {
    hiddenEcho: words(echo.filter(({ hidden }) => hidden)),
    shownEcho: words(echo.filter(({ hidden }) => !hidden)),
    hiddenOwn: words(own.filter(({ hidden }) => hidden)),
    shownOwn: words(own.filter(({ hidden }) => !hidden)),
    ownWithTheSameWords: words(own.filter(({ same }) => same)),
  }
}

/** Levels (dB) and delays (ms) of the echo: all pairs, or one of each end. */
const table = effort({
  short: [
    [-3, 200],
    [-20, 3],
  ] as const,
  long: [-3, -10, -20].flatMap((db) => [3, 80, 200].map((ms) => [db, ms] as const)),
})
const echoOf = (db: number, ms: number) => placed(louder(others, db), ms, length)

describe.runIf(haveModels)('real speech (needs the fetched models)', () => {
  it.each(table)('%i dB, %i ms alone: every word hidden', async (db, ms) => {
    const found = await judge({ system: others, microphone: mixed(echoOf(db, ms), room) })
    expect(found).toMatchObject({ shownEcho: 0, shownOwn: 0 })
    expect(found.hiddenEcho).toBeGreaterThanOrEqual(20)
  })

  it.each(table)(
    '%i dB, %i ms, and a person during and after it: no own word hidden',
    async (db, ms) => {
      const over = placed(louder(otherVoice(last), -3), 5_700, length)
      const after = placed(louder(otherVoice(last), -6), 12_500, length)
      const microphone = mixed(echoOf(db, ms), over, after, room)
      const person = [
        [5_700, 8_500],
        [12_400, 16_000],
      ] as const
      const found = await judge({ system: others, microphone, person })
      // What the loudspeaker says alone before is still hidden.
      expect(found).toMatchObject({ hiddenOwn: 0, shownEcho: 0 })
      expect(found.hiddenEcho).toBeGreaterThanOrEqual(5)
      expect(found.shownOwn).toBeGreaterThanOrEqual(12)
    },
  )

  it.each(effort({ short: [-10], long: [-3, -10, -20] }))(
    'a loudspeaker of %i dB in a reverberant room',
    async (db) => {
      const microphone = mixed(inRoom(echoOf(db, 80), 0.4), room)
      const found = await judge({ system: others, microphone })
      expect(found).toMatchObject({ shownEcho: 0 })
      expect(found.hiddenEcho).toBeGreaterThanOrEqual(5)
    },
  )

  it('a person with headphones is never hidden', async () => {
    const microphone = mixed(placed(otherVoice(last), 3_000, length), room)
    const found = await judge({ system: others, microphone, person: [[0, 16_000]] })
    expect(found).toMatchObject({ hiddenOwn: 0, hiddenEcho: 0 })
    expect(found.shownOwn).toBeGreaterThanOrEqual(7)
  })

  it('a person who repeats aloud is shown, although the words alone look like echo', async () => {
    const system = placed(first, 0, length)
    const repeated = placed(otherVoice(first.subarray(300 * 16)), 3_050, length)
    const microphone = mixed(placed(louder(system, -10), 80, length), louder(repeated, -6), room)
    const found = await judge({ system, microphone, person: [[2_950, 6_000]] })
    expect(found.hiddenOwn).toBe(0)
    expect(found.shownOwn).toBeGreaterThanOrEqual(4)
    expect(found.ownWithTheSameWords).toBeGreaterThanOrEqual(4)
  })
})
