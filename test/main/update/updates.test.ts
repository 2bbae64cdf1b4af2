import { describe, expect, it, vi } from 'vitest'
import { createUpdates, type Updater } from '../../../main/update/updates'
import type { UpdateState } from '../../../common/model'

const turn = () => new Promise((resolve) => setImmediate(resolve))

/** An updater whose downloads end when the test says so. */
function setUp(newest: string | null = '2.0.0') {
  const world = { enabled: true, recording: false, now: 1_800_000_000_000, newest, offline: false }
  const done: (() => void)[] = []
  const states: UpdateState[] = []
  const updater = {
    check: vi.fn(async () => {
      if (world.offline) throw new Error('offline')
      return world.newest
    }),
    download: vi.fn(
      (signal: AbortSignal) =>
        new Promise<void>((resolve, reject) => {
          done.push(resolve)
          signal.addEventListener('abort', () => reject(new Error('cancelled')))
        }),
    ),
    install: vi.fn(),
  } satisfies Updater
  const warn = vi.fn()
  const updates = createUpdates({
    updater,
    enabled: () => world.enabled,
    isRecording: () => world.recording,
    onState: (state) => states.push(state),
    log: { warn },
    now: () => world.now,
    wall: () => world.now,
  })
  return { world, done, states, updater, warn, updates }
}

describe('updates', () => {
  it('are found, downloaded and offered, and installed only when a person asks', async () => {
    const { updates, updater, done, states } = setUp()
    expect(updates.restart()).toMatchObject({ error: { code: 'update-not-ready' } })
    updates.look()
    await turn()
    done[0]?.()
    await turn()
    expect(states.map(({ stage }) => stage)).toEqual(['checking', 'downloading', 'ready'])
    expect(updates.state()).toMatchObject({ version: '2.0.0', error: null })
    expect(updater.install).not.toHaveBeenCalled()
    expect(updates.restart().ok).toBe(true)
    expect(updater.install).toHaveBeenCalledOnce()
  })

  it('wait for the end of a recording, and never restart during one', async () => {
    const { updates, updater, world, done } = setUp()
    world.recording = true
    updates.look()
    await turn()
    expect(updates.state().stage).toBe('waiting')
    expect(updater.download).not.toHaveBeenCalled()
    world.recording = false
    updates.look()
    expect(updates.state().stage).toBe('downloading')
    // Another recording starts before the download ends.
    world.recording = true
    updates.look()
    await turn()
    expect(updates.state()).toMatchObject({ stage: 'waiting', error: null })
    world.recording = false
    updates.look()
    done[1]?.()
    await turn()
    world.recording = true
    expect(updates.state().stage).toBe('ready')
    expect(updates.restart()).toMatchObject({ error: { code: 'update-while-recording' } })
    expect(updater.install).not.toHaveBeenCalled()
  })

  it('that fail are reported and tried again', async () => {
    const { updates, updater, world, warn } = setUp(null)
    world.offline = true
    updates.look()
    await turn()
    expect(updates.state()).toMatchObject({ stage: 'idle', error: { code: 'update-failed' } })
    expect(warn).toHaveBeenCalledOnce()
    updates.look()
    expect(updater.check).toHaveBeenCalledOnce()
    world.offline = false
    world.now += 3_600_000
    updates.look()
    await turn()
    expect(updates.state()).toEqual({
      ...{ stage: 'idle', version: null, checkedAt: world.now, error: null },
    })
  })

  it('are checked immediately on request', async () => {
    const { updates, updater, world } = setUp(null)
    updates.look()
    await turn()
    world.newest = '3.0.0'
    expect(updates.check().stage).toBe('checking')
    await turn()
    expect(updates.state()).toMatchObject({ stage: 'downloading', version: '3.0.0' })
    expect(updater.check).toHaveBeenCalledTimes(2)
  })

  it('stop if they are turned off, even during a download', async () => {
    const { updates, updater, world } = setUp()
    world.enabled = false
    updates.look()
    expect(updater.check).not.toHaveBeenCalled()
    world.enabled = true
    updates.look()
    await turn()
    world.enabled = false
    updates.look()
    await turn()
    expect(updates.state()).toMatchObject({ stage: 'off', error: null })
    expect(updater.download.mock.calls[0]?.[0].aborted).toBe(true)
  })

  it('do not exist if this copy cannot replace itself', () => {
    const updates = createUpdates({
      updater: null,
      enabled: () => true,
      isRecording: () => false,
      onState: () => undefined,
      log: { warn: () => undefined },
    })
    updates.look()
    expect(updates.check().stage).toBe('unsupported')
  })
})
