import type { CallAnswer, CallOffer, RecordingState } from '../../common/model'
import type { CallProgram } from './call-watch'

export interface OffersOptions {
  readonly recordingState: () => RecordingState
  readonly isIgnored: (key: string) => boolean
  readonly ignore: (program: CallProgram) => void
  readonly record: () => void
  readonly stop: () => void
  /** Shows this offer, or that there is none any more. `isNew`: nobody was asked about it before. */
  readonly show: (offer: CallOffer | null, isNew: boolean) => void
}

/**
 * What is asked about calls: one thing at a time. A new call is asked about at once. What was asked
 * before and has no answer comes back after it, as long as its call goes on.
 */
export interface Offers {
  current(): CallOffer | null
  found(program: CallProgram): void
  ended(program: CallProgram): void
  /** The state of the recording may have changed. */
  recordingChanged(): void
  answer(answer: CallAnswer): void
}

export function createOffers(options: OffersOptions): Offers {
  const { recordingState, isIgnored, ignore, record, stop, show } = options
  let offer: CallOffer | null = null
  /** Calls that were asked about before this one and have no answer, the newest last. */
  let waiting: readonly CallProgram[] = []
  /** The calls that go on now. */
  const calls = new Map<string, CallProgram>()
  /** The calls that are in the running recording. */
  const recorded = new Set<string>()
  let wasRecording = false

  function set(next: CallOffer | null, isNew = true): void {
    if (JSON.stringify(next) === JSON.stringify(offer)) return
    offer = next
    show(offer, isNew)
  }

  /** The question is answered, or has lost its reason. */
  function next(): void {
    const program = waiting.at(-1)
    waiting = waiting.slice(0, -1)
    set(program === undefined ? null : { kind: 'record', program }, false)
  }

  const isRecording = () => recordingState() !== 'idle'

  return {
    current: () => offer,
    found: (program) => {
      if (isIgnored(program.key)) return
      calls.set(program.key, program)
      if (isRecording()) recorded.add(program.key)
      else {
        if (offer !== null) waiting = [...waiting, offer.program]
        set({ kind: 'record', program })
      }
    },
    ended: ({ key }) => {
      const program = calls.get(key)
      calls.delete(key)
      waiting = waiting.filter((other) => other.key !== key)
      if (offer?.program.key === key) next()
      const state = recordingState()
      const canStop = state === 'recording' || state === 'paused'
      const isLast = recorded.delete(key) && recorded.size === 0
      if (program !== undefined && isLast && canStop) set({ kind: 'stop', program })
    },
    recordingChanged: () => {
      const now = isRecording()
      if (now === wasRecording) return
      wasRecording = now
      recorded.clear()
      if (now) for (const key of calls.keys()) recorded.add(key)
      waiting = []
      set(null)
    },
    answer: (answer) => {
      const asked = offer
      if (asked === null) return
      // A recording has all calls in it.
      if (answer === 'yes') waiting = []
      if (answer === 'never') ignore(asked.program)
      next()
      if (answer !== 'yes') return
      if (asked.kind === 'record') record()
      else stop()
    },
  }
}
