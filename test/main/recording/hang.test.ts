import { describe, expect, it } from 'vitest'
import { livenessCheckMs } from '../../../main/recording/liveness'
import { must } from '../library/folder'
import { soon } from './begun'
import { setUp } from './fakes'

const checks = (count: number) =>
  new Promise((resolve) => setTimeout(resolve, count * livenessCheckMs))

/** Lets the clock of the checks run, a check's time at each check. */
async function pass(mono: { at: number }, ms: number): Promise<void> {
  for (const until = mono.at + ms; mono.at < until;) {
    mono.at += livenessCheckMs
    await checks(1.1)
  }
}

describe('a recorder that hangs', () => {
  it('is ended and started again in the same meeting', async () => {
    const { recordings, capturing, mono, restarts, starts } = setUp()
    recordings.recorderReady()
    must(recordings.start())
    capturing(0)
    await pass(mono, 2_000)
    expect(restarts).toEqual([])
    await pass(mono, 1_000)
    expect(restarts).toHaveLength(1)
    recordings.recorderGone()
    recordings.recorderReady()
    expect(starts).toHaveLength(2)
    expect(recordings.status()).toMatchObject({ state: 'recording' })
  })

  it('is not what an app looks like that stood still', async () => {
    const { recordings, capturing, mono, restarts } = setUp()
    recordings.recorderReady()
    must(recordings.start())
    capturing(0)
    await checks(2)
    mono.at += 20_000
    await checks(2)
    recordings.recorderEvent({ type: 'alive' })
    await pass(mono, 1_000)
    expect(restarts).toEqual([])
  })

  it('is not looked for before it could begin, nor once it is done', async () => {
    const { recordings, mono, restarts, stopped } = setUp()
    must(recordings.start())
    await pass(mono, 3_000)
    recordings.recorderReady()
    const stopping = recordings.stop()
    stopped()
    await soon(() => expect(recordings.status().state).toBe('idle'))
    await stopping
    await pass(mono, 500)
    expect(restarts).toEqual([])
  })
})
