import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import type { MessagePortMain, ParentPort } from 'electron'
import type { SoundPortMessage } from '../../common/ipc/ports'
import { systemNow } from '../platform'
import { startCapture, type Capture } from './capture'
import { microphoneUsers, playingPrograms } from './microphone-users'
import { toProcessSchema, type FromProcess, type ToProcess } from './messages'
import { isOfProgram, isOwn, parentInStat, programOf, type Program } from './programs'
import { cookiePaths, socketPath } from './pulse/address'
import { cookieBytes, createPulseClient, type PulseClient } from './pulse/client'
import { recordingEvents, streamRate, subscriptions, type SinkInput } from './pulse/messages'

interface Server {
  readonly client: PulseClient
  readonly name: string
  readonly socket: Socket
}

/** How long changes are collected, in ms. */
const burstMs = 200

/**
 * Entry point of the utility process "Parley sound": a client of the sound server of this person.
 * It lives as long as one capture. SECURITY: it reads what other programs send, so it is not main.
 */
export function runSoundProcess(parent: ParentPort): void {
  let capture: Capture | null = null
  let watchChanged: (() => void) | null = null
  const report = (message: FromProcess): void => parent.postMessage(message)

  async function connectServer(events = subscriptions): Promise<Server> {
    const path = socketPath(process.env)
    if (path === null) throw new Error('no sound server on this computer')
    const socket = connect(path)
    const client = createPulseClient(
      (bytes) => void socket.write(bytes),
      () => {
        capture?.changed()
        watchChanged?.()
      },
    )
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
      // The recorder opens the source again; until it can, what was heard is kept.
      if (capture !== null || watchChanged !== null) process.exit(0)
    })
    try {
      return { client, socket, name: await client.start(readCookie(), events) }
    } catch (cause) {
      throw new Error(failure || String(cause))
    }
  }

  async function open(order: ToProcess & { type: 'open' }, port: MessagePortMain): Promise<void> {
    const { client, name } = await connectServer()
    // A server whose answers cannot be read is none: the browser's own way is taken then.
    await Promise.all([client.sinkInputs(), client.sinks(), client.sources()])
    capture = startCapture({
      client,
      serverName: name,
      chosen: order.program,
      isOwn: (input) => order.ownPid !== null && isOwn(input, order.ownPid, parentOf),
      onBlock: ({ channels, capturedAt }) =>
        port.postMessage({
          channels,
          rate: streamRate,
          capturedAt,
          sentAt: systemNow(),
        } satisfies SoundPortMessage),
      onState: (state) => report({ type: 'state', ...state }),
      now: systemNow,
    })
    port.on('close', () => process.exit(0))
    port.start()
    report({ type: 'opened' })
  }

  /** Changes come in bursts; one look is enough for each burst. */
  async function watch(ownPid: number): Promise<void> {
    const { client } = await connectServer(subscriptions | recordingEvents)
    async function look(): Promise<void> {
      const [outputs, inputs, sources, clients] = await Promise.all([
        client.sourceOutputs(),
        client.sinkInputs(),
        client.sources(),
        client.clients(),
      ])
      const facts = { outputs, inputs, sources, clients, ownPid, parentOf }
      report({
        type: 'microphone',
        users: microphoneUsers(facts).slice(0, 200),
        playing: playingPrograms(facts).slice(0, 1000),
      })
    }
    let waiting: NodeJS.Timeout | null = null
    watchChanged = () => {
      waiting ??= setTimeout(() => {
        waiting = null
        // Without answers the connection is over, and so is this process.
        look().catch(() => process.exit(0))
      }, burstMs)
    }
    await look()
  }

  async function list(ownPid: number): Promise<void> {
    const { client } = await connectServer()
    const inputs = await client.sinkInputs()
    report({ type: 'programs', programs: programsOf(inputs, ownPid) })
  }

  async function receive(message: ToProcess, port: MessagePortMain | undefined): Promise<void> {
    try {
      if (message.type === 'open' && port !== undefined) await open(message, port)
      else if (message.type === 'watch') await watch(message.ownPid)
      else if (message.type === 'list') await list(message.ownPid)
      else if (message.type === 'choose') capture?.choose(message.program)
      else if (message.type === 'open-monitors') capture?.openMonitors()
    } catch (cause) {
      report({ type: 'failed', detail: cause instanceof Error ? cause.message : String(cause) })
    }
  }

  parent.on('message', ({ data, ports }) => void receive(toProcessSchema.parse(data), ports[0]))
}

/** Each program once, by name. */
function programsOf(inputs: readonly SinkInput[], ownPid: number): Program[] {
  const found = new Map<string, Program>()
  for (const input of inputs) {
    const program = programOf(input)
    if (program === null || !isOfProgram(input) || isOwn(input, ownPid, parentOf)) continue
    found.set(program.key, program)
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name)).slice(0, 200)
}

function parentOf(pid: number): number | null {
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

runSoundProcess(process.parentPort)
