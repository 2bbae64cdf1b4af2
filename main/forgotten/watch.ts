import type { ForgottenReason, RecordingState, WhenForgotten } from '../../common/model'

/** After this long without speech on any source, a person is asked, in ms. */
export const silentMs = 15 * 60_000
/** How long a question waits for an answer, in ms. */
export const answerMs = 2 * 60_000

interface Question {
  readonly reason: ForgottenReason
  /** Without an answer until then, the setting decides; ms of the monotonic clock. */
  readonly untilAt: number
}

/** What is known of the running recording. */
export interface Watch {
  readonly meetingId: string
  /** When somebody last spoke, or a person said that it goes on; ms of the monotonic clock. */
  readonly speechAt: number
  /** When a person wants to be asked, in ms since 1970; null for never. */
  readonly endAt: number | null
  readonly question: Question | null
}

interface Now {
  /** Ms of the monotonic clock. */
  readonly now: number
}

/** What happens to a recording. `status` comes at each change and once a second. */
export type WatchEvent = Now &
  (
    | {
        readonly type: 'status'
        readonly state: RecordingState
        readonly meetingId: string | null
        /** Ms since 1970. */
        readonly wall: number
        readonly whenForgotten: WhenForgotten
      }
    | { readonly type: 'speech' }
    | { readonly type: 'end-at'; readonly at: number | null }
    | { readonly type: 'keep' }
  )

export interface WatchStep {
  readonly watch: Watch | null
  /** Nobody answered, and the setting says that the recording stops. */
  readonly stop: boolean
}

/**
 * The next state of the watch over a recording, null while there is none.
 *
 * | state       | status                                  | speech      | end-at      | keep          |
 * | ----------- | --------------------------------------- | ----------- | ----------- | ------------- |
 * | not asked   | asks after 15 min, and at the end time  | counts anew | is set      |               |
 * | by silence  | keeps or stops at the end of the count  | not asked   | is set      | counts anew   |
 * | by end time | keeps or stops at the end of the count  | counts anew | not asked   | no end time   |
 *
 * A pause is no silence: nothing is recorded in it, and it costs nothing.
 */
export function nextWatch(watch: Watch | null, event: WatchEvent): WatchStep {
  if (event.type === 'status') return onStatus(watch, event)
  if (watch === null) return { watch, stop: false }
  return { watch: onOther(watch, event), stop: false }
}

function onOther(watch: Watch, event: Exclude<WatchEvent, { type: 'status' }>): Watch {
  switch (event.type) {
    case 'speech': {
      const isAnswered = watch.question?.reason === 'silence'
      return { ...watch, speechAt: event.now, question: isAnswered ? null : watch.question }
    }
    case 'end-at': {
      const isAnswered = watch.question?.reason === 'end-time'
      return { ...watch, endAt: event.at, question: isAnswered ? null : watch.question }
    }
    case 'keep':
      return kept(watch, event.now)
  }
}

function kept(watch: Watch, now: number): Watch {
  const endAt = watch.question?.reason === 'end-time' ? null : watch.endAt
  return { ...watch, endAt, speechAt: now, question: null }
}

function onStatus(before: Watch | null, event: WatchEvent & { type: 'status' }): WatchStep {
  const { state, meetingId, now, wall, whenForgotten } = event
  if (meetingId === null || state === 'idle' || state === 'finishing')
    return { watch: null, stop: false }
  const same = before?.meetingId === meetingId ? before : null
  const started = same ?? { meetingId, speechAt: now, endAt: null, question: null }
  const watch = state === 'recording' ? started : onOther(started, { type: 'speech', now })
  const { question } = watch
  if (question !== null) {
    if (now < question.untilAt) return { watch, stop: false }
    // The question stays until the recording has stopped.
    return whenForgotten === 'stop'
      ? { watch: { ...watch, question: { ...question, untilAt: Infinity } }, stop: true }
      : { watch: kept(watch, now), stop: false }
  }
  const ask = (reason: ForgottenReason): WatchStep => ({
    watch: { ...watch, question: { reason, untilAt: now + answerMs } },
    stop: false,
  })
  if (watch.endAt !== null && wall >= watch.endAt) return ask('end-time')
  return now - watch.speechAt >= silentMs ? ask('silence') : { watch, stop: false }
}
