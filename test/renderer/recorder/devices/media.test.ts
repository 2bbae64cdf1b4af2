import { describe, expect, it } from 'vitest'
import { createMedia } from '../../../../renderer/recorder/devices/media'

const processing = { echoCancellation: false, noiseSuppression: false, autoGainControl: false }
const wanted = { source: 'microphone', deviceId: 'desk', processing } as const
const desk = {
  deviceId: 'desk',
  kind: 'audioinput',
  label: 'Desk',
  groupId: '',
  toJSON: () => ({}),
} as const

/** Counts how often the list of devices is read. */
function mediaWith(latest: readonly MediaDeviceInfo[] | null) {
  let reads = 0
  const devices = {
    enumerateDevices: async () => {
      reads += 1
      return [desk]
    },
  } as unknown as MediaDevices
  const media = createMedia({
    devices,
    watch: { latest },
    allowSystemAudio: () => Promise.reject(new Error('not used')),
    soundPorts: { take: () => Promise.resolve(null) },
    onOwnLeftOut: () => undefined,
    onEnded: () => undefined,
  })
  return { media, reads: () => reads }
}

describe('the first choice of a device', () => {
  it('takes the list that is known already', async () => {
    const { media, reads } = mediaWith([desk])
    expect(await media.choose(wanted)).toMatchObject({ deviceId: 'desk', substitute: false })
    expect(reads()).toBe(0)
  })

  it('reads the list if none is known yet', async () => {
    const { media, reads } = mediaWith(null)
    expect(await media.choose(wanted)).toMatchObject({ deviceId: 'desk', substitute: false })
    expect(reads()).toBe(1)
  })
})
