import { setTimeout as pause } from 'node:timers/promises'

/** The parts of a turn that are read here. */
export interface LoggedTurn {
  readonly sessionId: string
  readonly turnOrder: number
  readonly startMs: number
  readonly text: string
  readonly isFinal: boolean
}

interface Settling {
  /** A time of Date.now(). */
  readonly notBefore: number
  readonly quietMs: number
  readonly patienceMs: number
}

/** Follows the turns of a recording, and prints each as it becomes final. */
export class TurnLog {
  readonly #print: (line: string) => void
  readonly #turns = new Map<string, LoggedTurn>()
  #lastChange = 0

  constructor(print: (line: string) => void) {
    this.#print = print
  }

  /** Takes the payload of `transcript:turn`. */
  add({ turn }: { readonly turn: LoggedTurn }): void {
    const identity = `${turn.sessionId} ${turn.turnOrder}`
    const known = this.#turns.get(identity)
    this.#turns.set(identity, turn)
    this.#lastChange = Date.now()
    if (turn.isFinal && !known?.isFinal) this.#print(`${clock(turn.startMs)}  ${turn.text}`)
  }

  /** Waits until after `notBefore` every turn is final and none has changed for `quietMs`. */
  async settled({ notBefore, quietMs, patienceMs }: Settling): Promise<void> {
    const deadline = notBefore + patienceMs
    while (Date.now() < deadline) {
      const calm = Date.now() - Math.max(this.#lastChange, notBefore) >= quietMs
      if (calm && this.#turns.size > 0 && [...this.#turns.values()].every((turn) => turn.isFinal))
        return
      await pause(100)
    }
  }
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`
}
