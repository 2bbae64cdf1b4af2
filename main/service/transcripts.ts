import { z } from 'zod'
import { monotonicNow } from '../../common/clock'
import { fail, mayPass, ok, type ErrorCode, type Result } from '../../common/errors'
import type { KeyWithSecret } from '../keys'
import { createLog } from '../platform'
import type { Transcription } from '../../common/transcription'
import type { JobRecord, KnownJob, Transcribe } from './transcribe'
import { createApiClient, type ApiClient, type ApiRequest } from './api-client'
import type { HttpClient } from './http'
import { withoutSecrets } from './redact'
import { sleep as realSleep, type Sleep } from './retry'
import {
  createdSchema,
  isSilence,
  listSchema,
  transcriptionOf,
  transcriptRequest,
  transcriptSchema,
  uploadBody,
  uploadSchema,
  type TranscriptSettings,
} from './transcript-wire'

const log = createLog('transcripts')

export interface TranscriptsOptions {
  readonly http: HttpClient
  /** Returns the key with this id, or the key in use if it is null or no longer exists. */
  readonly keyFor: (keyId: string | null) => Promise<Result<KeyWithSecret>>
  /** Returns the current settings, with what a meeting says about itself. */
  readonly settings: (meetingId: string | null) => TranscriptSettings
  readonly serviceUrl: string | null
  readonly now?: () => number
  readonly sleep?: Sleep
  readonly random?: () => number
}

/** The time limit of an upload: 30 s plus the time at 20 kB/s. */
const uploadMs = (bytes: number) => 30_000 + bytes / 20
const firstPollMs = 1_000
const longestPollMs = 10_000
/** The service needs a fraction of the audio's duration; a job that takes longer has failed. */
const longestJobMs = 30 * 60_000
/** Attempts per request; polling tolerates short network failures because the job is paid for. */
const attempts = { send: 3, list: 3, poll: 10, remove: 3 }
/** The waits before the list is searched for a job whose answer was lost, in ms. */
const searchAfterMs = [1_000, 4_000, 10_000]
/** The service lists up to 200 jobs per page, newest first. */
const listPage = 200
const mostPages = 10

/** The service's answers for an unknown job: 404, or 400 with a message. */
const unknownJob: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['service-not-found', 'bad-request'])
/** Answers after which certainly no job exists. */
const refused: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'bad-request',
  'key-rejected',
  'key-forbidden',
  'payment-required',
  'rate-limited',
  'service-not-found',
])

/** Without a stored record nothing protects against buying twice; only tests leave it out. */
const noRecord: JobRecord = {
  meetingId: null,
  known: null,
  start: () => ok(undefined),
  uploaded: () => ok(undefined),
  created: () => undefined,
  answered: () => undefined,
  abandon: () => ok(undefined),
  finish: () => ok(undefined),
}

/** Finds the job of an upload in the service's list, newest first; null if there is none. */
async function findJob(
  client: ApiClient,
  uploadUrl: string,
  signal: AbortSignal,
): Promise<Result<string | null>> {
  let before = ''
  for (let page = 0; page < mostPages; page += 1) {
    const path = `/v2/transcript?limit=${listPage}${before}`
    const listed = await client.send(
      { path },
      { shape: listSchema, attempts: attempts.list, signal },
    )
    if (!listed.ok) return listed
    const { transcripts } = listed.value
    const found = transcripts.find(({ audio_url: url }) => url === uploadUrl)
    if (found) return ok(found.id)
    const last = transcripts.at(-1)
    if (!last || transcripts.length < listPage) return ok(null)
    before = `&before_id=${last.id}`
  }
  return ok(null)
}

/**
 * Creates the pre-recorded transcription of the service: POST /v2/upload, POST /v2/transcript, GET
 * until it is done, on the API host of the key's zone. A job is bought once: each step is stored in
 * the record before the next request, and a job whose answer was lost is searched for in the
 * service's list. `transcript-failed` if the service gives up.
 */
export function createTranscripts(options: TranscriptsOptions): Transcribe {
  const { http, keyFor, settings, serviceUrl } = options
  const { now = monotonicNow, sleep = realSleep, random = Math.random } = options

  async function waitFor(
    client: ApiClient,
    job: { readonly id: string; readonly channels: number },
    signal: AbortSignal,
  ): Promise<Result<Transcription>> {
    const until = now() + longestJobMs
    const request: ApiRequest = { path: `/v2/transcript/${job.id}` }
    for (let waitMs = firstPollMs; ; waitMs = Math.min(longestPollMs, waitMs * 1.5)) {
      await sleep(waitMs, signal)
      if (signal.aborted) return fail('cancelled')
      const polled = await client.send(request, {
        shape: transcriptSchema,
        attempts: attempts.poll,
        signal,
      })
      if (!polled.ok) return polled
      const { status, error } = polled.value
      if (status === 'completed') return ok(transcriptionOf(polled.value, job.channels))
      if (status === 'error') {
        if (isSilence(error ?? '')) return ok(transcriptionOf({ status, words: [] }, job.channels))
        const why = withoutSecrets(error ?? 'no reason given', [client.key.secret])
        return fail('transcript-failed', why.slice(0, 500))
      }
      if (now() >= until) return fail('transcript-failed', 'It took longer than half an hour.')
    }
  }

  async function upload(
    client: ApiClient,
    body: Uint8Array,
    signal: AbortSignal,
  ): Promise<Result<string>> {
    const request: ApiRequest = {
      method: 'POST',
      path: '/v2/upload',
      body,
      type: 'application/octet-stream',
      limitMs: uploadMs(body.length),
    }
    const sent = await client.send(request, {
      shape: uploadSchema,
      attempts: attempts.send,
      signal,
    })
    return sent.ok ? ok(sent.value.upload_url) : sent
  }

  /** Buys the job of an upload and returns its id; never buys while a first job may exist. */
  async function buy(
    client: ApiClient,
    job: Pick<JobRecord, 'meetingId'> & { readonly uploadUrl: string; readonly channels: number },
    signal: AbortSignal,
  ): Promise<Result<string>> {
    const chosen = settings(job.meetingId)
    const body = JSON.stringify(transcriptRequest(job.uploadUrl, job.channels, chosen))
    const request: ApiRequest = {
      method: 'POST',
      path: '/v2/transcript',
      body: Buffer.from(body),
      type: 'application/json',
      // A job that is created twice is paid for twice.
      neverResend: true,
    }
    for (let tried = 1; ; tried += 1) {
      const sent = await client.send(request, { shape: createdSchema, attempts: 1, signal })
      if (sent.ok) return ok(sent.value.id)
      if (refused.has(sent.error.code) || signal.aborted) return sent
      // The answer was lost or unreadable, so the job may exist.
      for (const waitMs of searchAfterMs) {
        await sleep(waitMs, signal)
        if (signal.aborted) return fail('cancelled')
        const found = await findJob(client, job.uploadUrl, signal)
        if (!found.ok) return found
        if (found.value !== null) return ok(found.value)
      }
      if (tried >= attempts.send || !mayPass(sent.error)) return sent
    }
  }

  return async (channels, signal, record = noRecord) => {
    const key = await keyFor(record.known?.keyId ?? null)
    if (!key.ok) return key
    if (signal.aborted) return fail('cancelled')
    const client = createApiClient({ http, key: key.value, serviceUrl, sleep, random })
    const startedAt = now()

    async function collect(id: string): Promise<Result<Transcription>> {
      record.created(id)
      const outcome = await waitFor(client, { id, channels: channels.length }, signal)
      const data = { id, tookMs: Math.round(now() - startedAt) }
      if (outcome.ok) {
        const model = outcome.value.model ?? null
        record.answered(model)
        log.info('transcript done', { ...data, model: model ?? 'not reported' })
        return outcome
      }
      log.warn('no transcript', { ...data, code: outcome.error.code })
      // A failed job is dropped; after any other error the job is paid for and may still finish.
      if (outcome.error.code !== 'transcript-failed') return outcome
      const finished = record.finish()
      return finished.ok ? outcome : finished
    }

    if (record.known !== null) {
      const known = await knownId(client, record.known, signal)
      if (!known.ok) return known
      const collected = known.value === null ? null : await collect(known.value)
      if (collected?.ok || (collected && !unknownJob.has(collected.error.code))) return collected
      // Nothing was bought, or the job has been deleted.
      const over = collected === null ? record.abandon() : record.finish()
      if (!over.ok) return over
    }
    const started = record.start(key.value.id)
    if (!started.ok) return started
    const uploaded = await upload(client, uploadBody(channels), signal)
    if (!uploaded.ok) return abandoned(record, uploaded)
    const stored = record.uploaded(uploaded.value)
    if (!stored.ok) return abandoned(record, stored)
    const bought = await buy(
      client,
      { uploadUrl: uploaded.value, channels: channels.length, meetingId: record.meetingId },
      signal,
    )
    if (bought.ok) return collect(bought.value)
    return refused.has(bought.error.code) ? abandoned(record, bought) : bought
  }
}

/** Nothing was bought, so the record is not needed. */
function abandoned<T extends { readonly ok: false }>(record: JobRecord, failure: T): T {
  const removed = record.abandon()
  if (!removed.ok) log.warn('job record not removed', { code: removed.error.code })
  return failure
}

/** Returns the id of a known job; null if nothing was bought. */
async function knownId(
  client: ApiClient,
  { id, uploadUrl }: KnownJob,
  signal: AbortSignal,
): Promise<Result<string | null>> {
  if (id !== null || uploadUrl === null) return ok(id)
  return findJob(client, uploadUrl, signal)
}

/** Deletes a job at the service, with everything it keeps of it. */
export type RemoveJob = (job: KnownJob, signal: AbortSignal) => Promise<Result<undefined>>

export function createRemoveJob(options: Omit<TranscriptsOptions, 'settings'>): RemoveJob {
  const { http, keyFor, serviceUrl } = options
  const { sleep = realSleep, random = Math.random } = options
  return async (job, signal) => {
    const key = await keyFor(job.keyId)
    if (!key.ok) return key
    const client = createApiClient({ http, key: key.value, serviceUrl, sleep, random })
    const known = await knownId(client, job, signal)
    if (!known.ok) return known
    if (known.value === null) return ok(undefined)
    const request: ApiRequest = { method: 'DELETE', path: `/v2/transcript/${known.value}` }
    const removed = await client.send(request, {
      shape: z.unknown(),
      attempts: attempts.remove,
      signal,
    })
    if (removed.ok || unknownJob.has(removed.error.code)) return ok(undefined)
    return removed
  }
}
