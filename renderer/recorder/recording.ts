import { fail, type Result } from '../../preload/errors'
import type {
  AudioChunk,
  RecorderEvent,
  RecorderStart,
  SessionGrant,
  Source,
} from '../../preload/model'
import { frameSamples } from '../../preload/model/sound'
import type { Capture, CaptureHandlers } from './capture/capture'
import { joinLevels, type FrameLevel } from './capture/level'
import type { MicrophoneRequest } from './capture/microphone'
import { createTimeline } from './capture/timeline'
import type { Environment } from './streaming/environment'
import { createStream } from './streaming/stream'

/** Two frames of 50 ms: ten levels a second. */
const framesInLevel = 2

export type OpenCapture = (
  request: MicrophoneRequest,
  handlers: CaptureHandlers,
) => Promise<Result<Capture>>

export interface RecordingOptions {
  readonly start: RecorderStart
  /** How each kind of source is opened. */
  readonly captures: Partial<Record<Source, OpenCapture>>
  readonly lend: (source: Source) => Promise<Result<SessionGrant>>
  readonly emit: (event: RecorderEvent) => void
  readonly send: (chunk: AudioChunk) => void
  readonly environment: Environment
}

/** One recording of any number of sources. */
export interface Recording {
  online(): void
  /** Resolves when the last frame and the last turns of every source have been handed on. */
  stop(): Promise<void>
}

/** Opens the devices, the tokens and the connections of all sources at the same time. */
export function startRecording(options: RecordingOptions): Recording {
  const sources = options.start.sources.map((wanted) => startSource(wanted, options))
  return {
    online: () => {
      for (const source of sources) source.online()
    },
    stop: async () => {
      await Promise.all(sources.map((source) => source.stop()))
    },
  }
}

function startSource(
  { source, ...request }: RecorderStart['sources'][number],
  { start, captures, lend, emit, send, environment }: RecordingOptions,
): Recording {
  const { startedAt } = start
  const timeline = createTimeline(startedAt)
  const stream = createStream({ source, startedAt, lend: () => lend(source), emit, environment })
  let levels: FrameLevel[] = []
  let isFirst = true

  function tellLevel(level: FrameLevel): void {
    levels.push(level)
    if (levels.length < framesInLevel) return
    emit({ type: 'level', level: { source, ...joinLevels(levels) } })
    levels = []
  }

  const capture = captures[source]
  const opening: Promise<Result<Capture>> =
    capture === undefined
      ? Promise.resolve(fail('internal', `${source} is not captured`))
      : capture(request, {
          onFrame: ({ pcm, level }, capturedAt) => {
            const firstSample = timeline.next(frameSamples, capturedAt)
            // Sound first: whatever becomes of the words, main has it.
            send({ source, firstSample, pcm })
            stream.push({ firstSample, pcm })
            tellLevel(level)
            if (isFirst) void tellCapturing(firstSample)
            isFirst = false
          },
          onProblem: (error) => emit({ type: 'problem', source, error }),
        })

  async function tellCapturing(firstSample: number): Promise<void> {
    const opened = await opening
    if (!opened.ok) return
    const { deviceRate, label } = opened.value
    emit({ type: 'capturing', source, deviceRate, label, firstSample })
  }

  const ready = opening.then(async (opened) => {
    if (opened.ok) return opened.value
    emit({ type: 'problem', source, error: opened.error })
    // There will be no audio: an open session would only cost money.
    await stream.stop()
    return null
  })

  return {
    online: () => stream.online(),
    stop: async () => {
      const opened = await ready
      if (opened === null) return
      await opened.finish()
      await stream.stop()
    },
  }
}
