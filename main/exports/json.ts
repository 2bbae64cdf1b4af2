import { z } from 'zod'
import { gapSchema, meetingSchema, turnSchema, type Transcript } from '../../preload/model'
import { entriesOf } from './entries'

/**
 * The JSON of a meeting, for programs. `version` goes up when a field goes away or changes its
 * meaning; fields may be added at any time. Times are whole milliseconds from the press of Record;
 * `startedAt` is milliseconds since 1970. Turns are in the order in which they were said and have
 * their words, echo too; `speakerName` is what the other formats show. A turn with `isFinal: false` is one
 * that no final covers.
 */
export const meetingFileSchema = z.object({
  format: z.literal('parley-meeting'),
  version: z.literal(1),
  meeting: meetingSchema.extend({ startedAtIso: z.iso.datetime() }),
  turns: z.array(turnSchema.extend({ speakerName: z.string() })),
  gaps: z.array(gapSchema),
})
export type MeetingFile = z.infer<typeof meetingFileSchema>

export function toJson(transcript: Transcript): string {
  const { meeting, gaps } = transcript
  const file: MeetingFile = {
    format: 'parley-meeting',
    version: 1,
    meeting: { ...meeting, startedAtIso: new Date(meeting.startedAt).toISOString() },
    turns: entriesOf(transcript, true).flatMap((entry) =>
      entry.kind === 'turn' ? [{ ...entry.turn, speakerName: entry.speaker }] : [],
    ),
    gaps,
  }
  return `${JSON.stringify(file, null, 2)}\n`
}
