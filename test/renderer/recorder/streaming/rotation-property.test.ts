import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { FakeRecogniser, type RecogniserOptions, type ScriptWord } from './fake-recogniser'
import { Rig } from './rig'
import { effort } from '../../../effort'

afterEach(() => void vi.useRealTimers())

const frameMs = 50
/** A run is minutes of a meeting: a failure is reported with its seed, without shrinking. */
const settings = { numRuns: effort({ short: 6, long: 12 }), endOnFailure: true }

/** Plays a script to sessions that know it, and breaks the connection at these times. */
async function play(options: RecogniserOptions, cutsMs: readonly number[]): Promise<Rig> {
  const rig = new Rig()
  const recognisers: FakeRecogniser[] = []
  const cuts = [...cutsMs].sort((a, b) => a - b)
  const step = (): void => {
    for (const socket of rig.sockets.slice(recognisers.length)) {
      recognisers.push(new FakeRecogniser(socket, `session-${recognisers.length}`, options))
    }
    for (const recogniser of recognisers) recogniser.step()
  }
  const endMs = (options.words.at(-1)?.endMs ?? 0) + 300
  for (let at = 0; at < endMs; at += frameMs) {
    await rig.speak(frameMs)
    if (cuts[0] !== undefined && cuts[0] <= at) {
      cuts.shift()
      for (const recogniser of recognisers) recogniser.cut()
    }
    step()
  }
  let isOver = false
  void rig.stream.stop().then(() => (isOver = true))
  for (let waited = 0; !isOver && waited < 90_000; waited += frameMs) {
    await rig.pass(frameMs)
    step()
  }
  expect(isOver).toBe(true)
  return rig
}

/** A script from pauses and lengths of words, in ms. */
function script(said: readonly (readonly [number, number])[]): ScriptWord[] {
  let at = 300
  return said.map(([pauseMs, lengthMs], number) => {
    const startMs = at + pauseMs
    at = startMs + lengthMs
    return { number, startMs, endMs: at }
  })
}

function expectEveryWord(rig: Rig, words: readonly ScriptWord[]): void {
  expect(rig.gaps()).toEqual([])
  expect(rig.text().join(' ')).toBe(words.map(({ number }) => number).join(' '))
  const turns = new Map(
    rig.of('turn').map(({ turn }) => [`${turn.sessionId} ${turn.turnOrder}`, turn]),
  )
  const dropped = new Set(rig.of('turn-dropped').map((it) => `${it.sessionId} ${it.turnOrder}`))
  const kept = [...turns].flatMap(([name, turn]) => (dropped.has(name) ? [] : turn))
  const heard = kept.sort((a, b) => a.startMs - b.startMs).flatMap((turn) => turn.words)
  expect(heard.map(({ startMs, endMs }) => [startMs, endMs])).toEqual(
    words.map(({ startMs, endMs }) => [startMs, endMs]),
  )
  expect(kept.every(({ isFinal }) => isFinal)).toBe(true)
  // Each sample belongs to one session. They follow each other on the time line, and each has ended.
  const offsets = rig.of('session').map(({ offsetMs }) => offsetMs)
  expect(offsets).toEqual([...offsets].sort((a, b) => a - b))
  for (const { startMs, sessionId } of kept) {
    const index = rig.of('session').findIndex((session) => session.sessionId === sessionId)
    expect(startMs).toBeGreaterThanOrEqual(offsets[index] ?? Infinity)
    expect(startMs).toBeLessThan(offsets[index + 1] ?? Infinity)
  }
  const left = rig.sockets.filter((socket) => socket.readyState === 1 && !socket.terminated())
  expect(left).toEqual([])
}

const lengthMs = fc.integer({ min: 80, max: 700 })
const pauseMs = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 200 }) },
  { weight: 1, arbitrary: fc.integer({ min: 300, max: 4_000 }) },
)
const service = {
  lifeMs: fc.integer({ min: 30_000, max: 60_000 }),
  endSilenceMs: fc.constantFrom(128, 400, 1_280),
  delayMs: fc.integer({ min: 50, max: 1_200 }),
}

describe('any speech over any number of sessions', () => {
  it('comes with every word once, at its time', { timeout: 120_000 }, async () => {
    const given = fc.record({
      said: fc.array(fc.tuple(pauseMs, lengthMs), { minLength: 100, maxLength: 200 }),
      ...service,
    })
    await fc.assert(
      fc.asyncProperty(given, async ({ said, ...options }) => {
        const words = script(said)
        const rig = await play({ words, longestTurnMs: 60_000, ...options }, [])
        expectEveryWord(rig, words)
      }),
      settings,
    )
  })

  it('does so without a single pause, in turns of a minute', { timeout: 120_000 }, async () => {
    const given = fc.record({
      said: fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), lengthMs), {
        minLength: 200,
        maxLength: 250,
      }),
      ...service,
    })
    await fc.assert(
      fc.asyncProperty(given, async ({ said, ...options }) => {
        const words = script(said)
        const rig = await play({ words, longestTurnMs: 60_000, ...options }, [])
        expectEveryWord(rig, words)
        expect(rig.of('session').length).toBeGreaterThan(1)
      }),
      settings,
    )
  })

  it(
    'does so over lost connections at any moment, even during a handover',
    { timeout: 120_000 },
    async () => {
      const given = fc.record({
        said: fc.array(fc.tuple(pauseMs, lengthMs), { minLength: 100, maxLength: 150 }),
        cutsMs: fc.array(fc.integer({ min: 4_000, max: 60_000 }), { maxLength: 2 }),
        ...service,
      })
      await fc.assert(
        fc.asyncProperty(given, async ({ said, cutsMs, ...options }) => {
          const words = script(said)
          const rig = await play({ words, longestTurnMs: 6_000, ...options }, cutsMs)
          expectEveryWord(rig, words)
        }),
        settings,
      )
    },
  )
})
