import type { IncomingMessage, ServerResponse } from 'node:http'
import { tokenParameters } from '../../common/token-parameters'
import type { ChatApi } from './chat'
import type { Answer, Behaviour, KeyState, TokenAnswer } from './options'
import type { LogWriter, RequestRecord } from './log'
import type { TokenStore } from './tokens'
import type { TranscriptApi } from './transcripts'

export interface HttpContext {
  readonly behaviour: () => Behaviour
  readonly log: LogWriter
  readonly tokens: TokenStore
  readonly transcripts: TranscriptApi
  readonly chat: ChatApi
  /** The next of the ordered answers, or null when it is time for the usual one. */
  readonly nextAnswer: () => TokenAnswer | null
}

interface Detail {
  readonly type: string
  readonly loc: readonly string[]
  readonly msg: string
  readonly input: string | null
  readonly ctx?: Readonly<Record<string, number>>
}

/** Status and body for each key that gets no token. The text of the 401 is that of the REST hosts. */
const refusals: Partial<Record<KeyState, readonly [number, unknown]>> = {
  rejected: [401, { error: 'Authentication error, API token missing/invalid' }],
  forbidden: [403, { error: 'Access to this resource is forbidden' }],
  unpaid: [402, { error: 'Payment required to use this feature' }],
}

/**
 * Answers one HTTP request: tokens at GET /v3/token, pre-recorded transcripts below /v2/, chats below
 * /v1/. A chat needs no key, as on a computer of one's own; a wrong key is refused.
 */
export function handleHttp(
  context: HttpContext,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const url = new URL(request.url ?? '/', 'http://service')
  const record: RequestRecord = {
    at: Date.now(),
    method: request.method ?? '',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: { ...request.headers },
    key: keyOf(request.headers.authorization),
    status: null,
    answeredAt: null,
  }
  context.log.addRequest(record)
  if (/^\/v1\/(models|chat\/completions)$/.test(url.pathname)) {
    const { keys, unknownKeys } = context.behaviour()
    const refusal = record.key === null ? undefined : refusals[keys[record.key] ?? unknownKeys]
    if (refusal === undefined) return context.chat.serve(request, response)
    response.writeHead(refusal[0], { 'content-type': 'application/json' })
    response.end(JSON.stringify(refusal[1]))
    return
  }
  request.resume()
  const answer: Answer = (status, body, headers = {}) => {
    if (response.destroyed) return
    record.status = status
    record.answeredAt = Date.now()
    response.writeHead(status, {
      'content-type': 'application/json',
      ...context.behaviour().token.headers,
      ...headers,
    })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
    context.log.changed()
  }
  if (/^\/v2\/(upload$|transcript(\/|$))/.test(url.pathname)) {
    const refusal =
      refusals[context.behaviour().keys[record.key ?? ''] ?? context.behaviour().unknownKeys]
    if (refusal) return answer(...refusal)
    return context.transcripts.serve(request, {
      record,
      answer,
      give: (ordered) => give(ordered, answer, request),
    })
  }
  if (url.pathname !== '/v3/token') return answer(404, { detail: 'Not Found' })
  if (request.method !== 'GET') return answer(405, { detail: 'Method Not Allowed' })
  const ordered = context.nextAnswer()
  setTimeout(() => {
    if (ordered && ordered.kind !== 'mint') give(ordered, answer, request)
    else mint(context, record, answer)
  }, context.behaviour().token.delayMs)
}

/** The key of an Authorization header; both forms work here, but sockets accept only the raw key. */
function keyOf(header: string | undefined): string | null {
  return header === undefined ? null : header.replace(/^Bearer /, '')
}

function give(
  ordered: Exclude<TokenAnswer, { kind: 'mint' }>,
  answer: Answer,
  request: IncomingMessage,
): void {
  switch (ordered.kind) {
    case 'status':
      return answer(ordered.status, ordered.body ?? { error: 'Ordered' }, ordered.headers)
    case 'text':
      return answer(200, ordered.text)
    case 'redirect':
      return answer(ordered.status ?? 302, '', { location: ordered.location })
    case 'reset':
      request.socket.destroy()
      return
    case 'hang':
      return
  }
}

function mint(context: HttpContext, record: RequestRecord, answer: Answer): void {
  const behaviour = context.behaviour()
  const { expiresInSeconds, maxSessionDurationSeconds } = tokenParameters
  const details = [
    ...checkWhole(record.query, expiresInSeconds, true),
    ...checkWhole(record.query, maxSessionDurationSeconds, false),
    ...(record.key === null
      ? [
          {
            type: 'missing',
            loc: ['header', 'authorization'],
            msg: 'Field required',
            input: null,
          },
        ]
      : []),
  ]
  if (details.length > 0 || record.key === null) return answer(422, { detail: details })
  const state = behaviour.keys[record.key] ?? behaviour.unknownKeys
  const refusal = refusals[state]
  if (refusal) return answer(...refusal)
  const seconds = Number(record.query[expiresInSeconds.query])
  const cap = Number(
    record.query[maxSessionDurationSeconds.query] ?? maxSessionDurationSeconds.default,
  )
  const token = context.tokens.mint(record.key, {
    expiresInMs: seconds * 1_000,
    capSeconds: cap,
    length: behaviour.token.length,
  })
  answer(
    200,
    behaviour.token.shape === 'expires_at'
      ? {
          token,
          expires_at: new Date(Date.now() + seconds * 1_000).toISOString(),
          expires_in: seconds,
        }
      : { token, expires_in_seconds: seconds },
  )
}

/** The entries of a 422 body for one whole-number parameter. */
function checkWhole(
  query: Readonly<Record<string, string>>,
  parameter: { readonly query: string; readonly min: number; readonly max: number },
  required: boolean,
): Detail[] {
  const input = query[parameter.query]
  const at = { loc: ['query', parameter.query] }
  if (input === undefined) {
    return required ? [{ type: 'missing', ...at, msg: 'Field required', input: null }] : []
  }
  if (!/^[+-]?\d+$/.test(input)) {
    const msg = 'Input should be a valid integer, unable to parse string as an integer'
    return [{ type: 'int_parsing', ...at, msg, input }]
  }
  const { min, max } = parameter
  if (Number(input) < min) {
    const msg = `Input should be greater than or equal to ${min}`
    return [{ type: 'greater_than_equal', ...at, msg, input, ctx: { ge: min } }]
  }
  if (Number(input) > max) {
    const msg = `Input should be less than or equal to ${max}`
    return [{ type: 'less_than_equal', ...at, msg, input, ctx: { le: max } }]
  }
  return []
}
