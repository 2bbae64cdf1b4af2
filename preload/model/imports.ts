import { z } from 'zod'
import { id } from './basics'

/** A file that is becoming a meeting: first its sound is read, then its words are written down. */
export const importSchema = z.object({
  id,
  /** The file's name. */
  name: z.string(),
  step: z.enum(['waiting', 'reading', 'writing']),
  /** How much of this step is done, 0 to 1. */
  share: z.number().min(0).max(1),
  /** Once the meeting is in the list. */
  meetingId: id.nullable(),
})
export type Import = z.infer<typeof importSchema>

/** What the importer page tells main over its port. */
export const importerMessageSchema = z.discriminatedUnion('type', [
  /** Asks for these bytes of the file; `end` is exclusive. */
  z.object({
    type: z.literal('read'),
    number: z.number().int(),
    start: z.number().int().nonnegative(),
    end: z.number().int().nonnegative(),
  }),
  /** How long the sound is, as far as the file says. */
  z.object({ type: z.literal('length'), seconds: z.number().nonnegative() }),
  /** Sound, little-endian s16 at 16 kHz; the next is sent once this is `taken`. */
  z.object({ type: z.literal('pcm'), pcm: z.instanceof(ArrayBuffer) }),
  /** The next bytes of a compressed file; the next are sent once these are `taken`. */
  z.object({ type: z.literal('packed'), bytes: z.instanceof(ArrayBuffer) }),
  z.object({ type: z.literal('done') }),
  z.object({
    type: z.literal('failed'),
    code: z.enum(['import-unsupported', 'import-damaged', 'import-no-sound']),
    detail: z.string().max(500),
  }),
])
export type ImporterMessage = z.infer<typeof importerMessageSchema>

/** What main answers: the size of what there is to read, which begins the work, then what is asked for. */
export type ImporterRequest =
  | { readonly type: 'decode'; readonly size: number }
  /** The sound is little-endian s16 at 16 kHz, mono, without a header. */
  | { readonly type: 'encode'; readonly size: number }
  | { readonly type: 'bytes'; readonly number: number; readonly bytes: Uint8Array }
  | { readonly type: 'taken' }
