import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { chooseService, microphoneFile, record, waitForWord } from '../e2e/recording'
import type { Service } from '../service/service'
import type { Bench } from './bench'
import { figure, medians, percentile, type Figure } from './figures'
import { watchWords } from './painted-words'
import { launchWith, startBenchService } from './rig'
import { watched } from './watched'

/** Before it is measured the meeting has so many words. */
const wordsBefore = 100_000
const wordsInTurn = 100
const turnsEachSecond = 20
const measured = 400
/** Turns of the simulator itself have lower numbers. */
const firstTurn = 100_000

/** Sends a final turn to the app, as the service would. */
function say(service: Service, order: number, texts: readonly string[]): void {
  const words = texts.map((text, index) => ({
    text,
    start: 4_000 + order * 2 + index,
    end: 4_001 + order * 2 + index,
    confidence: 0.9,
    word_is_final: true,
  }))
  const message = {
    turn_order: firstTurn + order,
    turn_is_formatted: true,
    end_of_turn: true,
    transcript: texts.join(' '),
    end_of_turn_confidence: 1,
    words,
    type: 'Turn',
  }
  service.inject({ kind: 'message', message })
}

/** Watches the frames of the page. The returned function reads the longest time between two, in ms. */
async function watchAnimation(window: Page): Promise<() => Promise<number>> {
  await window.evaluate(() => {
    const state = { worst: 0, last: performance.now() }
    Object.assign(self, { benchFrames: state })
    const next = () => {
      const now = performance.now()
      state.worst = Math.max(state.worst, now - state.last)
      state.last = now
      requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
  })
  return () =>
    window.evaluate(() => (self as unknown as { benchFrames: { worst: number } }).benchFrames.worst)
}

/** Notes when each tone word reaches the window. The returned function reads the times. */
async function watchArrivals(window: Page): Promise<() => Promise<ReadonlyMap<number, number>>> {
  await window.evaluate(() => {
    const arrived: [number, number][] = []
    Object.assign(self, { arrived })
    self.parley.on('transcript:turn', ({ turn }) => {
      const number = /^w(\d{3})$/i.exec(turn.text)?.[1]
      if (number !== undefined) {
        arrived.push([Number(number), performance.timeOrigin + performance.now()])
      }
    })
  })
  return async () =>
    new Map(
      await window.evaluate(() => (self as unknown as { arrived: [number, number][] }).arrived),
    )
}

/** Measures how soon the words of a turn are painted in a very long meeting. */
export function measurePainting(bench: Bench): Promise<Figure[]> {
  const name = 'Turns in 100,000 words'
  return medians(bench.runs, async (run) => {
    const folder = join(bench.folder, `painting-${run}`)
    mkdirSync(folder, { recursive: true })
    const { path } = microphoneFile(folder, { words: 4 })
    const service = await startBenchService()
    const launch = { ...launchWith(folder, service), microphone: path }
    try {
      return await watched(bench, { name, launch }, async (parley, watchAgain) => {
        await chooseService(parley)
        const id = await record(parley)
        await waitForWord(parley, id, { number: 3, withinMs: 30_000 })
        const before = wordsBefore / wordsInTurn
        for (let order = 0; order < before; order += 1) {
          say(service, order, new Array<string>(wordsInTurn).fill('said'))
          if (order % 20 === 19) await wait(20)
        }
        say(service, before, ['w900'])
        await waitForWord(parley, id, { number: 900, withinMs: 120_000 })
        await wait(2_000)
        await watchAgain()
        const painted = await watchWords(parley.window)
        const arrivals = await watchArrivals(parley.window)
        const longestFrame = await watchAnimation(parley.window)
        const sent = new Map<number, number>()
        for (let number = 100; number < 100 + measured; number += 1) {
          sent.set(number, Date.now())
          say(service, before + number, [`w${number}`])
          await wait(1_000 / turnsEachSecond)
        }
        const frame = await longestFrame()
        const delays = (await painted()).flatMap(({ number, at }) => {
          const from = sent.get(number)
          return from === undefined ? [] : [at - from]
        })
        const arrived = await arrivals()
        const underway = [...arrived].flatMap(([number, at]) => {
          const from = sent.get(number)
          return from === undefined ? [] : [at - from]
        })
        return [
          figure(`${name}, 20 a second: turn to the window, p95`, percentile(underway, 0.95), {
            unit: 'ms',
          }),
          figure(`${name}, 20 a second: turn to painted word, p50`, percentile(delays, 0.5), {
            unit: 'ms',
          }),
          figure(`${name}, 20 a second: turn to painted word, p95`, percentile(delays, 0.95), {
            unit: 'ms',
            target: 40,
          }),
          figure(`${name}, 20 a second: longest frame`, frame, { unit: 'ms', target: 50 }),
          figure(`${name}, 20 a second: words never painted`, measured - delays.length, {
            unit: 'words',
            target: 0,
          }),
        ]
      })
    } finally {
      await service.close()
    }
  })
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
