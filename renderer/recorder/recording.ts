import type {
  AudioChunk,
  CapturedSource,
  RecorderEvent,
  RecorderOrder,
  Source,
} from '../../preload/model'
import type { Frames, FramesHandlers } from './capture/frames'
import type { KeeperWorld } from './capture/keeper'
import type { SourceKind } from './capture/plan'
import { createLane, type Lane } from './lane'
import type { Words } from './words'

export interface RecordingOptions {
  readonly start: RecorderOrder
  /** How each source is kept open. */
  readonly kinds: Record<CapturedSource, SourceKind>
  readonly words: Words
  readonly world: KeeperWorld
  readonly createFrames: (handlers: FramesHandlers) => Frames
  readonly emit: (event: RecorderEvent) => void
  readonly send: (chunk: AudioChunk) => void
  readonly newId: () => string
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** One recording of any number of sources. */
export interface Recording {
  /** Switches sources on and off, changes their devices, pauses and resumes. */
  change(order: RecorderOrder): void
  online(): void
  /** Resolves when the last frame and the last turns of every source have been handed on. */
  stop(): Promise<void>
}

/** Opens the devices, the tokens and the connections of all sources at the same time. */
export function startRecording({ start, kinds, ...rest }: RecordingOptions): Recording {
  const lanes = new Map<Source, Lane>()
  const ending = new Set<Promise<void>>()

  function end(source: Source, lane: Lane): void {
    lanes.delete(source)
    const stopping = lane.stop().finally(() => ending.delete(stopping))
    ending.add(stopping)
  }

  function change({ sources, startedAt, paused }: RecorderOrder): void {
    for (const [source, lane] of lanes) {
      if (sources.every((wanted) => wanted.source !== source)) end(source, lane)
    }
    for (const wanted of sources) {
      const { source } = wanted
      const lane = lanes.get(source)
      if (lane === undefined) {
        const options = { ...rest, wanted, startedAt, paused, kind: kinds[source] }
        lanes.set(source, createLane(options))
      } else {
        lane.change(wanted)
        if (paused) lane.pause()
        else lane.resume(startedAt)
      }
    }
  }

  change(start)
  return {
    change,
    online: () => {
      for (const lane of lanes.values()) lane.online()
    },
    stop: async () => {
      for (const [source, lane] of lanes) end(source, lane)
      await Promise.all(ending)
    },
  }
}
