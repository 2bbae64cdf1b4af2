import { EventEmitter } from 'node:events'
import type { ToneWord } from '../speech/tones'

/** All times are ms since 1970. */
export interface RequestRecord {
  readonly at: number
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** The API key of the request, without `Bearer`; null if there was none. */
  readonly key: string | null
  /** The body of a POST: its JSON, or its number of bytes. */
  body?: unknown
  /** null until it is answered. */
  status: number | null
  answeredAt: number | null
}

export interface SessionRecord {
  /** Counts connections from 0. */
  readonly index: number
  readonly openedAt: number
  readonly query: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  id: string | null
  beganAt: number | null
  readonly frames: { readonly at: number; readonly bytes: number }[]
  bytes: number
  /** The sound as received, if the log keeps it. */
  readonly audio: Uint8Array[]
  /** The words that were in the sound, with times in the session's ms. */
  readonly words: ToneWord[]
  /** Text messages from the client. */
  readonly received: { readonly at: number; readonly message: unknown }[]
  readonly sent: { readonly at: number; readonly message: Record<string, unknown> }[]
  terminatedAt: number | null
  closed: {
    readonly at: number
    readonly code: number
    readonly reason: string
    readonly by: 'client' | 'service'
  } | null
}

/** What the simulator saw, for tests; nothing in it is shortened or redacted. */
export interface ServiceLog {
  readonly requests: readonly RequestRecord[]
  /** Every connection to /v3/ws, including those that never began. */
  readonly connections: readonly SessionRecord[]
  /** Connections that got a Begin. */
  sessions(): SessionRecord[]
  /** Sessions that began, and that neither the client terminated nor the service closed. */
  leaked(): SessionRecord[]
  /** The seconds that each session is billed for, by its id; an open one has none yet. */
  billed(): ReadonlyMap<string, { readonly model: string; readonly seconds: number }>
  /** Sessions that are open now. */
  open(): SessionRecord[]
  /** Sent messages of this type, of all sessions, in order of time. */
  sent(type: string): Record<string, unknown>[]
  /** Waits until this holds; checked at each change. Fails with `what` after `withinMs`. */
  until(holds: () => boolean, what: string, withinMs?: number): Promise<void>
  clear(): void
}

/** The log together with what writes it. */
export interface LogWriter extends ServiceLog {
  addRequest(record: RequestRecord): void
  addConnection(record: SessionRecord): void
  changed(): void
}

export function createServiceLog(): LogWriter {
  const requests: RequestRecord[] = []
  const connections: SessionRecord[] = []
  const changes = new EventEmitter()
  changes.setMaxListeners(0)
  const sessions = () => connections.filter((session) => session.beganAt !== null)
  return {
    requests,
    connections,
    sessions,
    leaked: () =>
      sessions().filter(
        (session) =>
          session.terminatedAt === null &&
          session.closed?.by !== 'service' &&
          session.sent.at(-1)?.message.type !== 'Error',
      ),
    billed: () => new Map(sessions().flatMap(billOf)),
    open: () => sessions().filter((session) => session.closed === null),
    sent: (type) =>
      connections
        .flatMap((session) => session.sent)
        .sort((a, b) => a.at - b.at)
        .map(({ message }) => message)
        .filter((message) => message.type === type),
    until: (holds, what, withinMs = 10_000) =>
      new Promise((resolve, reject) => {
        if (holds()) return resolve()
        const stop = (): void => {
          clearTimeout(timer)
          changes.off('change', look)
        }
        const look = (): void => {
          if (!holds()) return
          stop()
          resolve()
        }
        const timer = setTimeout(() => {
          stop()
          reject(new Error(`Not within ${withinMs} ms: ${what}`))
        }, withinMs)
        changes.on('change', look)
      }),
    clear: () => {
      requests.length = 0
      connections.length = 0
    },
    addRequest: (record) => {
      requests.push(record)
      changes.emit('change')
    },
    addConnection: (record) => {
      connections.push(record)
      changes.emit('change')
    },
    changed: () => void changes.emit('change'),
  }
}

/** The service's own figure where it said one, or else how long the connection was open. */
function billOf(session: SessionRecord): [string, { model: string; seconds: number }][] {
  if (session.id === null || session.closed === null) return []
  const said = (type: string) => session.sent.find(({ message }) => message.type === type)?.message
  const configuration = said('Begin')?.configuration as { model: string } | undefined
  const counted = Math.ceil((session.closed.at - session.openedAt) / 1_000)
  const seconds = Number(said('Termination')?.session_duration_seconds ?? counted)
  return [[session.id, { model: configuration?.model ?? '', seconds }]]
}
