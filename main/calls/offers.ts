import type { CallAnswer, CallOffer, RecordingState } from '../../common/model'
import type { CallProgram } from './call-watch'

export interface OffersOptions {
  readonly recordingState: () => RecordingState
  readonly isIgnored: (key: string) => boolean
  readonly ignore: (program: CallProgram) => void
  readonly record: () => void
  readonly stop: () => void
  /** Shows this offer, or that there is none any more. */
  readonly show: (offer: CallOffer | null) => void
}

/** What is asked about calls: at most one thing at a time, and each once. */
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
  /** The calls that go on now. */
  const calls = new Map<string, CallProgram>()
  /** The calls that are in the running recording. */
  const recorded = new Set<string>()
  let wasRecording = false

  function set(next: CallOffer | null): void {
    if (JSON.stringify(next) === JSON.stringify(offer)) return
    offer = next
    show(offer)
  }

  const isRecording = () => recordingState() !== 'idle'

  return {
    current: () => offer,
    found: (program) => {
      if (isIgnored(program.key)) return
      calls.set(program.key, program)
      if (isRecording()) recorded.add(program.key)
      else set({ kind: 'record', program })
    },
    ended: ({ key }) => {
      const program = calls.get(key)
      calls.delete(key)
      if (offer?.program.key === key) set(null)
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
      set(null)
    },
    answer: (answer) => {
      const asked = offer
      if (asked === null) return
      set(null)
      if (answer === 'never') ignore(asked.program)
      else if (answer === 'yes') {
        if (asked.kind === 'record') record()
        else stop()
      }
    },
  }
}
