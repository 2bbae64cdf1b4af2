import { fail, ok, type Result } from '../../../preload/errors'
import type { SystemAudioGrant } from '../../../preload/model'

type GetDisplayMedia = (options: DisplayMediaStreamOptions) => Promise<MediaStream>

/** The names of getDisplayMedia's errors; any other is `system-failed`. */
const unsupported = new Set([
  'NotSupportedError',
  'NotFoundError',
  'NotReadableError',
  'AbortError',
])

/**
 * Opens what this computer plays. `allow` has main let this very request through. The picture that
 * has to be asked for with it is thrown away at once. With any processing on, the sound would be
 * taken for its own echo. Fails with system-denied, system-unsupported or system-failed.
 */
export async function openSystemAudio(
  allow: () => Promise<Result<SystemAudioGrant>>,
  getDisplayMedia: GetDisplayMedia,
): Promise<Result<MediaStreamTrack>> {
  const allowed = await allow()
  if (!allowed.ok) return fail('system-failed', allowed.error.code)
  let stream: MediaStream
  try {
    stream = await getDisplayMedia({
      video: true,
      audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
    })
  } catch (cause) {
    const name = cause instanceof Error ? cause.name : 'Error'
    return fail(unsupported.has(name) ? 'system-unsupported' : 'system-failed', name)
  }
  for (const picture of stream.getVideoTracks()) {
    picture.stop()
    stream.removeTrack(picture)
  }
  const [track] = stream.getAudioTracks()
  if (track === undefined) return fail('system-unsupported', 'no track')
  if (track.readyState === 'ended') return fail(allowed.value.endedMeans, 'ended')
  return ok(track)
}
