import { describe, expect, it } from 'vitest'
import { heartbeatCheckMs } from '../../../main/recording/heartbeat'
import { unwrap } from '../library/folder'
import { soon } from './begun-recording'
import { setUp } from './recordings-fixture'

const checks = (count: number) =>
  new Promise((resolve) => setTimeout(resolve, count * heartbeatCheckMs))

/** Moves the monotonic clock on, one check interval at each check. */
async function pass(mono: { at: number }, ms: number): Promise<void> {
  for (const until = mono.at + ms; mono.at < until;) {
    mono.at += heartbeatCheckMs
    await checks(1.1)
  }
}

describe('a recorder that hangs', () => {
  it('is ended and started again in the same meeting', async () => {
    const { recordings, capturing, mono, restarts, starts } = setUp()
    recordings.recorderReady()
    unwrap(recordings.start())
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

  it('is not confused with an app that was blocked', async () => {
    const { recordings, capturing, mono, restarts } = setUp()
    recordings.recorderReady()
    unwrap(recordings.start())
    capturing(0)
    await checks(2)
    mono.at += 20_000
    await checks(2)
    recordings.recorderAlive()
    await pass(mono, 1_000)
    expect(restarts).toEqual([])
  })

  it('is not searched for before the recorder could start, nor after it has stopped', async () => {
    const { recordings, mono, restarts, stopped } = setUp()
    unwrap(recordings.start())
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
