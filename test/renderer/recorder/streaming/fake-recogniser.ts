import type { FakeSocket } from './fake-socket'

/** A word of a script: a number, and when it sounds on the time line. */
export interface ScriptWord {
  readonly number: number
  readonly startMs: number
  readonly endMs: number
}

export interface RecogniserOptions {
  readonly words: readonly ScriptWord[]
  /** How long its sessions last, in ms. */
  readonly lifeMs: number
  /** Silence that ends a turn. */
  readonly endSilenceMs: number
  readonly longestTurnMs: number
  /** From a turn's end to its final, and from Terminate to Termination. */
  readonly delayMs: number
}

interface Turn {
  readonly order: number
  readonly startMs: number
  readonly words: (readonly [string, number, number])[]
}

const frameMs = 50
const samplesPerMs = 16
const beginMs = 300

/**
 * The other end of one FakeSocket: it hears the words of a script exactly, those of which it was
 * sent the whole. A word that it was sent a part of comes as half a word, `~7`.
 */
export class FakeRecogniser {
  private readonly openedAt = Date.now()
  private begun = false
  /** What it will say, and when. */
  private readonly due: { at: number; say: () => void }[] = []
  private framesHeard = 0
  /** Where its audio begins on the time line, and where the first sound in it is. */
  private offsetMs: number | null = null
  private soundFromMs = 0
  private turn: Turn | null = null
  private orders = 0
  private nextWord = 0
  private lastVoiceMs = 0
  private terminated = false
  over = false

  constructor(
    readonly socket: FakeSocket,
    private readonly id: string,
    private readonly options: RecogniserOptions,
  ) {}

  /** To be called every 50 ms. */
  step(): void {
    const now = Date.now()
    if (this.over || this.socket.closedHere) return
    if (!this.begun && now - this.openedAt >= beginMs) {
      this.begun = true
      this.socket.begin(this.id, { model: 'test-model' }, now + this.options.lifeMs)
    }
    for (; this.framesHeard < this.socket.frames.length; this.framesHeard += 1) this.hear()
    if (!this.terminated && this.socket.terminated()) this.terminate()
    if (now % 5_000 < frameMs && !this.terminated && this.begun) this.beat()
    while (this.due[0] !== undefined && this.due[0].at <= now) this.due.shift()?.say()
    if (this.begun && now - this.openedAt >= beginMs + this.options.lifeMs) this.end(3008)
  }

  /** The network breaks. */
  cut(): void {
    if (!this.over && !this.socket.closedHere) this.end(1006)
  }

  private end(code: number): void {
    this.over = true
    if (code === 1006) this.socket.drop(code)
    else this.socket.fail(code, 'Session Expired: Maximum session duration exceeded')
  }

  private hear(): void {
    const pcm = this.socket.frames[this.framesHeard]?.pcm ?? new Int16Array()
    const number = pcm[pcm.length - 1] ?? 0
    const startMs = (number - 1) * frameMs
    if (this.offsetMs === null) {
      this.offsetMs = startMs
      this.soundFromMs = startMs + pcm.findIndex((value) => value !== 0) / samplesPerMs
    }
    const heardMs = startMs + frameMs
    if (heardMs !== this.offsetMs + (this.framesHeard + 1) * frameMs) throw new Error('A hole')
    this.listenUntil(heardMs)
  }

  private listenUntil(heardMs: number): void {
    for (;;) {
      const word = this.options.words[this.nextWord]
      if (word === undefined || word.endMs > heardMs) break
      this.nextWord += 1
      if (word.endMs <= this.soundFromMs) continue
      const whole = word.startMs >= this.soundFromMs
      this.take(
        `${whole ? '' : '~'}${word.number}`,
        Math.max(word.startMs, this.soundFromMs),
        word.endMs,
      )
    }
    const turn = this.turn
    if (turn === null) return
    const next = this.options.words[this.nextWord]
    const isSpeaking = next !== undefined && next.startMs < heardMs
    const silentMs = isSpeaking ? 0 : heardMs - this.lastVoiceMs
    const isLong = heardMs - turn.startMs >= this.options.longestTurnMs && !isSpeaking
    if (silentMs >= this.options.endSilenceMs || isLong) this.endTurn()
  }

  private take(text: string, startMs: number, endMs: number): void {
    if (this.turn !== null && startMs - this.lastVoiceMs >= this.options.endSilenceMs)
      this.endTurn()
    this.turn ??= { order: this.orders++, startMs, words: [] }
    const offset = this.offsetMs ?? 0
    this.turn.words.push([text, startMs - offset, endMs - offset])
    this.lastVoiceMs = endMs
    const { order, words } = this.turn
    const shown = [...words]
    this.say(120, () => this.socket.turn(order, shown, false))
  }

  private endTurn(): void {
    const turn = this.turn
    if (turn === null) return
    this.turn = null
    this.say(this.options.delayMs, () => this.socket.turn(turn.order, turn.words, true))
  }

  private terminate(): void {
    this.terminated = true
    const heardMs = (this.offsetMs ?? 0) + this.framesHeard * frameMs
    const cut = this.options.words[this.nextWord]
    // It hears the beginning of a word as a word.
    if (cut !== undefined && this.framesHeard > 0 && cut.startMs < heardMs - frameMs) {
      this.take(`~${cut.number}`, cut.startMs, heardMs)
    }
    this.endTurn()
    this.say(this.options.delayMs, () => {
      this.over = true
      this.socket.say({ type: 'Termination' })
    })
  }

  private beat(): void {
    const ms = this.framesHeard * frameMs
    this.socket.say({
      type: 'Heartbeat',
      total_audio_received_ms: ms,
      total_duration_ms: Date.now() - this.openedAt,
      realtime_factor: ms / Math.max(1, Date.now() - this.openedAt),
    })
  }

  /** Says it after this many ms, and never before what was said earlier. */
  private say(delayMs: number, say: () => void): void {
    const at = Math.max(Date.now() + delayMs, this.due.at(-1)?.at ?? 0)
    this.due.push({ at, say })
  }
}
