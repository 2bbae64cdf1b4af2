import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { admit, type Admission } from './admission'
import { createConnectionLimits } from './connection-limits'
import {
  closeWithError,
  createConnection,
  sessionFailed,
  type Connection,
  type LoadedModel,
} from './connection'
import type { DecodeQueue } from './decode-queue'
import { parseParameters } from './parameters'
import type { VoiceDetector } from './session'
import type { TokenStore } from './tokens'

export interface ServerOptions {
  /** Where to listen, on 127.0.0.1; any port if it is 0 or taken. */
  readonly port: number
  readonly tokens: TokenStore
  readonly queue: DecodeQueue
  readonly model: LoadedModel
  /** Returns the accepted values of `speech_model`. */
  readonly models: () => readonly string[]
  readonly createDetector: () => VoiceDetector
  readonly now: () => number
  /** Called with the duration of audio received by any session, in ms. */
  readonly onAudio: (ms: number) => void
  /** Called with the time from the arrival of a turn's last word to its final text, in ms. */
  readonly onFinal: (delayMs: number) => void
  readonly onFailure: (cause: Error) => void
}

export interface EngineServer {
  readonly port: number
  /** Sets the model of new sessions; running ones keep theirs. */
  setModel(model: LoadedModel): void
  /** Switches all sessions, including running ones, to this model. */
  fallBack(model: LoadedModel): void
  close(): Promise<void>
}

const largestMessage = 128 * 1024
/** Chromium's upgrade request has less than 1 kB of headers; the token is in the target. */
const largestHeaders = 8 * 1024
/** How long the headers of a request may take, in ms. */
const headersMs = 5_000

/**
 * Serves the streaming protocol on a port of 127.0.0.1.
 * SECURITY: a request can end its own connection and nothing else. Every listener catches what it
 * throws, and nothing is parsed before `admit` has accepted the origin and the token.
 */
export async function startServer(options: ServerOptions): Promise<EngineServer> {
  const connections = new Set<Connection>()
  const limits = createConnectionLimits(options.now)
  let model = options.model

  const http = createServer(
    {
      maxHeaderSize: largestHeaders,
      headersTimeout: headersMs,
      requestTimeout: headersMs,
      connectionsCheckingInterval: headersMs,
    },
    (_request, response) => {
      response.writeHead(404, { connection: 'close' }).end()
    },
  )
  // Closes with 1009 if a message is larger.
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: largestMessage,
    perMessageDeflate: false,
  })

  function begin(socket: WebSocket, admission: Admission & { ok: true }): void {
    // A connection error (a message that is too large, a page that has gone) also ends in 'close'.
    socket.on('error', () => undefined)
    const token = options.tokens.redeem(admission.token)
    if (!token.ok) return closeWithError(socket, token.error)
    const parameters = parseParameters(new URLSearchParams(admission.query), options.models())
    if (!parameters.ok) return closeWithError(socket, parameters.error)
    const connection = createConnection({
      socket,
      parameters: parameters.value,
      maxSessionSeconds: token.maxSessionSeconds,
      terms: token.terms,
      model,
      detector: options.createDetector(),
      queue: options.queue,
      now: options.now,
      onAudio: options.onAudio,
      onFinal: options.onFinal,
      onFailure: options.onFailure,
    })
    connections.add(connection)
    socket.on('close', () => connections.delete(connection))
  }

  function upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const { url: target = '', headers } = request
    const admission = admit({ target, origin: headers.origin }, options.tokens)
    if (!admission.ok) return refuse(stream, admission.status)
    limits.accepted(request.socket)
    sockets.handleUpgrade(request, stream, head, (socket) => {
      try {
        begin(socket, admission)
      } catch (cause) {
        options.onFailure(cause instanceof Error ? cause : new Error(String(cause)))
        closeWithError(socket, sessionFailed)
      }
    })
  }

  http.on('connection', (socket) => {
    socket.on('error', () => socket.destroy())
    limits.opened(socket)
  })
  http.on('clientError', (_cause, stream) => stream.destroy())
  http.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    try {
      upgrade(request, stream, head)
    } catch {
      stream.destroy()
    }
  })

  await listen(http, options.port).catch((cause: unknown) => {
    const isTaken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE'
    if (!isTaken) throw cause
    return listen(http, 0)
  })
  http.on('error', options.onFailure)

  return {
    port: (http.address() as AddressInfo).port,
    setModel(next) {
      model = next
    },
    fallBack(next) {
      model = next
      for (const connection of connections) connection.fallBack(next)
    },
    async close() {
      for (const socket of sockets.clients) socket.terminate()
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}

function listen(http: Server, port: number): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, '127.0.0.1', () => {
      http.off('error', reject)
      resolve()
    })
  })
}

function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
