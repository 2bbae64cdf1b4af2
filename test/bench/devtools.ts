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

/**
 * Evaluates an expression in the page whose address begins with `url`, as soon as there is one;
 * a promise is waited for. Talks to Chromium itself, so that the app under measure is held up by
 * no more than the empty one.
 */
export async function evaluateInPage(
  port: number,
  url: string,
  expression: string,
  withinMs = 60_000,
): Promise<unknown> {
  const until = Date.now() + withinMs
  while (Date.now() < until) {
    const target = (await targets(port)).find(
      (candidate) => candidate.type === 'page' && candidate.url.startsWith(url),
    )
    // No answer: the page went on from its first empty document while it was asked.
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

/** The value, or null where the page's document went away before it was there. */
function evaluate(address: string, expression: string): Promise<{ value: unknown } | null> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address)
    socket.on('error', reject)
    socket.on('open', () => {
      const parameters = { expression, awaitPromise: true, returnByValue: true }
      socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: parameters }))
    })
    socket.on('message', (data: Buffer) => {
      const answer = JSON.parse(data.toString()) as Answer
      if (answer.id !== 1) return
      socket.close()
      resolve(answer.error ? null : { value: answer.result?.result?.value })
    })
    socket.on('close', () => reject(new Error('The page went away')))
  })
}
