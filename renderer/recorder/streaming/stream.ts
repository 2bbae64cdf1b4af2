import { errorValue, type ErrorValue, type Result } from '../../../common/errors'
import type { ConnectionState, RecorderEvent, SessionGrant, Source } from '../../../common/model'
import { msToSamples, samplesToMs } from '../../../common/time'
import type { AudioFrame } from './backlog'
import { judgeClose, type CloseVerdict } from './close-codes'
import { nextConnection, type ConnectionChange } from './connection-state'
import { createCoverageLedger } from './coverage-ledger'
import type { StreamingDeps } from './deps'
import { createGapRecorder } from './gap-recorder'
import { createLogSampler } from './log-sampler'
import type { ModelChoice } from './model-choice'
import { createPauseTracker } from './pause-tracker'
import { failedTries, nextTry } from './reconnect'
import { createRotation } from './rotation'
import { createSender } from './sender'
import { silentMs, type SessionEnding } from './session'
import type { SessionUpdates } from './session-updates'
import { openSession, type Opening, type OpeningResult, type OpenSession } from './session-opener'
import type { Silence } from './silence'
import { createDelay, createIdleTimeout, createSleep, within } from './timers'

/**
 * After a longer cut, in ms, live text continues with what is said now. The service hears sound little
 * faster than people speak, so that a session with all of it would be late for minutes. What was said
 * meanwhile is a gap, which main fills from the stored sound at the same time.
 */
const longestCutMs = 3_000
/** Main retries the request for a token by itself; after this long, live text is offline. */
const grantMs = 10_000
/** How often a gap is reported while it grows. */
const gapEveryFrames = 200
/** A formatted version may follow a final; without a turn for this long there is a pause. */
const settledMs = 250
/** Stop waits as long as sound is sent and turns come, and no longer than this in all. */
const stopLimits = { idleMs: 8_000, longestMs: 60_000 }

export interface StreamOptions {
  readonly source: Source
  /** Zero of the time line now, in ms of the clock in `deps`. */
  readonly zeroAt: number
  /** Returns a grant for one more session. */
  readonly requestToken: () => Promise<Result<SessionGrant>>
  readonly report: (event: RecorderEvent) => void
  /** Shared by all streams of a recording. */
  readonly models: ModelChoice
  readonly updates: SessionUpdates
  readonly silence: Silence
  readonly deps: StreamingDeps
}

/**
 * Sends the frames of one source to the service, over as many sessions as necessary. It has none while
 * nobody has said anything on any source for a minute.
 */
export interface Stream {
  /** Frames follow each other without holes. */
  push(frame: AudioFrame): void
  /** No frames come for a while. After 10 s the session ends, once its words are here. */
  pause(): void
  /** Frames come again and follow the last one, in the same session or in a new one. */
  resume(): void
  /** The network is back: a try that waits is made at once. */
  online(): void
  /** After the last frame: sends what is left, takes the last turns and ends the session. */
  stop(): Promise<void>
}

/** Connects at once, before there is any sound. */
export function createStream(options: StreamOptions): Stream {
  const { source, requestToken, report, models, updates, deps } = options
  const delay = createDelay(deps)
  const gaps = createGapRecorder({
    source,
    report,
    newId: () => deps.newId(),
    reason: 'network',
    sound: true,
  })
  const pauses = createPauseTracker({ deps, zeroAt: options.zeroAt, onLong: onLongPause })
  const sender = createSender(deps, onSenderChange)
  const rotation = createRotation({ deps, open, isPause, handOver })
  const idle = createIdleTimeout(deps, stopLimits)
  const { backlog } = sender
  const silence = options.silence.join(() => sleep.end())
  /** There is no session, or it ends, because of a long silence. */
  const sleep = createSleep()
  /** It sleeps and no session is left. */
  let isResting = false
  const ledger = createCoverageLedger({ backlog, gaps, report })
  const ignore = createLogSampler((messageType, count) =>
    report({ type: 'ignored', source, messageType, count }),
  )
  let state: ConnectionState = 'connecting'
  let error: ErrorValue | null = null
  let opening: Opening | null = null
  /** The session in use; null before its Begin and once it is to end. */
  let inUse: OpenSession | null = null
  /** The session that was in use ends, so that the next one takes over. */
  let isHandingOver = false
  /** When the last session was lost, in ms of the clock in `deps`; null unless one was. */
  let cutAt: number | null = null
  let failed = 0
  let offlineFrames = 0
  let isStopping = false
  let isOver = false
  let onStop: () => void = () => undefined
  const stopped = new Promise<null>((resolve) => (onStop = () => resolve(null)))

  function change(kind: ConnectionChange, cause: ErrorValue | null): void {
    const next = nextConnection(state, kind)
    if (next === state && cause?.code === error?.code) return
    state = next
    error = cause
    reportConnection(state)
  }

  /** After Stop it reports nothing: another stream may have taken the place of this one. */
  function reportConnection(reported: ConnectionState | null): void {
    if (!isStopping) report({ type: 'connection', source, state: reported, error })
  }

  function giveUp(cause: ErrorValue | null): void {
    change('gave-up', cause)
    ledger.reportMissing()
  }

  function onSenderChange(): void {
    if (inUse === null) return
    if (sender.isBehind) change('behind', null)
    else change(state === 'catching-up' ? 'caught-up' : 'began', null)
    if ((isStopping || pauses.isLong) && sender.isDrained) endSession()
  }

  /** What comes from now on is for another session. */
  function endSession(): void {
    sender.pause()
    inUse?.session.terminate()
    inUse = null
  }

  function handOver(): void {
    if (inUse === null) return
    isHandingOver = true
    inUse.events.hold()
    endSession()
  }

  /** Whether nobody is speaking, as far as the session has reported. */
  function isPause(): boolean {
    if (inUse === null || sender.isBehind || inUse.events.turns.open.size > 0) return false
    const { lastTurnAt } = inUse.events
    return lastTurnAt === null || deps.now() - lastTurnAt >= settledMs
  }

  /** Ends the session in a long silence, unless words are still to come. */
  function sleepIfSilent(): void {
    if (!silence.isLong || isStopping || inUse === null || isHandingOver || rotation.isReady) return
    if (!sender.isDrained || inUse.events.turns.open.size > 0) return
    sleep.begin()
    rotation.cancel()
    endSession()
    change('fell-silent', null)
  }

  function onLongPause(): void {
    delay.wake()
    if (!isHandingOver) rotation.cancel()
    onSenderChange()
  }

  /** Whether so much was said since the last session was lost that it would make live text late. */
  function isLongCut(): boolean {
    // After Stop nothing is live, and all that is left is sent.
    if (cutAt === null || isStopping) return false
    const waitingMs = samplesToMs(backlog.endSample - (ledger.covered ?? 0))
    return Math.min(deps.now() - cutAt, waitingMs) > longestCutMs
  }

  /** The session is in use from now on. */
  function begin(begun: OpenSession): void {
    inUse = begun
    const { session, events } = begun
    if (updates.latest !== null) begun.configure(updates.latest)
    if (isLongCut()) ledger.dropAudio()
    cutAt = null
    ledger.resume()
    sender.start({ session, prepare: events.prepare })
    if (!isStopping) rotation.plan(begun)
  }

  function open(): Opening {
    return openSession({ source, requestToken, models, report, ignore, pauses, ledger, idle, deps })
  }

  /** Waits for Begin; null if Stop ended the wait for a token. */
  async function resultOf(awaited: Opening): Promise<OpeningResult | null> {
    const early = await within(deps, grantMs, awaited.granted)
    if (early === null && !isStopping) giveUp(null)
    const late = early ?? (isStopping ? null : await Promise.race([awaited.granted, stopped]))
    return late === null ? null : awaited.result
  }

  /** One session from the request for a token to its end; null if Stop ended the wait. */
  async function attempt(): Promise<(CloseVerdict & { readonly complete: boolean }) | null> {
    opening = rotation.take() ?? open()
    const result = await resultOf(opening)
    if (result === null) return null
    if (!result.ok) {
      failed += 1
      return { ...result.verdict, complete: false }
    }
    begin(result.open)
    const ended = await result.open.session.ended
    inUse = null
    sender.pause()
    if (!isHandingOver && !ended.complete) cutAt = deps.now() - silentFor(ended)
    settle(result.open, ended)
    const verdict = judgeClose(ended)
    // It was ended from here, though not by Stop: there is more to hear.
    const action = verdict.action === 'done' && !isStopping ? 'rotate' : verdict.action
    return { ...verdict, action, complete: ended.complete }
  }

  /** Records what an ended session leaves to the next one. */
  function settle({ events }: OpenSession, { complete, lastedMs }: SessionEnding): void {
    if (isHandingOver) {
      const startMs = samplesToMs(ledger.covered ?? 0)
      const endMs = samplesToMs(backlog.sentUntil)
      ledger.coverUntil(msToSamples(events.release({ startMs, endMs }, complete)))
    } else if (complete) {
      ledger.coverUntil(sleep.isOn ? backlog.endSample : backlog.sentUntil)
    } else {
      // What it did not answer for is sent again.
      sleep.end()
    }
    isHandingOver = false
    ledger.addEnded(events.turns)
    failed = failedTries(failed, lastedMs, events.turns.finalUntilMs !== null)
  }

  async function run(): Promise<void> {
    reportConnection(state)
    for (;;) {
      if ((pauses.isLong || sleep.isOn) && !rotation.isReady) await rest()
      if (isOver || (isStopping && (state === 'offline' || ledger.isSettled))) return
      const verdict = await attempt()
      if (verdict === null || isOver) return
      if (verdict.dropsAudio) ledger.dropAudio()
      if (rotation.isReady) continue
      if (verdict.complete) {
        await rest()
        continue
      }
      const next = nextTry(verdict.action, failed, () => deps.random())
      if (isStopping && (!next.again || next.offline)) return
      // A refusal in a pause is tried again after the pause.
      if (!next.again && !pauses.isPaused) return giveUp(verdict.error)
      if (!next.again || next.offline) giveUp(offlineError(verdict))
      else change('lost', verdict.error)
      if (next.again) await delay.wait(next.delayMs)
      else await pauses.over()
    }
  }

  /** No session until the pause or the silence is over: there is nothing to hear. */
  async function rest(): Promise<void> {
    if (pauses.isPaused) ledger.reportMissing()
    await pauses.over()
    isResting = sleep.isOn
    if (!isStopping) await sleep.over()
    isResting = false
    failed = 0
    if (!isStopping) change('lost', null)
  }

  updates.onChange((update) => inUse?.configure(update))
  const ended = run().finally(() => rotation.cancel())

  return {
    push: (frame) => {
      ledger.begin(frame.firstSample)
      silence.hear(frame.pcm)
      // A session that misses a frame would place everything after it too early.
      if (sender.push(frame)) inUse?.session.abandon()
      if (isResting && sleep.isOn) ledger.keepLeadIn()
      else sleepIfSilent()
      if (state !== 'offline') return
      offlineFrames += 1
      if (offlineFrames % gapEveryFrames === 0) ledger.reportMissing()
    },
    pause: () => pauses.pause(),
    resume: () => {
      silence.restart()
      pauses.resume()
    },
    online: () => delay.wake(),
    stop: async () => {
      error = null
      reportConnection(null)
      isStopping = true
      onStop()
      silence.leave()
      if (isResting) {
        ledger.coverUntil(backlog.endSample)
        sleep.end()
      }
      pauses.resume()
      if (state === 'offline') delay.wake()
      if (!isHandingOver) rotation.cancel()
      onSenderChange()
      await idle.wait(ended)
      isOver = true
      opening?.abandon()
      rotation.cancel()
      ledger.close()
    },
  }
}

/** How long nothing was heard of a session before it was known to be lost, in ms. */
function silentFor({ cause }: SessionEnding): number {
  return cause === 'silent' ? silentMs : 0
}

/** Why there is no live text: what the service or main said, or that the connection failed. */
function offlineError({ action, error }: CloseVerdict): ErrorValue | null {
  const isConnection = action === 'retry' && error?.code.startsWith('session')
  return isConnection ? errorValue('session-offline', error?.detail) : error
}
