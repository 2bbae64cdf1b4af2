import { z } from 'zod'
import {
  engineSchema,
  gapSchema,
  meetingSchema,
  sourceSchema,
  turnSchema,
  type Transcript,
  type Turn,
  type Word,
} from '../../preload/model'
import { entriesOf } from './entries'
import { titleOf } from './header'
import type { TextOptions } from './lines'

const ms = z.number().int().nonnegative()
const times = { startMs: ms.optional(), endMs: ms.optional() }

/**
 * The JSON of a meeting, for programs; docs/meeting-json.md says what each field means. `version`
 * goes up when a field goes away or changes its meaning; fields may be added at any time.
 */
export const meetingFileSchema = z.object({
  format: z.literal('parley-meeting'),
  version: z.literal(1),
  meeting: z.object({
    id: z.string(),
    title: z.string(),
    startedAt: z.iso.datetime(),
    durationMs: ms,
    state: meetingSchema.shape.state,
    engine: engineSchema,
    model: z.string(),
    textPercent: meetingSchema.shape.textPercent,
    missingTextMs: ms,
    missingSoundMs: ms,
    tags: z.array(z.string()),
  }),
  turns: z.array(
    z.object({
      speaker: z.string().optional(),
      source: sourceSchema,
      ...times,
      text: z.string(),
      language: z.string().nullable(),
      isFinal: z.boolean(),
      filledIn: z.boolean(),
      echo: z.boolean(),
      timing: turnSchema.shape.timing,
      words: z.array(
        z.object({
          text: z.string(),
          ...times,
          confidence: z.number().min(0).max(1).nullable(),
          speaker: z.string().nullable().optional(),
        }),
      ),
    }),
  ),
  gaps: z.array(gapSchema.omit({ id: true })),
  notes: z.array(z.object({ text: z.string(), atMs: ms.nullable().optional() })),
  marks: z.array(z.object({ atMs: ms })).optional(),
})
export type MeetingFile = z.infer<typeof meetingFileSchema>

/** Times and speakers that are left out have no field; a gap always has its times. */
export function toJson(transcript: Transcript, options: TextOptions): string {
  const { meeting } = transcript
  const file: MeetingFile = {
    format: 'parley-meeting',
    version: 1,
    meeting: {
      id: meeting.id,
      title: titleOf(meeting),
      startedAt: new Date(meeting.startedAt).toISOString(),
      durationMs: meeting.durationMs,
      state: meeting.state,
      engine: meeting.engine,
      model: meeting.model,
      textPercent: meeting.textPercent,
      missingTextMs: meeting.missingTextMs,
      missingSoundMs: meeting.missingSoundMs,
      tags: meeting.tags,
    },
    turns: entriesOf(transcript, true).flatMap((entry) =>
      entry.kind === 'turn' ? [turnOf(entry.turn, entry.speaker, options)] : [],
    ),
    gaps: transcript.gaps.map(({ source, startMs, endMs, reason, sound, filled }) => ({
      source,
      startMs,
      endMs,
      reason,
      sound,
      filled,
    })),
    notes: (options.beside?.notes ?? []).map(({ text, atMs }) =>
      options.times ? { text, atMs } : { text },
    ),
    ...(options.times
      ? { marks: (options.beside?.marks ?? []).map(({ atMs }) => ({ atMs })) }
      : {}),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

function turnOf(turn: Turn, speaker: string, options: TextOptions): MeetingFile['turns'][number] {
  const timesOf = ({ startMs, endMs }: Turn | Word) => (options.times ? { startMs, endMs } : {})
  return {
    ...(options.speakers ? { speaker } : {}),
    source: turn.source,
    ...timesOf(turn),
    text: turn.text,
    language: turn.language,
    isFinal: turn.isFinal,
    filledIn: turn.filledIn,
    echo: turn.echo,
    timing: turn.timing,
    words: turn.words.map((word) => ({
      text: word.text,
      ...timesOf(word),
      confidence: word.confidence,
      ...(options.speakers ? { speaker: word.speaker } : {}),
    })),
  }
}
