import { errorValue, type ErrorValue } from '../../preload/errors'
import type { AudioChunk, RecorderEvent, WantedSource } from '../../preload/model'
import { frameSamples } from '../../preload/model/sound'
import type { Block } from './capture/blocks'
import type { Frame } from './capture/frame-maker'
import type { Frames, FramesHandlers } from './capture/frames'
import { createKeeper, type Keeper, type KeeperWorld } from './capture/keeper'
import { createLostTime } from './capture/lost-time'
import { joinLevels, type FrameLevel } from './capture/level'
import type { SourceKind } from './capture/plan'
import { createTimeline, firstSampleAt } from './capture/timeline'
import { createGapRecorder } from './streaming/gap-recorder'
import type { Words, WordsOutlet } from './words'

/** Two frames of 50 ms: ten levels a second. */
const framesInLevel = 2
const frameMs = 50
/** A microphone that gives zeros is said to record after this long: 2 s. */
const longestSilentStart = 40
/** A device that gives nothing while nothing plays is quiet, not late, after this long. */
const quietAfterMs = 500
/** The session of a source that is away ends after this long: it would only cost money. */
const awaySessionMs = 10_000
/** How often a hole is reported while it grows, in ms. */
const gapEveryMs = 5_000
/** 200 ms: a word may be in it. */
const shortestGapFrames = 4

/** What every source of a recording needs. */
export interface LaneWorld {
  readonly words: Words
  readonly world: KeeperWorld
  readonly createFrames: (handlers: FramesHandlers) => Frames
  readonly emit: (event: RecorderEvent) => void
  readonly send: (chunk: AudioChunk) => void
  readonly newId: () => string
  /** Milliseconds since 1970. */
  readonly now: () => number
}

export interface LaneOptions extends LaneWorld {
  readonly wanted: WantedSource
  /** Zero of the time line now, ms since 1970. */
  readonly startedAt: number
  readonly paused: boolean
  readonly kind: SourceKind
}

/** One source, from being switched on to being switched off. */
export interface Lane {
  change(wanted: WantedSource): void
  pause(): void
  /** `startedAt` is zero of the time line from now on: later by the pause. */
  resume(startedAt: number): void
  online(): void
  /** Resolves when the last frame and the last turns have been handed on. */
  stop(): Promise<void>
}

export function createLane(options: LaneOptions): Lane {
  const { kind, words, world, emit, send } = options
  const { source } = options.wanted
  const timeline = createTimeline(options.startedAt)
  const gaps = createGapRecorder(source, emit, options.newId, { reason: 'device', sound: false })
  const lostTime = createLostTime()
  const endings: Promise<void>[] = []
  let { wanted, startedAt, paused } = options
  let keeper: Keeper | null = null
  let frames: Frames | null = null
  /** The last frames of the device before are in. */
  let settled = Promise.resolve()
  let outlet: WordsOutlet | null = null
  let device = { label: '', rate: 0, substitute: false }
  /** Whether main is still to be told that it captures, and for how many frames that has waited. */
  let untold: number | null = null
  let levels: FrameLevel[] = []
  let callOffAway: (() => void)[] = []
  /** Where the hole began that there is while the source is away. */
  let awayFrom: number | null = null

  const nowSample = () => firstSampleAt(options.now(), startedAt)

  function open(): void {
    outlet ??= words.open(source, startedAt)
    keeper = createKeeper(kind, wanted, { onBlock, onOpened, onAway }, world)
  }

  function onBlock(block: Block): void {
    device.rate = block.rate
    if (frames === null) lostTime.restart()
    const lostMs = lostTime.before(block, options.now())
    if (lostMs > 0) {
      afterLastFrame(() => {
        awayFrom ??= timeline.position
        if (lostMs >= awaySessionMs) endSession()
      })
    }
    frames ??= openFrames()
    frames.take(block)
  }

  function openFrames(): Frames {
    const before = settled
    const made = options.createFrames({
      onFrame: (frame, capturedAt) => void before.then(() => take(frame, capturedAt)),
      onFailure: (why) => {
        if (frames === made) onAway(errorValue(kind.failed, why))
      },
    })
    return made
  }

  /** Hands on the last frame of what is open; what comes then does not follow it. */
  function closeFrames(): void {
    const closing = frames
    frames = null
    if (closing === null) return
    settled = settled.then(() => closing.finish()).then(() => timeline.interrupt(startedAt))
  }

  /** Runs once the last frame of what was open is in, and before the first of what is opened then. */
  function afterLastFrame(run: () => void): void {
    closeFrames()
    settled = settled.then(run)
  }

  function onOpened({ label }: { readonly label: string }, substitute: boolean): void {
    const isNew = frames === null || label !== device.label || substitute !== device.substitute
    device = { label, rate: device.rate, substitute }
    if (isNew) untold = 0
    if (kind.alwaysSounds) return
    world.after(quietAfterMs, () => {
      if (keeper === null || frames !== null) return
      frames = openFrames()
      frames.beQuiet()
    })
  }

  function onAway(error: ErrorValue): void {
    emit({ type: 'problem', source, error })
    afterLastFrame(beginAbsence)
  }

  function beginAbsence(): void {
    if (timeline.position === null) return endSession()
    if (awayFrom !== null) return
    awayFrom = timeline.position
    callOffAway = [
      world.after(awaySessionMs, endSession),
      world.every(gapEveryMs, () => gaps.grow(awayFrom ?? nowSample(), nowSample())),
    ]
  }

  function endSession(): void {
    if (outlet !== null) endings.push(outlet.stop())
    outlet = null
  }

  /** The hole ends here, since the source is heard again, or nobody wants it any more. */
  function endAbsence(atSample: number, missingFrames: number): void {
    for (const callOff of callOffAway) callOff()
    callOffAway = []
    if (awayFrom !== null && missingFrames >= shortestGapFrames) gaps.close(awayFrom, atSample)
    awayFrom = null
  }

  function take(frame: Frame, capturedAt: number): void {
    const { firstSample, missingFrames } = timeline.next(capturedAt)
    endAbsence(firstSample, missingFrames)
    // Sound first: whatever becomes of the words, main has it.
    send({ source, firstSample, pcm: frame.pcm })
    if (missingFrames * frameMs >= awaySessionMs) endSession()
    if (outlet === null) outlet = words.open(source, startedAt)
    else fill(outlet, firstSample, missingFrames)
    outlet.push({ firstSample, pcm: frame.pcm })
    tellLevel(frame.level)
    tellCapturing(frame.level, firstSample)
    keeper?.heard(frame.level.peak === 0, frameMs)
  }

  /** Frames follow each other without holes; main's file has its own silence. */
  function fill(to: WordsOutlet, firstSample: number, missingFrames: number): void {
    for (let back = missingFrames; back > 0; back -= 1) {
      const pcm = new ArrayBuffer(frameSamples * Int16Array.BYTES_PER_ELEMENT)
      to.push({ firstSample: firstSample - back * frameSamples, pcm })
    }
  }

  function tellLevel(level: FrameLevel): void {
    levels.push(level)
    if (levels.length < framesInLevel) return
    emit({ type: 'level', level: { source, ...joinLevels(levels) } })
    levels = []
  }

  /** A device that has just been opened may give zeros at first: nothing is recorded until then. */
  function tellCapturing({ peak }: FrameLevel, firstSample: number): void {
    if (untold === null) return
    untold += 1
    if (kind.alwaysSounds && peak === 0 && untold < longestSilentStart) return
    untold = null
    const { label, rate: deviceRate, substitute } = device
    emit({ type: 'capturing', source, label, deviceRate, substitute, firstSample })
  }

  function close(): void {
    keeper?.close()
    keeper = null
    const end = nowSample()
    afterLastFrame(() => {
      const { position } = timeline
      if (awayFrom === null || position === null) return
      endAbsence(end, Math.round((end - position) / frameSamples))
    })
  }

  if (!paused) open()
  return {
    change: (now) => {
      wanted = now
      keeper?.change(now)
    },
    pause: () => {
      if (paused) return
      paused = true
      close()
      settled = settled.then(() => outlet?.pause())
    },
    resume: (from) => {
      if (!paused) return
      paused = false
      startedAt = from
      settled = settled.then(() => {
        timeline.interrupt(from)
        outlet?.resume()
        if (!paused && keeper === null) open()
      })
    },
    online: () => outlet?.online(),
    stop: async () => {
      close()
      await settled
      endSession()
      await Promise.all(endings)
    },
  }
}
