import type { ImporterMessage, ImporterRequest } from '../../preload/model'

/** Main, as the page sees it: it alone can read the file, and takes the sound. */
export interface Main {
  /** The size of the file, once there is one to decode. */
  readonly begun: Promise<number>
  read(start: number, end: number): Promise<Uint8Array>
  /** Resolves when main is ready for more, so that a long file never fills the memory. */
  give(pcm: ArrayBuffer): Promise<void>
  tell(message: Exclude<ImporterMessage, { type: 'read' | 'pcm' }>): void
}

export function connectPort(port: MessagePort): Main {
  const reads = new Map<number, (bytes: Uint8Array) => void>()
  let begin: (size: number) => void = () => undefined
  const begun = new Promise<number>((resolve) => {
    begin = resolve
  })
  let taken: (() => void) | null = null
  let count = 0
  // Sound is copied: what is transferred does not reach main.
  const send = (message: ImporterMessage) => port.postMessage(message)
  port.onmessage = ({ data }: MessageEvent<ImporterRequest>) => {
    if (data.type === 'decode') {
      begin(data.size)
    } else if (data.type === 'taken') {
      taken?.()
    } else {
      reads.get(data.number)?.(data.bytes)
      reads.delete(data.number)
    }
  }
  return {
    begun,
    read: (start, end) => {
      count += 1
      const number = count
      return new Promise((resolve) => {
        reads.set(number, resolve)
        send({ type: 'read', number, start, end })
      })
    },
    give: (pcm) =>
      new Promise((resolve) => {
        taken = resolve
        send({ type: 'pcm', pcm })
      }),
    tell: (message) => send(message),
  }
}
