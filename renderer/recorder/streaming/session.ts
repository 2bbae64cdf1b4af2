import type { SessionGrant } from '../../../preload/model'
import type { Closure, ClosureCause } from './closures'
import type { Environment, Socket } from './environment'
import {
  parseServerMessage,
  type BeginMessage,
  type HeartbeatMessage,
  type ServerMessage,
  type SpeakerRevisionMessage,
  type TurnMessage,
} from './protocol'
import { shorten } from './shorten'

/** From the attempt to Begin; 1.3 s is usual over a long way. */
const beginMs = 10_000
/** With a heartbeat every 5 s, a socket that says nothing for this long is dead. */
const silentMs = 15_000
/** The close follows an Error frame by about 0.2 s. */
const closeAfterErrorMs = 1_000
/** From Terminate, or the last turn since, to Termination. */
const terminationMs = 5_000
/** A session that waits for its audio says that it is there, or it would be closed after 60 s. */
const keepAliveMs = 20_000

export interface SessionHandlers {
  onBegin(message: BeginMessage): void
  onTurn(message: TurnMessage): void
  onSpeakers(message: SpeakerRevisionMessage): void
  onHeartbeat(message: HeartbeatMessage): void
  /** A message that is counted and not acted upon. */
  onIgnored(messageType: string): void
}

export interface SessionEnding extends Closure {
  /** From Begin to the end, in ms; null where there was no Begin. */
  readonly lastedMs: number | null
  /** It was terminated and answered: no word is still to come. */
  readonly complete: boolean
}

/** One connection, from the attempt to its end. It never comes back to life. */
export interface Session {
  readonly ended: Promise<SessionEnding>
  /** Bytes that wait in this computer. */
  bufferedBytes(): number
  /** Only between Begin and the end. */
  send(pcm: ArrayBuffer): void
  /** Asks for the last turns; they are taken until Termination or the close, or 5 s without one. */
  terminate(): void
  /** Leaves it at once, without its last turns. */
  abandon(): void
}

/** Opens a session with a grant; whatever becomes of it, `ended` says it and nothing is thrown. */
export function openSession(
  grant: SessionGrant,
  handlers: SessionHandlers,
  environment: Environment,
): Session {
  const hasHeartbeat = /[?&]session_heartbeat=true\b/.test(grant.url)
  const openedAt = environment.now()
  let socket: Socket | null = null
  let beganAt: number | null = null
  let lastMessageAt = openedAt
  let terminating = false
  let isUsed = false
  let over = false
  let failure: { readonly code: number | null; readonly text: string } | null = null
  let settle: (ending: SessionEnding) => void = () => undefined
  const ended = new Promise<SessionEnding>((resolve) => (settle = resolve))
  const stops = new Set<() => void>()
  let moreTurns: () => void = () => undefined

  function limit(ms: number, run: () => void): () => void {
    const stop = environment.after(ms, () => {
      stops.delete(stop)
      run()
    })
    stops.add(stop)
    return () => {
      stops.delete(stop)
      stop()
    }
  }

  function end(cause: ClosureCause, text: string, complete = false): void {
    if (over) return
    over = true
    for (const stop of stops) stop()
    if (socket !== null) leave(socket)
    const lastedMs = beganAt === null ? null : environment.now() - beganAt
    settle({ cause, text, lastedMs, complete })
  }

  /** A session that is not terminated is billed until it ends by itself. */
  function leave(left: Socket): void {
    if (left.isOpen() && !terminating) left.send(terminateMessage)
    left.close()
  }

  function watchSilence(): void {
    const quietMs = environment.now() - lastMessageAt
    if (quietMs >= silentMs) end('silent', `no message for ${Math.round(quietMs / 1_000)} s`)
    else limit(silentMs - quietMs, watchSilence)
  }

  /** Not before there is audio: a session that is not used yet has nothing to say. */
  function markUsed(): void {
    if (isUsed) return
    isUsed = true
    lastMessageAt = environment.now()
    if (hasHeartbeat) watchSilence()
  }

  function keepAlive(): void {
    if (isUsed || terminating) return
    if (socket?.isOpen() === true) socket.send(keepAliveMessage)
    limit(keepAliveMs, keepAlive)
  }

  function waitForTermination(): void {
    const callOff = limit(terminationMs, () => end('terminated', 'no Termination'))
    moreTurns = () => {
      callOff()
      waitForTermination()
    }
  }

  function onClose(code: number, reason: string): void {
    if (terminating && failure === null) return end('terminated', reason, code === 1000)
    if (beganAt === null && failure === null && code === 1006) return end('unreachable', reason)
    end(failure?.code ?? code, failure?.text ?? reason)
  }

  function begin(message: BeginMessage): void {
    if (beganAt !== null) return
    beganAt = environment.now()
    limit(keepAliveMs, keepAlive)
    handlers.onBegin(message)
  }

  function obey(message: ServerMessage): void {
    switch (message.type) {
      case 'Begin':
        return begin(message)
      case 'Turn':
        moreTurns()
        return handlers.onTurn(message)
      case 'SpeakerRevision':
        return handlers.onSpeakers(message)
      case 'Heartbeat':
        return handlers.onHeartbeat(message)
      case 'Warning':
        return handlers.onIgnored(shorten(`Warning ${message.warning_code ?? ''}`.trim(), 80))
      case 'Error': {
        const error = { code: message.error_code ?? null, text: message.error ?? '' }
        failure = error
        limit(closeAfterErrorMs, () => end(error.code ?? 3005, error.text))
        return
      }
      case 'Termination':
        return terminating ? end('terminated', '', true) : end(1000, '')
      case 'SpeechStarted':
        return
    }
  }

  function onMessage(data: unknown): void {
    if (over) return
    lastMessageAt = environment.now()
    const parsed = parseServerMessage(data)
    if (parsed.known) obey(parsed.message)
    else handlers.onIgnored(parsed.messageType)
  }

  function open(url: string): void {
    limit(beginMs, () => {
      if (beganAt === null) end('begin-timeout', '')
    })
    try {
      socket = environment.connect(url, { onMessage, onClose })
    } catch (cause) {
      end('unreachable', cause instanceof Error ? cause.name : '')
    }
  }

  // SECURITY: the token stands in this address alone; it is never logged or kept.
  open(`${grant.url}&token=${encodeURIComponent(grant.token)}`)

  return {
    ended,
    bufferedBytes: () => socket?.bufferedBytes() ?? 0,
    send: (pcm) => {
      if (over || socket?.isOpen() !== true) return
      markUsed()
      socket.send(pcm)
    },
    terminate: () => {
      if (over || terminating) return
      terminating = true
      if (socket?.isOpen() === true) socket.send(terminateMessage)
      waitForTermination()
    },
    abandon: () => end('terminated', 'abandoned'),
  }
}

const terminateMessage = JSON.stringify({ type: 'Terminate' })
const keepAliveMessage = JSON.stringify({ type: 'KeepAlive' })
