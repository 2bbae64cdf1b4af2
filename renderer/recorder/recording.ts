import type { CapturedSource, Source, WantedSource } from '../../common/model'
import type { SourceKind } from './capture/source-kinds'
import { createSourcePipeline, type PipelineDeps, type SourcePipeline } from './source-pipeline'

/** What to capture from now on. */
export interface CaptureOrder {
  /** Zero of the time line, in ms of the worker's clock. */
  readonly zeroAt: number
  /** The sound that is already written ends here, in ms of the time line. */
  readonly notBeforeMs: number
  readonly paused: boolean
  readonly sources: readonly WantedSource[]
}

export interface RecordingOptions extends PipelineDeps {
  readonly order: CaptureOrder
  readonly kinds: Record<CapturedSource, SourceKind>
}

/** One recording of any number of sources. */
export interface Recording {
  /** Switches sources on and off, changes their devices, pauses and resumes. */
  change(order: CaptureOrder): void
  online(): void
  /** Resolves when the last frame and the last turns of every source have been reported. */
  stop(): Promise<void>
}

/** Opens the devices, the tokens and the connections of all sources at the same time. */
export function startRecording({ order, kinds, ...deps }: RecordingOptions): Recording {
  const pipelines = new Map<Source, SourcePipeline>()
  const endings = new Set<Promise<void>>()

  function end(source: Source, pipeline: SourcePipeline): void {
    pipelines.delete(source)
    const ending = pipeline.stop().finally(() => endings.delete(ending))
    endings.add(ending)
  }

  function change({ sources, zeroAt, notBeforeMs, paused }: CaptureOrder): void {
    for (const [source, pipeline] of pipelines) {
      if (sources.every((wanted) => wanted.source !== source)) end(source, pipeline)
    }
    for (const wanted of sources) {
      const { source } = wanted
      const pipeline = pipelines.get(source)
      if (pipeline === undefined) {
        const options = { ...deps, wanted, zeroAt, notBeforeMs, paused, kind: kinds[source] }
        pipelines.set(source, createSourcePipeline(options))
      } else {
        pipeline.change(wanted)
        if (paused) pipeline.pause()
        else pipeline.resume(zeroAt)
      }
    }
  }

  change(order)
  return {
    change,
    online: () => {
      for (const pipeline of pipelines.values()) pipeline.online()
    },
    stop: async () => {
      for (const [source, pipeline] of pipelines) end(source, pipeline)
      await Promise.all(endings)
    },
  }
}
