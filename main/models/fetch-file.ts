import { open, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { backoffMs } from '../../common/backoff'
import { fail, ok, type ErrorCode, type Result } from '../../common/errors'

/** One answer; a redirect is returned and not followed. Header names are in lower case. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: AsyncIterable<Uint8Array>
}

/** Sends one GET. Rejects if there is no answer; the body rejects if it ends early. */
export type Get = (
  url: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
) => Promise<Answer>

export interface FetchOptions {
  readonly url: string
  readonly bytes: number
  /** Where it is kept while it is not whole; what it belongs to is beside it, in `.json`. */
  readonly path: string
  readonly get: Get
  readonly signal: AbortSignal
  readonly onBytes: (received: number) => void
  /** Resolves after so many ms, or when the signal aborts. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>
}

/** A server that sends nothing for so long is asked anew. */
const stallMs = 30_000
const mostTries = 5
const mostRedirects = 5

/** What a partial file belongs to: without it, nothing is appended to the file. */
const stampSchema = z.object({ url: z.string(), validator: z.string().nullable() })
type Stamp = z.infer<typeof stampSchema>

/** The result of one request: `again` if the connection was cut and another try may go on. */
type Step = { readonly kind: 'again'; readonly detail: string } | Result<undefined>

/**
 * Fetches a file. It goes on where an earlier call stopped, if the server still has the same file
 * (If-Range). What has arrived stays on the disk after each failure but `model-wrong-length`.
 * Errors: `cancelled`, `model-cut`, `model-not-served`, `model-redirect`, `model-wrong-length`,
 * `model-disk-full`, `model-not-kept`.
 */
export async function fetchFile(options: FetchOptions): Promise<Result<undefined>> {
  const { signal, path, bytes } = options
  let failures = 0
  let detail = ''
  while (failures < mostTries) {
    const before = await sizeOf(path)
    if (before === bytes) return ok(undefined)
    const step = await attempt(options).catch((cause: unknown): Step => stepAfter(cause, signal))
    if (!('kind' in step)) return step
    if (signal.aborted) return fail('cancelled')
    ;({ detail } = step)
    // A server that gives a little each time is not given up.
    failures = (await sizeOf(path)) > before ? 1 : failures + 1
    await options.wait(backoffMs(failures, { random: () => 1, jitter: 0, firstMs: 500 }), signal)
    if (signal.aborted) return fail('cancelled')
  }
  return fail('model-cut', detail)
}

/** How much of a file has arrived, in bytes. */
export async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => null))?.size ?? 0
}

const diskErrors: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'model-disk-full',
  EDQUOT: 'model-disk-full',
  EACCES: 'model-not-kept',
  EIO: 'model-not-kept',
  EROFS: 'model-not-kept',
}

function stepAfter(cause: unknown, signal: AbortSignal): Step {
  if (signal.aborted) return fail('cancelled')
  const text = cause instanceof Error ? cause.message : String(cause)
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const known = diskErrors[code]
  return known === undefined ? { kind: 'again', detail: text } : fail(known, code)
}

async function attempt(options: FetchOptions): Promise<Step> {
  const { url, path, bytes, signal } = options
  const stall = stallSignal(signal)
  try {
    const stamp = await readStamp(path)
    const has = await sizeOf(path)
    const goesOn = has > 0 && has < bytes && stamp?.url === url && stamp.validator !== null
    const from = goesOn ? has : 0
    const answer = await follow(
      options,
      {
        // A compressed answer would have another length.
        'Accept-Encoding': 'identity',
        ...(goesOn && { Range: `bytes=${from}-`, 'If-Range': stamp.validator ?? '' }),
      },
      stall.signal,
    )
    if (!('status' in answer)) return answer
    const { status, headers } = answer
    if (status === 416) {
      await discard(path)
      return { kind: 'again', detail: 'HTTP 416' }
    }
    if (status !== 200 && status !== 206) {
      const detail = `HTTP ${status}`
      return status >= 500 || status === 429
        ? { kind: 'again', detail }
        : fail('model-not-served', detail)
    }
    const start = status === 206 ? rangeStart(headers['content-range'], bytes) : 0
    if (start === null || start > from)
      return await wrongLength(path, headers['content-range'] ?? '')
    const length = headers['content-length']
    if (length !== undefined && Number(length) !== bytes - start) {
      return await wrongLength(path, `${Number(length) + start} bytes in place of ${bytes}`)
    }
    await writeStamp(path, { url, validator: validatorOf(headers) })
    return await append(options, { answer, start, alive: stall.alive })
  } finally {
    stall.end()
  }
}

async function follow(
  { url, get }: FetchOptions,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Answer | Result<undefined>> {
  let at = new URL(url)
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const answer = await get(at.href, headers, signal)
    if (![301, 302, 303, 307, 308].includes(answer.status)) return answer
    const { location } = answer.headers
    if (location === undefined || !URL.canParse(location, at.href)) return fail('model-redirect')
    const next = new URL(location, at)
    // SECURITY: never from https to an address that others can read and change.
    if (next.protocol !== 'https:' && next.protocol !== at.protocol) {
      return fail('model-redirect', next.host)
    }
    at = next
  }
  return fail('model-redirect', `more than ${mostRedirects}`)
}

interface Body {
  readonly answer: Answer
  readonly start: number
  readonly alive: () => void
}

async function append(options: FetchOptions, { answer, start, alive }: Body): Promise<Step> {
  const { path, bytes, onBytes, signal } = options
  const file = await open(path, start === 0 ? 'w' : 'r+', 0o600)
  let at = start
  try {
    await file.truncate(start)
    for await (const chunk of answer.body) {
      alive()
      if (at + chunk.length > bytes) {
        at = bytes + 1
        break
      }
      await file.write(chunk, 0, chunk.length, at)
      at += chunk.length
      onBytes(at)
      if (signal.aborted) return fail('cancelled')
    }
    await file.sync()
  } finally {
    await file.close()
  }
  if (at > bytes) return wrongLength(path, `more than ${bytes} bytes`)
  return at === bytes ? ok(undefined) : { kind: 'again', detail: `${at} of ${bytes} bytes` }
}

/** A file of another length is not the one of the catalogue, so no byte of it is of use. */
async function wrongLength(path: string, detail: string): Promise<Step> {
  await discard(path)
  return fail('model-wrong-length', detail)
}

async function discard(path: string): Promise<void> {
  await rm(path, { force: true })
  await rm(`${path}.json`, { force: true })
}

/** The first byte of `bytes 5-9/10` if the whole has this length; null otherwise. */
function rangeStart(range: string | undefined, bytes: number): number | null {
  const match = /^bytes (\d+)-\d+\/(\d+)$/.exec(range ?? '')
  return match?.[1] === undefined || Number(match[2]) !== bytes ? null : Number(match[1])
}

/** A strong ETag, or else the date; a weak ETag does not promise the same bytes. */
function validatorOf(headers: Readonly<Record<string, string>>): string | null {
  const { etag } = headers
  if (etag !== undefined && !etag.startsWith('W/')) return etag
  return headers['last-modified'] ?? null
}

async function readStamp(path: string): Promise<Stamp | null> {
  try {
    return stampSchema.parse(JSON.parse(await readFile(`${path}.json`, 'utf8')))
  } catch {
    // None, or a damaged one: the file is fetched from its beginning.
    return null
  }
}

async function writeStamp(path: string, stamp: Stamp): Promise<void> {
  await writeFile(`${path}.json`, JSON.stringify(stamp), { mode: 0o600 })
}

/** Aborts with the given signal, or if `alive` is not called for `stallMs`. */
function stallSignal(outer: AbortSignal) {
  const controller = new AbortController()
  const abort = () => controller.abort(new Error('the server is silent'))
  let timer = setTimeout(abort, stallMs)
  outer.addEventListener('abort', abort, { once: true })
  return {
    signal: controller.signal,
    alive: () => {
      clearTimeout(timer)
      timer = setTimeout(abort, stallMs)
    },
    end: () => {
      clearTimeout(timer)
      outer.removeEventListener('abort', abort)
    },
  }
}
