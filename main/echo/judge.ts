import { Worker } from 'node:worker_threads'
import type { CapturedSource, Turn } from '../../common/model'
import { createThread } from '../platform'

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
 * thread.ts.
 */
export function createEchoJudge(entry: string): EchoJudge {
  const thread = createThread<EchoCase, boolean>({ start: () => new Worker(entry), idleMs })
  return (one) => thread.ask(one)
}
