import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { parentInStat } from './programs'
import { cookiePaths, socketPath } from './pulse/address'
import { cookieBytes, createPulseClient, type PulseClient } from './pulse/client'
import { subscriptions } from './pulse/messages'

interface Server {
  readonly client: PulseClient
  readonly name: string
}

interface ServerHandlers {
  /** Something changed of what was subscribed to. */
  readonly onChanged: () => void
  readonly onClosed: () => void
  /** What to subscribe to, if it is not the usual. */
  readonly events?: number
}

/** Connects to the sound server of this person; throws if there is none, or if it cannot be read. */
export async function connectServer({
  onChanged,
  onClosed,
  events = subscriptions,
}: ServerHandlers): Promise<Server> {
  const path = socketPath(process.env)
  if (path === null) throw new Error('no sound server on this computer')
  const socket = connect(path)
  const client = createPulseClient((bytes) => void socket.write(bytes), onChanged)
  let failure = ''
  socket.on('data', (bytes) => {
    try {
      client.receive(bytes)
    } catch (cause) {
      socket.destroy(cause instanceof Error ? cause : undefined)
    }
  })
  socket.on('error', (cause) => {
    failure = cause.message
  })
  socket.on('close', () => {
    client.closed()
    onClosed()
  })
  try {
    return { client, name: await client.start(readCookie(), events) }
  } catch (cause) {
    throw new Error(failure || String(cause))
  }
}

/** The process that started this one, or null. */
export function parentOf(pid: number): number | null {
  try {
    return parentInStat(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return null
  }
}

/** A server that knows its person by other means accepts zeros, too. */
function readCookie(): Uint8Array {
  for (const path of cookiePaths(process.env)) {
    try {
      const cookie = readFileSync(path)
      if (cookie.length === cookieBytes) return cookie
    } catch {
      // The next place.
    }
  }
  return new Uint8Array(cookieBytes)
}
