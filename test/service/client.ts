import { WebSocket } from 'ws'
import { toneSpeech, type ToneOptions, type ToneWord } from '../speech/tones'
import type { Service } from './service'
import { goodKey } from './tone-service'

export interface Heard {
  readonly at: number
  readonly message: Record<string, unknown>
}

/** A plain client of the simulator, for its own tests. */
export interface Client {
  readonly socket: WebSocket
  readonly heard: Heard[]
  /** The messages of one type so far. */
  of(type: string): Record<string, unknown>[]
  /** An earlier message of this type, or the next one. */
  message(type: string, withinMs?: number): Promise<Record<string, unknown>>
  /** Waits until this holds; checked at each message. */
  until(holds: () => boolean, what: string, withinMs?: number): Promise<void>
  send(message: unknown): void
  /** Sends sound in frames, as fast as possible, or one frame each `everyMs`. */
  sound(samples: Int16Array, frameMs?: number, everyMs?: number): Promise<void>
  terminate(): Promise<void>
  readonly opened: Promise<number>
  readonly closed: Promise<{ at: number; code: number; reason: string }>
}

/** Returns a token, or fails the test. */
export async function mintToken(
  service: Service,
  query = 'expires_in_seconds=60',
): Promise<string> {
  const response = await fetch(`${service.url}/v3/token?${query}`, {
    headers: { authorization: goodKey },
  })
  const body = (await response.json()) as { token?: string }
  if (!body.token) throw new Error(`No token: ${response.status}`)
  return body.token
}

/** Opens a session with these parameters; adds a new token if there is none. */
export async function connect(
  service: Service,
  parameters: Readonly<Record<string, string>> = {},
): Promise<Client> {
  const token = parameters.token ?? (await mintToken(service))
  return connectWith(service, { speech_model: 'universal-streaming-english', ...parameters, token })
}

/** Opens a session with exactly these parameters and headers. */
export function connectWith(
  service: Service,
  parameters: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Client {
  const query = new URLSearchParams(parameters).toString()
  const socket = new WebSocket(`${service.url.replace('http', 'ws')}/v3/ws?${query}`, { headers })
  const heard: Heard[] = []
  socket.on('message', (data: Buffer) => {
    heard.push({ at: Date.now(), message: JSON.parse(data.toString()) as Heard['message'] })
    socket.emit('heard')
  })
  socket.on('error', () => undefined)
  const of = (type: string) =>
    heard.map((entry) => entry.message).filter((message) => message.type === type)
  const until = (holds: () => boolean, what: string, withinMs = 10_000): Promise<void> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`No ${what}`)), withinMs)
      const look = (): void => {
        if (!holds()) return
        clearTimeout(timer)
        socket.off('heard', look)
        resolve()
      }
      socket.on('heard', look)
      look()
    })
  return {
    socket,
    heard,
    of,
    opened: new Promise((resolve) => socket.on('open', () => resolve(Date.now()))),
    closed: new Promise((resolve) =>
      socket.on('close', (code, reason) =>
        resolve({ at: Date.now(), code, reason: reason.toString() }),
      ),
    ),
    message: async (type, withinMs = 10_000) => {
      await until(() => of(type).length > 0, type, withinMs)
      return of(type)[0] ?? {}
    },
    until,
    send: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    async sound(samples, frameMs = 50, everyMs = 0) {
      const size = frameMs * 16
      for (let at = 0; at < samples.length; at += size) {
        const frame = samples.slice(at, at + size)
        if (socket.readyState !== socket.OPEN) return
        socket.send(new Uint8Array(frame.buffer))
        if (everyMs > 0) await pause(everyMs)
      }
    },
    async terminate() {
      socket.send(JSON.stringify({ type: 'Terminate' }))
      await new Promise((resolve) => socket.once('close', resolve))
    },
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** Tone words at 16 kHz. */
export function words(
  count: number,
  options: Partial<ToneOptions> = {},
): { samples: Int16Array; words: readonly ToneWord[] } {
  return toneSpeech({ words: count, sampleRate: 16_000, ...options })
}
