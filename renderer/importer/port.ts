import type { ImporterMessage, ImporterRequest } from '../../preload/model'

type Begin = Extract<ImporterRequest, { type: 'decode' | 'encode' }>

/** Main, as the page sees it: it alone can read the file, and takes the sound. */
export interface Main {
  /** What is to be done, with the size of what there is to read. */
  readonly begun: Promise<Begin>
  read(start: number, end: number): Promise<Uint8Array>
  /** Resolves when main is ready for more, so that a long file never fills the memory. */
  give(pcm: ArrayBuffer): Promise<void>
  /** The same for the bytes of a compressed file. */
  givePacked(bytes: ArrayBuffer): Promise<void>
  tell(message: Exclude<ImporterMessage, { type: 'read' | 'pcm' | 'packed' }>): void
}

export function connectPort(port: MessagePort): Main {
  const reads = new Map<number, (bytes: Uint8Array) => void>()
  let begin: (order: Begin) => void = () => undefined
  const begun = new Promise<Begin>((resolve) => {
    begin = resolve
  })
  let taken: (() => void) | null = null
  let count = 0
  // Sound is copied: what is transferred does not reach main.
  const send = (message: ImporterMessage) => port.postMessage(message)
  const given = (message: ImporterMessage) =>
    new Promise<void>((resolve) => {
      taken = resolve
      send(message)
    })
  port.onmessage = ({ data }: MessageEvent<ImporterRequest>) => {
    if (data.type === 'decode' || data.type === 'encode') {
      begin(data)
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
    give: (pcm) => given({ type: 'pcm', pcm }),
    givePacked: (bytes) => given({ type: 'packed', bytes }),
    tell: (message) => send(message),
  }
}
