import { describe, expect, it } from 'vitest'
import { microphonesOf, watchDevices } from '../../../../renderer/recorder/devices/device-list'

function device(deviceId: string, kind: MediaDeviceKind = 'audioinput'): MediaDeviceInfo {
  return { deviceId, kind, label: `Label ${deviceId}`, groupId: '', toJSON: () => ({}) }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('the list of devices', () => {
  it('has each microphone once, under its own id', () => {
    const list = [
      device('default'),
      device('communications'),
      device('a'),
      device('b', 'audiooutput'),
    ]
    expect(microphonesOf(list)).toEqual([{ deviceId: 'a', label: 'Label a' }])
  })

  it('is reported at once, at each change and by the timer, but never the same list twice', async () => {
    let present = [device('a')]
    const reported: string[][] = []
    const looks: (() => void)[] = []
    const watch = watchDevices({
      media: {
        enumerateDevices: async () => present,
        addEventListener: (_type: string, listener: unknown) => looks.push(listener as () => void),
      },
      report: (devices) => reported.push(devices.map(({ deviceId }) => deviceId)),
      every: (_ms, run) => looks.push(run),
    })
    expect(watch.latest).toBeNull()
    await settled()
    expect(watch.latest).toEqual(present)
    const [onChange, onTimer] = looks
    onTimer?.()
    await settled()
    present = [device('a'), device('b')]
    onChange?.()
    await settled()
    present = []
    onTimer?.()
    await settled()
    expect(reported).toEqual([['a'], ['a', 'b'], []])
  })
})
