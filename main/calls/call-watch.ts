import type { MicrophoneUse } from '../system-sound'

/** A program in a call. */
export interface CallProgram {
  readonly key: string
  readonly name: string
}

/** How long a program must hold a microphone, in ms: opening a page or a test of it is no call. */
export const heldMs = 5_000
/** A call ends this long after the program let the microphone go and fell silent, in ms. */
export const quietMs = 8_000
/** A program that goes on playing was muted, or plays something else: then the call ends later, in ms. */
export const playingMs = 60_000

export interface CallWatchOptions {
  /** Ms of a monotonic clock. */
  readonly now: () => number
  /** Once for each call. */
  readonly onFound: (program: CallProgram) => void
  readonly onEnded: (program: CallProgram) => void
}

/** Tells calls by how long programs hold a microphone. */
export interface CallWatch {
  update(use: MicrophoneUse): void
  /** To be called about once a second while `isWaiting`. */
  tick(): void
  isWaiting(): boolean
}

interface Held {
  readonly program: CallProgram
  readonly sinceAt: number
  readonly isCall: boolean
  /** When the microphone was let go; null while it is held. */
  readonly releasedAt: number | null
}

export function createCallWatch({ now, onFound, onEnded }: CallWatchOptions): CallWatch {
  const held = new Map<string, Held>()
  let playing: ReadonlySet<string> = new Set()

  function isOver({ program, releasedAt }: Held): boolean {
    if (releasedAt === null) return false
    const forMs = now() - releasedAt
    return forMs >= (playing.has(program.key) ? playingMs : quietMs)
  }

  function tick(): void {
    for (const [key, one] of held) {
      if (!one.isCall && one.releasedAt === null && now() - one.sinceAt >= heldMs) {
        held.set(key, { ...one, isCall: true })
        onFound(one.program)
      } else if (isOver(one)) {
        held.delete(key)
        onEnded(one.program)
      }
    }
  }

  return {
    update: (use) => {
      playing = new Set(use.playing)
      const users = new Map(use.users.map((user) => [user.key, user]))
      for (const [key, one] of held) {
        if (users.has(key)) held.set(key, { ...one, releasedAt: null })
        else if (!one.isCall) held.delete(key)
        else if (one.releasedAt === null) held.set(key, { ...one, releasedAt: now() })
      }
      for (const [key, { name }] of users) {
        if (held.has(key)) continue
        held.set(key, {
          program: { key, name },
          sinceAt: now(),
          isCall: false,
          releasedAt: null,
        })
      }
      tick()
    },
    tick,
    isWaiting: () =>
      [...held.values()].some(({ isCall, releasedAt }) => !isCall || releasedAt !== null),
  }
}
