import { describe, expect, it } from 'vitest'
import type { BehaviourPatch } from '../../../service/options'
import { isLong } from '../../../../scripts/test/long-form'
import { unrotated } from '../../../service/rotations'
import { expectEveryWordOnce, kept, record } from './said'

describe('against the service', () => {
  it('delivers every word once, in order and at its time', async () => {
    const { events, said, log } = await record({ words: 10, deviceRate: 44_100 })
    expectEveryWordOnce(kept(events), said)
    expect(log.leaked()).toEqual([])
    expect(events.some(({ type }) => type === 'gap' || type === 'problem')).toBe(false)
    // Every frame is 50 ms; none came faster than 1.2 times real time for long.
    expect(log.sessions()[0]?.frames.every(({ bytes }) => bytes === 1_600)).toBe(true)
  })
})

describe('against a service with faults', () => {
  it('delivers every word once over an expired token, a lost connection and a server error', async () => {
    const { events, said, log } = await record({
      words: 14,
      behaviour: {
        session: {
          beginDelayMs: 300,
          openings: [
            {
              kind: 'error',
              code: 1008,
              text: 'Unauthorized Connection: Signature has expired',
            },
          ],
          faults: [
            { session: 0, afterAudioMs: 3_200, fault: { kind: 'cut' } },
            {
              session: 1,
              afterAudioMs: 3_000,
              fault: { kind: 'error', code: 3005, text: 'Session Cancelled: An error occurred' },
            },
          ],
        },
      },
    })
    expect(log.sessions()).toHaveLength(3)
    expectEveryWordOnce(kept(events), said)
    expect(log.leaked()).toEqual([])
    expect(events.filter(({ type }) => type === 'gap')).toEqual([])
  })
})

/** A session of 20 s: another opens after 7 s and takes over by 12 s. */
const shortLived: BehaviourPatch = { session: { longestMs: 20_000, newSessionsPerMinute: 5 } }

describe.concurrent('against a service whose sessions are short', () => {
  const models = ['universal-streaming-english', 'universal-3-6-pro']
  it.runIf(isLong).each(models)(
    '%s delivers every word once, with pauses',
    { timeout: 90_000 },
    async (model) => {
      const { events, said, log } = await record({ words: 42, model, behaviour: shortLived })
      expect(log.sessions().length).toBeGreaterThanOrEqual(3)
      expect(unrotated(log)).toEqual([])
      expectEveryWordOnce(kept(events), said)
      expect(events.filter(({ type }) => type === 'gap' || type === 'problem')).toEqual([])
    },
  )

  it.runIf(isLong).each(models)(
    '%s delivers every word once, without pauses',
    { timeout: 90_000 },
    async (model) => {
      const behaviour = { ...shortLived, turns: { proLongestTurnMs: 60_000 } }
      const { events, said, log } = await record({ words: 42, pauseEvery: 999, model, behaviour })
      expect(log.sessions().length).toBeGreaterThanOrEqual(3)
      expect(unrotated(log)).toEqual([])
      expectEveryWordOnce(kept(events), said)
      expect(events.filter(({ type }) => type === 'gap' || type === 'problem')).toEqual([])
    },
  )
})
