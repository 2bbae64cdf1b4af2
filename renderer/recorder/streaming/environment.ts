/** An opened WebSocket, as far as a session uses it. */
export interface Socket {
  /** Whether it takes frames. */
  isOpen(): boolean
  /** Bytes that were handed over and are not on the wire yet. */
  bufferedBytes(): number
  send(data: string | ArrayBuffer): void
  close(): void
}

export interface SocketListeners {
  readonly onMessage: (data: unknown) => void
  /** Comes once, after an error too. */
  readonly onClose: (code: number, reason: string) => void
}

/** What streaming needs of the world around it. */
export interface Environment {
  /** Opens a socket; throws where the address cannot be used at all. */
  connect(url: string, listeners: SocketListeners): Socket
  /** Milliseconds since 1970. */
  now(): number
  /** Runs once after this many ms; the answer calls it off. */
  after(ms: number, run: () => void): () => void
  /** 0 to 1. */
  random(): number
  newId(): string
}

/** What a peer that is done says. */
const normalClosure = 1000

/** The real world, with the page's WebSocket or another of its kind. */
export function createEnvironment(SocketClass: typeof WebSocket): Environment {
  return {
    connect: (url, { onMessage, onClose }) => {
      const socket = new SocketClass(url)
      socket.binaryType = 'arraybuffer'
      socket.onmessage = ({ data }: MessageEvent<unknown>) => onMessage(data)
      socket.onclose = ({ code, reason }) => onClose(code, reason)
      // A close follows each error and says as much as there is to know.
      socket.onerror = () => undefined
      return {
        isOpen: () => socket.readyState === SocketClass.OPEN,
        bufferedBytes: () => socket.bufferedAmount,
        send: (data) => socket.send(data),
        close: () => socket.close(normalClosure),
      }
    },
    now: () => Date.now(),
    after: (ms, run) => {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    random: () => Math.random(),
    newId: () => crypto.randomUUID(),
  }
}
