import type { Socket } from 'node:net'

/** Sockets that have not shown a token yet; the oldest one makes room for a new one. */
const mostPending = 64
/** How long a socket may take to show its token, in ms. */
const pendingMs = 5_000
/** New connections per second; the recorder needs a few per hour. */
const mostPerSecond = 2_000

/** Limits what strangers can cost before they have shown a token. */
export interface ConnectionLimits {
  /** Registers a new socket; destroys it, or the oldest pending one, if there are too many. */
  opened(socket: Socket): void
  /** Ends the limits for a socket that has shown a valid token. */
  accepted(socket: Socket): void
}

export function createConnectionLimits(now: () => number): ConnectionLimits {
  const pending = new Map<Socket, NodeJS.Timeout>()
  let second = { startedAt: -Infinity, count: 0 }

  function forget(socket: Socket): void {
    clearTimeout(pending.get(socket))
    pending.delete(socket)
  }

  return {
    opened(socket) {
      if (now() - second.startedAt >= 1_000) second = { startedAt: now(), count: 0 }
      second.count += 1
      if (second.count > mostPerSecond) {
        socket.destroy()
        return
      }
      const [oldest] = pending.keys()
      if (oldest && pending.size >= mostPending) oldest.destroy()
      const timer = setTimeout(() => socket.destroy(), pendingMs)
      pending.set(socket, timer)
      socket.once('close', () => forget(socket))
    },
    accepted: forget,
  }
}
