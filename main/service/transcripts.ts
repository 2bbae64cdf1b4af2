import { z } from 'zod'
import {
  errorValue,
  fail,
  ok,
  type ErrorCode,
  type ErrorValue,
  type Result,
  mayPass,
} from '../../preload/errors'
import type { KeyWithSecret } from '../keys/keys'
import { createLog } from '../log'
import type { JobMemory, Transcribe, Transcription } from '../pre-recorded'
import {
  failureOfAnswer,
  failureOfRedirect,
  failureOfTransport,
  parseJson,
  RequestTimedOut,
} from './failures'
import type { HttpAnswer, HttpClient, HttpRequest } from './http'
import { rateLimitOf } from './rate-limit'
import { withoutSecrets } from './redact'
import { sleep as realSleep, waitBeforeRetry, type Sleep } from './retry'
import {
  createdSchema,
  isSilence,
  transcriptionOf,
  transcriptRequest,
  transcriptSchema,
  uploadBody,
  uploadSchema,
  type TranscriptSettings,
} from './transcript-wire'
import { zoneHosts } from './zones'

const log = createLog('transcripts')

export interface TranscriptsOptions {
  readonly http: HttpClient
  readonly keyInUse: () => Promise<Result<KeyWithSecret>>
  /** The settings of this moment. */
  readonly settings: () => TranscriptSettings
  readonly serviceUrl: string | null
  readonly now?: () => number
  readonly sleep?: Sleep
  readonly random?: () => number
}

/** One request, and one of the sending of sound: half a minute and what 20 kB a second need. */
const requestMs = 10_000
const uploadMs = (bytes: number) => 30_000 + bytes / 20
const firstPollMs = 1_000
const longestPollMs = 10_000
/** The service takes a fraction of the sound's length; what takes longer than this is lost. */
const patienceMs = 30 * 60_000
/** A job that is paid for is not given up for a short failure of the network. */
const tries = { send: 3, poll: 10, remove: 3 }
/** Words are some 200 bytes each, and stand in the answer twice or three times. */
const maxAnswerBytes = 32 * 1024 * 1024

/** How the service says that it does not know a job: 404, or 400 with a sentence. */
const unknown: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['service-not-found', 'bad-request'])
const noMemory: JobMemory = { id: null, keep: () => undefined }

type Sent = Pick<HttpRequest, 'method' | 'body'> & {
  readonly path: string
  readonly type?: string
  readonly limitMs?: number
}

/**
 * The pre-recorded job with the service: POST /v2/upload, POST /v2/transcript, GET until it is
 * done, DELETE once its words are stored, on the API host of the zone of the key in use. What may pass is tried a few times;
 * then, and for anything else, an error. `transcript-failed` where the service gives the job up.
 */
export function createTranscripts(options: TranscriptsOptions): Transcribe {
  const { http, keyInUse, settings, serviceUrl } = options
  const { now = Date.now, sleep = realSleep, random = Math.random } = options

  /** SECURITY: the raw key goes into the Authorization header of these requests and nowhere else. */
  function createClient({ secret, zone }: KeyWithSecret) {
    const origin = zoneHosts(zone, serviceUrl).api

    async function once(sent: Sent, signal: AbortSignal): Promise<Result<HttpAnswer>> {
      const url = `${origin}${sent.path}`
      const limit = new AbortController()
      const limitMs = sent.limitMs ?? requestMs
      const timer = setTimeout(() => limit.abort(new RequestTimedOut()), limitMs)
      try {
        const answer = await http({
          url,
          method: sent.method ?? 'GET',
          headers: {
            Authorization: secret,
            Accept: 'application/json',
            ...(sent.type === undefined ? {} : { 'Content-Type': sent.type }),
          },
          ...(sent.body === undefined ? {} : { body: sent.body }),
          maxAnswerBytes,
          signal: AbortSignal.any([signal, limit.signal]),
        })
        return ok(answer)
      } catch (cause) {
        if (signal.aborted) return fail('cancelled')
        if (!limit.signal.aborted) return { ok: false, error: failureOfTransport(cause) }
        return sent.limitMs === undefined
          ? fail('timed-out')
          : fail('connection-failed', `Not sent within ${Math.round(limitMs / 1_000)} s`)
      } finally {
        clearTimeout(timer)
      }
    }

    function judge(answer: HttpAnswer, sent: Sent): ErrorValue | null {
      if (answer.status >= 200 && answer.status < 300) return null
      return answer.status < 400
        ? failureOfRedirect(answer, `${origin}${sent.path}`)
        : failureOfAnswer(answer, [secret])
    }

    return {
      secret,
      /** Sends until it is answered with a value of this shape, at most so many times. */
      async send<T>(
        sent: Sent,
        shape: z.ZodType<T>,
        most: number,
        signal: AbortSignal,
      ): Promise<Result<T>> {
        for (let tried = 1; ; tried += 1) {
          const answered = await once(sent, signal)
          const error = answered.ok ? judge(answered.value, sent) : answered.error
          if (answered.ok && error === null) {
            const value = shape.safeParse(parseJson(answered.value.body))
            return value.success
              ? ok(value.data)
              : fail('bad-answer', `${sent.path.split('/')[2]}: not the shape of this answer`)
          }
          const failure = error ?? errorValue('bad-answer')
          if (!mayPass(failure) || tried >= most || signal.aborted) {
            return { ok: false, error: failure }
          }
          const asked = answered.ok ? rateLimitOf(answered.value, now()).retryAfterSeconds : null
          await sleep(waitBeforeRetry(tried, asked, random), signal)
          if (signal.aborted) return fail('cancelled')
        }
      },
    }
  }
  type Client = ReturnType<typeof createClient>

  async function waitFor(
    client: Client,
    id: string,
    channels: number,
    signal: AbortSignal,
  ): Promise<Result<Transcription>> {
    const until = now() + patienceMs
    const path = `/v2/transcript/${id}`
    for (let waitMs = firstPollMs; ; waitMs = Math.min(longestPollMs, waitMs * 1.5)) {
      await sleep(waitMs, signal)
      if (signal.aborted) return fail('cancelled')
      const polled = await client.send({ path }, transcriptSchema, tries.poll, signal)
      if (!polled.ok) return polled
      const { status, error } = polled.value
      if (status === 'completed') return ok(transcriptionOf(polled.value, channels))
      if (status === 'error') {
        if (isSilence(error ?? '')) return ok(transcriptionOf({ status, words: [] }, channels))
        const why = withoutSecrets(error ?? 'no reason given', [client.secret])
        return fail('transcript-failed', why.slice(0, 500))
      }
      if (now() >= until) return fail('transcript-failed', 'It took longer than half an hour.')
    }
  }

  /** What was sent is not to stay there; also when the app is about to end, so without its signal. */
  async function remove(client: Client, id: string): Promise<void> {
    const sent: Sent = { method: 'DELETE', path: `/v2/transcript/${id}` }
    const removed = await client.send(sent, z.unknown(), tries.remove, new AbortController().signal)
    if (!removed.ok) log.warn('transcript not deleted', { id, code: removed.error.code })
  }

  /** Gives the id of the new job. */
  async function begin(
    client: Client,
    body: Uint8Array,
    channels: number,
    signal: AbortSignal,
  ): Promise<Result<string>> {
    const uploaded = await client.send(
      {
        method: 'POST',
        path: '/v2/upload',
        body,
        type: 'application/octet-stream',
        limitMs: uploadMs(body.length),
      },
      uploadSchema,
      tries.send,
      signal,
    )
    if (!uploaded.ok) return uploaded
    const request = transcriptRequest(uploaded.value.upload_url, channels, settings())
    const created = await client.send(
      {
        method: 'POST',
        path: '/v2/transcript',
        body: Buffer.from(JSON.stringify(request)),
        type: 'application/json',
      },
      createdSchema,
      tries.send,
      signal,
    )
    return created.ok ? ok(created.value.id) : created
  }

  return async (channels, signal, memory = noMemory) => {
    const key = await keyInUse()
    if (!key.ok) return key
    if (signal.aborted) return fail('cancelled')
    const client = createClient(key.value)
    const startedAt = now()

    async function finish(id: string): Promise<Result<Transcription>> {
      const outcome = await waitFor(client, id, channels.length, signal)
      const data = { id, tookMs: now() - startedAt }
      if (outcome.ok) {
        log.info('transcript done', data)
        return ok({ ...outcome.value, forget: () => remove(client, id) })
      }
      log.warn('no transcript', { ...data, code: outcome.error.code })
      // What failed for good is not asked for again; anything else is paid for and may still come.
      if (outcome.error.code === 'transcript-failed') {
        memory.keep(null)
        await remove(client, id)
      }
      return outcome
    }

    if (memory.id !== null) {
      const before = await finish(memory.id)
      if (before.ok || !unknown.has(before.error.code)) return before
      // Of another key, or deleted since.
      memory.keep(null)
    }
    const begun = await begin(client, uploadBody(channels), channels.length, signal)
    if (!begun.ok) return begun
    memory.keep(begun.value)
    return finish(begun.value)
  }
}
