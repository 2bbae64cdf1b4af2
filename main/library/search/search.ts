import { exportMessages } from '../../../common/text'
import {
  capturedSources,
  type SearchFilters,
  type SearchGroup,
  type SearchQuery,
  type SearchResult,
  type Source,
} from '../../../common/model'
import type { SpeakerRow as SpeakerState } from '../corrections/state'
import type { Database } from '../database'
import { lastMeetingNumber, rowIdRange, parseRowId } from '../row-ids'
import { createPlaceReader } from './place-reader'
import { foundIn, matchExpression, parseQuery, type Term } from './query'
import { rangesOf, type MeetingRange } from './ranges'
import { keysShownAs } from './speaker-keys'

/** Searches the transcripts, notes, titles and names. It only reads, so it can run in a thread. */
export interface Search {
  find(query: SearchQuery): SearchResult
  filters(): SearchFilters
}

/** How many rows are read, how many meetings are returned, and how many places of each. */
const limits = { rows: 2_000, meetings: 20, placesOfEach: 3, placesOfOne: 500 }

interface SpeakerRow {
  number: number
  speaker: string
  name: string | null
  same_as: string | null
}

interface Rows {
  /** The row ids of each meeting, in the order in which they were found. */
  readonly byMeeting: ReadonlyMap<number, number[]>
  readonly isAll: boolean
}

interface MeetingRow {
  number: number
  id: string
  title: string
  started_at: number
}

export function createSearch(database: Database): Search {
  const found = database.manyRows<{ row_id: number }>(`
    SELECT rowid AS row_id FROM found
    WHERE found MATCH :match AND rowid BETWEEN CAST(:from AS INTEGER) AND CAST(:to AS INTEGER)
    ORDER BY rowid DESC LIMIT :limit`)
  const meeting = database.statement<MeetingRow>(`
    SELECT number, id, title, started_at FROM meetings
    WHERE number = :number AND binned_at IS NULL`)
  const candidates = database.manyRows<{ number: number; fits: number }>(`
    SELECT number,
      (:fromAt IS NULL OR started_at >= :fromAt) AND (:untilAt IS NULL OR started_at < :untilAt)
      AND (:meetingId IS NULL OR id = :meetingId)
      AND (:tag IS NULL OR EXISTS (
        SELECT 1 FROM tags WHERE meeting_id = meetings.id AND tag = :tag
      )) AS fits
    FROM meetings WHERE binned_at IS NULL AND number <= :last ORDER BY number DESC`)
  const speakers = database.manyRows<SpeakerRow>(`
    SELECT number, speaker, name, same_as FROM speakers
    JOIN meetings ON meetings.id = speakers.meeting_id WHERE binned_at IS NULL`)
  const names = database.statement<{ name: string }>(`
    SELECT DISTINCT name FROM speakers JOIN meetings ON meetings.id = speakers.meeting_id
    WHERE name IS NOT NULL AND binned_at IS NULL ORDER BY name`)
  const laterTracks = database.statement<{ source: Source }>(`
    SELECT DISTINCT source FROM audio WHERE source LIKE 'file-%' ORDER BY source`)
  const tags = database.statement<{ tag: string }>(`
    SELECT DISTINCT tag FROM tags JOIN meetings ON meetings.id = tags.meeting_id
    WHERE binned_at IS NULL ORDER BY tag`)
  const reader = createPlaceReader(database)

  /** Returns the keys of all speakers with this name, for each meeting. */
  function keysOf(name: string): (meetingNumber: number) => string[] {
    const rows = new Map<number, Map<string, SpeakerState>>()
    for (const { number, speaker, name: own, same_as: sameAs } of speakers.all({})) {
      const named = rows.get(number) ?? new Map<string, SpeakerState>()
      rows.set(number, named.set(speaker, { name: own, sameAs }))
    }
    const unnamed = keysShownAs(name, new Map())
    return (meetingNumber) => {
      const named = rows.get(meetingNumber)
      return named ? keysShownAs(name, named) : unnamed
    }
  }

  /** The meetings that pass the filters, the newest first, each with its FTS5 expression. */
  function meetingsFor(query: SearchQuery, terms: readonly Term[], last: number) {
    const { tag, fromAt, untilAt, meetingId, speaker } = query
    const everybody = matchExpression(terms, null)
    const keys = speaker === null ? null : keysOf(speaker)
    return candidates.all({ tag, fromAt, untilAt, meetingId, last }).map(({ number, fits }) => {
      const match = keys ? matchExpression(terms, keys(number)) : everybody
      return { number, fits: fits === 1, match: fits === 1 ? match : null }
    })
  }

  /** The rows of more meetings than are shown, or of all; the last meeting may be incomplete. */
  function rowsIn(ranges: readonly MeetingRange[]): Rows {
    const byMeeting = new Map<number, number[]>()
    let left = limits.rows
    for (const { first, last, match } of ranges) {
      const { from } = rowIdRange(first)
      const { to } = rowIdRange(last)
      const rows = found.all({ match, from, to, limit: left })
      for (const { row_id: rowId } of rows) addTo(byMeeting, rowId)
      left -= rows.length
      if (left === 0 || byMeeting.size > limits.meetings) return { byMeeting, isAll: false }
    }
    return { byMeeting, isAll: true }
  }

  function groupOf(
    number: number,
    rowIds: readonly number[],
    { terms, limit }: { terms: readonly Term[]; limit: number },
  ) {
    const row = meeting.get({ number })
    if (!row) return null
    const own = rowIds.filter((rowId) => parseRowId(rowId).kind !== 'title')
    return {
      meetingId: row.id,
      title: row.title,
      titleMarks: own.length === rowIds.length ? [] : foundIn(row.title, terms),
      startedAt: row.started_at,
      count: own.length,
      // The rows come in descending order.
      places: reader.read(row.id, own.toReversed().slice(0, limit), terms),
    } satisfies SearchGroup
  }

  return {
    find: (query) => {
      const terms = parseQuery(query.text)
      const last = query.after === null ? lastMeetingNumber : query.after - 1
      const filters = [query.speaker, query.tag, query.fromAt, query.untilAt, query.meetingId]
      const isNarrowed = filters.some((filter) => filter !== null)
      const everywhere = matchExpression(terms, null)
      // Only punctuation and no filter, such as a lone quotation mark.
      if (everywhere === null && !isNarrowed) return { groups: [], more: null }
      const meetings = isNarrowed ? meetingsFor(query, terms, last) : []
      // Without words and without a speaker, the result is the meetings themselves.
      const onlyMeetings = everywhere === null && query.speaker === null
      const ranges = isNarrowed ? rangesOf(meetings) : [{ first: 0, last, match: everywhere ?? '' }]
      const { byMeeting, isAll }: Rows = onlyMeetings
        ? {
            byMeeting: new Map(
              meetings.filter(({ fits }) => fits).map(({ number }) => [number, []]),
            ),
            isAll: true,
          }
        : rowsIn(ranges)
      const numbers = [...byMeeting.keys()]
      if (!isAll && numbers.length > 1) numbers.pop()
      const shown = numbers.slice(0, limits.meetings)
      const limit = query.meetingId === null ? limits.placesOfEach : limits.placesOfOne
      const groups = shown
        .flatMap((number) => groupOf(number, byMeeting.get(number) ?? [], { terms, limit }) ?? [])
        // Meetings that started within seconds of each other may have numbers in another order.
        .sort((a, b) => b.startedAt - a.startedAt)
      const isWhole = isAll && shown.length === byMeeting.size
      return { groups, more: isWhole ? null : (shown.at(-1) ?? null) }
    },
    filters: () => ({
      speakers: [
        ...new Set([
          ...usualSources.map((source) => exportMessages.sources[source]),
          ...laterTracks.all({}).map(({ source }) => exportMessages.sources[source]),
          ...names.all({}).map(({ name }) => name),
        ]),
      ],
      tags: tags.all({}).map(({ tag }) => tag),
    }),
  }
}

/** Always offered; files with several tracks add theirs. */
const usualSources = [...capturedSources, 'file'] as const

/** Adds a row id to those of its meeting. */
function addTo(byMeeting: Map<number, number[]>, rowId: number): void {
  const { meeting } = parseRowId(rowId)
  const own = byMeeting.get(meeting)
  if (own) own.push(rowId)
  else byMeeting.set(meeting, [rowId])
}
