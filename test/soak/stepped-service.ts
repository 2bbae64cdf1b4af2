import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { ServiceAnswer, ServiceOrder } from './service-process'

/** The simulator in its own process, with a stepped clock. */
export interface SteppedService {
  readonly url: string
  /** How many sessions it has had. */
  readonly sessions: number
  to(at: number): Promise<void>
  close(): void
}

export async function startSteppedService(): Promise<SteppedService> {
  const child = fork(join(import.meta.dirname, 'service-process.ts'), {
    execArgv: ['--import', 'tsx'],
  })
  const ended = once(child, 'exit').then(([code]: unknown[]) => {
    throw new Error(`The simulator ended with ${String(code)}`)
  })
  // If it ends while nobody waits, the next order reports it.
  ended.catch(() => undefined)

  async function next(): Promise<ServiceAnswer> {
    const [message] = await Promise.race([once(child, 'message'), ended])
    return message as ServiceAnswer
  }

  const first = await next()
  if (!('url' in first)) throw new Error('The simulator sent no address')
  let sessions = 0
  return {
    url: first.url,
    get sessions() {
      return sessions
    },
    to: async (at) => {
      const order: ServiceOrder = at
      child.send(order)
      const answer = await next()
      if ('sessions' in answer) sessions = answer.sessions
    },
    close: () => child.kill(),
  }
}
