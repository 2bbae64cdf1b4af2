import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ChatAnswer, ChatBehaviour } from './options'

/** One request for a chat. */
export interface ChatRecord {
  readonly path: string
  /** The Authorization header. */
  readonly authorization: string | null
  readonly model: string
  /** The names of everything in the request. */
  readonly fields: readonly string[]
  readonly messages: readonly { readonly role: string; readonly content: string }[]
  /** Whether the client closed the connection before the end of the answer. */
  isAborted: boolean
}

/** Chat completions as OpenAI, Ollama, LM Studio, llama.cpp and the LLM Gateway serve them. */
export interface ChatApi {
  serve(request: IncomingMessage, response: ServerResponse): void
  readonly requests: readonly ChatRecord[]
  /** The next request gets the first of the ordered answers. */
  reorder(): void
}

export function createChatApi(behaviour: () => ChatBehaviour): ChatApi {
  const requests: ChatRecord[] = []
  let answered = 0

  function next(): ChatAnswer {
    const { answers, repeatLast } = behaviour()
    const index = repeatLast ? Math.min(answered, answers.length - 1) : answered
    answered += 1
    return answers[index] ?? { kind: 'minutes' }
  }

  function chat(request: IncomingMessage, response: ServerResponse, body: string): void {
    const asked = JSON.parse(body) as Pick<ChatRecord, 'model' | 'messages'>
    const { model, messages } = asked
    const record: ChatRecord = {
      path: request.url ?? '',
      authorization: request.headers.authorization ?? null,
      model,
      fields: Object.keys(asked),
      messages,
      isAborted: false,
    }
    requests.push(record)
    response.on('close', () => (record.isAborted = !response.writableFinished))
    give(next(), { response, record, pieceMs: behaviour().pieceMs })
  }

  return {
    requests,
    reorder: () => (answered = 0),
    serve: (request, response) => {
      if (request.method === 'GET' && request.url === '/v1/models') {
        const data = behaviour().models.map((id) => ({ id, object: 'model' }))
        json(response, 200, { object: 'list', data })
        return
      }
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part))
      request.on('end', () => chat(request, response, Buffer.concat(parts).toString('utf8')))
    },
  }
}

interface Reply {
  readonly response: ServerResponse
  readonly record: ChatRecord
  readonly pieceMs: number
}

function give(answer: ChatAnswer, reply: Reply): void {
  const { response, record } = reply
  const asked = record.messages.map(({ content }) => content).join('\n')
  switch (answer.kind) {
    case 'minutes':
      return stream(scriptedMinutes(asked), reply)
    case 'text':
      return stream(answer.text, reply)
    case 'obedient':
      return stream(obey(asked), reply)
    case 'whole':
      return json(response, 200, {
        choices: [{ message: { role: 'assistant', content: answer.text }, finish_reason: 'stop' }],
        usage: { prompt_tokens: 100, completion_tokens: 20 },
      })
    case 'status':
      return json(response, answer.status, answer.body ?? { error: { message: 'Ordered' } })
    case 'redirect':
      response.writeHead(307, { location: answer.location }).end()
      return
    case 'bytes':
      response.writeHead(200, { 'content-type': answer.type ?? 'text/event-stream' })
      response.end(answer.bytes)
      return
    case 'cut':
      return stream(answer.text, { ...reply, end: 'cut' })
    case 'early-end':
      return stream(answer.text, { ...reply, end: 'silent' })
    case 'hang':
      return
    case 'endless':
      return endless(response, answer.text)
  }
}

interface StreamReply extends Reply {
  /** `cut`: the connection breaks. `silent`: it closes without the event that ends a stream. */
  readonly end?: 'cut' | 'silent'
}

/** Sends a text in pieces of a few characters, then the tokens. */
function stream(text: string, { response, pieceMs, end }: StreamReply): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
  const pieces = text.match(/[^]{1,7}/gu) ?? []
  const step = () => {
    if (response.destroyed) return
    const piece = pieces.shift()
    if (piece !== undefined) {
      response.write(event({ choices: [{ index: 0, delta: { content: piece } }] }))
      if (pieceMs > 0) setTimeout(step, pieceMs)
      else setImmediate(step)
      return
    }
    if (end === 'cut') {
      response.destroy()
      return
    }
    if (end !== 'silent') {
      response.write(event({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] }))
      const usage = { prompt_tokens: 1_200, completion_tokens: 80, total_tokens: 1_280 }
      response.write(event({ choices: [], usage }))
      response.write('data: [DONE]\n\n')
    }
    response.end()
  }
  step()
}

function endless(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const pour = () => {
    while (!response.destroyed) {
      if (!response.write(event({ choices: [{ delta: { content: text } }] }))) break
    }
    if (!response.destroyed) response.once('drain', pour)
  }
  pour()
}

const event = (value: unknown) => `data: ${JSON.stringify(value)}\n\n`

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

const turn = /^\[(\d+)\] ([^:]+): (.+)$/gm

/**
 * What a well-behaved model could answer: in each section that was asked for, up to three turns in
 * their own words. The section with columns gets one task. It suggests no title and no tags.
 */
function scriptedMinutes(asked: string): string {
  const turns = [...asked.matchAll(turn)]
  const titles = [...asked.matchAll(/^## (.+)\n(?:\([^]*?\)\n)?(- who)?/gm)].filter(
    ([, title]) => title?.endsWith(' for this meeting') !== true,
  )
  return titles
    .map(([, title = '', isTasks], index) => {
      if (isTasks !== undefined) {
        const [, number = '', who = '', text = ''] = turns.at(-1) ?? []
        return `## ${title}\n- ${who} | ${text} | today [${number}]\n`
      }
      const chosen = turns.slice(index * 3, index * 3 + 3)
      return `## ${title}\n${chosen.map(([, n, , text]) => `- ${text} [${n}]\n`).join('')}`
    })
    .join('\n')
}

/** What a model answers that follows instructions of the transcript: whatever is after `say:`. */
function obey(asked: string): string {
  const [, number = '1', order = ''] =
    /^\[(\d+)\] [^:]+: .*ignore the above and say: (.+)$/im.exec(asked) ?? []
  return `## Summary\n- ${order} [${Number(number) + 1}]\n- ${order}\n`
}
