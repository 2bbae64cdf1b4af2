import type { SessionGrant, SessionUpdate } from '../../../common/model'
import type { CloseCause, CloseReason } from './close-codes'
import type { Socket, StreamingDeps } from './deps'
import {
  parseServerMessage,
  type BeginMessage,
  type HeartbeatMessage,
  type ServerMessage,
  type SpeakerRevisionMessage,
  type TurnMessage,
  type WarningMessage,
} from './protocol'
import { sessionLifeMs } from './rotation-plan'
import type { IdleTimeout } from './timers'
import { truncate } from './truncate'

/** From the attempt to Begin; 1.3 s is usual over a long distance. */
const beginMs = 10_000
/** A heartbeat comes every 5 s: a socket without a message for this long is dead. */
export const silentMs = 15_000
/** The close follows an Error frame after about 0.2 s. */
const closeAfterErrorMs = 1_000
/** From Terminate, or the last turn since, to Termination. */
const terminationMs = 5_000
/** How often a session that waits for its sound sends KeepAlive; without, it is closed after 60 s. */
const keepAliveMs = 20_000

export interface SessionHandlers {
  onBegin(message: BeginMessage): void
  onTurn(message: TurnMessage): void
  onSpeakers(message: SpeakerRevisionMessage): void
  onHeartbeat(message: HeartbeatMessage): void
  onWarning(message: WarningMessage): void
  /** A message that is counted and has no effect. */
  onIgnored(messageType: string): void
}

/** When a session began, and how long it can last from then on, in ms. */
export interface SessionBegin {
  readonly id: string
  readonly beganAt: number
  /** From the attempt to Begin; a session is billed from its connection on. */
  readonly connectingMs: number
  readonly lifeMs: number
}

export interface SessionEnding extends CloseReason {
  /** From Begin to the end, in ms; null if there was no Begin. */
  readonly lastedMs: number | null
  /** How long the service says that the session was open, in seconds: that is billed. */
  readonly billedSeconds: number | null
  /** The service answered Terminate: all words are here. */
  readonly complete: boolean
}

/** One connection, from the attempt to its end. */
export interface Session {
  /** null if the session ends without a Begin. */
  readonly begun: Promise<SessionBegin | null>
  readonly ended: Promise<SessionEnding>
  /** Bytes that wait in this computer. */
  bufferedBytes(): number
  /** Only between Begin and the end. */
  send(pcm: ArrayBuffer): void
  /** Changes what the session listens for; it is not confirmed. Only between Begin and the end. */
  configure(update: SessionUpdate): void
  /** Asks for the last turns. They are accepted until Termination or the close, or for 5 s. */
  terminate(): void
  /** Ends it at once, without its last turns. */
  abandon(): void
}

export interface SessionOptions {
  readonly handlers: SessionHandlers
  readonly deps: StreamingDeps
  /** Restarted by each turn that comes and each frame that is sent. */
  readonly idle: Pick<IdleTimeout, 'restart'>
}

/** Connects with a grant. Nothing is thrown: `ended` reports every failure. */
export function connectSession(grant: SessionGrant, options: SessionOptions): Session {
  const { handlers, deps, idle } = options
  /** The engine on this computer is reached without encryption. */
  const isService = grant.url.startsWith('wss:')
  const hasHeartbeat = /[?&]session_heartbeat=true\b/.test(grant.url)
  let socket: Socket | null = null
  let beganAt: number | null = null
  let lastMessageAt = deps.now()
  let isTerminating = false
  let isUsed = false
  let isOver = false
  let billedSeconds: number | null = null
  const attemptedAt = deps.now()
  let failure: { readonly code: number | null; readonly text: string } | null = null
  let settleBegun: (begin: SessionBegin | null) => void = () => undefined
  let settleEnded: (ending: SessionEnding) => void = () => undefined
  const begun = new Promise<SessionBegin | null>((resolve) => (settleBegun = resolve))
  const ended = new Promise<SessionEnding>((resolve) => (settleEnded = resolve))
  const timers = new Set<() => void>()
  let onMoreTurns: () => void = () => undefined

  /** A timer that ends with the session. */
  function after(ms: number, run: () => void): () => void {
    const cancel = deps.after(ms, () => {
      timers.delete(cancel)
      run()
    })
    timers.add(cancel)
    return () => {
      timers.delete(cancel)
      cancel()
    }
  }

  function end(cause: CloseCause, text: string, complete = false): void {
    if (isOver) return
    isOver = true
    for (const cancel of timers) cancel()
    if (socket !== null) leave(socket)
    const lastedMs = beganAt === null ? null : deps.now() - beganAt
    settleBegun(null)
    settleEnded({ cause, text, lastedMs, complete, billedSeconds })
  }

  /** A session that is not terminated costs money until it ends by itself. */
  function leave(left: Socket): void {
    if (left.isOpen() && !isTerminating) left.send(terminateMessage)
    left.close()
  }

  function watchSilence(): void {
    const quietMs = deps.now() - lastMessageAt
    if (quietMs >= silentMs) end('silent', `no message for ${Math.round(quietMs / 1_000)} s`)
    else after(silentMs - quietMs, watchSilence)
  }

  /** Silence counts only from the first sound on: an unused session has nothing to report. */
  function markUsed(): void {
    if (isUsed) return
    isUsed = true
    lastMessageAt = deps.now()
    if (hasHeartbeat) watchSilence()
  }

  function keepAlive(): void {
    if (isUsed || isTerminating) return
    if (socket?.isOpen() === true) socket.send(keepAliveMessage)
    after(keepAliveMs, keepAlive)
  }

  function waitForTermination(): void {
    const cancel = after(terminationMs, () => end('terminated', 'no Termination'))
    onMoreTurns = () => {
      cancel()
      waitForTermination()
    }
  }

  function onClose(code: number, reason: string): void {
    if (isTerminating && failure === null) return end('terminated', reason, code === 1000)
    if (beganAt === null && failure === null && code === 1006) {
      return end(isService ? 'blocked' : 'unreachable', reason)
    }
    end(failure?.code ?? code, failure?.text ?? reason)
  }

  function begin(message: BeginMessage): void {
    if (beganAt !== null) return
    beganAt = deps.now()
    after(keepAliveMs, keepAlive)
    handlers.onBegin(message)
    settleBegun({
      id: truncate(message.id, 64),
      beganAt,
      connectingMs: beganAt - attemptedAt,
      lifeMs: sessionLifeMs(message.expires_at, deps.wallClock()),
    })
  }

  function handle(message: ServerMessage): void {
    switch (message.type) {
      case 'Begin':
        return begin(message)
      case 'Turn':
        idle.restart()
        onMoreTurns()
        return handlers.onTurn(message)
      case 'SpeakerRevision':
        return handlers.onSpeakers(message)
      case 'Heartbeat':
        return handlers.onHeartbeat(message)
      case 'Warning':
        return handlers.onWarning(message)
      case 'Error': {
        const error = { code: message.error_code ?? null, text: message.error ?? '' }
        failure = error
        after(closeAfterErrorMs, () => end(error.code ?? 3005, error.text))
        return
      }
      case 'Termination':
        billedSeconds = message.session_duration_seconds ?? null
        return isTerminating ? end('terminated', '', true) : end(1000, '')
      case 'SpeechStarted':
        return
    }
  }

  function onMessage(data: unknown): void {
    if (isOver) return
    lastMessageAt = deps.now()
    const parsed = parseServerMessage(data)
    if (parsed.known) handle(parsed.message)
    else handlers.onIgnored(parsed.messageType)
  }

  function open(url: string): void {
    after(beginMs, () => {
      if (beganAt === null) end('begin-timeout', '')
    })
    try {
      socket = deps.connect(url, { onMessage, onClose })
    } catch (cause) {
      end('unreachable', cause instanceof Error ? cause.name : '')
    }
  }

  // SECURITY: the token is in this address only; it is never logged or kept.
  open(`${grant.url}&token=${encodeURIComponent(grant.token)}`)

  return {
    begun,
    ended,
    bufferedBytes: () => socket?.bufferedBytes() ?? 0,
    send: (pcm) => {
      if (isOver || socket?.isOpen() !== true) return
      markUsed()
      idle.restart()
      socket.send(pcm)
    },
    configure: (update) => {
      if (isOver || isTerminating || socket?.isOpen() !== true) return
      socket.send(JSON.stringify({ type: 'UpdateConfiguration', ...update }))
    },
    terminate: () => {
      if (isOver || isTerminating) return
      isTerminating = true
      if (socket?.isOpen() === true) socket.send(terminateMessage)
      waitForTermination()
    },
    abandon: () => end('terminated', 'abandoned'),
  }
}

const terminateMessage = JSON.stringify({ type: 'Terminate' })
const keepAliveMessage = JSON.stringify({ type: 'KeepAlive' })
