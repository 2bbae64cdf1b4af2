import { describe, expect, it } from 'vitest'
import { chooseMicrophone, openMicrophone } from '../../../../renderer/recorder/devices/microphone'

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

  it('asks for no particular device if the default is wanted', async () => {
    const asked: unknown[] = []
    await openMicrophone({ deviceId: null, processing }, async (constraints) => {
      asked.push(constraints)
      return stream
    })
    expect(asked).toEqual([{ audio: processing }])
  })

  it.each(['OverconstrainedError', 'NotFoundError'])(
    'opens the default device if the chosen one is gone: %s',
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
    // A chosen device that is busy or refused is not replaced without asking.
    ['NotReadableError', 'usb', 'microphone-busy'],
    ['NotAllowedError', 'usb', 'microphone-denied'],
    // The chosen device is gone, and there is no other.
    ['NotFoundError', 'usb', 'no-microphone'],
  ])('%s with device %s is %s', async (name, deviceId, code) => {
    const result = await openMicrophone({ deviceId, processing }, async () => {
      throw named(name)
    })
    expect(result).toMatchObject({ ok: false, error: { code } })
  })
})

function device(deviceId: string, label: string): MediaDeviceInfo {
  const made = { deviceId, label, kind: 'audioinput', groupId: `group of ${label}` } as const
  return { ...made, toJSON: () => made }
}

describe('the microphone to open', () => {
  const desk = device('1', 'Desk')
  const headset = device('2', 'Headset')

  it('is the chosen one while it is plugged in', () => {
    const devices = [device('default', 'Desk'), desk, headset]
    expect(chooseMicrophone(devices, '2')).toEqual({ deviceId: '2', key: '2', substitute: false })
  })

  it('is the default one, as a substitute, if the chosen one is gone', () => {
    const chosen = chooseMicrophone([device('default', 'Desk'), desk], '2')
    expect(chosen).toMatchObject({ deviceId: null, substitute: true })
  })

  it('is another one when the default changes', () => {
    const key = (label: string) => chooseMicrophone([device('default', label), desk], null).key
    expect(key('Desk')).not.toBe(key('Headset'))
    expect(key('Desk')).toBe(key('Desk'))
  })
})
