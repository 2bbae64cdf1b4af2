import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { WebSocketServer, type WebSocket } from 'ws'
import { createChatApi, type ChatRecord } from './chat'
import { createConnection, type Connection } from './connection'
import { admit } from './connection-gate'
import { handleHttp } from './http'
import {
  defaultBehaviour,
  mergeBehaviour,
  type Fault,
  type Behaviour,
  type BehaviourPatch,
} from './options'
import { createSessionLimiter } from './limiter'
import { createServiceLog, type ServiceLog, type SessionRecord } from './log'
import { openSession, type Session } from './session'
import { createTokenStore } from './tokens'
import { createTranscriptApi, type BilledJob } from './transcripts'

/** The simulator of the streaming service, on one loopback port. */
export interface Service {
  /** http://127.0.0.1:PORT: tokens at /v3/token, sessions at ws: /v3/ws. */
  readonly url: string
  readonly log: ServiceLog
  /** Every token that was issued. */
  tokens(): string[]
  configure(patch: BehaviourPatch): void
  /** Applies this fault to every open session. Returns how many there are. */
  inject(fault: Fault): number
  /** Completes all pre-recorded jobs now. */
  finishTranscripts(): void
  /** Every pre-recorded job that was created. */
  billedJobs(): readonly BilledJob[]
  /** Every chat that was asked for. */
  chats(): readonly ChatRecord[]
  /** The ids of the jobs that were not deleted. */
  keptJobs(): readonly string[]
  /** Breaks every connection and refuses new ones, like an unplugged cable. */
  goOffline(): Promise<void>
  goOnline(): Promise<void>
  close(): Promise<void>
}

export interface ServiceOptions {
  readonly behaviour?: BehaviourPatch
  /** 0, the default, takes any free port. */
  readonly port?: number
  /** Whether the log keeps the sound of each session; on by default. */
  readonly keepAudio?: boolean
}

/** Longer messages are closed with 1009. */
const longestMessage = 128 * 1_024

export async function startService(options: ServiceOptions = {}): Promise<Service> {
  let behaviour: Behaviour = mergeBehaviour(defaultBehaviour, options.behaviour ?? {})
  const log = createServiceLog()
  const tokens = createTokenStore()
  const limiter = createSessionLimiter()
  const transcripts = createTranscriptApi(() => behaviour.transcripts)
  const chat = createChatApi(() => behaviour.chat)
  const sockets = new Set<Socket>()
  const sessions = new Set<Session>()
  let answered = 0
  let opened = 0
  let began = 0

  /** The item of a list at this index, or null after its end. */
  function next<T>(row: readonly T[], index: number, repeat: boolean): T | null {
    return row[repeat ? Math.min(index, row.length - 1) : index] ?? null
  }

  const server = createServer((request, response) => {
    const nextAnswer = () => next(behaviour.token.answers, answered++, behaviour.token.repeatLast)
    handleHttp(
      { behaviour: () => behaviour, log, tokens, transcripts, chat, nextAnswer },
      request,
      response,
    )
  })
  const upgrader = new WebSocketServer({ noServer: true, maxPayload: longestMessage })

  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
  })

  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    const url = new URL(request.url ?? '/', 'http://service')
    if (url.pathname !== '/v3/ws') {
      socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n')
      return
    }
    const opening = next(behaviour.session.openings, opened++, behaviour.session.repeatLastOpening)
    if (opening?.kind === 'hang') return
    if (opening?.kind === 'cut') {
      socket.destroy()
      return
    }
    if (opening?.kind === 'status') {
      socket.end(`HTTP/1.1 ${opening.status} Refused\r\nconnection: close\r\n\r\n`)
      return
    }
    upgrader.handleUpgrade(request, socket, head, (client) => {
      const record = createRecord(request, url)
      log.addConnection(record)
      const connection = createConnection(client, { record, behaviour: () => behaviour, log })
      if (opening?.kind === 'error') return connection.fail(opening.code, opening.text)
      if (opening?.kind === 'close') return connection.close(opening.code, '')
      if (opening?.kind === 'no-begin') return
      serve(client, connection)
    })
  })

  /** Checks credentials and parameters only after the upgrade, as the service does. */
  function serve(client: WebSocket, connection: Connection): void {
    const { query, headers } = connection.record
    const verdict = admit(
      { query, authorization: headers.authorization },
      { behaviour, tokens, limiter },
    )
    if (!verdict.ok) return connection.fail(verdict.code, verdict.text)
    const session = openSession(client, connection, {
      behaviour: () => behaviour,
      log,
      parameters: verdict.parameters,
      capSeconds: verdict.capSeconds,
      nextIndex: () => began++,
      keepAudio: options.keepAudio ?? true,
    })
    sessions.add(session)
    client.on('close', () => sessions.delete(session))
  }

  function createRecord(request: IncomingMessage, url: URL): SessionRecord {
    return {
      index: log.connections.length,
      openedAt: Date.now(),
      query: Object.fromEntries(url.searchParams),
      headers: { ...request.headers },
      id: null,
      beganAt: null,
      frames: [],
      bytes: 0,
      audio: [],
      words: [],
      received: [],
      sent: [],
      terminatedAt: null,
      closed: null,
    }
  }

  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject)
        resolve()
      })
    })

  async function goOffline(): Promise<void> {
    if (!server.listening) return
    const stopped = new Promise<void>((resolve) => server.close(() => resolve()))
    for (const session of sessions) session.connection.cut()
    for (const socket of sockets) socket.destroy()
    await stopped
  }

  await listen(options.port ?? 0)
  const { port } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${port}`,
    log,
    tokens: tokens.issued,
    configure(patch) {
      behaviour = mergeBehaviour(behaviour, patch)
      if (patch.token?.answers) answered = 0
      if (patch.session?.openings) opened = 0
      if (patch.transcripts?.answers) transcripts.reorder()
      if (patch.chat?.answers) chat.reorder()
    },
    inject(fault) {
      const struck = [...sessions]
      for (const session of struck) session.inject(fault)
      return struck.length
    },
    finishTranscripts: () => transcripts.finish(),
    billedJobs: transcripts.billed,
    keptJobs: transcripts.kept,
    chats: () => chat.requests,
    goOffline,
    goOnline: async () => {
      if (!server.listening) await listen(port)
    },
    close: goOffline,
  }
}
