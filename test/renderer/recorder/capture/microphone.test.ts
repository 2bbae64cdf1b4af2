import { describe, expect, it } from 'vitest'
import { openMicrophone } from '../../../../renderer/recorder/capture/microphone'

const processing = { echoCancellation: true, noiseSuppression: false, autoGainControl: true }
const track = {} as MediaStreamTrack
const stream = { getAudioTracks: () => [track] } as unknown as MediaStream

function named(name: string): Error {
  return Object.assign(new Error(name), { name })
}

describe('opening the microphone', () => {
  it('asks for the chosen device exactly, with the chosen processing', async () => {
    const asked: unknown[] = []
    const result = await openMicrophone({ deviceId: 'usb', processing }, async (constraints) => {
      asked.push(constraints)
      return stream
    })
    expect(result).toEqual({ ok: true, value: track })
    expect(asked).toEqual([{ audio: { ...processing, deviceId: { exact: 'usb' } } }])
  })

  it('asks for no device in particular where the default is wanted', async () => {
    const asked: unknown[] = []
    await openMicrophone({ deviceId: null, processing }, async (constraints) => {
      asked.push(constraints)
      return stream
    })
    expect(asked).toEqual([{ audio: processing }])
  })

  it.each(['OverconstrainedError', 'NotFoundError'])(
    'takes the default one where the chosen one is gone: %s',
    async (name) => {
      const asked: MediaStreamConstraints[] = []
      const result = await openMicrophone({ deviceId: 'usb', processing }, async (constraints) => {
        asked.push(constraints)
        if (asked.length === 1) throw named(name)
        return stream
      })
      expect(result.ok).toBe(true)
      expect(asked[1]).toEqual({ audio: processing })
    },
  )

  it.each([
    ['NotAllowedError', null, 'microphone-denied'],
    ['NotFoundError', null, 'no-microphone'],
    ['NotReadableError', null, 'microphone-busy'],
    ['AbortError', null, 'microphone-failed'],
    // A chosen device that is there but busy or refused is not replaced behind one's back.
    ['NotReadableError', 'usb', 'microphone-busy'],
    ['NotAllowedError', 'usb', 'microphone-denied'],
    // The chosen one is gone, and there is no other.
    ['NotFoundError', 'usb', 'no-microphone'],
  ])('%s with device %s is %s', async (name, deviceId, code) => {
    const result = await openMicrophone({ deviceId, processing }, async () => {
      throw named(name)
    })
    expect(result).toMatchObject({ ok: false, error: { code } })
  })
})
