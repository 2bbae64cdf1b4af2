import { WebSocket } from 'ws'

export interface WireWord {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly confidence: number | null
  readonly word_is_final: boolean
}

/** A message as received; its fields depend on its type. */
export interface WireMessage {
  readonly type: string
  readonly id: string
  readonly expires_at: number
  readonly configuration: Readonly<Record<string, unknown>>
  readonly turn_order: number
  readonly end_of_turn: boolean
  readonly transcript: string
  readonly words: readonly WireWord[]
  readonly error_code: number
  readonly error: string
  readonly total_audio_received_ms: number
  readonly realtime_factor: number
  readonly audio_duration_seconds: number
  readonly session_duration_seconds: number
}

export interface Heard {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly message: WireMessage
}

export interface Client {
  readonly heard: Heard[]
  send(data: string | Uint8Array): void
  /** A message of this type that has arrived, or the next one. */
  waitFor(type: string): Promise<WireMessage>
  /** Resolves with code and reason of the close. */
  readonly closed: Promise<{ code: number; reason: string }>
  close(): void
}

/** Connects like the recorder page, unless the options say otherwise. */
export function connect(
  port: number,
  query: Record<string, string>,
  options: { origin?: string | null; path?: string; now?: () => number } = {},
): Client {
  const { origin = 'app://recorder', path = '/v3/ws', now = Date.now } = options
  const url = `ws://127.0.0.1:${port}${path}?${new URLSearchParams(query).toString()}`
  const socket = new WebSocket(url, origin === null ? {} : { origin })
  const heard: Heard[] = []
  const waiting: (() => void)[] = []
  const closed = new Promise<{ code: number; reason: string }>((resolve, reject) => {
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }))
    socket.on('error', reject)
  })
  closed.catch(() => {})
  const opened = new Promise<void>((resolve) => socket.once('open', resolve))
  socket.on('message', (data: Buffer) => {
    heard.push({ at: now(), message: JSON.parse(data.toString()) as WireMessage })
    for (const wake of waiting.splice(0)) wake()
  })
  return {
    heard,
    closed,
    send: (data) => void opened.then(() => socket.send(data)),
    close: () => socket.terminate(),
    async waitFor(type) {
      for (;;) {
        const found = heard.find((entry) => entry.message.type === type)
        if (found) return found.message
        await Promise.race([
          new Promise<void>((resolve) => waiting.push(resolve)),
          closed.then(({ code }) => {
            if (heard.some((entry) => entry.message.type === type)) return
            throw new Error(`closed with ${code} before ${type}`)
          }),
        ])
      }
    },
  }
}

/** Sends 16 kHz mono s16 in frames of 50 ms at the pace of real time; the last one padded. */
export async function streamInRealTime(client: Client, pcm: Uint8Array): Promise<number> {
  const frame = 1_600
  const startedAt = Date.now()
  for (let index = 0; index * frame < pcm.byteLength; index += 1) {
    const wait = startedAt + index * 50 - Date.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    const bytes = new Uint8Array(frame)
    bytes.set(pcm.subarray(index * frame, (index + 1) * frame))
    client.send(bytes)
  }
  return startedAt
}

/** The data of a 16-bit WAV file. */
export function wavData(file: Buffer): Uint8Array {
  for (let at = 12; at + 8 <= file.length;) {
    const size = file.readUInt32LE(at + 4)
    if (file.toString('latin1', at, at + 4) === 'data') return file.subarray(at + 8, at + 8 + size)
    at += 8 + size + (size % 2)
  }
  throw new Error('no data in this WAV file')
}
