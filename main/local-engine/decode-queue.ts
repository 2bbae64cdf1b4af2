import type { DecodedWord } from './families/token-words'
import type { Writing } from './families/written-words'
import type { StreamRecogniser } from './stream-recogniser'

/** What a model heard in a clip. */
export interface Decoded {
  readonly text: string
  /** The words with their own times, from the start of the clip; null if the model gives none. */
  readonly words: readonly DecodedWord[] | null
  /** The two-letter code of the language that it found, or null. */
  readonly language: string | null
}

/** Turns audio (16 kHz mono, -1 to 1) into words. */
export interface Recogniser {
  /** The longest segment to cut for it, in ms. */
  readonly segmentMs: number
  readonly timing: 'measured' | 'estimated'
  readonly writing: Writing
  decode(samples: Float32Array): Promise<Decoded>
  /** The same model, listening for these names and terms; missing if it cannot. */
  readonly withTerms?: (terms: readonly string[]) => Recogniser
}

/** A recogniser of either kind. */
export type AnyRecogniser = Recogniser | StreamRecogniser

/** What a decode is for, highest priority first; `background` is recorded audio, not live speech. */
const wholeTurns = ['final', 'early'] as const
const others = ['partial', 'background'] as const
export type DecodeKind = (typeof wholeTurns)[number] | (typeof others)[number]

export interface DecodeJob {
  /** What was heard, or null if the job was cancelled. Rejects if the recogniser fails. */
  readonly heard: Promise<Decoded | null>
  /** How long the decode took; 0 until it is done. */
  tookMs(): number
  /** Gives an early decode whose turn has ended the highest priority. */
  makeFinal(): void
  /** Removes the job from the queue; a job that is already being decoded finishes. */
  cancel(): void
}

export interface DecodeQueue {
  add(kind: DecodeKind, samples: Float32Array, recogniser: Recogniser): DecodeJob
  /** Counts a decode that a streaming model did by itself. */
  spent(cost: DecodeCost): void
  /** Returns the number of waiting jobs. */
  waiting(): number
}

interface Entry {
  kind: DecodeKind
  run(): Promise<void>
}

/** The cost of a finished decode, from which the speed of this computer is measured. */
export interface DecodeCost {
  readonly kind: DecodeKind
  readonly decodeMs: number
  readonly audioMs: number
}

/**
 * Runs the decodes of all sessions: whole turns one at a time, finals first, and beside them at most one
 * partial or one piece of recorded audio. Those start only while no whole turn waits or runs, but a
 * decode that has started cannot be stopped, and the words of a turn must not wait for it.
 */
export function createDecodeQueue(options: {
  readonly now: () => number
  readonly onDecoded: (cost: DecodeCost) => void
}): DecodeQueue {
  const entries: Entry[] = []
  let turnRuns = false
  let otherRuns = false

  function takeOf(wanted: readonly DecodeKind[]): Entry | undefined {
    for (const kind of wanted) {
      const index = entries.findIndex((entry) => entry.kind === kind)
      if (index >= 0) return entries.splice(index, 1)[0]
    }
    return undefined
  }

  function startNext(): void {
    if (!turnRuns) {
      const turn = takeOf(wholeTurns)
      if (turn) {
        turnRuns = true
        void turn.run().then(() => {
          turnRuns = false
          startNext()
        })
      }
    }
    if (turnRuns || otherRuns) return
    const other = takeOf(others)
    if (!other) return
    otherRuns = true
    void other.run().then(() => {
      otherRuns = false
      startNext()
    })
  }

  return {
    spent: options.onDecoded,
    waiting: () => entries.length,
    add(kind, samples, recogniser) {
      let took = 0
      let settle: (heard: Decoded | null) => void
      let reject: (cause: Error) => void
      const heard = new Promise<Decoded | null>((resolve, refuse) => {
        settle = resolve
        reject = refuse
      })
      const entry: Entry = {
        kind,
        async run() {
          const started = options.now()
          try {
            const decoded = await recogniser.decode(samples)
            took = options.now() - started
            options.onDecoded({ kind: entry.kind, decodeMs: took, audioMs: samples.length / 16 })
            settle(decoded)
          } catch (cause) {
            reject(cause instanceof Error ? cause : new Error(String(cause)))
          }
        },
      }
      entries.push(entry)
      startNext()
      return {
        heard,
        tookMs: () => took,
        makeFinal() {
          entry.kind = 'final'
        },
        cancel() {
          const index = entries.indexOf(entry)
          if (index < 0) return
          entries.splice(index, 1)
          settle(null)
        },
      }
    },
  }
}
