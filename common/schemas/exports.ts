import { z } from 'zod'
import { exportFormats } from '../model/constants'
import { errorValueSchema } from './errors'

export const exportFormatSchema = z.enum(exportFormats)
export type ExportFormat = z.infer<typeof exportFormatSchema>

/** Which audio of a meeting with two sources: both in one file, or only one. */
export const soundChoiceSchema = z.enum(['mix', 'microphone', 'system'])
export type SoundChoice = z.infer<typeof soundChoiceSchema>

/** The choices of an export; remembered for the next one. */
export const exportChoiceSchema = z.object({
  format: exportFormatSchema,
  /** Subtitles always have times. */
  times: z.boolean(),
  speakers: z.boolean(),
  sound: soundChoiceSchema,
})
export type ExportChoice = z.infer<typeof exportChoiceSchema>

/** The state of writing finished meetings to a folder. */
export const markdownStateSchema = z.object({
  /** Why the last file could not be written; null without a problem. */
  error: errorValueSchema.nullable(),
  /** Meetings that are still to be written. */
  waiting: z.number().int().nonnegative(),
})
export type MarkdownState = z.infer<typeof markdownStateSchema>

/** For the clipboard: the same words in two formats; each program uses what it supports. */
export const clippingSchema = z.object({ text: z.string(), html: z.string() })
export type Clipping = z.infer<typeof clippingSchema>

const end = z.object({
  sessionId: z.string().max(64),
  turnOrder: z.number().int().nonnegative(),
  /** Characters of the turn's text before this place, in UTF-16 units. */
  offset: z.number().int().nonnegative(),
})

/** A selected part of a transcript: from a place in one turn to a place in another. */
export const transcriptPartSchema = z.object({ from: end, to: end })
export type TranscriptPart = z.infer<typeof transcriptPartSchema>
