import { decodeFile } from './decode-file'
import type { DecoderMessage } from './decode-part'
import type { ReadBytes } from './media-decoder'
import {
  shareAnswer,
  windowBytes,
  type SharedAnswer,
  type WorkerBegin,
  type WorkerMessage,
} from './worker-link'

/** A demuxer goes back and forth between a few places of a file. */
const windowsKept = 4

const send = (message: WorkerMessage) => self.postMessage(message)

/** Reads by windows, and keeps the last ones. */
function createReader(size: number, answers: SharedAnswer): ReadBytes {
  const kept = new Map<number, Uint8Array>()

  function windowAt(start: number): Uint8Array {
    const found = kept.get(start)
    if (found) {
      kept.delete(start)
      kept.set(start, found)
      return found
    }
    send({ type: 'read', start, end: Math.min(size, start + windowBytes) })
    const bytes = answers.wait()
    kept.set(start, bytes)
    const [oldest] = kept.keys()
    if (kept.size > windowsKept && oldest !== undefined) kept.delete(oldest)
    return bytes
  }

  return (offset, length) => {
    if (offset < 0 || offset >= size) return new Uint8Array(0)
    const start = Math.floor(offset / windowBytes) * windowBytes
    const from = offset - start
    return windowAt(start).subarray(from, from + length)
  }
}

self.onmessage = ({ data }: MessageEvent<WorkerBegin>) => {
  const { buffer, ...file } = data
  const answers = shareAnswer(buffer)
  const tell = (message: DecoderMessage) => {
    send({ type: 'tell', message })
    answers.wait()
  }
  decodeFile({ ...file, read: createReader(file.size, answers), tell }).then(
    (end) => send({ type: 'end', end }),
    (cause: unknown) => {
      const detail = cause instanceof Error ? cause.message : String(cause)
      send({ type: 'end', end: { type: 'failed', code: 'import-damaged', detail } })
    },
  )
}
