import { describe, expect, it } from 'vitest'
import { microphonesOf, watchDevices } from '../../../../renderer/recorder/capture/devices'

function device(deviceId: string, kind: MediaDeviceKind = 'audioinput'): MediaDeviceInfo {
  return { deviceId, kind, label: `Label ${deviceId}`, groupId: '', toJSON: () => ({}) }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('devices', () => {
  it('are the microphones, each once and under its own id', () => {
    const list = [
      device('default'),
      device('communications'),
      device('a'),
      device('b', 'audiooutput'),
    ]
    expect(microphonesOf(list)).toEqual([{ deviceId: 'a', label: 'Label a' }])
  })

  it('are told at once, at each change and by the timer, but never the same list twice', async () => {
    let present = [device('a')]
    const told: string[][] = []
    const looks: (() => void)[] = []
    watchDevices(
      {
        enumerateDevices: async () => present,
        addEventListener: (_type: string, listener: unknown) => looks.push(listener as () => void),
      },
      (devices) => told.push(devices.map(({ deviceId }) => deviceId)),
      (_ms, run) => looks.push(run),
    )
    await settled()
    const [onChange, onTimer] = looks
    onTimer?.()
    await settled()
    present = [device('a'), device('b')]
    onChange?.()
    await settled()
    present = []
    onTimer?.()
    await settled()
    expect(told).toEqual([['a'], ['a', 'b'], []])
  })
})
