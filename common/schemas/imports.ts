import { z } from 'zod'
import { fileSources } from '../model/constants'
import { id } from './basics'

/** A file that is being imported: first its audio is read, then it is transcribed. */
export const importSchema = z.object({
  id,
  /** The file's name. */
  name: z.string(),
  step: z.enum(['waiting', 'reading', 'writing']),
  /** How much of this step is done, 0 to 1. */
  share: z.number().min(0).max(1),
  /** Set when the meeting is in the list. */
  meetingId: id.nullable(),
})
export type Import = z.infer<typeof importSchema>

/** The messages of the importer page to main, over its port. */
export const importerMessageSchema = z.discriminatedUnion('type', [
  /** Asks for these bytes of the file; `end` is exclusive. */
  z.object({
    type: z.literal('read'),
    number: z.number().int(),
    start: z.number().int().nonnegative(),
    end: z.number().int().nonnegative(),
  }),
  /** What the file contains; sent before any audio. */
  z.object({
    type: z.literal('facts'),
    format: z.string().max(200),
    tags: z.array(z.tuple([z.string().max(100), z.string().max(1_000)])).max(1_000),
    /** The tracks whose audio follows, with their lengths in seconds if the file has them. */
    tracks: z
      .array(z.object({ seconds: z.number().nonnegative().nullable() }))
      .min(1)
      .max(fileSources.length),
    /** The codecs of tracks that cannot be decoded. */
    unreadable: z.array(z.string().max(200)).max(64),
  }),
  /** Audio of a track, little-endian s16 at 16 kHz; the next block is sent when this one is `taken`. */
  z.object({
    type: z.literal('pcm'),
    track: z
      .number()
      .int()
      .min(0)
      .max(fileSources.length - 1),
    pcm: z.instanceof(ArrayBuffer),
  }),
  /**
   * The audio follows again at another level when this is `taken`; everything before no longer
   * counts.
   */
  z.object({ type: z.literal('restart') }),
  /** The next bytes of a compressed file; more are sent when these are `taken`. */
  z.object({ type: z.literal('packed'), bytes: z.instanceof(ArrayBuffer) }),
  /** `cut`: a track is damaged, or ends before the end that the file announces. */
  z.object({ type: z.literal('done'), cut: z.boolean() }),
  z.object({
    type: z.literal('failed'),
    code: z.enum(['import-unsupported', 'import-damaged', 'import-no-sound']),
    detail: z.string().max(500),
  }),
])
export type ImporterMessage = z.infer<typeof importerMessageSchema>

/** The messages of main: first the task with the size of the input, then what the page asks for. */
export type ImporterRequest =
  | {
      readonly type: 'decode'
      readonly size: number
      /** The file's name, whose extension helps to recognise its format. */
      readonly name: string
      /** Whether faint or too loud audio is normalised. */
      readonly level: boolean
    }
  /** The audio is little-endian s16 at 16 kHz, mono, without a header. */
  | { readonly type: 'encode'; readonly size: number }
  | { readonly type: 'bytes'; readonly number: number; readonly bytes: Uint8Array }
  | { readonly type: 'taken' }
