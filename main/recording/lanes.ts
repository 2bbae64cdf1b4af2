import { sampleRate, type Source } from '../../preload/model'
import type { Pace } from './pace'

/** main's end of the channel that carries the sound of one start of the recorder. */
export interface AudioPort {
  listen(onMessage: (message: unknown) => void, onClose: () => void): void
  close(): void
}

/** One start of the recorder page within a recording: a page that crashed is started again. */
export interface Lane {
  readonly recordingId: string
  readonly port: AudioPort
  /** The sample after the last one heard, by source. */
  readonly heard: Map<Source, number>
  chunks: number
  /** True once the page's end is closed: nothing more comes. */
  closed: boolean
  /** True once the page has said that this start of it is over. */
  stopped: boolean
  /** Whether each source keeps up with the clock. */
  readonly paces: Map<Source, Pace>
}

/** The time up to which any of these lanes heard a source, in ms, or null where none did. */
export function heardUntilMs(lanes: readonly Lane[], source: Source): number | null {
  const ends = lanes.flatMap(({ heard }) => heard.get(source) ?? [])
  return ends.length === 0 ? null : samplesToMs(Math.max(...ends))
}

export function samplesToMs(samples: number): number {
  return Math.round((samples * 1_000) / sampleRate)
}

export function msToSamples(ms: number): number {
  return Math.round((ms * sampleRate) / 1_000)
}
