import { z } from 'zod'
import { id, ms, sourceSchema } from './basics'

/** The identity of a turn, which is also that of its correction. */
export const turnIdSchema = z.object({
  sessionId: id,
  turnOrder: z.number().int().nonnegative().max(1_000_000),
})
export type TurnId = z.infer<typeof turnIdSchema>

const name = z.string().trim().max(40)

/** What a person corrects. A speaker is named by a turn of theirs. */
export const editSchema = z.discriminatedUnion('kind', [
  /** The whole text of a turn as it is to be; empty takes the turn out. */
  z.object({ kind: z.literal('text'), turn: turnIdSchema, text: z.string().max(100_000) }),
  /** The second turn begins with this word, counted from 0. */
  z.object({ kind: z.literal('split'), turn: turnIdSchema, word: z.number().int().positive() }),
  /** The second turn is said on by the first; both are of one source. */
  z.object({ kind: z.literal('join'), turn: turnIdSchema, next: turnIdSchema }),
  /** Everywhere in the meeting; an empty name gives the label back. */
  z.object({ kind: z.literal('rename'), turn: turnIdSchema, name }),
  /** All that the speaker of `turn` said is from now on said by the speaker of `into`. */
  z.object({ kind: z.literal('merge'), turn: turnIdSchema, into: turnIdSchema }),
  /** This turn alone: to the speaker of another turn, or to somebody new. */
  z.object({
    kind: z.literal('assign'),
    turn: turnIdSchema,
    to: z.union([turnIdSchema, z.object({ name: name.min(1) })]),
  }),
])
export type Edit = z.infer<typeof editSchema>
export const editKindSchema = z.enum([
  'text',
  'split',
  'join',
  'rename',
  'merge',
  'assign',
  'again',
])
export type EditKind = z.infer<typeof editKindSchema>

/** What undo and redo would do next, and which turns do not stand as they were heard. */
export const editHistorySchema = z.object({
  undo: editKindSchema.nullable(),
  redo: editKindSchema.nullable(),
  corrected: z.array(turnIdSchema),
})
export type EditHistory = z.infer<typeof editHistorySchema>

/** How long a meeting stays in the bin. */
export const binDays = 30

/** A moment that somebody marked. */
export const markSchema = z.object({ atMs: ms })
export type Mark = z.infer<typeof markSchema>

/** A line of a meeting's notes, in Markdown; when it was begun, or null outside of the recording. */
export const noteLineSchema = z.object({ text: z.string(), atMs: ms.nullable() })
export type NoteLine = z.infer<typeof noteLineSchema>

export const searchQuerySchema = z.object({
  /** Whatever a person typed: words by their beginnings, phrases in quotes. */
  text: z.string().max(1_000),
  /** A name as it is shown, or null for everybody. */
  speaker: z.string().max(40).nullable(),
  tag: z.string().max(40).nullable(),
  /** Meetings that began at or after this moment, and before that one. */
  fromAt: z.number().int().nullable(),
  untilAt: z.number().int().nullable(),
  /** All of one meeting, or a few of each. */
  meetingId: id.nullable(),
  /** The `more` of the answer before, for what comes after it. */
  after: z.number().int().nullable(),
})
export type SearchQuery = z.infer<typeof searchQuerySchema>

/** [start, end) in a text, in UTF-16 units. */
const range = z.tuple([z.number().int(), z.number().int()]).readonly()

/** A place in a meeting. `marks` are what was found in `text`, which is cut around it. */
export const searchPlaceSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('turn'),
    turn: turnIdSchema,
    /** The word that was found first, counted from 0, how many words were found there, and when. */
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
  /** A speaker's name; `turn` is the first that is said by them. */
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
  /** How many places there are; `places` may be fewer. */
  count: z.number().int(),
  places: z.array(searchPlaceSchema),
})
export type SearchGroup = z.infer<typeof searchGroupSchema>

/** What was found, the newest meeting first; `more` is null where that is all. */
export const searchResultSchema = z.object({
  groups: z.array(searchGroupSchema),
  more: z.number().int().nullable(),
})
export type SearchResult = z.infer<typeof searchResultSchema>

/** What a search can be narrowed to. */
export const searchFiltersSchema = z.object({
  speakers: z.array(z.string()),
  tags: z.array(z.string()),
})
export type SearchFilters = z.infer<typeof searchFiltersSchema>
