import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { closeWithError, createConnection, type Connection, type LoadedModel } from './connection'
import type { DecodeQueue } from './decode-queue'
import { parseParameters } from './parameters'
import type { VoiceDetector } from './session'
import type { TokenBook } from './tokens'

export interface ServerOptions {
  readonly tokens: TokenBook
  readonly queue: DecodeQueue
  readonly model: LoadedModel
  /** The wire names that `speech_model` may have. */
  readonly models: readonly string[]
  readonly createDetector: () => VoiceDetector
  readonly now: () => number
  /** Audio taken in by any session, in ms. */
  readonly onAudio: (ms: number) => void
  readonly onFailure: (cause: Error) => void
}

export interface EngineServer {
  readonly port: number
  /** New sessions use this model; running ones keep theirs. */
  use(model: LoadedModel): void
  /** All sessions, the running ones too, go on with this model. */
  fallBack(model: LoadedModel): void
  close(): Promise<void>
}

const allowedOrigin = 'app://recorder'
const path = '/v3/ws'
const largestMessage = 128 * 1024

/** Serves the streaming protocol on a free port of 127.0.0.1. */
export async function startServer(options: ServerOptions): Promise<EngineServer> {
  const connections = new Set<Connection>()
  let model = options.model

  const http = createServer((_request, response) => {
    response.writeHead(404).end()
  })
  // Closes with 1009 by itself where a message is larger.
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: largestMessage,
    perMessageDeflate: false,
  })

  function begin(socket: WebSocket, query: URLSearchParams): void {
    // A fault of the connection (a message too large, a lost page) ends in 'close', which is handled.
    socket.on('error', () => undefined)
    const token = options.tokens.redeem(query.get('token'))
    if (!token.ok) return closeWithError(socket, token.error)
    const parameters = parseParameters(query, options.models)
    if (!parameters.ok) return closeWithError(socket, parameters.error)
    const connection = createConnection({
      socket,
      parameters: parameters.value,
      maxSessionSeconds: token.maxSessionSeconds,
      model,
      detector: options.createDetector(),
      queue: options.queue,
      now: options.now,
      onAudio: options.onAudio,
      onFailure: options.onFailure,
    })
    connections.add(connection)
    socket.on('close', () => connections.delete(connection))
  }

  http.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy())
    const url = new URL(request.url ?? '/', 'ws://127.0.0.1')
    if (url.pathname !== path) return refuse(stream, '404 Not Found')
    // SECURITY: a web page in any browser of this computer could connect; its origin gives it away.
    if (request.headers.origin !== allowedOrigin) return refuse(stream, '403 Forbidden')
    sockets.handleUpgrade(request, stream, head, (socket) => begin(socket, url.searchParams))
  })

  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(0, '127.0.0.1', resolve)
  })

  return {
    port: (http.address() as AddressInfo).port,
    use(next) {
      model = next
    },
    fallBack(next) {
      model = next
      for (const connection of connections) connection.fallBack(next)
    },
    async close() {
      for (const socket of sockets.clients) socket.terminate()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}

function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
