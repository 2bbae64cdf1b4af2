import { describe, expect, it } from 'vitest'
import { chooseMicrophone, systemAudioKey } from '../../../../renderer/recorder/capture/plan'

function device(deviceId: string, label: string, kind: MediaDeviceKind = 'audioinput') {
  const made = { deviceId, label, kind, groupId: `group of ${label}` }
  return { ...made, toJSON: () => made }
}

const desk = device('1', 'Desk')
const headset = device('2', 'Headset')
const speakers = device('3', 'Speakers', 'audiooutput')

describe('where a microphone is heard', () => {
  it('is the chosen one while it is there', () => {
    const devices = [device('default', 'Desk'), desk, headset]
    expect(chooseMicrophone(devices, '2')).toEqual({
      deviceId: '2',
      key: '2',
      substitute: false,
    })
  })

  it('is the default one where the chosen one is gone, and says so', () => {
    const chosen = chooseMicrophone([device('default', 'Desk'), desk], '2')
    expect(chosen).toMatchObject({ deviceId: null, substitute: true })
  })

  it('is another one when the default changes', () => {
    const key = (label: string) => chooseMicrophone([device('default', label), desk], null).key
    expect(key('Desk')).not.toBe(key('Headset'))
    expect(key('Desk')).toBe(key('Desk'))
  })
})

describe('where the sound of the computer is heard', () => {
  it('is opened anew for the first microphone, and for no other', () => {
    expect(systemAudioKey([speakers, desk])).not.toBe(systemAudioKey([speakers]))
    expect(systemAudioKey([speakers, desk, headset])).toBe(systemAudioKey([speakers, desk]))
  })
})
