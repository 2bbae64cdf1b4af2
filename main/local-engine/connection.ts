import { randomUUID } from 'node:crypto'
import type { RawData, WebSocket } from 'ws'
import { parseClientMessage, type ClientMessage } from './client-message'
import type { AnyRecogniser, DecodeQueue } from './decode-queue'
import { createArrivals } from './delay'
import { createFrameRules } from './frame-rules'
import type { SessionParameters } from './parameters'
import { openSession } from './open-session'
import type { VoiceDetector } from './session'
import * as wire from './wire'

/** A recogniser and the name that Begin reports for it. */
export interface LoadedModel {
  readonly wireName: string
  readonly recogniser: AnyRecogniser
}

export interface ConnectionOptions {
  readonly socket: WebSocket
  readonly parameters: SessionParameters
  readonly maxSessionSeconds: number
  readonly terms: readonly string[]
  readonly model: LoadedModel
  readonly detector: VoiceDetector
  readonly queue: DecodeQueue
  readonly now: () => number
  readonly onAudio: (ms: number) => void
  readonly onFinal: (delayMs: number) => void
  readonly onFailure: (cause: Error) => void
}

export interface Connection {
  /** Continues with another model; the client receives a Warning. */
  fallBack(model: LoadedModel): void
}

const heartbeatMs = 5_000
/** Text messages that a session may send at once, and per second of its age. */
const textAllowance = { atOnce: 100, perSecond: 10 }
/** The error of a session that ends because of the engine. */
export const sessionFailed: wire.ProtocolError = {
  code: 3005,
  text: 'Session Cancelled: An error occurred',
}
/** A warning code of this engine; the service's codes are not published. */
const slowWarningCode = 1

/** Ends a connection as the service does: the reason in an Error frame, then the close. */
export function closeWithError(socket: WebSocket, error: wire.ProtocolError): void {
  if (socket.readyState !== socket.OPEN) return
  socket.send(wire.errorFrame(error))
  socket.close(error.code, wire.closeReason)
}

/** One accepted session on one socket, from Begin to Termination. */
export function createConnection(options: ConnectionOptions): Connection {
  const { socket, parameters, now } = options
  const startedAt = now()
  const rules = createFrameRules()
  const arrivals = createArrivals()
  let model = options.model
  let ending = false
  let texts = 0
  let heartbeats: NodeJS.Timeout | null = null
  let inactivity: NodeJS.Timeout | null = null

  const session = openSession({
    now,
    detector: options.detector,
    queue: options.queue,
    recogniser: () => model.recogniser,
    filterProfanity: parameters.filterProfanity,
    terms: options.terms,
    onTurn: (turn) => {
      if (turn.endOfTurn || parameters.partials) send(wire.turn(turn))
      const end = turn.endOfTurn ? turn.words.at(-1)?.endMs : undefined
      const heardAt = end === undefined ? null : arrivals.of(end)
      if (heardAt !== null) options.onFinal(Math.max(0, now() - heardAt))
    },
    onFailure: (cause) => {
      options.onFailure(cause)
      end(sessionFailed)
    },
  })

  function send(message: string): void {
    if (socket.readyState === socket.OPEN) socket.send(message)
  }

  function end(error: wire.ProtocolError): void {
    if (ending) return
    ending = true
    closeWithError(socket, error)
  }

  function setHeartbeat(on: boolean): void {
    if (heartbeats) clearInterval(heartbeats)
    heartbeats = on ? setInterval(sendHeartbeat, heartbeatMs) : null
  }

  function sendHeartbeat(): void {
    const durationMs = Math.max(1, now() - startedAt)
    send(
      wire.heartbeat({
        receivedMs: session.receivedMs(),
        durationMs,
        realtimeFactor: session.processedMs() / durationMs,
      }),
    )
  }

  function restartInactivityTimer(): void {
    const seconds = parameters.inactivitySeconds
    if (seconds === null) return
    if (inactivity) clearTimeout(inactivity)
    inactivity = setTimeout(() => {
      end({
        code: 3006,
        text: `Session terminated due to inactivity: No messages received for ${seconds} seconds`,
      })
    }, seconds * 1000)
  }

  async function terminate(): Promise<void> {
    ending = true
    await session.endTurn()
    send(wire.termination(session.receivedMs(), now() - startedAt))
    socket.close(1000, wire.endedReason)
  }

  function handleMessage(message: ClientMessage): void {
    switch (message.type) {
      case 'UpdateConfiguration':
        if (message.session_heartbeat !== undefined) setHeartbeat(message.session_heartbeat)
        return
      case 'ForceEndpoint':
        void session.endTurn()
        return
      case 'KeepAlive':
        return
      case 'Terminate':
        void terminate()
        return
    }
  }

  function handleAudio(pcm: Uint8Array): void {
    const fault = rules.check(pcm.byteLength, now() - startedAt)
    if (fault) return end(fault)
    options.onAudio(pcm.byteLength / 32)
    arrivals.add(session.receivedMs() + pcm.byteLength / 32, now())
    session.accept(pcm)
  }

  function handleText(text: string): void {
    texts += 1
    if (texts > textAllowance.atOnce + ((now() - startedAt) / 1_000) * textAllowance.perSecond) {
      return end({ code: 3006, text: 'User Input Validation Error: Too many messages' })
    }
    const parsed = parseClientMessage(text)
    if (parsed.ok) handleMessage(parsed.value)
    else end(parsed.error)
  }

  socket.on('message', (data: RawData, isBinary: boolean) => {
    if (ending) return
    // SECURITY: what a message causes must end this session only, never the process.
    try {
      restartInactivityTimer()
      const bytes = toBytes(data)
      if (isBinary) handleAudio(bytes)
      else handleText(Buffer.from(bytes).toString('utf8'))
    } catch (cause) {
      options.onFailure(cause instanceof Error ? cause : new Error(String(cause)))
      end(sessionFailed)
    }
  })

  const expiry = setTimeout(() => {
    end({ code: 3008, text: 'Session Expired: Maximum session duration exceeded' })
  }, options.maxSessionSeconds * 1000)

  socket.on('close', () => {
    clearTimeout(expiry)
    if (inactivity) clearTimeout(inactivity)
    setHeartbeat(false)
    session.cancel()
  })

  send(
    wire.begin({
      id: randomUUID(),
      expiresAtMs: startedAt + options.maxSessionSeconds * 1000,
      model: model.wireName,
      filterProfanity: parameters.filterProfanity,
      timing: model.recogniser.timing,
    }),
  )
  setHeartbeat(parameters.heartbeat)
  restartInactivityTimer()

  return {
    fallBack(next) {
      model = next
      send(wire.warning(slowWarningCode, `This computer is slow; continuing with ${next.wireName}`))
    },
  }
}

function toBytes(data: RawData): Uint8Array {
  if (data instanceof ArrayBuffer) return new Uint8Array(data)
  return Array.isArray(data) ? Buffer.concat(data) : data
}
