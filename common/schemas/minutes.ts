import { z } from 'zod'
import { chatProviders } from '../model/chat'
import { id, ms } from './basics'
import { tokenCountSchema } from './chat'
import { errorValueSchema } from './errors'

/** A line of minutes, and the moments that it rests on: the starts of its turns. */
const minuteLineSchema = z.object({
  text: z.string().min(1).max(2_000),
  /** Who does a task, and by when, as it was said; null in other lines and if it was not said. */
  who: z.string().max(200).nullable(),
  byWhen: z.string().max(200).nullable(),
  /** A task that a person has ticked. */
  isDone: z.boolean(),
  moments: z.array(ms).max(50),
})
export type MinuteLine = z.infer<typeof minuteLineSchema>

/** `tasks`: each line has who does what by when. */
const minuteKindSchema = z.enum(['text', 'tasks'])
export type MinuteKind = z.infer<typeof minuteKindSchema>

const minuteSectionSchema = z.object({
  title: z.string().min(1).max(200),
  kind: minuteKindSchema,
  lines: z.array(minuteLineSchema),
})
export type MinuteSection = z.infer<typeof minuteSectionSchema>

/** Lines by section, and those that no turn supports. */
const minuteTextSchema = z.object({
  sections: z.array(minuteSectionSchema),
  /** Left out of exports. */
  notFound: z.array(z.string()),
})
export type MinuteText = z.infer<typeof minuteTextSchema>

const sourceShape = {
  /** The name of the template. */
  template: z.string(),
  provider: z.enum(chatProviders),
  model: z.string(),
}

/** What a model wrote about a meeting, and how. */
export const minutesSchema = minuteTextSchema.extend({
  ...sourceShape,
  /** In ms since 1970. */
  writtenAt: z.number().int(),
  tookMs: ms,
  /** Null if the server did not count. */
  tokens: tokenCountSchema.nullable(),
  /** Estimated, in US cents; null without a price. */
  cents: z.number().nonnegative().nullable(),
  /** Whether an answer was longer than allowed, so that its end is missing. */
  isCut: z.boolean(),
})
export type Minutes = z.infer<typeof minutesSchema>

/** The minutes of a meeting as they are stored; undo and redo outlive a restart. */
export const storedMinutesSchema = z.object({
  minutes: minutesSchema.nullable(),
  canUndo: z.boolean(),
  canRedo: z.boolean(),
})
export type StoredMinutes = z.infer<typeof storedMinutesSchema>

/** Minutes that are being written. */
const minutesRunSchema = minuteTextSchema.extend({
  ...sourceShape,
  /** A long meeting is read in parts and then joined: `step` counts from 1 to `steps`. */
  step: z.number().int(),
  steps: z.number().int(),
})
export type MinutesRun = z.infer<typeof minutesRunSchema>

export const minutesStateSchema = storedMinutesSchema.extend({
  meetingId: id,
  running: minutesRunSchema.nullable(),
  /** Why the last attempt of this run of the app failed. */
  error: errorValueSchema.nullable(),
})
export type MinutesState = z.infer<typeof minutesStateSchema>

export const minuteTemplatesSchema = z.object({
  names: z.array(z.string()),
  /** The one that fits this meeting. */
  chosen: z.string(),
})
export type MinuteTemplates = z.infer<typeof minuteTemplatesSchema>
