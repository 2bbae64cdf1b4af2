import { describe, expect, it } from 'vitest'
import { openSystemAudio, systemAudioKey } from '../../../../renderer/recorder/devices/system-audio'

function device(label: string, kind: MediaDeviceKind): MediaDeviceInfo {
  const made = { deviceId: label, label, kind, groupId: '' }
  return { ...made, toJSON: () => made }
}

const speakers = device('Speakers', 'audiooutput')
const desk = device('Desk', 'audioinput')
const headset = device('Headset', 'audioinput')

describe('system audio', () => {
  it('is opened again for the first microphone, and for no other', () => {
    expect(systemAudioKey([speakers, desk])).not.toBe(systemAudioKey([speakers]))
    expect(systemAudioKey([speakers, desk, headset])).toBe(systemAudioKey([speakers, desk]))
  })

  it('closes the picture that comes with it', async () => {
    const closed: string[] = []
    const picture = { stop: () => closed.push('picture') }
    const sound = { readyState: 'live' }
    const stream = {
      getVideoTracks: () => [picture],
      getAudioTracks: () => [sound],
      removeTrack: () => closed.push('removed'),
    } as unknown as MediaStream
    const opened = await openSystemAudio(
      { endedMeans: 'system-failed', leaveOwnOut: false },
      async () => stream,
    )
    expect(opened).toEqual({ ok: true, value: sound })
    expect(closed).toEqual(['picture', 'removed'])
  })

  it.each([
    ['NotAllowedError', 'system-failed'],
    ['NotSupportedError', 'system-unsupported'],
    ['NotReadableError', 'system-unsupported'],
  ])('reports %s as %s', async (name, code) => {
    const opened = await openSystemAudio(
      { endedMeans: 'system-failed', leaveOwnOut: false },
      async () => {
        throw Object.assign(new Error(name), { name })
      },
    )
    expect(opened).toMatchObject({ ok: false, error: { code } })
  })

  it('reports a track that has ended as main says', async () => {
    const stream = {
      getVideoTracks: () => [],
      getAudioTracks: () => [{ readyState: 'ended' }],
    } as unknown as MediaStream
    const denied = await openSystemAudio(
      { endedMeans: 'system-denied', leaveOwnOut: true },
      async () => stream,
    )
    expect(denied).toMatchObject({ ok: false, error: { code: 'system-denied' } })
  })
})
