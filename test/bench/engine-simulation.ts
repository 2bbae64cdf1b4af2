import type { Decoded, Recogniser } from '../../main/local-engine/decode-queue'

/** Sound heard faster than real time, with the delays that it would have in real time. */
export interface Simulation {
  /** Milliseconds of sound so far. */
  now(): number
  /** The recogniser, whose answers come when their decode would be done. */
  readonly recogniser: Recogniser
  /** Processor time of all decodes, in ms. */
  decodeMs(): number
  /** Moves on; resolves when everything that is due by then has been said. */
  advance(ms: number): Promise<void>
}

interface Due {
  readonly at: number
  release(): void
}

const stepMs = 10

/**
 * Wraps a recogniser for a simulation in which a decode takes the processor time that it really takes.
 * Other work on this computer does not change the delays.
 */
export function createSimulation(real: Recogniser): Simulation {
  let now = 0
  let decodeMs = 0
  /** Decodes run one after the other, so that the processor time of each is its own. */
  let decodes: Promise<unknown> = Promise.resolve()
  let due: Due[] = []

  async function decode(samples: Float32Array): Promise<Decoded> {
    const asked = now
    const timed = decodes.then(async () => {
      const before = process.cpuUsage()
      const heard = await real.decode(samples)
      const { user, system } = process.cpuUsage(before)
      return { heard, tookMs: (user + system) / 1_000 }
    })
    decodes = timed.catch(() => undefined)
    const { heard, tookMs } = await timed
    decodeMs += tookMs
    return new Promise((resolve) => {
      due.push({ at: asked + tookMs, release: () => resolve(heard) })
    })
  }

  /** Everything that follows from what was said and heard by now. */
  async function settle(): Promise<void> {
    for (;;) {
      const last = decodes
      await last
      await nextTurnOfLoop()
      if (decodes !== last) continue
      const ready = due.filter(({ at }) => at <= now)
      if (ready.length === 0) return
      due = due.filter(({ at }) => at > now)
      for (const { release } of ready) release()
      await nextTurnOfLoop()
    }
  }

  return {
    now: () => now,
    recogniser: { ...real, decode },
    decodeMs: () => decodeMs,
    async advance(ms) {
      for (const end = now + ms; now < end;) {
        now = Math.min(end, now + stepMs)
        await settle()
      }
    },
  }
}

const nextTurnOfLoop = () => new Promise<void>((resolve) => setImmediate(resolve))
