import type { Result } from '../../common/errors'
import type { Transcription } from '../../common/transcription'

/** A job that an earlier attempt bought, or was about to buy. */
export interface KnownJob {
  readonly keyId: string
  /** The address of the uploaded audio; null if the upload had not finished. */
  readonly uploadUrl: string | null
  /** Null if the service's answer never came. */
  readonly id: string | null
}

/**
 * The stored record of the job for one range of audio. Each step is stored before the next request,
 * so that neither a failure nor a crash buys the same audio twice.
 */
export interface JobRecord {
  /** The meeting whose audio it is; null if it is of none. */
  readonly meetingId: string | null
  /** What an earlier attempt stored; null if there is none. */
  readonly known: KnownJob | null
  /** Stores that a job will be bought with this key. An error (a full disk, a cap) stops it. */
  start(keyId: string): Result<undefined>
  /** Stores the address of the upload, by which the job is found again. An error stops it. */
  uploaded(uploadUrl: string): Result<undefined>
  created(id: string): void
  /** Stores that the job is paid for; null if the service does not say which model answered. */
  answered(model: string | null): void
  /** Removes the record, because certainly nothing was bought. */
  abandon(): Result<undefined>
  /** Ends a bought job: its words are stored, or it failed. The service will delete it. */
  finish(): Result<undefined>
}

/**
 * Transcribes recorded audio: the service and the on-device engine each have one. `channels` are
 * little-endian s16 at 16 kHz, mono, and of equal length, such as the sources of a meeting.
 * `cancelled` if the signal aborts. The caller finishes the record once the words are stored; a job
 * of the record is collected and not bought again.
 */
export type Transcribe = (
  channels: readonly Uint8Array[],
  signal: AbortSignal,
  record?: JobRecord,
) => Promise<Result<Transcription>>
