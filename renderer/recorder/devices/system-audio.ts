import { ok } from '../../../common/errors'
import type { SystemAudioGrant } from '../../../common/model'
import { failed, type DeviceResult } from './device-failure'

export interface LoopbackRequest extends Pick<
  SystemAudioGrant & { way: 'loopback' },
  'endedMeans'
> {
  /** Asks for everything but what Parley itself plays. */
  readonly leaveOwnOut: boolean
}

const noProcessing = { echoCancellation: false, noiseSuppression: false, autoGainControl: false }

/** Constraints and settings of newer browsers, which TypeScript does not know. */
interface OwnAudio {
  readonly restrictOwnAudio?: boolean
}

/** Whether the browser may be able to leave out what Parley plays. */
export function canLeaveOwnOut(supported: MediaTrackSupportedConstraints & OwnAudio): boolean {
  return supported.restrictOwnAudio === true
}

/** Whether it does. */
export function leavesOwnOut(track: Pick<MediaStreamTrack, 'getSettings'>): boolean {
  const settings: MediaTrackSettings & OwnAudio = track.getSettings()
  return settings.restrictOwnAudio === true
}

type GetDisplayMedia = (options: DisplayMediaStreamOptions) => Promise<MediaStream>

/** getDisplayMedia's errors for a system without this feature; any other is `system-failed`. */
const unsupported = new Set([
  'NotSupportedError',
  'NotFoundError',
  'NotReadableError',
  'AbortError',
])

/**
 * System audio is one device, but it is opened again when the first microphone is connected. Without
 * a microphone, PulseAudio uses the speakers' monitor as its default source, and it moves every
 * recording of that source to the new microphone (seen with PulseAudio 16).
 */
export function systemAudioKey(devices: readonly MediaDeviceInfo[]): string {
  const hasMicrophone = devices.some(({ kind }) => kind === 'audioinput')
  return hasMicrophone ? 'system' : 'system without microphone'
}

/**
 * Opens what the browser hears of system audio. Main has granted exactly this request. The request
 * must include a picture, which is closed at once. All processing is off, because echo cancellation would remove
 * the sound as its own echo. Fails with system-denied, system-unsupported or system-failed.
 */
export async function openSystemAudio(
  { endedMeans, leaveOwnOut }: LoopbackRequest,
  getDisplayMedia: GetDisplayMedia,
): Promise<DeviceResult<MediaStreamTrack>> {
  let stream: MediaStream
  try {
    stream = await getDisplayMedia({
      video: true,
      audio: { ...noProcessing, ...(leaveOwnOut && { restrictOwnAudio: true }) },
    })
  } catch (cause) {
    const name = cause instanceof Error ? cause.name : 'Error'
    return failed(unsupported.has(name) ? 'system-unsupported' : 'system-failed', name)
  }
  for (const picture of stream.getVideoTracks()) {
    picture.stop()
    stream.removeTrack(picture)
  }
  const [track] = stream.getAudioTracks()
  if (track === undefined) return failed('system-unsupported', 'no track')
  if (track.readyState === 'ended') return failed(endedMeans, 'ended')
  return ok(track)
}
