import type { WebSocket } from 'ws'
import type { Behaviour } from './options'
import type { LogWriter, SessionRecord } from './log'
import { error, type Message } from './messages'

/** The connection of one session: sends in order, closes as the service does, breaks as networks do. */
export interface Connection {
  readonly record: SessionRecord
  /** Sends this in so many ms, but never before earlier messages. */
  send(message: Message, delayMs?: number): void
  /** Sends an Error, then closes. Nothing else is sent. */
  fail(code: number, text: string): void
  /** Closes after everything that is still to be sent. */
  close(code: number, reason: string, delayMs?: number): void
  cut(): void
  /** Sends nothing from now on, and with `deaf` reads nothing either. */
  fallSilent(deaf: boolean): void
  /** A timer that ends with the connection. */
  later(ms: number, act: () => void): NodeJS.Timeout
  readonly isOver: boolean
}

/** The reason of every close that follows an Error. */
export const errorReason = 'See Error message for details'

export interface ConnectionOptions {
  readonly record: SessionRecord
  readonly behaviour: () => Behaviour
  readonly log: LogWriter
}

export function createConnection(
  socket: WebSocket,
  { record, behaviour, log }: ConnectionOptions,
): Connection {
  const timers = new Set<NodeJS.Timeout>()
  const due: (() => void)[] = []
  let lastDue = 0
  let silent = false
  let over = false
  let closedByService = false

  function later(ms: number, act: () => void): NodeJS.Timeout {
    const timer = setTimeout(() => {
      timers.delete(timer)
      act()
    }, ms)
    timers.add(timer)
    return timer
  }

  function inOrder(delayMs: number, act: () => void): void {
    lastDue = Math.max(lastDue, Date.now() + delayMs)
    due.push(act)
    // On a busy computer a timer may overtake another.
    later(lastDue - Date.now(), () => due.shift()?.())
  }

  function put(message: Message): void {
    if (silent || socket.readyState !== socket.OPEN) return
    socket.send(JSON.stringify(message))
    record.sent.push({ at: Date.now(), message })
    log.changed()
  }

  function close(code: number, reason: string): void {
    if (silent) return
    closedByService = true
    socket.close(code, reason)
  }

  socket.on('close', (code, reason) => {
    over = true
    for (const timer of timers) clearTimeout(timer)
    timers.clear()
    record.closed = {
      at: Date.now(),
      code,
      reason: reason.toString(),
      by: closedByService ? 'service' : 'client',
    }
    log.changed()
  })
  // ws itself closes a connection that breaks the protocol, for example with too long a message.
  socket.on('error', () => {
    closedByService = true
  })

  return {
    record,
    send: (message, delayMs = 0) => {
      if (!over) inOrder(delayMs, () => put(message))
    },
    fail: (code, text) => {
      if (over) return
      over = true
      closedByService = true
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
      const { errorDelayMs, closeDelayMs } = behaviour().session
      later(errorDelayMs, () => put(error(code, text)))
      later(errorDelayMs + closeDelayMs, () => close(code, errorReason))
    },
    close: (code, reason, delayMs = 0) => inOrder(delayMs, () => close(code, reason)),
    cut: () => {
      closedByService = true
      socket.terminate()
    },
    fallSilent: (deaf) => {
      silent = true
      if (deaf) socket.pause()
    },
    later,
    get isOver() {
      return over
    },
  }
}
