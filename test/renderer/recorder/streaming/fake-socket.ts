import {
  createStreamingDeps,
  type StreamingDeps,
} from '../../../../renderer/recorder/streaming/deps'

/** A WebSocket whose other end is the test. */
export class FakeSocket {
  static readonly OPEN = 1
  static opened: FakeSocket[] = []
  /** Throws instead of opening, as for an address that the policy forbids. */
  static refuses = false

  binaryType = 'blob'
  readyState = 0
  bufferedAmount = 0
  onmessage: ((event: { data: unknown }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  onerror: ((event: unknown) => void) | null = null
  readonly frames: { at: number; pcm: Int16Array }[] = []
  readonly texts: string[] = []
  closedHere = false
  closeCode: number | undefined

  constructor(readonly url: string) {
    if (FakeSocket.refuses) throw new SyntaxError('refused')
    FakeSocket.opened.push(this)
  }

  send(data: string | ArrayBuffer): void {
    if (this.readyState !== 1) throw new Error('InvalidStateError')
    if (typeof data === 'string') this.texts.push(data)
    else this.frames.push({ at: Date.now(), pcm: new Int16Array(data) })
  }

  close(code?: number): void {
    this.closedHere = true
    this.closeCode = code
    this.readyState = 2
  }

  // ---- What the server does

  say(message: unknown): void {
    this.onmessage?.({ data: typeof message === 'string' ? message : JSON.stringify(message) })
  }

  begin(
    id: string,
    configuration: Record<string, unknown> = { model: 'test-model' },
    expiresAtMs = Date.now() + 10_800_000,
  ): void {
    this.readyState = 1
    this.say({ type: 'Begin', id, expires_at: Math.floor(expiresAtMs / 1_000), configuration })
  }

  turn(order: number, words: readonly (readonly [string, number, number])[], end: boolean): void {
    this.say(turnMessage(order, words, end))
  }

  fail(code: number, text: string): void {
    this.readyState = 1
    this.say({ type: 'Error', error_code: code, error: text })
    this.drop(code, 'See Error message for details')
  }

  drop(code: number, reason = ''): void {
    this.readyState = 3
    this.onclose?.({ code, reason })
  }

  terminated(): boolean {
    return this.texts.includes('{"type":"Terminate"}')
  }
}

/** A Turn as the service writes it: `type` is the last key. */
export function turnMessage(
  order: number,
  words: readonly (readonly [string, number, number])[],
  end: boolean,
) {
  return {
    turn_order: order,
    turn_is_formatted: false,
    end_of_turn: end,
    transcript: end ? words.map(([text]) => text).join(' ') : '',
    end_of_turn_confidence: 0.5,
    words: words.map(([text, start, stop]) => ({
      text,
      start,
      end: stop,
      confidence: 0.9,
      word_is_final: end,
    })),
    utterance: '',
    type: 'Turn',
  }
}

/** The real deps with that socket and without randomness. */
export function fakeDeps(): StreamingDeps {
  FakeSocket.opened = []
  FakeSocket.refuses = false
  let ids = 0
  return {
    ...createStreamingDeps(FakeSocket as unknown as typeof WebSocket),
    random: () => 1,
    newId: () => `id-${(ids += 1)}`,
  }
}
