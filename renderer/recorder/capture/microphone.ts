import { fail, ok, type ErrorCode, type Result } from '../../../preload/errors'
import type { Processing } from '../../../preload/model'

export interface MicrophoneRequest {
  /** null is the system's default microphone. */
  readonly deviceId: string | null
  readonly processing: Processing
}

type GetUserMedia = (constraints: MediaStreamConstraints) => Promise<MediaStream>

/** The names of getUserMedia's errors; any other is `microphone-failed`. */
const codes: Record<string, ErrorCode> = {
  NotAllowedError: 'microphone-denied',
  SecurityError: 'microphone-denied',
  NotFoundError: 'no-microphone',
  NotReadableError: 'microphone-busy',
}

/** With an exact device, these say that it is gone, not that there is no microphone at all. */
const deviceGone = new Set(['OverconstrainedError', 'NotFoundError'])

function errorName(cause: unknown): string {
  return cause instanceof Error ? cause.name : 'Error'
}

function constraintsFor({ deviceId, processing }: MicrophoneRequest): MediaStreamConstraints {
  return {
    audio: { ...processing, ...(deviceId === null ? {} : { deviceId: { exact: deviceId } }) },
  }
}

/**
 * Opens the chosen microphone, or the default one where the chosen one is gone.
 * Fails with microphone-denied, no-microphone, microphone-busy or microphone-failed.
 */
export async function openMicrophone(
  request: MicrophoneRequest,
  getUserMedia: GetUserMedia,
): Promise<Result<MediaStreamTrack>> {
  try {
    const [track] = (await getUserMedia(constraintsFor(request))).getAudioTracks()
    return track === undefined ? fail('microphone-failed', 'no track') : ok(track)
  } catch (cause) {
    const name = errorName(cause)
    if (request.deviceId !== null && deviceGone.has(name)) {
      return openMicrophone({ ...request, deviceId: null }, getUserMedia)
    }
    return fail(codes[name] ?? 'microphone-failed', name)
  }
}
