import { randomUUID } from 'node:crypto'
import type { RawData, WebSocket } from 'ws'
import { createAudioRules } from './audio-rules'
import type { Connection } from './connection'
import type { Fault, Behaviour, PlannedFault } from './options'
import type { LogWriter } from './log'
import { begin, heartbeat, termination } from './messages'
import { clampSilence, textFaults, textList, type SessionParameters } from './parameters'
import { createTurnMaker, type TimedMessage } from './turns'

/** A session that the gate admitted. */
export interface Session {
  readonly connection: Connection
  inject(fault: Fault): void
}

export interface SessionContext {
  readonly behaviour: () => Behaviour
  readonly log: LogWriter
  readonly parameters: SessionParameters
  /** The cap that the token set, in the service's seconds. */
  readonly capSeconds: number
  /** Counts the sessions that began. */
  readonly nextIndex: () => number
  /** Whether the log keeps the sound. */
  readonly keepAudio: boolean
}

const invalid = 'User Input Validation Error:'
/** How long sound waits until it is processed. */
const drainMs = 20
/** How much sound may be processed ahead of the clock. */
const slackMs = 500
/** From an unknown message to its Error. */
const unknownMs = 1_000

/** Serves one session from Begin to its close. */
export function openSession(
  socket: WebSocket,
  connection: Connection,
  context: SessionContext,
): Session {
  const { behaviour, log, parameters } = context
  const { record } = connection
  const openedAt = record.openedAt
  const rules = createAudioRules(() => behaviour().session.lookAheadSeconds)
  const turns = createTurnMaker(
    parameters,
    () => behaviour().turns,
    (word) => record.words.push(word),
  )
  const bytesPerMs = (parameters.sampleRate * parameters.bytesPerSample) / 1_000
  const queue: Uint8Array[] = []
  const injected = new Set<PlannedFault>()
  let sessionIndex = -1
  let workedMs = 0
  let draining = false
  let terminated = false
  let heartbeats = parameters.heartbeat
  let inactivity: NodeJS.Timeout | null = null

  const elapsedMs = (): number => Date.now() - openedAt
  const seconds = (count: number): number => count * behaviour().session.secondMs

  function send(sayings: readonly TimedMessage[]): void {
    for (const { message, delayMs } of sayings) connection.send(message, delayMs)
  }

  function active(): void {
    if (inactivity) clearTimeout(inactivity)
    const limit = parameters.inactivitySeconds
    if (limit === null || terminated) return
    inactivity = connection.later(seconds(limit), () => {
      const text = `Session terminated due to inactivity: No messages received for ${limit} seconds`
      connection.fail(3006, `${invalid} ${text}`)
    })
  }

  function scheduleHeartbeat(): void {
    connection.later(seconds(behaviour().session.heartbeatSeconds), () => {
      if (heartbeats) connection.send(heartbeat(rules.receivedMs, elapsedMs()))
      scheduleHeartbeat()
    })
  }

  function work(bytes: Uint8Array): void {
    workedMs += bytes.length / bytesPerMs
    send(parameters.bytesPerSample === 2 ? turns.audio(bytes) : [])
  }

  function drain(): void {
    draining = false
    const allowedMs = elapsedMs() * behaviour().session.processingRate + slackMs
    while (queue[0] && workedMs + queue[0].length / bytesPerMs <= allowedMs) {
      const next = queue.shift()
      if (next) work(next)
    }
    if (queue.length === 0 || draining) return
    draining = true
    connection.later(drainMs, drain)
  }

  function receiveAudio(bytes: Uint8Array): void {
    record.frames.push({ at: Date.now(), bytes: bytes.length })
    record.bytes += bytes.length
    if (context.keepAudio) record.audio.push(bytes)
    const fault = rules.check(bytes.length / bytesPerMs, elapsedMs())
    if (fault !== null) return connection.fail(3007, fault)
    queue.push(bytes)
    if (!draining) drain()
    for (const planned of behaviour().session.faults) {
      const mine = planned.session === 'each' || planned.session === sessionIndex
      if (!mine || injected.has(planned) || rules.receivedMs < planned.afterAudioMs) continue
      injected.add(planned)
      inject(planned.fault)
    }
    log.changed()
  }

  function terminate(): void {
    terminated = true
    record.terminatedAt = Date.now()
    log.changed()
    if (inactivity) clearTimeout(inactivity)
    const { termination: kind, terminationMs } = behaviour().session
    if (kind === 'nothing') return
    const wasOpen = turns.isOpen
    const begun = Date.now()
    for (const bytes of queue.splice(0)) work(bytes)
    send(turns.finish())
    const delayMs =
      (wasOpen ? terminationMs.open : terminationMs.idle) +
      (parameters.speakerLabels ? terminationMs.speakers : 0)
    const ended = begun - openedAt + delayMs
    if (kind === 'usual') connection.send(termination(workedMs, ended), delayMs)
    connection.close(1000, 'Session Ended', delayMs)
  }

  function update(message: Readonly<Record<string, unknown>>): void {
    const fault = textFaults(message)
    if (fault !== null) return connection.fail(3006, `${invalid} ${fault}`)
    if (typeof message.session_heartbeat === 'boolean') heartbeats = message.session_heartbeat
    if (message.language_codes !== undefined) turns.setLanguages(textList(message.language_codes))
    if (typeof message.min_turn_silence === 'number') {
      turns.setMinTurnSilence(clampSilence(message.min_turn_silence))
    }
  }

  function handleMessage(message: unknown): void {
    if (typeof message !== 'object' || message === null || !('type' in message)) {
      return connection.fail(3006, `${invalid} Invalid Message`)
    }
    switch (message.type) {
      case 'Terminate':
        return terminate()
      case 'ForceEndpoint':
        return send(turns.forceEndpoint())
      case 'KeepAlive':
        return
      case 'UpdateConfiguration':
        return update(message)
      default: {
        const text = `${invalid} Invalid Message Type: ${String(message.type)}`
        connection.later(unknownMs, () => connection.fail(3006, text))
      }
    }
  }

  function inject(fault: Fault): void {
    switch (fault.kind) {
      case 'error':
        return connection.fail(fault.code, fault.text)
      case 'close':
        return connection.close(fault.code, '')
      case 'cut':
        return connection.cut()
      case 'silence':
        return connection.fallSilent(false)
      case 'stall':
        return connection.fallSilent(true)
      case 'message':
        return connection.send(fault.message as ReturnType<typeof termination>)
      case 'frames':
        for (const frame of fault.frames) socket.send(frame)
        return
    }
  }

  socket.on('message', (data: RawData, isBinary: boolean) => {
    if (connection.isOver || terminated) return
    active()
    if (isBinary) return receiveAudio(bytesOf(data))
    const text = bytesOf(data).toString()
    const message = parse(text)
    record.received.push({ at: Date.now(), message: message.value })
    log.changed()
    if (!message.ok) {
      const where = 'Expecting property name enclosed in double quotes: line 1 column 2 (char 1)'
      return connection.fail(3006, `${invalid} Invalid JSON: ${where}`)
    }
    handleMessage(message.value)
  })

  connection.later(behaviour().session.beginDelayMs, () => {
    if (connection.isOver) return
    record.id = randomUUID()
    record.beganAt = Date.now()
    sessionIndex = context.nextIndex()
    const capMs = Math.min(seconds(context.capSeconds), behaviour().session.longestMs ?? Infinity)
    // Whole seconds, and never after the close.
    const expiresAt = Math.floor((openedAt + capMs) / 1_000)
    const { echo } = behaviour().session
    const model = behaviour().session.model ?? parameters.model
    const message = begin(record.id, expiresAt, { ...parameters, model })
    const configuration = { ...(message['configuration'] as object), ...echo }
    connection.send({ ...message, configuration })
    connection.later(Math.max(0, openedAt + capMs - Date.now()), () =>
      connection.fail(3008, 'Session Expired: Maximum session duration exceeded'),
    )
    active()
    scheduleHeartbeat()
  })

  return { connection, inject: inject }
}

function bytesOf(data: RawData): Buffer {
  if (Buffer.isBuffer(data)) return data
  return Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data)
}

function parse(text: string): { ok: boolean; value: unknown } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch {
    return { ok: false, value: text }
  }
}
