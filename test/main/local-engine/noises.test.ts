import { expect, test } from 'vitest'
import { engineModelOf } from '../../../main/local-engine/catalogue'
import { createDecodeQueue } from '../../../main/local-engine/decode-queue'
import { openSession } from '../../../main/local-engine/open-session'
import { loadRuntime } from '../../../main/local-engine/sherpa'
import { effort } from '../../effort'
import { haveModels, modelsDir } from './models'
import { noises, rate } from './noises'

/** Ten minutes of each, or a part of them. */
const seconds = effort({ short: 20, long: 600 })
const frame = rate / 20

/** The words that the engine invented, of all noises: forty minutes in the long form. */
const invented: string[] = []

/*
 * A live session of the real engine, faster than real time. Runs where set-up has fetched the models.
 */
test.runIf(haveModels).each(Object.entries(noises))(
  '%s gives no words',
  { timeout: 600_000 },
  async (_name, make) => {
    const runtime = loadRuntime()
    const recogniser = await runtime.loadRecogniser(engineModelOf(modelsDir, 'base'), {
      language: null,
      hasTerms: false,
    })
    const turns = new Map<number, readonly string[]>()
    const failures: Error[] = []
    const session = openSession({
      now: () => performance.now(),
      detector: runtime.createDetector(modelsDir),
      queue: createDecodeQueue({ now: () => performance.now(), onDecoded: () => undefined }),
      recogniser: () => recogniser,
      filterProfanity: false,
      terms: [],
      onTurn: ({ order, words }) => {
        turns.set(
          order,
          words.map(({ text }) => text),
        )
      },
      onFailure: (cause) => failures.push(cause),
    })
    const sound = make(seconds * rate)
    for (let at = 0; at < sound.length; at += frame) {
      const samples = Int16Array.from(sound.subarray(at, at + frame), (value) =>
        Math.max(-32_768, Math.min(32_767, value * 32_768)),
      )
      session.accept(new Uint8Array(samples.buffer))
      await new Promise(setImmediate)
    }
    await session.endTurn()
    expect(failures).toEqual([])
    invented.push(...[...turns.values()].flat())
    expect(invented.length).toBeLessThanOrEqual(2)
  },
)
