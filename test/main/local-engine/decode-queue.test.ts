import { expect, test } from 'vitest'
import { createDecodeQueue, type DecodeCost } from '../../../main/local-engine/decode-queue'
import { said, saying } from './fakes'

/** A recogniser whose decodes end when the test says so. */
function gated() {
  const running: { length: number; end: (text: string) => void; fail: (cause: Error) => void }[] =
    []
  const recogniser = saying(
    (samples) =>
      new Promise((resolve, reject) => {
        running.push({ length: samples.length, end: resolve, fail: reject })
      }),
  )
  return { running, recogniser }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))
const clip = (length: number) => new Float32Array(length)

function setup() {
  const { running, recogniser } = gated()
  const costs: DecodeCost[] = []
  let time = 0
  const queue = createDecodeQueue({
    now: () => (time += 100),
    onDecoded: (cost) => costs.push(cost),
  })
  return { running, recogniser, costs, queue }
}

test('one whole turn at a time, finals first; then the partials, one at a time', async () => {
  const { running, recogniser, queue } = setup()
  queue.add('early', clip(1), recogniser)
  queue.add('partial', clip(2), recogniser)
  queue.add('partial', clip(3), recogniser)
  queue.add('early', clip(4), recogniser)
  queue.add('final', clip(5), recogniser)
  for (let index = 0; index < 5; index += 1) {
    await settle()
    expect(running).toHaveLength(index + 1)
    running[index]!.end('')
  }
  expect(running.map((decode) => decode.length)).toEqual([1, 5, 4, 2, 3])
})

test('a whole turn does not wait for a decode of less that already runs', async () => {
  const { running, recogniser, queue } = setup()
  queue.add('background', clip(1), recogniser)
  const turn = queue.add('final', clip(2), recogniser)
  queue.add('partial', clip(3), recogniser)
  expect(running.map((decode) => decode.length)).toEqual([1, 2])
  running[1]!.end('words')
  await expect(turn.heard).resolves.toEqual(said('words'))
  await settle()
  expect(running).toHaveLength(2)
  running[0]!.end('')
  await settle()
  expect(running.map((decode) => decode.length)).toEqual([1, 2, 3])
})

test('an early decode whose turn has ended comes before that of another turn', async () => {
  const { running, recogniser, queue } = setup()
  queue.add('early', clip(1), recogniser)
  queue.add('early', clip(2), recogniser)
  queue.add('early', clip(3), recogniser).makeFinal()
  await settle()
  running[0]!.end('')
  await settle()
  expect(running[1]!.length).toBe(3)
})

test('a cancelled job is never decoded and returns null; a running one ends as usual', async () => {
  const { running, recogniser, queue } = setup()
  const first = queue.add('partial', clip(1), recogniser)
  const second = queue.add('partial', clip(2), recogniser)
  second.cancel()
  first.cancel()
  await expect(second.heard).resolves.toBeNull()
  running[0]!.end('words')
  await expect(first.heard).resolves.toEqual(said('words'))
  await settle()
  expect(running).toHaveLength(1)
})

test('the cost of a decode is reported, in time and in audio', async () => {
  const { running, recogniser, queue, costs } = setup()
  const job = queue.add('final', clip(32_000), recogniser)
  running[0]!.end('words')
  await job.heard
  expect(costs).toEqual([{ kind: 'final', decodeMs: 100, audioMs: 2_000 }])
  expect(job.tookMs()).toBe(100)
})

test('a decode that fails rejects its own job and no other', async () => {
  const { running, recogniser, queue } = setup()
  const bad = queue.add('final', clip(1), recogniser)
  const good = queue.add('final', clip(2), recogniser)
  running[0]!.fail(new Error('native'))
  await expect(bad.heard).rejects.toThrow('native')
  await settle()
  running[1]!.end('words')
  await expect(good.heard).resolves.toEqual(said('words'))
})
