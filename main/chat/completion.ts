import { createParser } from 'eventsource-parser'
import { errorValue, fail, ok, type ErrorValue, type Result } from '../../common/errors'
import type { TokenCount } from '../../common/model'
import { isRecord, parseJson, type HttpAnswer, type HttpClient } from '../service'
import { chatFailure, chatTransportFailure } from './failures'
import type { ChatTarget } from './target'
import { chunkSchema, errorAnswerSchema, modelListSchema, wholeAnswerSchema } from './wire'

/** One message of a chat. */
export interface ChatMessage {
  readonly role: 'system' | 'user'
  readonly content: string
}

export interface ChatRequest {
  readonly messages: readonly ChatMessage[]
  /** Receives the answer piece by piece. */
  readonly onText: (text: string) => void
  readonly signal: AbortSignal
}

/** The end of an answer. */
export interface Completion {
  /** What the server counted, or null if it does not say. */
  readonly tokens: TokenCount | null
  /** Whether the answer was longer than allowed, so that its end is missing. */
  readonly isCut: boolean
}

export interface ChatServer {
  readonly target: ChatTarget
  readonly model: string
  /** The value of the Authorization header, and the secret in it; null without a key. */
  readonly authorization: { readonly header: string; readonly secret: string } | null
}

export interface CompletionOptions {
  readonly http: HttpClient
  /** How long a server may load its model before the first piece, and pause between two, in ms. */
  readonly firstMs?: number
  readonly pauseMs?: number
  /** The longest answer, in characters. */
  readonly maxCharacters?: number
}

/** What a server may refuse, so that the request is sent once more without it. */
const wishes = {
  stream_options: { include_usage: true },
  temperature: 0,
  max_tokens: 4_096,
}
const maxAnswerBytes = 32 * 1024 * 1024
const listMs = 15_000
const maxModels = 500

/** Sends one chat and streams its answer. Nothing of the answer is followed or run. */
export type Complete = (server: ChatServer, request: ChatRequest) => Promise<Result<Completion>>

/** Errors: `cancelled` by the signal, `chat-slow`, and those of failures.ts. */
export function createComplete(options: CompletionOptions): Complete {
  const { http, firstMs = 300_000, pauseMs = 60_000, maxCharacters = 200_000 } = options
  return async (server, { messages, onText, signal }) => {
    const limit = new AbortController()
    let timer = setTimeout(() => limit.abort(), firstMs)
    const stream = readStream(onText, maxCharacters)
    const decoder = new TextDecoder()
    const ended = () => (signal.aborted ? fail('cancelled') : null)
    try {
      const request = (extra: object) =>
        http({
          url: `${server.target.base}/chat/completions`,
          method: 'POST',
          headers: headersOf(server, 'text/event-stream'),
          body: new TextEncoder().encode(
            JSON.stringify({ model: server.model, messages, stream: true, ...extra }),
          ),
          maxAnswerBytes,
          onPart: (part) => {
            clearTimeout(timer)
            timer = setTimeout(() => limit.abort(), pauseMs)
            stream.push(decoder.decode(part, { stream: true }))
            // An endless answer ends here, with what it has said.
            if (stream.state().isDone) limit.abort()
          },
          signal: AbortSignal.any([signal, limit.signal]),
        })
      let answer = await request(wishes)
      if (refusesWish(answer)) answer = await request({})
      if (answer.status !== 200) {
        return { ok: false, error: chatFailure(answer, server.authorization?.secret ?? null) }
      }
      const found = stream.result() ?? readWhole(answer.body, onText, maxCharacters)
      return ended() ?? found
    } catch (cause) {
      const { isDone, hasText } = stream.state()
      const cancelled = ended()
      if (cancelled !== null) return cancelled
      if (isDone) return stream.result() ?? fail('chat-bad-answer')
      if (limit.signal.aborted) return fail('chat-slow')
      return { ok: false, error: chatTransportFailure(cause, hasText) }
    } finally {
      clearTimeout(timer)
    }
  }
}

/** Some models allow no temperature, or have another name for the longest answer. */
function refusesWish({ status, body }: HttpAnswer): boolean {
  return (
    (status === 400 || status === 422) && Object.keys(wishes).some((wish) => body.includes(wish))
  )
}

/** Asks which models a server has. */
export async function listModels(
  http: HttpClient,
  server: Omit<ChatServer, 'model'>,
): Promise<Result<string[]>> {
  try {
    const answer = await http({
      url: `${server.target.base}/models`,
      headers: headersOf(server, 'application/json'),
      maxAnswerBytes: 4 * 1024 * 1024,
      signal: AbortSignal.timeout(listMs),
    })
    if (answer.status !== 200) {
      return { ok: false, error: chatFailure(answer, server.authorization?.secret ?? null) }
    }
    const list = modelListSchema.safeParse(parseJson(answer.body))
    if (!list.success) return fail('chat-bad-answer')
    return ok([...new Set(list.data.data.map(({ id }) => id))].slice(0, maxModels))
  } catch (cause) {
    return { ok: false, error: chatTransportFailure(cause, false) }
  }
}

/** SECURITY: the key is sent in this header only, to the host that it was entered for. */
function headersOf({ authorization }: Pick<ChatServer, 'authorization'>, accept: string) {
  return {
    Accept: accept,
    'Content-Type': 'application/json',
    ...(authorization === null ? {} : { Authorization: authorization.header }),
  }
}

/** Reads the events of a stream as they arrive. */
function readStream(onText: (text: string) => void, maxCharacters: number) {
  let characters = 0
  let tokens: TokenCount | null = null
  let finish: string | null = null
  let error: ErrorValue | null = null
  let isDone = false
  let isTooLong = false
  let hasEvents = false

  function event(data: string): void {
    hasEvents = true
    if (isDone) return
    if (data === '[DONE]') {
      isDone = true
      return
    }
    const chunk = chunkSchema.safeParse(parseJson(data))
    // A damaged event costs its own words only: each line is checked later.
    if (!chunk.success) return
    tokens = chunk.data.usage ?? tokens
    if (chunk.data.error != null) {
      error = errorValue('chat-failed', wordsOf(chunk.data.error))
      isDone = true
      return
    }
    const [choice] = chunk.data.choices ?? []
    finish = choice?.finish_reason ?? finish
    const text = (choice?.delta?.content ?? '').slice(0, maxCharacters - characters)
    if (text === '') return
    characters += text.length
    onText(text)
    if (characters >= maxCharacters) isDone = isTooLong = true
  }
  const parser = createParser({ onEvent: ({ data }) => event(data) })
  return {
    push: (text: string) => parser.feed(text),
    state: () => ({ isDone, hasText: characters > 0 }),
    /** Null if nothing of it was a stream. */
    result: (): Result<Completion> | null => {
      if (!hasEvents) return null
      if (error !== null) return { ok: false, error }
      if (!isDone && finish === null) return fail(characters > 0 ? 'chat-cut' : 'chat-bad-answer')
      if (characters === 0) return fail('chat-empty')
      return ok({ tokens, isCut: isTooLong || finish === 'length' })
    },
  }
}

function readWhole(
  body: string,
  onText: (text: string) => void,
  maxCharacters: number,
): Result<Completion> {
  const json = parseJson(body)
  const refusal = errorAnswerSchema.safeParse(json)
  if (refusal.success && refusal.data.error != null) {
    return fail('chat-failed', wordsOf(refusal.data.error))
  }
  const whole = wholeAnswerSchema.safeParse(json)
  const [choice] = whole.success ? whole.data.choices : []
  if (!whole.success || choice === undefined) return fail('chat-bad-answer')
  const content = choice.message.content ?? ''
  if (content.trim() === '') return fail('chat-empty')
  onText(content.slice(0, maxCharacters))
  const isCut = content.length > maxCharacters || choice.finish_reason === 'length'
  return ok({ tokens: whole.data.usage ?? null, isCut })
}

function wordsOf(error: unknown): string {
  const message = isRecord(error) ? error['message'] : error
  return typeof message === 'string' ? message.slice(0, 300) : ''
}
