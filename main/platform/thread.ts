import { parentPort, type Worker } from 'node:worker_threads'

interface Asked<Request> {
  readonly number: number
  readonly request: Request
}

interface Answered<Answer> {
  readonly number: number
  readonly answer: Answer
}

/** A thread that answers requests. It is started for the first one, and again after it ended. */
export interface Thread<Request, Answer> {
  /** Rejects if the thread ends before it answers. */
  ask(request: Request): Promise<Answer>
  /** Requests that are not answered yet are rejected. */
  end(): void
}

interface ThreadOptions {
  readonly start: () => Worker
  /** Ends the thread this long after its last answer, in ms; null keeps it. */
  readonly idleMs: number | null
}

/** The side of main; the thread itself calls `answerRequests`. */
export function createThread<Request, Answer>(options: ThreadOptions): Thread<Request, Answer> {
  const { start, idleMs } = options
  const waiting = new Map<
    number,
    { resolve: (answer: Answer) => void; reject: (cause: Error) => void }
  >()
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  let count = 0

  function ended(of: Worker, cause: Error): void {
    if (worker !== of) return
    worker = null
    const lost = [...waiting.values()]
    waiting.clear()
    for (const { reject } of lost) reject(cause)
  }

  function end(): void {
    const running = worker
    if (running === null) return
    ended(running, new Error('Ended.'))
    void running.terminate()
  }

  function running(): Worker {
    if (worker) return worker
    const created = start()
    created.on('message', ({ number, answer }: Answered<Answer>) => {
      waiting.get(number)?.resolve(answer)
      waiting.delete(number)
      if (waiting.size > 0 || idleMs === null) return
      clearTimeout(idle)
      idle = setTimeout(end, idleMs)
      idle.unref()
    })
    created.once('error', (cause) => ended(created, cause))
    created.once('exit', (code) => ended(created, new Error(`Ended with code ${code}.`)))
    // A request that is being answered must not delay the end of the process.
    created.unref()
    worker = created
    return created
  }

  return {
    ask: (request) => {
      clearTimeout(idle)
      count += 1
      const number = count
      return new Promise((resolve, reject) => {
        running().postMessage({ number, request } satisfies Asked<Request>)
        waiting.set(number, { resolve, reject })
      })
    },
    end,
  }
}

/** The side of the thread: answers each request. An exception ends the thread. */
export function answerRequests<Answer>(
  answer: (request: unknown) => Answer | Promise<Answer>,
): void {
  parentPort?.on('message', ({ number, request }: Asked<unknown>) => {
    void Promise.resolve(answer(request)).then((value) =>
      parentPort?.postMessage({ number, answer: value } satisfies Answered<Answer>),
    )
  })
}
