import { z } from 'zod'
import { id, ms, sourceSchema } from './basics'

/** The identity of a turn, which is also that of its correction. */
export const turnIdSchema = z.object({
  sessionId: id,
  turnOrder: z.number().int().nonnegative().max(1_000_000),
})
export type TurnId = z.infer<typeof turnIdSchema>

const name = z.string().trim().max(40)
export const titleSchema = z.string().trim().min(1).max(200)
export const tagSchema = z.string().trim().min(1).max(40)

/** The end of the year 9999, in ms since 1970. */
const latestStart = 253_402_300_799_999

/** A correction. A speaker is identified by one of their turns. */
export const editSchema = z.discriminatedUnion('kind', [
  /** The new text of the turn; an empty text removes the turn. */
  z.object({ kind: z.literal('text'), turn: turnIdSchema, text: z.string().max(100_000) }),
  /** Splits the turn before this word, counted from 0. */
  z.object({ kind: z.literal('split'), turn: turnIdSchema, word: z.number().int().positive() }),
  /** Appends the second turn to the first; both have the same source. */
  z.object({ kind: z.literal('join'), turn: turnIdSchema, next: turnIdSchema }),
  /** Names the speaker in the whole meeting; an empty name restores the label. */
  z.object({ kind: z.literal('rename'), turn: turnIdSchema, name }),
  /** Assigns everything that the speaker of `turn` said to the speaker of `into`. */
  z.object({ kind: z.literal('merge'), turn: turnIdSchema, into: turnIdSchema }),
  /** Assigns only this turn, to the speaker of another turn or to a new speaker. */
  z.object({
    kind: z.literal('assign'),
    turn: turnIdSchema,
    to: z.union([turnIdSchema, z.object({ name: name.min(1) })]),
  }),
  /** When the meeting began; imported files and wrong clocks may say otherwise. */
  z.object({ kind: z.literal('date'), startedAt: z.number().int().min(0).max(latestStart) }),
  z.object({ kind: z.literal('title'), title: titleSchema }),
  /** All tags of the meeting. */
  z.object({ kind: z.literal('tags'), tags: z.array(tagSchema).max(20) }),
])
export type Edit = z.infer<typeof editSchema>
/** A correction of turns, and not of what the meeting is called. */
export type TurnEdit = Extract<Edit, { turn: unknown }>
export const editKindSchema = z.enum([
  'text',
  'split',
  'join',
  'rename',
  'merge',
  'assign',
  'again',
  'date',
  'title',
  'tags',
])
export type EditKind = z.infer<typeof editKindSchema>

/** What undo and redo would do next, and which turns were corrected. */
export const editHistorySchema = z.object({
  undo: editKindSchema.nullable(),
  redo: editKindSchema.nullable(),
  corrected: z.array(turnIdSchema),
})
export type EditHistory = z.infer<typeof editHistorySchema>

/** A moment that a person marked. */
export const markSchema = z.object({ atMs: ms })
export type Mark = z.infer<typeof markSchema>

/** A line of a meeting's notes in Markdown, and when it was started; null outside the recording. */
export const noteLineSchema = z.object({ text: z.string(), atMs: ms.nullable() })
export type NoteLine = z.infer<typeof noteLineSchema>

export const searchQuerySchema = z.object({
  /** What a person typed: beginnings of words, or phrases in quotes. */
  text: z.string().max(1_000),
  /** A name as shown, or null for everyone. */
  speaker: z.string().max(40).nullable(),
  tag: z.string().max(40).nullable(),
  /** Meetings that started at or after `fromAt` and before `untilAt`. */
  fromAt: z.number().int().nullable(),
  untilAt: z.number().int().nullable(),
  /** All matches of one meeting, or a few of each meeting. */
  meetingId: id.nullable(),
  /** The `more` of the previous answer, to continue after it. */
  after: z.number().int().nullable(),
})
export type SearchQuery = z.infer<typeof searchQuerySchema>

/** [start, end) in a text, in UTF-16 units. */
const range = z.tuple([z.number().int(), z.number().int()]).readonly()

/** A match in a meeting. `marks` are the matched ranges in `text`, which is cut around them. */
export const searchPlaceSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('turn'),
    turn: turnIdSchema,
    /** The first matched word, counted from 0, the number of matched words, and their time. */
    word: z.number().int(),
    words: z.number().int(),
    atMs: ms,
    speaker: z.string().nullable(),
    source: sourceSchema,
    text: z.string(),
    marks: z.array(range).readonly(),
  }),
  z.object({
    kind: z.literal('note'),
    atMs: ms.nullable(),
    text: z.string(),
    marks: z.array(range).readonly(),
  }),
  /** A speaker's name; `turn` is their first turn. */
  z.object({
    kind: z.literal('speaker'),
    turn: turnIdSchema.nullable(),
    text: z.string(),
    marks: z.array(range).readonly(),
  }),
])
export type SearchPlace = z.infer<typeof searchPlaceSchema>

export const searchGroupSchema = z.object({
  meetingId: id,
  title: z.string(),
  titleMarks: z.array(range).readonly(),
  startedAt: z.number().int(),
  /** How many matches there are; `places` may be fewer. */
  count: z.number().int(),
  places: z.array(searchPlaceSchema),
})
export type SearchGroup = z.infer<typeof searchGroupSchema>

/** The matches, the newest meeting first; `more` is null if that is all. */
export const searchResultSchema = z.object({
  groups: z.array(searchGroupSchema),
  more: z.number().int().nullable(),
})
export type SearchResult = z.infer<typeof searchResultSchema>

/** The possible filters of a search. */
export const searchFiltersSchema = z.object({
  speakers: z.array(z.string()),
  tags: z.array(z.string()),
})
export type SearchFilters = z.infer<typeof searchFiltersSchema>
