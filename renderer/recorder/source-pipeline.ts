import type { ErrorValue } from '../../common/errors'
import type { AudioChunk, RecorderEvent, WantedSource } from '../../common/model'
import { frameSamples } from '../../common/model/sound'
import { msToSamples } from '../../common/time'
import { joinLevels, type FrameLevel } from '../audio/level'
import type { Block } from './capture/block'
import type { Device } from './capture/device'
import { createDeviceClock } from './capture/device-clock'
import {
  createDeviceSupervisor,
  type CaptureDeps,
  type DeviceSupervisor,
} from './capture/device-supervisor'
import { frameMs, type Frame, type FrameMaker } from './capture/frame-maker'
import type { SourceKind } from './capture/source-kinds'
import { createTimeline, firstSampleAt } from './capture/timeline'
import { createGapRecorder } from './streaming/gap-recorder'
import type { Transcriber, TranscriberStream } from './transcriber'

/** Two frames of 50 ms: ten levels a second. */
const framesInLevel = 2
/** A microphone that delivers zeros counts as recording after this many frames: 2 s. */
const longestSilentStart = 40
/** While nothing plays, a device that delivers nothing for this long is silent, not late. */
const silentAfterMs = 500
/** The session of a source that is away ends after this long: it would only cost money. */
const awaySessionMs = 10_000
/** How often a gap is reported while it grows, in ms. */
const gapEveryMs = 5_000
/** The shortest gap that can contain a word, in frames: 200 ms. */
const shortestGapFrames = 4

/** What every source of a recording needs. */
export interface PipelineDeps {
  readonly transcriber: Transcriber
  readonly deps: CaptureDeps
  readonly createFrameMaker: (emit: (frame: Frame) => void, emptySince: number | null) => FrameMaker
  readonly report: (event: RecorderEvent) => void
  /** Sends sound to main. */
  readonly send: (chunk: AudioChunk) => void
  readonly newId: () => string
}

export interface PipelineOptions extends PipelineDeps {
  readonly wanted: WantedSource
  /** Zero of the time line, in ms of the clock in `deps`. */
  readonly zeroAt: number
  /** The sound that is already written ends here, in ms of the time line. */
  readonly notBeforeMs: number
  readonly paused: boolean
  readonly kind: SourceKind
}

/** One source, from being switched on to being switched off. */
export interface SourcePipeline {
  change(wanted: WantedSource): void
  pause(): void
  /** `zeroAt` is zero of the time line from now on: later by the pause. */
  resume(zeroAt: number): void
  online(): void
  /** Resolves when the last frame and the last turns have been reported. */
  stop(): Promise<void>
}

/** Passes the sound of one source from its device to main and to its transcription. */
export function createSourcePipeline(options: PipelineOptions): SourcePipeline {
  const { kind, transcriber, deps, report, send } = options
  const { source } = options.wanted
  const timeline = createTimeline(options.zeroAt, msToSamples(options.notBeforeMs))
  const gaps = createGapRecorder({
    source,
    report,
    newId: options.newId,
    reason: 'device',
    sound: false,
  })
  const clock = createDeviceClock()
  const endings: Promise<void>[] = []
  let { wanted, zeroAt, paused } = options
  let supervisor: DeviceSupervisor | null = null
  let frames: FrameMaker | null = null
  let stream: TranscriberStream | null = null
  let device = { label: '', rate: 0, substitute: false }
  /** How many frames of a new device came while it is not reported yet; null once it is. */
  let unreportedFrames: number | null = null
  let levels: FrameLevel[] = []
  let cancelAway: (() => void)[] = []
  /** Where the sound ended; null while the source is heard. */
  let awayFrom: number | null = null

  const nowSample = () => firstSampleAt(deps.now(), zeroAt)

  function open(): void {
    stream ??= transcriber.open(source, zeroAt)
    supervisor = createDeviceSupervisor({
      kind,
      wanted,
      handlers: { onBlock, onOpened, onAway },
      deps,
    })
  }

  function createFrames(): FrameMaker {
    const isStart = timeline.position === null && options.notBeforeMs === 0
    return options.createFrameMaker(take, isStart ? options.zeroAt : null)
  }

  function onBlock(block: Block): void {
    device.rate = block.rate
    // Its own time counts, not how long the silence before it was.
    if (frames?.isSilent) closeFrames()
    if (frames === null) clock.restart()
    const lostMs = clock.lostBefore(block, block.arrivedAt ?? deps.now())
    if (lostMs > 0) {
      closeFrames()
      awayFrom ??= timeline.position
      if (lostMs >= awaySessionMs) endSession()
    }
    frames ??= createFrames()
    frames.take(block, clock.ratio)
  }

  /** Emits the last frame. The next one does not follow it. */
  function closeFrames(): void {
    const closing = frames
    frames = null
    if (closing === null) return
    closing.finish()
    timeline.interrupt(zeroAt)
  }

  function onOpened({ label }: Device, substitute: boolean): void {
    const isNew = frames === null || label !== device.label || substitute !== device.substitute
    if (label !== device.label) clock.changeDevice()
    device = { label, rate: device.rate, substitute }
    if (isNew) unreportedFrames = 0
    if (kind.alwaysSounds) return
    deps.after(silentAfterMs, () => {
      if (supervisor === null || frames !== null) return
      frames = createFrames()
      frames.fillWithSilence()
    })
  }

  function onAway(error: ErrorValue): void {
    report({ type: 'problem', source, error })
    closeFrames()
    if (timeline.position === null) return endSession()
    if (awayFrom !== null) return
    awayFrom = timeline.position
    cancelAway = [
      deps.after(awaySessionMs, endSession),
      deps.every(gapEveryMs, () => gaps.grow(awayFrom ?? nowSample(), nowSample())),
    ]
  }

  function endSession(): void {
    if (stream !== null) endings.push(stream.stop())
    stream = null
  }

  /** The gap ends here: the source is heard again, or it is switched off. */
  function endAway(atSample: number, missingFrames: number): void {
    for (const cancel of cancelAway) cancel()
    cancelAway = []
    if (awayFrom !== null && missingFrames >= shortestGapFrames) gaps.close(awayFrom, atSample)
    awayFrom = null
  }

  function take({ pcm, level, capturedAt }: Frame): void {
    const { firstSample, missingFrames, offsetMs } = timeline.next(capturedAt)
    if (offsetMs !== null) clock.placed(offsetMs)
    endAway(firstSample, missingFrames)
    // Sound first: main has it, whatever happens to the transcription.
    send({ source, firstSample, pcm })
    if (missingFrames * frameMs >= awaySessionMs) endSession()
    if (stream === null) stream = transcriber.open(source, zeroAt)
    else fill(stream, firstSample, missingFrames)
    stream.push({ firstSample, pcm })
    reportLevel(level)
    reportCapturing(level, firstSample)
    supervisor?.heard(level.peak === 0, frameMs)
  }

  /** A session hears frames without holes. Main's file has its own silence. */
  function fill(to: TranscriberStream, firstSample: number, missingFrames: number): void {
    for (let back = missingFrames; back > 0; back -= 1) {
      const pcm = new ArrayBuffer(frameSamples * Int16Array.BYTES_PER_ELEMENT)
      to.push({ firstSample: firstSample - back * frameSamples, pcm })
    }
  }

  function reportLevel(level: FrameLevel): void {
    levels.push(level)
    if (levels.length < framesInLevel) return
    report({ type: 'level', level: { source, ...joinLevels(levels) } })
    levels = []
  }

  /** A device that has just been opened may deliver zeros: until it sounds, nothing is recorded. */
  function reportCapturing({ peak }: FrameLevel, firstSample: number): void {
    if (unreportedFrames === null) return
    unreportedFrames += 1
    if (kind.alwaysSounds && peak === 0 && unreportedFrames < longestSilentStart) return
    unreportedFrames = null
    const { label, rate: deviceRate, substitute } = device
    report({ type: 'capturing', source, label, deviceRate, substitute, firstSample })
  }

  function close(): void {
    supervisor?.close()
    supervisor = null
    closeFrames()
    const { position } = timeline
    if (awayFrom === null || position === null) return
    const end = nowSample()
    endAway(end, Math.round((end - position) / frameSamples))
  }

  if (!paused) open()
  return {
    change: (now) => {
      wanted = now
      supervisor?.change(now)
    },
    pause: () => {
      if (paused) return
      paused = true
      close()
      stream?.pause()
    },
    resume: (from) => {
      if (!paused) return
      paused = false
      zeroAt = from
      timeline.interrupt(from)
      stream?.resume()
      open()
    },
    online: () => stream?.online(),
    stop: async () => {
      close()
      endSession()
      await Promise.all(endings)
    },
  }
}
