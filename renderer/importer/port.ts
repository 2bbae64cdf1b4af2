import { importerReadBytes } from '../../common/ipc/ports'
import type { ImporterMessage, ImporterRequest } from '../../common/model'

type Task = Extract<ImporterRequest, { type: 'decode' | 'encode' }>

/** Main, as the page sees it: it reads the file and takes the sound. */
export interface Main {
  /** What to do, and the size of the file in bytes. */
  readonly task: Promise<Task>
  read(start: number, end: number): Promise<Uint8Array>
  /** Resolves when main is ready for more, so that a long file never fills the memory. */
  sendPcm(track: number, pcm: ArrayBuffer): Promise<void>
  /** Resolves when main is ready to take the sound once more. */
  sendRestart(): Promise<void>
  /** The same for the bytes of a compressed file. */
  sendPacked(bytes: ArrayBuffer): Promise<void>
  send(message: Exclude<ImporterMessage, { type: 'read' | 'pcm' | 'packed' | 'restart' }>): void
}

export function connectPort(port: MessagePort): Main {
  const reads = new Map<number, (bytes: Uint8Array) => void>()
  let startTask: (task: Task) => void = () => undefined
  const task = new Promise<Task>((resolve) => {
    startTask = resolve
  })
  let onTaken: (() => void) | null = null
  let lastRead = 0
  let reading: Promise<unknown> = Promise.resolve()
  // Sound is copied: a transferred buffer does not arrive in main.
  const send = (message: ImporterMessage) => port.postMessage(message)
  const sendAndWait = (message: ImporterMessage) =>
    new Promise<void>((resolve) => {
      onTaken = resolve
      send(message)
    })
  function readPiece(start: number, end: number): Promise<Uint8Array> {
    lastRead += 1
    const number = lastRead
    return new Promise((resolve) => {
      reads.set(number, resolve)
      send({ type: 'read', number, start, end })
    })
  }

  /** Main answers one short read at a time. */
  async function readWhole(start: number, end: number): Promise<Uint8Array> {
    if (end - start <= importerReadBytes) return readPiece(start, end)
    const whole = new Uint8Array(end - start)
    for (let at = start; at < end; at += importerReadBytes) {
      whole.set(await readPiece(at, Math.min(end, at + importerReadBytes)), at - start)
    }
    return whole
  }

  port.onmessage = ({ data }: MessageEvent<ImporterRequest>) => {
    if (data.type === 'decode' || data.type === 'encode') {
      startTask(data)
    } else if (data.type === 'taken') {
      onTaken?.()
    } else {
      reads.get(data.number)?.(data.bytes)
      reads.delete(data.number)
    }
  }
  return {
    task,
    read: (start, end) => {
      const read = reading.then(() => readWhole(start, end))
      reading = read
      return read
    },
    sendPcm: (track, pcm) => sendAndWait({ type: 'pcm', track, pcm }),
    sendRestart: () => sendAndWait({ type: 'restart' }),
    sendPacked: (bytes) => sendAndWait({ type: 'packed', bytes }),
    send,
  }
}
