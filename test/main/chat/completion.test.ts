import { expect, onTestFinished, test } from 'vitest'
import { createComplete, listModels, type ChatServer } from '../../../main/chat/completion'
import { createHttpClient } from '../../../main/service/http'
import type { ChatAnswer } from '../../service/options'
import { startService, type Service } from '../../service/service'
import { nodeNet } from '../service/node-net'

const http = createHttpClient(nodeNet)
const key = 'chat0good0key0a1b2c3d4e5f60718293'

async function start(...answers: ChatAnswer[]): Promise<Service> {
  const service = await startService({
    behaviour: { keys: { [key]: 'good' }, chat: { answers } },
  })
  onTestFinished(() => service.close())
  return service
}

function serverOf({ url }: Service, secret: string | null = null): ChatServer {
  return {
    target: { provider: 'other', origin: url, base: `${url}/v1` },
    model: 'small-model',
    authorization: secret === null ? null : { header: `Bearer ${secret}`, secret },
  }
}

const messages = [{ role: 'user', content: '[1] Dana: Grüße aus Gent' }] as const

async function ask(
  server: ChatServer,
  options: { signal?: AbortSignal; limits?: Partial<Parameters<typeof createComplete>[0]> } = {},
) {
  const pieces: string[] = []
  const result = await createComplete({ http, ...options.limits })(server, {
    messages,
    onText: (text) => pieces.push(text),
    signal: options.signal ?? new AbortController().signal,
  })
  return { result, text: pieces.join(''), pieces: pieces.length }
}

test('streams an answer, counts its tokens and sends the key as asked', async () => {
  const service = await start({ kind: 'text', text: 'Grüße 🙂 aus Gent' })
  const { result, text, pieces } = await ask(serverOf(service, key))
  expect(result).toEqual({
    ok: true,
    value: { tokens: { input: 1_200, output: 80 }, isCut: false },
  })
  expect(text).toBe('Grüße 🙂 aus Gent')
  expect(pieces).toBeGreaterThan(1)
  expect(service.chats()[0]).toMatchObject({
    authorization: `Bearer ${key}`,
    model: 'small-model',
    messages,
  })
})

test('lists the models of a server', async () => {
  const service = await start()
  expect(await listModels(http, serverOf(service))).toEqual({
    ok: true,
    value: ['small-model', 'large-model'],
  })
})

test('takes the answer of a server that does not stream', async () => {
  const { result, text } = await ask(serverOf(await start({ kind: 'whole', text: 'All at once' })))
  expect(text).toBe('All at once')
  expect(result).toMatchObject({ ok: true, value: { tokens: { input: 100, output: 20 } } })
})

const gatewayRefusal = {
  metadata: { errors: ['Your account does not have access to this LLM Gateway model'] },
  code: 400,
}
test.each<[ChatAnswer, string, string?]>([
  [{ kind: 'status', status: 400, body: gatewayRefusal }, 'chat-refused', 'does not have access'],
  [{ kind: 'status', status: 401 }, 'chat-key-rejected'],
  [{ kind: 'status', status: 402 }, 'chat-no-credit'],
  [
    { kind: 'status', status: 404, body: { error: { message: 'model "x" not found' } } },
    'chat-not-there',
    'not found',
  ],
  [{ kind: 'status', status: 429 }, 'chat-busy'],
  [{ kind: 'status', status: 500 }, 'chat-failed'],
  [{ kind: 'status', status: 503, body: 'busy' }, 'chat-failed'],
  [{ kind: 'cut', text: '## Summary\n- half a li' }, 'chat-cut'],
  [{ kind: 'early-end', text: '## Summary\n- half a li' }, 'chat-cut'],
  [
    { kind: 'bytes', bytes: 'data: {"choices": [{"delta": \n\ndata: nonsense\n\n' },
    'chat-bad-answer',
  ],
  [{ kind: 'bytes', bytes: '<html>Sign in</html>', type: 'text/html' }, 'chat-bad-answer'],
  [{ kind: 'bytes', bytes: '' }, 'chat-bad-answer'],
  [{ kind: 'bytes', bytes: 'data: [DONE]\n\n' }, 'chat-empty'],
  [{ kind: 'bytes', bytes: '{"error":{"message":"no credit"}}' }, 'chat-failed', 'no credit'],
  [{ kind: 'bytes', bytes: '{"choices":[{"message":{"content":null}}]}' }, 'chat-empty'],
  [
    { kind: 'bytes', bytes: 'data: {"error":{"message":"out of memory"}}\n\n' },
    'chat-failed',
    'out of memory',
  ],
])('%o', async (answer, code, detail) => {
  const { result } = await ask(serverOf(await start(answer)))
  expect(result).toMatchObject({ ok: false, error: { code } })
  if (detail !== undefined && !result.ok) expect(result.error.detail).toContain(detail)
})

test('a damaged event between good ones costs nothing else', async () => {
  const bytes = [
    'data: {"choices":[{"delta":{"content":"one "}}]}',
    'data: {"choices":[{"delta":{"con',
    ': a comment',
    'data: {"choices":[{"delta":{"content":"two"},"finish_reason":"stop"}],"usage":"many"}',
    'data: [DONE]',
    '',
  ].join('\n\n')
  const { result, text } = await ask(serverOf(await start({ kind: 'bytes', bytes })))
  expect(text).toBe('one two')
  expect(result).toEqual({ ok: true, value: { tokens: null, isCut: false } })
})

test('a text in parts is read without the thoughts between them', async () => {
  const bytes = [
    'data: {"choices":[{"delta":{"content":[{"type":"thinking","thinking":[{"type":"text","text":"hm"}]}]}}]}',
    'data: {"choices":[{"delta":{"content":[{"type":"text","text":"one "},{"type":"text","text":"two"}]}}]}',
    'data: {"choices":[{"delta":{"content":" three"},"finish_reason":"stop"}]}',
    'data: [DONE]',
    '',
  ].join('\n\n')
  const { text } = await ask(serverOf(await start({ kind: 'bytes', bytes })))
  expect(text).toBe('one two three')
})

test.each([
  "Unsupported parameter: 'max_tokens' is not supported with this model.",
  "Unsupported value: 'temperature' does not support 0 with this model.",
])('a model that refuses a wish is asked once more without it: %s', async (message) => {
  const refusal: ChatAnswer = { kind: 'status', status: 400, body: { error: { message } } }
  const service = await start(refusal, { kind: 'text', text: 'Hello' })
  const { result, text } = await ask(serverOf(service))
  expect(text).toBe('Hello')
  expect(result).toMatchObject({ ok: true })
  expect(service.chats()[1]?.fields).toEqual(['model', 'messages', 'stream'])

  const stubborn = await start(refusal, refusal, { kind: 'text', text: 'never' })
  expect((await ask(serverOf(stubborn))).result).toMatchObject({ error: { code: 'chat-refused' } })
  expect(stubborn.chats()).toHaveLength(2)
})

test('an endless answer ends at the limit, and the server is left', async () => {
  const service = await start({ kind: 'endless', text: 'again and again ' })
  const { result, text } = await ask(serverOf(service), { limits: { maxCharacters: 5_000 } })
  expect(result).toEqual({ ok: true, value: { tokens: null, isCut: true } })
  expect(text).toHaveLength(5_000)
  await expect.poll(() => service.chats()[0]?.isAborted).toBe(true)
})

test('a redirect is not followed, and no key reaches the other host', async () => {
  const thief = await start()
  const service = await start({ kind: 'redirect', location: `${thief.url}/v1/chat/completions` })
  const { result } = await ask(serverOf(service, key))
  expect(result).toMatchObject({ error: { code: 'chat-redirected' } })
  expect(thief.log.requests).toEqual([])
})

test('a server that says nothing, or stops in the middle, is left after a while', async () => {
  const silent = await start({ kind: 'hang' })
  const first = await ask(serverOf(silent), { limits: { firstMs: 100 } })
  expect(first.result).toMatchObject({ error: { code: 'chat-slow' } })
  await expect.poll(() => silent.chats()[0]?.isAborted).toBe(true)
  const slow = await start({ kind: 'text', text: 'many words that never come' })
  slow.configure({ chat: { pieceMs: 60_000 } })
  const second = await ask(serverOf(slow), { limits: { pauseMs: 100 } })
  expect(second.result).toMatchObject({ error: { code: 'chat-slow' } })
})

test('cancelling ends the request at once', async () => {
  const service = await start({ kind: 'hang' })
  const cancel = new AbortController()
  const asking = ask(serverOf(service), { signal: cancel.signal })
  await expect.poll(() => service.chats().length).toBe(1)
  cancel.abort()
  expect((await asking).result).toMatchObject({ error: { code: 'cancelled' } })
  await expect.poll(() => service.chats()[0]?.isAborted).toBe(true)
})

test('no key is in the details of a refusal that repeats it', async () => {
  const body = { error: { message: `Incorrect API key provided: ${key}` } }
  const service = await start({ kind: 'status', status: 401, body })
  const { result } = await ask(serverOf(service, key))
  expect(JSON.stringify(result)).not.toContain(key.slice(0, 12))
})
