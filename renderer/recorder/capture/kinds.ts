import { ok, type Result } from '../../../preload/errors'
import type { SystemAudioGrant, WantedSource } from '../../../preload/model'
import { createDevice, type Device } from './device'
import { openMicrophone } from './microphone'
import { chooseMicrophone, systemAudioKey, type Plan, type SourceKind } from './plan'
import { openSystemAudio } from './system-audio'

/** The chosen microphone of this computer, or its default one. */
export function microphoneKind(media: MediaDevices): SourceKind {
  async function plan({ deviceId: chosen, processing }: WantedSource): Promise<Plan> {
    const { deviceId, key, substitute } = chooseMicrophone(await media.enumerateDevices(), chosen)
    const open = async (): Promise<Result<Device>> => {
      const opened = await openMicrophone({ deviceId, processing }, (constraints) =>
        media.getUserMedia(constraints),
      )
      return opened.ok ? ok(createDevice(opened.value)) : opened
    }
    return { key, processing, substitute, open }
  }
  return { plan, ended: 'microphone-ended', failed: 'microphone-failed', alwaysSounds: true }
}

/** What this computer plays. `allow` has main let the next request through. */
export function systemAudioKind(
  media: MediaDevices,
  allow: () => Promise<Result<SystemAudioGrant>>,
): SourceKind {
  async function open(): Promise<Result<Device>> {
    const opened = await openSystemAudio(allow, (options) => media.getDisplayMedia(options))
    return opened.ok ? ok(createDevice(opened.value)) : opened
  }
  return {
    plan: async ({ processing }) => {
      const key = systemAudioKey(await media.enumerateDevices())
      return { key, processing, substitute: false, open }
    },
    ended: 'system-failed',
    failed: 'system-failed',
    // Nobody plays anything: zeros, or on Windows nothing at all, are right.
    alwaysSounds: false,
  }
}
