import { parentPort } from 'node:worker_threads'
import { isEcho } from './detector'
import type { EchoCase } from './judge'

/** The entry of the echo thread: it answers each case with whether it is echo. */
parentPort?.on('message', ({ turn, others, sounds }: EchoCase) => {
  parentPort?.postMessage(isEcho(turn, others, sounds))
})
