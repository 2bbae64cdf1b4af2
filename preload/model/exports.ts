import { z } from 'zod'
import { errorValueSchema } from '../errors'

/** The files that a meeting can be taken away in, named by their endings. */
export const exportFormats = ['txt', 'md', 'docx', 'srt', 'vtt', 'json', 'wav'] as const
export const exportFormatSchema = z.enum(exportFormats)
export type ExportFormat = z.infer<typeof exportFormatSchema>

/** Which sound of a meeting with two sources: both in one, or that of one. */
export const soundChoiceSchema = z.enum(['mix', 'microphone', 'system'])
export type SoundChoice = z.infer<typeof soundChoiceSchema>

/** How a meeting is taken away; remembered from one time to the next. */
export const exportChoiceSchema = z.object({
  format: exportFormatSchema,
  /** Subtitles have times whatever this says. */
  times: z.boolean(),
  speakers: z.boolean(),
  sound: soundChoiceSchema,
})
export type ExportChoice = z.infer<typeof exportChoiceSchema>

/** How the writing of finished meetings into a folder goes. */
export const markdownStateSchema = z.object({
  /** Why the last file could not be written; null where all is well. */
  error: errorValueSchema.nullable(),
  /** Meetings that are still to be written. */
  waiting: z.number().int().nonnegative(),
})
export type MarkdownState = z.infer<typeof markdownStateSchema>

/** For the clipboard: the same words twice, of which each program takes what it can. */
export const clippingSchema = z.object({ text: z.string(), html: z.string() })
export type Clipping = z.infer<typeof clippingSchema>

const end = z.object({
  sessionId: z.string().max(64),
  turnOrder: z.number().int().nonnegative(),
  /** Characters of the turn's text before this place, in UTF-16 units. */
  offset: z.number().int().nonnegative(),
})

/** A part of a transcript, as it was marked: from a place in one turn to a place in another. */
export const transcriptPartSchema = z.object({ from: end, to: end })
export type TranscriptPart = z.infer<typeof transcriptPartSchema>
