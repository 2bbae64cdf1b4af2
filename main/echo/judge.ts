import { Worker } from 'node:worker_threads'
import type { CapturedSource, Turn } from '../../common/model'

/** A turn that may be echo, the turns around it, and the sound of audioRangeOf. */
export interface EchoCase {
  readonly turn: Turn
  readonly others: readonly Turn[]
  readonly sounds: Readonly<Record<CapturedSource, Uint8Array>>
}

/** Judges by the sound whether a turn is echo. Rejects if it cannot. */
export type EchoJudge = (one: EchoCase) => Promise<boolean>

/** A thread without work ends after this time, in ms. */
const idleMs = 60_000

/**
 * Judges in a thread, because it can take longer than main may be blocked. `entry` is the built
 * thread.ts. One case at a time.
 */
export function createEchoJudge(entry: string): EchoJudge {
  let thread: Worker | null = null
  let idle: NodeJS.Timeout | undefined

  function end(): void {
    const ended = thread
    thread = null
    void ended?.terminate()
  }

  return async (one) => {
    clearTimeout(idle)
    thread ??= new Worker(entry)
    const used = thread
    const listening = new AbortController()
    try {
      return await new Promise<boolean>((resolve, reject) => {
        const handlers = {
          message: resolve,
          error: reject,
          exit: (code: number) => reject(new Error(`Ended with code ${code}.`)),
        }
        for (const [name, handler] of Object.entries(handlers)) {
          used.once(name, handler)
          listening.signal.addEventListener('abort', () => used.off(name, handler))
        }
        used.postMessage(one)
      })
    } catch (cause) {
      if (thread === used) end()
      throw cause
    } finally {
      listening.abort()
      idle = setTimeout(end, idleMs)
      idle.unref()
    }
  }
}
