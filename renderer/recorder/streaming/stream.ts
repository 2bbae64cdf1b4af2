import { errorValue, type ErrorValue, type Result } from '../../../preload/errors'
import type { ConnectionState, RecorderEvent, SessionGrant, Source } from '../../../preload/model'
import { samplesToMs } from '../capture/timeline'
import type { AudioFrame } from './backlog'
import { judgeClosure, judgeGrantError, type ClosureVerdict } from './closures'
import { nextConnection, type ConnectionChange } from './connection-state'
import type { Environment } from './environment'
import { createGapRecorder } from './gap-recorder'
import { createListener, type Listener } from './listener'
import { createPausing } from './pausing'
import { failedTries, nextTry } from './reconnect'
import { createSender } from './sender'
import { openSession, type Session } from './session'
import { createTally } from './tally'
import { closeOpenTurns, type TurnsState } from './turns'
import { createWaiter, within } from './waiter'

/** main tries for a token by itself; after this long, live text is called offline meanwhile. */
const grantMs = 10_000
/** With a longer hole, live text goes on with what is being said now and this much before it. */
const leadInFrames = 20
/** How often a hole is reported while it grows. */
const gapEveryFrames = 200
/** All of the end together: the audio that waits, the last turns, and a broken connection. */
const stopMs = 30_000

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
  const { backlog } = sender
  const ignore = createTally((messageType, count) =>
    emit({ type: 'ignored', source, messageType, count }),
  )
  let state: ConnectionState = 'connecting'
  let error: ErrorValue | null = null
  let session: Session | null = null
  let isBegun = false
  let pendingGrant: Promise<Result<SessionGrant>> | null = null
  /** All before this sample has final words; null before the first frame. */
  let covered: number | null = null
  /** The open turns of sessions that ended. */
  let orphans: TurnsState[] = []
  let forgetAudio = false
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
    if (covered !== null) gaps.grow(covered, backlog.endSample)
  }

  function onSenderChanged(): void {
    if (!isBegun) return
    if (sender.isBehind) change('behind', null)
    else change(state === 'catching-up' ? 'caught-up' : 'began', null)
    if ((stopping || pausing.isLong) && sender.isDrained) endSession()
  }

  /** What comes from now on is for another session. */
  function endSession(): void {
    isBegun = false
    sender.pause()
    session?.terminate()
  }

  function onLongPause(): void {
    waiter.wake()
    onSenderChanged()
  }

  /** Decides where the new session's audio begins and what that means for the turns before it. */
  function begin(opened: Session, listener: Listener): void {
    isBegun = true
    if (covered !== null) {
      const isHole = backlog.startSample > covered
      if (isHole || forgetAudio) {
        backlog.keepLast(leadInFrames)
        gaps.close(covered, backlog.startSample)
      } else {
        gaps.resend()
      }
      const againFrom = Math.max(covered, backlog.startSample)
      for (const turns of orphans) {
        closeOpenTurns(turns, samplesToMs(covered), samplesToMs(againFrom)).forEach(emit)
      }
      covered = againFrom
    }
    orphans = []
    forgetAudio = false
    sender.start({
      bufferedBytes: () => opened.bufferedBytes(),
      send: (frame) => {
        if (listener.isPlaced) return opened.send(frame.pcm)
        listener.placeAt(samplesToMs(frame.firstSample))
        opened.send(silencedUntil(frame, covered ?? frame.firstSample))
      },
    })
  }

  function cover(advance: (covered: number) => number): void {
    covered = Math.min(advance(covered ?? 0), backlog.endSample)
    backlog.forgetUntil(covered)
  }

  async function grant(): Promise<Result<SessionGrant> | null> {
    pendingGrant ??= lend()
    const asked = pendingGrant
    const early = await within(environment, grantMs, asked)
    if (early !== null || stopping) return early
    giveUp(null)
    return Promise.race([asked, stopped])
  }

  /** One session from the request for a token to its end; null where stopping ended the wait. */
  async function attempt(): Promise<(ClosureVerdict & { readonly complete: boolean }) | null> {
    const granted = await grant()
    if (granted === null) return null
    pendingGrant = null
    if (!granted.ok) {
      failed += 1
      return { ...judgeGrantError(granted.error), complete: false }
    }
    const listener = createListener({
      source,
      model: granted.value.model,
      emit,
      ignore,
      nowMs: () => Math.max(0, Math.round(environment.now() - startedAt - pausing.totalMs)),
      began: () => begin(opened, listener),
      cover,
    })
    const opened = openSession(granted.value, listener, environment)
    session = opened
    const ending = await opened.ended
    session = null
    isBegun = false
    sender.pause()
    if (listener.turns.open.size > 0) orphans.push(listener.turns)
    failed = failedTries(failed, ending.lastedMs, listener.turns.finalUntilMs !== null)
    if (ending.complete) cover(() => backlog.sentUntil)
    return { ...judgeClosure(ending), complete: ending.complete }
  }

  async function run(): Promise<void> {
    emit({ type: 'connection', source, state, error })
    for (;;) {
      if (pausing.isLong) await rest()
      if (over || (stopping && (state === 'offline' || isSettled()))) return
      const verdict = await attempt()
      if (verdict === null || over) return
      if (verdict.complete) {
        await rest()
        continue
      }
      forgetAudio ||= verdict.forgetAudio
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

  /** All that was pushed has its final words. */
  function isSettled(): boolean {
    return covered === null || covered >= backlog.endSample
  }

  /** No session until the pause is over: there is nothing to be heard. */
  async function rest(): Promise<void> {
    if (pausing.isPaused && covered !== null) gaps.grow(covered, backlog.endSample)
    await pausing.over()
    failed = 0
    if (!stopping) change('lost', null)
  }

  const ended = run()

  return {
    push: (frame) => {
      covered ??= frame.firstSample
      sender.push(frame)
      if (state !== 'offline') return
      offlineFrames += 1
      if (offlineFrames % gapEveryFrames === 0) gaps.grow(covered, backlog.endSample)
    },
    pause: () => pausing.pause(),
    resume: () => pausing.resume(),
    online: () => waiter.wake(),
    stop: async () => {
      stopping = true
      stopCalled()
      pausing.resume()
      if (state === 'offline') waiter.wake()
      onSenderChanged()
      await within(environment, stopMs, ended)
      over = true
      session?.abandon()
      if (covered !== null) gaps.close(covered, backlog.endSample)
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
