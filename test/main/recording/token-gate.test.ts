import { describe, expect, it } from 'vitest'
import { errorValue, fail, ok, type Result } from '../../../common/errors'
import type { ConnectionState, SessionGrant } from '../../../common/model'
import { begun } from './begun-recording'

describe('lend', () => {
  it('returns a grant for the recording that is on, and for no other', async () => {
    const { recordings, starts, stopped } = begun()
    const recordingId = starts[0]!.recordingId
    expect(await recordings.lend(recordingId, 'microphone')).toMatchObject({ ok: true })
    expect(await recordings.lend('another', 'microphone')).toMatchObject({
      error: { code: 'token-not-lent' },
    })
    recordings.recorderGone()
    recordings.recorderReady()
    expect(await recordings.lend(recordingId, 'microphone')).toMatchObject({ ok: false })
    const stopping = recordings.stop()
    expect(await recordings.lend(starts[1]!.recordingId, 'microphone')).toMatchObject({ ok: false })
    stopped()
    await stopping
    expect(await recordings.lend(starts[1]!.recordingId, 'microphone')).toMatchObject({ ok: false })
  })

  it('withholds a grant that arrives while the recording ends', async () => {
    const { recordings, starts, grants } = begun()
    let mint: (granted: Result<SessionGrant>) => void = () => {}
    let given: AbortSignal | undefined
    grants.answer = (signal) => {
      given = signal
      return new Promise((resolve) => (mint = resolve))
    }
    const lent = recordings.lend(starts[0]!.recordingId, 'microphone')
    expect(given?.aborted).toBe(false)
    void recordings.stop()
    expect(given?.aborted).toBe(true)
    mint(ok({ url: 'ws://127.0.0.1:1', token: 'secret', model: 'base' }))
    expect(await lent).toEqual(fail('token-not-lent'))
  })

  it('shows what a token waits for, but not while words arrive', async () => {
    const { recordings, starts, grants } = begun()
    grants.answer = async (_life, onWait) => {
      onWait(errorValue('rate-limited'))
      return fail('rate-limited')
    }
    const tell = (state: ConnectionState) =>
      recordings.recorderEvent({ type: 'connection', source: 'microphone', state, error: null })
    tell('live')
    await recordings.lend(starts[0]!.recordingId, 'microphone')
    expect(recordings.status().notices).toEqual([])
    tell('connecting')
    await recordings.lend(starts[0]!.recordingId, 'microphone')
    expect(recordings.status().notices).toMatchObject([{ code: 'rate-limited' }])
  })

  it('returns the reason why there is no grant', async () => {
    const { recordings, starts, grants } = begun()
    grants.answer = async () => fail('no-key')
    expect(await recordings.lend(starts[0]!.recordingId, 'microphone')).toEqual(fail('no-key'))
  })
})
