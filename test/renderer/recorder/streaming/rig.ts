import { vi } from 'vitest'
import { ok, type Result } from '../../../../common/errors'
import type { Gap, RecorderEvent, SessionGrant } from '../../../../common/model'
import { createStream, type Stream } from '../../../../renderer/recorder/streaming/stream'
import { createSilence } from '../../../../renderer/recorder/streaming/silence'
import { createSessionUpdates } from '../../../../renderer/recorder/streaming/session-updates'
import { createModelChoice } from '../../../../renderer/recorder/streaming/model-choice'
import { FakeSocket, fakeDeps } from './fake-socket'

const startedAt = 1_700_000_000_000

type EventOf<T extends RecorderEvent['type']> = Extract<RecorderEvent, { type: T }>

/** A stream on fake time that gets its sound frame by frame. It needs vitest's fake timers. */
export class Rig {
  readonly events: RecorderEvent[] = []
  readonly tokens: string[] = []
  readonly stream: Stream
  readonly updates = createSessionUpdates({ keyterms_prompt: [] })
  private frame = 0

  /** The calls get the `grants` in order, and then a valid one each. */
  constructor(
    private readonly grants: (Promise<Result<SessionGrant>> | Result<SessionGrant>)[] = [],
    private readonly url = 'wss://service/v3/ws?speech_model=test-model&session_heartbeat=true',
    /** Whether something sounds in a frame; it always does, if omitted. */
    isSound: (pcm: ArrayBuffer) => boolean = () => true,
  ) {
    vi.useFakeTimers({ now: startedAt })
    const deps = fakeDeps()
    this.stream = createStream({
      source: 'microphone',
      zeroAt: deps.now(),
      deps,
      report: (event) => this.events.push(event),
      requestToken: () => this.grant(),
      models: createModelChoice(),
      updates: this.updates,
      silence: createSilence(deps, () => isSound),
    })
  }

  async grant(): Promise<Result<SessionGrant>> {
    const planned = this.grants.shift()
    if (planned !== undefined) return planned
    const token = `token/${this.tokens.length + 1}`
    this.tokens.push(token)
    return ok({ url: this.url, token, model: 'test-model' })
  }

  get sockets(): FakeSocket[] {
    return FakeSocket.opened
  }

  get socket(): FakeSocket {
    const last = FakeSocket.opened.at(-1)
    if (last === undefined) throw new Error('no socket yet')
    return last
  }

  async pass(ms: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(ms)
  }

  /** Speaks in real time. Every sample of frame n has the value n, counted from 1. */
  async speak(ms: number, heartbeat = false): Promise<void> {
    for (let spoken = 0; spoken < ms; spoken += 50) {
      await this.pass(50)
      const pcm = new Int16Array(800).fill(this.frame + 1)
      this.stream.push({ firstSample: this.frame * 800, pcm: pcm.buffer })
      this.frame += 1
      if (heartbeat && this.frame % 100 === 0) {
        for (const socket of this.sockets) if (socket.readyState === 1) this.beat(socket)
      }
    }
  }

  beat(socket = this.socket): void {
    const ms = socket.frames.length * 50
    socket.say({
      type: 'Heartbeat',
      total_audio_received_ms: ms,
      total_duration_ms: ms,
      realtime_factor: 1,
    })
  }

  /** The session has begun and nothing is behind. */
  async live(id = 'first'): Promise<void> {
    await this.pass(0)
    this.socket.begin(id)
    await this.pass(0)
  }

  /** The number of frames so far. */
  get spoken(): number {
    return this.frame
  }

  of<T extends RecorderEvent['type']>(type: T): EventOf<T>[] {
    return this.events.filter((event): event is EventOf<T> => event.type === type)
  }

  states(): (string | null)[] {
    return this.of('connection').map(({ state }) => state)
  }

  /** The gaps as the library has them: by id, the last report of each. */
  gaps(): Gap[] {
    return [...new Map(this.of('gap').map(({ gap }) => [gap.id, gap])).values()]
  }

  /** The turns as the library has them. */
  text(): string[] {
    const turns = new Map<string, { startMs: number; text: string }>()
    for (const event of this.events) {
      if (event.type === 'turn') {
        turns.set(`${event.turn.sessionId} ${event.turn.turnOrder}`, event.turn)
      } else if (event.type === 'turn-dropped') {
        turns.delete(`${event.sessionId} ${event.turnOrder}`)
      }
    }
    return [...turns.values()].sort((a, b) => a.startMs - b.startMs).map(({ text }) => text)
  }
}

/** Which frames a session got: the number of each, 0 for silence. */
export function heard(socket: FakeSocket): number[] {
  return socket.frames.map(({ pcm }) => pcm[799] ?? 0)
}

export function count(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
