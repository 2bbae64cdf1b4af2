import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { createDecodeQueue } from '../../../main/local-engine/decode-queue'
import { recogniseFolder } from '../../../main/local-engine/families/recognise-folder'
import { openSession } from '../../../main/local-engine/open-session'
import { loadRuntime } from '../../../main/local-engine/sherpa'
import type { StreamRecogniser } from '../../../main/local-engine/stream-recogniser'
import type { WireTurn } from '../../../main/local-engine/wire'
import { bursts } from '../../models/sounds'
import { writeTransducer } from '../../models/transducer'
import { unwrap } from '../../unwrap'
import { soundDetector } from './fakes'

/*
 * A made streaming transducer with the inputs, outputs and metadata of Nemotron, on the real runtime.
 * Its chunk is 160 ms, and each burst of sound is one token.
 */
let recogniser: StreamRecogniser
beforeAll(async () => {
  const folder = writeTransducer(join(mkdtempSync(join(tmpdir(), 'parley-stream-')), 'made'), {
    streaming: true,
  })
  const loaded = await loadRuntime().loadRecogniser(unwrap(await recogniseFolder(folder)), {
    language: null,
    hasTerms: false,
  })
  if (!('open' in loaded)) throw new Error('not a streaming model')
  recogniser = loaded
})

/** Sends the sound in frames of 50 ms; each turn comes with how much sound had been sent, in ms. */
async function hear(sound: Float32Array, forced: readonly number[] = []) {
  const turns: (WireTurn & { readonly sentMs: number })[] = []
  const failures: Error[] = []
  let sentMs = 0
  const session = openSession({
    detector: soundDetector(),
    queue: createDecodeQueue({ now: Date.now, onDecoded: () => undefined }),
    recogniser: () => recogniser,
    filterProfanity: false,
    terms: [],
    now: Date.now,
    onTurn: (turn) => turns.push({ ...turn, sentMs }),
    onFailure: (cause) => failures.push(cause),
  })
  for (let at = 0; at < sound.length; at += 800) {
    const samples = Int16Array.from(sound.subarray(at, at + 800), (value) => value * 32_767)
    sentMs += 50
    session.accept(new Uint8Array(samples.buffer))
    await session.caughtUp()
    if (forced.includes(sentMs)) await session.endTurn()
  }
  await session.endTurn()
  return { turns, failures, session }
}

const textOf = (turn: WireTurn) => turn.words.map(({ text }) => text).join(' ')
const finalsOf = (turns: readonly WireTurn[]) => turns.filter(({ endOfTurn }) => endOfTurn)

test('words come within the model’s chunk and 300 ms, with times and confidence', async () => {
  const starts = [500, 1_000, 1_500, 2_000]
  const { turns, failures } = await hear(bursts(starts, 3_000))
  expect(failures).toEqual([])
  const [final] = finalsOf(turns)
  expect(final && textOf(final)).toBe('Alpha beta')
  for (const [count, ms] of [
    ['Al', 500],
    ['Alpha', 1_000],
    ['Alpha be', 1_500],
    ['Alpha beta', 2_000],
  ] as const) {
    const seen = turns.find((turn) => textOf(turn) === count)
    expect(seen?.sentMs).toBeLessThanOrEqual(ms + 160 + 300)
  }
  for (const [index, ms] of [500, 1_500].entries()) {
    const word = final?.words[index]
    expect(Math.abs((word?.startMs ?? -1) - ms)).toBeLessThanOrEqual(160)
    expect(word?.confidence).toBeGreaterThan(0.5)
    expect(word?.isFinal).toBe(true)
  }
})

test('the model ends turns, and times go on over them', async () => {
  const { turns } = await hear(bursts([500, 1_000, 4_000, 4_500, 8_000, 8_500], 10_000))
  const finals = finalsOf(turns)
  expect(finals.map(({ order }) => order)).toEqual([0, 1, 2])
  for (const [index, ms] of [500, 4_000, 8_000].entries()) {
    expect(Math.abs((finals[index]?.words[0]?.startMs ?? -1) - ms)).toBeLessThanOrEqual(200)
  }
  // The first end came from the model, long before the sound ended.
  expect((finals[0] as (typeof turns)[number]).sentMs).toBeLessThan(4_000)
})

test('an end that is asked for is followed by words at their right times', async () => {
  const { turns } = await hear(bursts([500, 1_000, 2_500, 3_000], 4_000), [1_600])
  const finals = finalsOf(turns)
  expect(finals).toHaveLength(2)
  expect(Math.abs((finals[1]?.words[0]?.startMs ?? -1) - 2_500)).toBeLessThanOrEqual(200)
})

test('silence makes no turn', async () => {
  const { turns, session } = await hear(bursts([], 10_000))
  expect(turns).toEqual([])
  expect(session.receivedMs()).toBe(10_000)
  expect(session.processedMs()).toBe(10_000)
})
