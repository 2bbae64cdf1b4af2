import type { CapturedSource, RecorderOrder, Source } from '../../preload/model'
import type { SourceKind } from './capture/plan'
import { createLane, type Lane, type LaneWorld } from './lane'

export interface RecordingOptions extends LaneWorld {
  readonly start: RecorderOrder
  /** How each source is kept open. */
  readonly kinds: Record<CapturedSource, SourceKind>
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
