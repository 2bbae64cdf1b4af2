import { monotonicNow, wallNow } from '../../../common/clock'

/** An open WebSocket, as far as a session uses it. */
export interface Socket {
  /** Whether it accepts frames. */
  isOpen(): boolean
  /** Bytes that were handed over and are not on the wire yet. */
  bufferedBytes(): number
  send(data: string | ArrayBuffer): void
  close(): void
}

export interface SocketHandlers {
  readonly onMessage: (data: unknown) => void
  /** Runs once, also after an error. */
  readonly onClose: (code: number, reason: string) => void
}

/** The network, the clocks and the random values that streaming needs. */
export interface StreamingDeps {
  /** Opens a socket. Throws if the address cannot be used at all. */
  connect(url: string, handlers: SocketHandlers): Socket
  /** Ms of a clock that nobody can set. */
  now(): number
  /** Ms since 1970. Only for times that the service sends. */
  wallClock(): number
  /** Runs once after this many ms; returns a function that cancels it. */
  after(ms: number, run: () => void): () => void
  /** From 0 up to, but not including, 1. */
  random(): number
  newId(): string
}

/** The close code of a peer that is done. */
const normalClosure = 1000

/** Uses the global WebSocket, or another class of its kind. */
export function createStreamingDeps(SocketClass: typeof WebSocket): StreamingDeps {
  return {
    connect: (url, { onMessage, onClose }) => {
      const socket = new SocketClass(url)
      socket.binaryType = 'arraybuffer'
      socket.onmessage = ({ data }: MessageEvent<unknown>) => onMessage(data)
      socket.onclose = ({ code, reason }) => onClose(code, reason)
      // A close follows each error and has all that is known of it.
      socket.onerror = () => undefined
      return {
        isOpen: () => socket.readyState === SocketClass.OPEN,
        bufferedBytes: () => socket.bufferedAmount,
        send: (data) => socket.send(data),
        close: () => socket.close(normalClosure),
      }
    },
    now: monotonicNow,
    wallClock: wallNow,
    after: (ms, run) => {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    random: () => Math.random(),
    newId: () => crypto.randomUUID(),
  }
}
