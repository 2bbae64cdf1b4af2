import { WebSocket } from 'ws'

interface Target {
  readonly url: string
  readonly type: string
  readonly webSocketDebuggerUrl: string
}

interface Answer {
  readonly id: number
  readonly result?: {
    readonly result?: { readonly value?: unknown; readonly description?: string }
    /** The expression threw its result. */
    readonly exceptionDetails?: object
  }
  readonly error?: { readonly message: string }
}

/** The event that a worker was attached to. */
interface Attached {
  readonly method?: string
  readonly params: { readonly sessionId: string }
}

const pollMs = 5
const longestWaitMs = 60_000

/**
 * Evaluates an expression in the page whose address starts with `url`, as soon as that page exists,
 * and waits for a promise. It uses Chromium's own protocol, which slows the app down very little.
 * Throws if there is no such page within a minute.
 */
export async function evaluateInPage(
  port: number,
  url: string,
  expression: string,
): Promise<unknown> {
  const until = Date.now() + longestWaitMs
  while (Date.now() < until) {
    const target = (await targets(port)).find(
      (candidate) => candidate.type === 'page' && candidate.url.startsWith(url),
    )
    // There is no answer if the page left its first empty document meanwhile.
    const answer = target ? await evaluate(target.webSocketDebuggerUrl, expression) : null
    if (answer) return answer.value
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
  throw new Error(`No page at ${url}`)
}

async function targets(port: number): Promise<Target[]> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/json/list`)
    return (await response.json()) as Target[]
  } catch {
    return [] // Not listening yet.
  }
}

/** Reloads the open page whose address starts with `url`. Returns false if no such page is open. */
export async function reloadPage(port: number, url: string): Promise<boolean> {
  const target = (await targets(port)).find((candidate) => candidate.url.startsWith(url))
  if (!target) return false
  await send(target.webSocketDebuggerUrl, 'Page.reload', {})
  return true
}

/**
 * Evaluates an expression in the first worker of the page whose address starts with `url`, as soon as
 * both exist, and waits for a promise. Throws if there is no such page within a minute.
 */
export async function evaluateInWorker(
  port: number,
  url: string,
  expression: string,
): Promise<unknown> {
  await evaluateInPage(port, url, 'null')
  const page = (await targets(port)).find((candidate) => candidate.url.startsWith(url))
  if (!page) throw new Error(`No page at ${url}`)
  return withPage(page.webSocketDebuggerUrl, async ({ send, attached }) => {
    await send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: false,
      flatten: true,
    })
    return valueOf(await send('Runtime.evaluate', parametersOf(expression), await attached))
  })
}

/** Evaluates an expression in the main process, which listens on this port, and waits for a promise. */
export async function evaluateInMain(port: number, expression: string): Promise<unknown> {
  const [main] = await targets(port)
  const answer = main && (await evaluate(main.webSocketDebuggerUrl, expression))
  if (!answer) throw new Error('The main process does not answer')
  return answer.value
}

const parametersOf = (expression: string) => ({
  expression,
  awaitPromise: true,
  returnByValue: true,
})

/** The value, or null if the page's document went away first. */
async function evaluate(address: string, expression: string): Promise<{ value: unknown } | null> {
  const answer = await send(address, 'Runtime.evaluate', parametersOf(expression))
  return answer.error ? null : { value: valueOf(answer) }
}

/** Throws what the expression threw. */
function valueOf({ result }: Answer): unknown {
  if (result?.exceptionDetails) throw new Error(result.result?.description)
  return result?.result?.value
}

/** Sends one command to a page and waits for its answer. */
function send(address: string, method: string, params: object): Promise<Answer> {
  return withPage(address, ({ send: command }) => command(method, params))
}

interface OpenPage {
  send(method: string, params: object, sessionId?: string): Promise<Answer>
  /** The session of the first worker that the page is attached to. */
  readonly attached: Promise<string>
}

/** Connects to a page while `use` runs. Rejects if the page goes away. */
function withPage<T>(address: string, use: (page: OpenPage) => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address)
    const waiting = new Map<number, (answer: Answer) => void>()
    let onAttached: (sessionId: string) => void = () => undefined
    const attached = new Promise<string>((found) => (onAttached = found))
    socket.on('error', reject)
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString()) as Answer & Attached
      if (message.method === 'Target.attachedToTarget') onAttached(message.params.sessionId)
      else waiting.get(message.id)?.(message)
    })
    socket.on('close', () => reject(new Error('The page went away')))
    socket.on('open', () => {
      const send: OpenPage['send'] = (method, params, sessionId) => {
        const id = waiting.size + 1
        socket.send(JSON.stringify({ id, method, params, sessionId }))
        return new Promise((answered) => waiting.set(id, answered))
      }
      use({ send, attached })
        .then(resolve, reject)
        .finally(() => socket.close())
    })
  })
}
