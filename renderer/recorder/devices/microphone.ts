import { ok, type ErrorCode } from '../../../common/errors'
import type { Processing } from '../../../common/model'
import type { DeviceChoice } from '../messages'
import { failed, type DeviceResult } from './device-failure'

export interface MicrophoneRequest {
  /** null is the system's default microphone. */
  readonly deviceId: string | null
  readonly processing: Processing
}

type GetUserMedia = (constraints: MediaStreamConstraints) => Promise<MediaStream>

/** Chromium's alias for the device that the system prefers. */
const defaultAlias = 'default'

/** The names of getUserMedia's errors; any other is `microphone-failed`. */
const codes: Record<string, ErrorCode> = {
  NotAllowedError: 'microphone-denied',
  SecurityError: 'microphone-denied',
  NotFoundError: 'no-microphone',
  NotReadableError: 'microphone-busy',
}

/** For an exact device, these mean that it is gone, not that there is no microphone at all. */
const deviceGone = new Set(['OverconstrainedError', 'NotFoundError'])

/** Picks the chosen microphone from the list of devices, or the default one if it is not there. */
export function chooseMicrophone(
  devices: readonly MediaDeviceInfo[],
  chosen: string | null,
): Omit<DeviceChoice, 'processing'> {
  const inputs = devices.filter(({ kind }) => kind === 'audioinput')
  const isThere = chosen !== null && inputs.some(({ deviceId }) => deviceId === chosen)
  if (isThere) return { deviceId: chosen, key: chosen, substitute: false }
  const preferred = inputs.find(({ deviceId }) => deviceId === defaultAlias) ?? inputs[0]
  const { groupId = '', label = '' } = preferred ?? {}
  return { deviceId: null, key: `default ${groupId} ${label}`, substitute: chosen !== null }
}

function constraintsFor({ deviceId, processing }: MicrophoneRequest): MediaStreamConstraints {
  return {
    audio: { ...processing, ...(deviceId === null ? {} : { deviceId: { exact: deviceId } }) },
  }
}

/**
 * Opens the chosen microphone, or the default one if the chosen one is gone.
 * Fails with microphone-denied, no-microphone, microphone-busy or microphone-failed.
 */
export async function openMicrophone(
  request: MicrophoneRequest,
  getUserMedia: GetUserMedia,
): Promise<DeviceResult<MediaStreamTrack>> {
  try {
    const [track] = (await getUserMedia(constraintsFor(request))).getAudioTracks()
    return track === undefined ? failed('microphone-failed', 'no track') : ok(track)
  } catch (cause) {
    const name = cause instanceof Error ? cause.name : 'Error'
    if (request.deviceId !== null && deviceGone.has(name)) {
      return openMicrophone({ ...request, deviceId: null }, getUserMedia)
    }
    return failed(codes[name] ?? 'microphone-failed', name)
  }
}
