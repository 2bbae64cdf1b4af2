import type { Result } from '../../common/errors'
import type { Brief } from '../../common/model'
import { briefSchema } from '../../common/schemas'
import type { Database } from './database'
import { attempt } from './sqlite-errors'

/** What people say about their meetings. */
export interface Briefs {
  /** Returns `noBrief` for a meeting without a subject and terms of its own. */
  get(meetingId: string): Result<Brief>
  set(meetingId: string, brief: Brief): Result<undefined>
}

export const noBrief: Brief = { subject: '', terms: [], maxSpeakers: null }

interface BriefRow {
  subject: string
  terms: string
  max_speakers: number | null
}

export function createBriefs(database: Database): Briefs {
  const get = database.statement<BriefRow>('SELECT * FROM briefs WHERE meeting_id = :meetingId')
  const set = database.statement(`
    INSERT INTO briefs (meeting_id, subject, terms, max_speakers)
    VALUES (:meetingId, :subject, :terms, :maxSpeakers)
    ON CONFLICT (meeting_id) DO UPDATE SET
      subject = excluded.subject, terms = excluded.terms, max_speakers = excluded.max_speakers`)
  return {
    get: (meetingId) =>
      attempt(() => {
        const row = get.get({ meetingId })
        return row === undefined ? noBrief : briefOf(row)
      }),
    set: (meetingId, { terms, ...brief }) =>
      attempt(() => {
        database.durableTransaction(() =>
          set.run({ meetingId, ...brief, terms: JSON.stringify(terms) }),
        )
        return undefined
      }),
  }
}

/** A damaged row counts as none. */
function briefOf({ subject, terms, max_speakers: maxSpeakers }: BriefRow): Brief {
  try {
    const read = briefSchema.safeParse({
      subject,
      terms: JSON.parse(terms) as unknown,
      maxSpeakers,
    })
    return read.success ? read.data : noBrief
  } catch {
    return noBrief
  }
}
