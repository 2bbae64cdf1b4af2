import type { DecodeEnd, DecoderMessage } from './decode-part'

/**
 * The decoder runs without a break in a worker, and the bytes of its file come from main, over the
 * page. The worker asks by a message, then waits on shared memory until the page has answered there.
 */

/** Bytes that are read at once. */
export const windowBytes = 1024 * 1024

/** What begins the work of the worker. */
export interface WorkerBegin {
  readonly module: WebAssembly.Module
  readonly size: number
  readonly name: string
  readonly level: boolean
  readonly buffer: SharedArrayBuffer
}

/** What the worker sends to the page. It waits for an answer after `read` and after `tell`. */
export type WorkerMessage =
  | { readonly type: 'read'; readonly start: number; readonly end: number }
  | { readonly type: 'tell'; readonly message: DecoderMessage }
  | { readonly type: 'end'; readonly end: DecodeEnd }

/** Shared memory of a page and its worker: one answer at a time. */
export interface SharedAnswer {
  readonly buffer: SharedArrayBuffer
  /** For the page: answers what the worker waits for, with up to `windowBytes` bytes. */
  answer(bytes?: Uint8Array): void
  /** For the worker: waits for the answer and gives its bytes, which the next answer overwrites. */
  wait(): Uint8Array
}

const headerBytes = 8
const stateIndex = 0
const lengthIndex = 1

export function shareAnswer(
  buffer = new SharedArrayBuffer(headerBytes + windowBytes),
): SharedAnswer {
  const header = new Int32Array(buffer, 0, 2)
  const data = new Uint8Array(buffer, headerBytes)
  return {
    buffer,
    answer: (bytes = new Uint8Array(0)) => {
      data.set(bytes)
      header[lengthIndex] = bytes.length
      Atomics.store(header, stateIndex, 1)
      Atomics.notify(header, stateIndex)
    },
    wait: () => {
      Atomics.wait(header, stateIndex, 0)
      Atomics.store(header, stateIndex, 0)
      return data.slice(0, header[lengthIndex])
    },
  }
}
