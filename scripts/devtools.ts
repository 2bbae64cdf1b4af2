import { WebSocket } from 'ws'

interface Target {
  readonly url: string
  readonly type: string
  readonly webSocketDebuggerUrl: string
}

interface Answer {
  readonly id: number
  readonly result?: { readonly result?: { readonly value?: unknown } }
  readonly error?: { readonly message: string }
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

/** The value, or null if the page's document went away first. */
async function evaluate(address: string, expression: string): Promise<{ value: unknown } | null> {
  const parameters = { expression, awaitPromise: true, returnByValue: true }
  const answer = await send(address, 'Runtime.evaluate', parameters)
  return answer.error ? null : { value: answer.result?.result?.value }
}

/** Sends one command to a page and waits for its answer. */
function send(address: string, method: string, params: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address)
    socket.on('error', reject)
    socket.on('open', () => socket.send(JSON.stringify({ id: 1, method, params })))
    socket.on('message', (data: Buffer) => {
      const answer = JSON.parse(data.toString()) as Answer
      if (answer.id !== 1) return
      socket.close()
      resolve(answer)
    })
    socket.on('close', () => reject(new Error('The page went away')))
  })
}
