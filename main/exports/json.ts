import { z } from 'zod'
import {
  consentSchema,
  engineSchema,
  gapSchema,
  meetingSchema,
  sourceSchema,
  turnSchema,
} from '../../common/schemas'
import type { Transcript, Turn, Word } from '../../common/model'
import { entriesOf } from './entries'
import { titleOf } from './header'
import type { TextOptions } from './lines'

const ms = z.number().int().nonnegative()
const times = { startMs: ms.optional(), endMs: ms.optional() }

/**
 * The JSON of a meeting for other programs; docs/meeting-json.md explains each field. `version`
 * increases when a field is removed or changes its meaning; fields may be added at any time.
 */
export const meetingFileSchema = z.object({
  format: z.literal('parley-meeting'),
  version: z.literal(1),
  meeting: z.object({
    id: z.string(),
    title: z.string(),
    startedAt: z.iso.datetime(),
    /** IANA name. */
    timeZone: z.string().optional(),
    durationMs: ms,
    state: meetingSchema.shape.state,
    engine: engineSchema,
    model: z.string(),
    textPercent: meetingSchema.shape.textPercent,
    missingTextMs: ms,
    missingSoundMs: ms,
    tags: z.array(z.string()),
    /** Missing if consent was not noted. */
    consent: z.object({ notedAt: z.iso.datetime(), how: consentSchema.shape.how }).optional(),
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
  /** What a language model wrote; lines that no turn supports are left out. */
  minutes: z
    .object({
      model: z.string(),
      provider: z.string(),
      template: z.string(),
      writtenAt: z.iso.datetime(),
      sections: z.array(
        z.object({
          title: z.string(),
          kind: z.enum(['text', 'tasks']),
          lines: z.array(
            z.object({
              text: z.string(),
              who: z.string().nullable().optional(),
              byWhen: z.string().nullable().optional(),
              isDone: z.boolean().optional(),
              moments: z.array(ms).optional(),
            }),
          ),
        }),
      ),
    })
    .optional(),
})
export type MeetingFile = z.infer<typeof meetingFileSchema>

/** Returns a meeting as JSON. Without times or speakers the fields are missing; gaps keep times. */
export function toJson(transcript: Transcript, options: TextOptions): string {
  const { meeting } = transcript
  const file: MeetingFile = {
    format: 'parley-meeting',
    version: 1,
    meeting: {
      id: meeting.id,
      title: titleOf(meeting),
      startedAt: new Date(meeting.startedAt).toISOString(),
      ...(meeting.timeZone === undefined ? {} : { timeZone: meeting.timeZone }),
      durationMs: meeting.durationMs,
      state: meeting.state,
      engine: meeting.engine,
      model: meeting.model,
      textPercent: meeting.textPercent,
      missingTextMs: meeting.missingTextMs,
      missingSoundMs: meeting.missingSoundMs,
      tags: meeting.tags,
      ...(meeting.consent === undefined
        ? {}
        : {
            consent: {
              notedAt: new Date(meeting.consent.notedAt).toISOString(),
              how: meeting.consent.how,
            },
          }),
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
    notes: (options.annotations?.notes ?? []).map(({ text, atMs }) =>
      options.times ? { text, atMs } : { text },
    ),
    ...(options.times
      ? { marks: (options.annotations?.marks ?? []).map(({ atMs }) => ({ atMs })) }
      : {}),
    ...minutesFields(options),
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

function minutesFields({ annotations, times }: TextOptions): Pick<MeetingFile, 'minutes'> {
  if (!annotations?.minutes) return {}
  const { model, provider, template, writtenAt, sections } = annotations.minutes
  return {
    minutes: {
      model,
      provider,
      template,
      writtenAt: new Date(writtenAt).toISOString(),
      sections: sections.map(({ title, kind, lines }) => ({
        title,
        kind,
        lines: lines.map(({ text, who, byWhen, isDone, moments }) => ({
          text,
          ...(kind === 'tasks' ? { who, byWhen, isDone } : {}),
          ...(times ? { moments } : {}),
        })),
      })),
    },
  }
}
