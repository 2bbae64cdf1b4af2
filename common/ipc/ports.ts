import type { AudioChunk, RecorderEvent } from '../model'

/** The message that carries the port of one recording from the preload to the recorder page. */
export const audioPortMessage = 'recorder:port'

/** The message that carries the port of system audio from the preload to the recorder page. */
export const soundPortMessage = 'recorder:sound-port'

/** What comes over that port: 20 ms of sound. Both times are of the system's monotonic clock, in ms. */
export interface SoundPortMessage {
  readonly channels: readonly Float32Array[]
  /** In Hz. */
  readonly rate: number
  /** When its first sample was heard. */
  readonly capturedAt: number
  readonly sentAt: number
}

/** What the recorder's worker sends over the port of one recording: its sound and its events. */
export type RecorderPortMessage = AudioChunk | { readonly event: RecorderEvent }

/** The message that carries the port of one import from the preload to the importer page. */
export const importerPortMessage = 'importer:port'

/** The importer page may ask main for one range of its file at a time, and for this many bytes. */
export const importerReadBytes = 4 * 1024 * 1024
