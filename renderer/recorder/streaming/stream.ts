import { errorValue, type ErrorValue, type Result } from '../../../preload/errors'
import type { ConnectionState, RecorderEvent, SessionGrant, Source } from '../../../preload/model'
import { msToSamples, samplesToMs } from '../capture/timeline'
import type { AudioFrame } from './backlog'
import { judgeClosure, type ClosureVerdict } from './closures'
import { nextConnection, type ConnectionChange } from './connection-state'
import type { Environment } from './environment'
import { createGapRecorder } from './gap-recorder'
import { createLedger } from './ledger'
import { openLine, type Begun, type Line, type Opening } from './opening'
import { createPausing } from './pausing'
import { failedTries, nextTry } from './reconnect'
import { createRotation } from './rotation'
import { createSender } from './sender'
import { createTally } from './tally'
import { createPatience, createWaiter, within } from './waiter'

/** main tries for a token by itself; after this long, live text is called offline meanwhile. */
const grantMs = 10_000
/** How often a hole is reported while it grows. */
const gapEveryFrames = 200
/** A final may be followed by its formatted version; after so long without a turn it is a pause. */
const settledMs = 250
/** The end lasts as long as audio goes out and turns come in, and no longer than this in all. */
const stopLimits = { idleMs: 8_000, longestMs: 60_000 }

export interface StreamOptions {
  readonly source: Source
  /** The press of the record button, ms since 1970. */
  readonly startedAt: number
  /** A grant for one more session. */
  readonly lend: () => Promise<Result<SessionGrant>>
  readonly emit: (event: RecorderEvent) => void
  readonly environment: Environment
}

/** The way of one source's frames to the service, over as many sessions as it takes. */
export interface Stream {
  /** Frames follow each other without holes. */
  push(frame: AudioFrame): void
  /** No frames come for a while. After 10 s of it the session ends, once its words are here. */
  pause(): void
  /** Frames come again, without a hole after the last one, in the same session or in a new one. */
  resume(): void
  /** The network is back: a try that waits is made at once. */
  online(): void
  /** After the last frame: sends what is left, takes the last turns, ends the session. */
  stop(): Promise<void>
}

/** Connects at once, before there is any audio. */
export function createStream(options: StreamOptions): Stream {
  const { source, startedAt, lend, emit, environment } = options
  const waiter = createWaiter(environment)
  const gaps = createGapRecorder(source, emit, () => environment.newId())
  const pausing = createPausing(environment, onLongPause)
  const sender = createSender(environment, onSenderChanged)
  const rotation = createRotation({ environment, open, isPause, handOver })
  const patience = createPatience(environment, stopLimits)
  const { backlog } = sender
  const ledger = createLedger(backlog, gaps, emit)
  const ignore = createTally((messageType, count) =>
    emit({ type: 'ignored', source, messageType, count }),
  )
  let state: ConnectionState = 'connecting'
  let error: ErrorValue | null = null
  let opening: Opening | null = null
  /** The session in use; null before its Begin and once it is to end. */
  let line: Line | null = null
  /** The session that was in use is ended, for the next one to take over. */
  let isHandingOver = false
  let failed = 0
  let offlineFrames = 0
  let stopping = false
  let over = false
  let stopCalled: () => void = () => undefined
  const stopped = new Promise<null>((resolve) => (stopCalled = () => resolve(null)))

  function change(kind: ConnectionChange, cause: ErrorValue | null): void {
    const next = nextConnection(state, kind)
    if (next === state && cause?.code === error?.code) return
    state = next
    error = cause
    emit({ type: 'connection', source, state, error })
  }

  function giveUp(cause: ErrorValue | null): void {
    change('gave-up', cause)
    ledger.miss()
  }

  function onSenderChanged(): void {
    if (line === null) return
    if (sender.isBehind) change('behind', null)
    else change(state === 'catching-up' ? 'caught-up' : 'began', null)
    if ((stopping || pausing.isLong) && sender.isDrained) endSession()
  }

  /** What comes from now on is for another session. */
  function endSession(): void {
    sender.pause()
    line?.session.terminate()
    line = null
  }

  function handOver(): void {
    if (line === null) return
    isHandingOver = true
    line.listener.hold()
    endSession()
  }

  /** Nothing is being said, as far as the session has told. */
  function isPause(): boolean {
    if (line === null || sender.isBehind || line.listener.turns.open.size > 0) return false
    return environment.now() - (line.listener.lastTurnAt ?? 0) >= settledMs
  }

  function onLongPause(): void {
    waiter.wake()
    if (!isHandingOver) rotation.cancel()
    onSenderChanged()
  }

  /** The session is in use from now on. */
  function begin(begun: Line): void {
    line = begun
    const { session, listener } = begun
    ledger.goOn()
    sender.start({
      bufferedBytes: () => session.bufferedBytes(),
      send: (frame) => {
        patience.moved()
        if (listener.isPlaced) return session.send(frame.pcm)
        listener.placeAt(samplesToMs(frame.firstSample))
        session.send(silencedUntil(frame, ledger.covered ?? frame.firstSample))
      },
    })
    if (!stopping) rotation.plan(begun)
  }

  function open(): Opening {
    return openLine({
      source,
      lend,
      emit: (event) => {
        patience.moved()
        emit(event)
      },
      ignore,
      environment,
      now: () => environment.now(),
      nowMs: () => Math.max(0, Math.round(environment.now() - startedAt - pausing.totalMs)),
      cover: (advance) => ledger.cover(advance),
    })
  }

  /** Waits for Begin; null where stopping ended the wait for a token. */
  async function begunOf(awaited: Opening): Promise<Begun | null> {
    const early = await within(environment, grantMs, awaited.granted)
    if (early === null && !stopping) giveUp(null)
    const late = early ?? (stopping ? null : await Promise.race([awaited.granted, stopped]))
    return late === null ? null : awaited.begun
  }

  /** One session from the request for a token to its end; null where stopping ended the wait. */
  async function attempt(): Promise<(ClosureVerdict & { readonly complete: boolean }) | null> {
    opening = rotation.take() ?? open()
    const begun = await begunOf(opening)
    if (begun === null) return null
    if (!begun.ok) {
      failed += 1
      return { ...begun.verdict, complete: false }
    }
    const { session, listener } = begun.line
    begin(begun.line)
    const ended = await session.ended
    line = null
    sender.pause()
    if (isHandingOver) ledger.cover((before) => passedOn(begun.line, before, ended.complete))
    else if (ended.complete) ledger.cover(() => backlog.sentUntil)
    isHandingOver = false
    ledger.leave(listener.turns)
    failed = failedTries(failed, ended.lastedMs, listener.turns.finalUntilMs !== null)
    const verdict = judgeClosure(ended)
    // Ended from here, though not for Stop: there is more to be heard.
    const action = verdict.action === 'done' && !stopping ? 'rotate' : verdict.action
    return { ...verdict, action, complete: ended.complete }
  }

  /** Where the next session goes on after one that was ended for it. */
  function passedOn({ listener }: Line, before: number, complete: boolean): number {
    return msToSamples(
      listener.release(samplesToMs(before), samplesToMs(backlog.sentUntil), complete),
    )
  }

  async function run(): Promise<void> {
    emit({ type: 'connection', source, state, error })
    for (;;) {
      if (pausing.isLong && !rotation.isReady) await rest()
      if (over || (stopping && (state === 'offline' || ledger.isSettled))) return
      const verdict = await attempt()
      if (verdict === null || over) return
      if (verdict.forgetAudio) ledger.forgetAudio()
      if (rotation.isReady) continue
      if (verdict.complete) {
        await rest()
        continue
      }
      const next = nextTry(verdict.action, failed, () => environment.random())
      if (stopping && (!next.again || next.offline)) return
      // What is refused in a pause is asked for again after it.
      if (!next.again && !pausing.isPaused) return giveUp(verdict.error)
      if (!next.again || next.offline) giveUp(offlineError(verdict))
      else change('lost', verdict.error)
      if (next.again) await waiter.wait(next.delayMs)
      else await pausing.over()
    }
  }

  /** No session until the pause is over: there is nothing to be heard. */
  async function rest(): Promise<void> {
    if (pausing.isPaused) ledger.miss()
    await pausing.over()
    failed = 0
    if (!stopping) change('lost', null)
  }

  const ended = run().finally(() => rotation.cancel())

  return {
    push: (frame) => {
      ledger.begin(frame.firstSample)
      // A session that misses a frame would place all that it hears afterwards too early.
      if (sender.push(frame)) line?.session.abandon()
      if (state !== 'offline') return
      offlineFrames += 1
      if (offlineFrames % gapEveryFrames === 0) ledger.miss()
    },
    pause: () => pausing.pause(),
    resume: () => pausing.resume(),
    online: () => waiter.wake(),
    stop: async () => {
      stopping = true
      stopCalled()
      pausing.resume()
      if (state === 'offline') waiter.wake()
      if (!isHandingOver) rotation.cancel()
      onSenderChanged()
      await patience.wait(ended)
      over = true
      opening?.abandon()
      rotation.cancel()
      ledger.close()
    },
  }
}

/** Why there is no live text: what the service or main said, or that the connection failed. */
function offlineError({ action, error }: ClosureVerdict): ErrorValue | null {
  const isConnection = action === 'retry' && error?.code.startsWith('session')
  return isConnection ? errorValue('session-offline', error?.detail) : error
}

/** The frame without the sound before a sample, so that a word's end is not heard a second time. */
function silencedUntil(frame: AudioFrame, sample: number): ArrayBuffer {
  if (sample <= frame.firstSample) return frame.pcm
  const pcm = frame.pcm.slice(0)
  new Int16Array(pcm).fill(0, 0, sample - frame.firstSample)
  return pcm
}
