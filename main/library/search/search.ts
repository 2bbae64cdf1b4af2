import { exportMessages } from '../../../preload/export-messages'
import type { SearchFilters, SearchGroup, SearchQuery, SearchResult } from '../../../preload/model'
import type { Database } from '../database'
import { placeRange, readPlace } from '../places'
import { createPlaceReader } from './place-reader'
import { foundIn, matchExpression, parseQuery, type Term } from './query'
import { rangesOf, type MeetingRange } from './ranges'

/** Finds what was said and written. Plain reads: it may run beside the connection that writes. */
export interface Search {
  find(query: SearchQuery): SearchResult
  filters(): SearchFilters
}

/** So many places are looked at, so many meetings are given, with so many places of each. */
const limits = { places: 2_000, meetings: 20, ofEach: 3, ofOne: 500 }

interface MeetingRow {
  number: number
  id: string
  title: string
  started_at: number
}

interface Candidates {
  readonly tag: string | null
  readonly fromAt: number | null
  readonly untilAt: number | null
  readonly meetingId: string | null
}

export function createSearch(database: Database): Search {
  // Cast, since a number from JavaScript arrives as a float, and FTS5 reads on past one.
  const found = database.statement<{ place: number }>(`
    SELECT rowid AS place FROM found
    WHERE found MATCH :match AND rowid BETWEEN CAST(:from AS INTEGER) AND CAST(:to AS INTEGER)
    ORDER BY rowid DESC LIMIT :limit`)
  const meeting = database.statement<MeetingRow>(`
    SELECT number, id, title, started_at FROM meetings
    WHERE number = :number AND binned_at IS NULL`)
  const candidates = database.statement<{ number: number; fits: number }>(`
    SELECT number,
      (:fromAt IS NULL OR started_at >= :fromAt) AND (:untilAt IS NULL OR started_at < :untilAt)
      AND (:meetingId IS NULL OR id = :meetingId)
      AND (:tag IS NULL OR EXISTS (
        SELECT 1 FROM tags WHERE meeting_id = meetings.id AND tag = :tag
      )) AS fits
    FROM meetings WHERE binned_at IS NULL ORDER BY number DESC`)
  const names = database.statement<{ name: string }>(`
    SELECT DISTINCT name FROM speakers JOIN meetings ON meetings.id = speakers.meeting_id
    WHERE name IS NOT NULL AND binned_at IS NULL ORDER BY name`)
  const tags = database.statement<{ tag: string }>(`
    SELECT DISTINCT tag FROM tags JOIN meetings ON meetings.id = tags.meeting_id
    WHERE binned_at IS NULL ORDER BY tag`)
  const reader = createPlaceReader(database)

  function rangesFor(query: Candidates, before: number | null): MeetingRange[] {
    const { tag, fromAt, untilAt, meetingId } = query
    const last = before === null ? Number.MAX_SAFE_INTEGER : before - 1
    if ([tag, fromAt, untilAt, meetingId].every((filter) => filter === null)) {
      return [{ first: 0, last }]
    }
    return rangesOf(
      candidates
        .all({ tag, fromAt, untilAt, meetingId })
        .filter(({ number }) => number <= last)
        .map(({ number, fits }) => ({ number, fits: fits === 1 })),
    )
  }

  function placesIn(match: string, ranges: readonly MeetingRange[]): number[] {
    const places: number[] = []
    for (const { first, last } of ranges) {
      const limit = limits.places - places.length
      if (limit === 0) break
      const { from } = placeRange(first)
      const to = Math.min(placeRange(last).to, Number.MAX_SAFE_INTEGER)
      for (const { place } of found.all({ match, from, to, limit })) places.push(place)
    }
    return places
  }

  function groupOf(
    number: number,
    places: readonly number[],
    terms: readonly Term[],
    most: number,
  ) {
    const row = meeting.get({ number })
    if (!row) return null
    const own = places.filter((place) => readPlace(place).kind !== 'title')
    return {
      meetingId: row.id,
      title: row.title,
      titleMarks: own.length === places.length ? [] : foundIn(row.title, terms),
      startedAt: row.started_at,
      count: own.length,
      // They are found from the last to the first.
      places: reader.read(row.id, own.toReversed().slice(0, most), terms),
    } satisfies SearchGroup
  }

  /** Meetings alone, where no words and no speaker were asked for. */
  function meetingsIn(ranges: readonly MeetingRange[]): Map<number, number[]> {
    const numbers = candidates
      .all({ tag: null, fromAt: null, untilAt: null, meetingId: null })
      .map(({ number }) => number)
      .filter((number) => ranges.some(({ first, last }) => number >= first && number <= last))
    return new Map(numbers.slice(0, limits.places).map((number) => [number, []]))
  }

  return {
    find: (query) => {
      const terms = parseQuery(query.text)
      const match = matchExpression(terms, query.speaker)
      const narrowed = [query.tag, query.fromAt, query.untilAt].some((filter) => filter !== null)
      // Only signs, such as a lone quote: nothing can be found, and nothing was asked to be left out.
      if (match === null && !narrowed) return { groups: [], more: null }
      const ranges = rangesFor(query, query.after)
      const places = match === null ? [] : placesIn(match, ranges)
      const byMeeting = match === null ? meetingsIn(ranges) : grouped(places)
      // The last meeting may have been cut off in the middle.
      const numbers = [...byMeeting.keys()]
      if (places.length === limits.places && numbers.length > 1) numbers.pop()
      const shown = numbers.slice(0, limits.meetings)
      const most = query.meetingId === null ? limits.ofEach : limits.ofOne
      const groups = shown.flatMap((number) => {
        return groupOf(number, byMeeting.get(number) ?? [], terms, most) ?? []
      })
      const all = shown.length === byMeeting.size && places.length < limits.places
      return { groups, more: all ? null : (shown.at(-1) ?? null) }
    },
    filters: () => ({
      speakers: [
        ...new Set([
          ...Object.values(exportMessages.sources),
          ...names.all({}).map(({ name }) => name),
        ]),
      ],
      tags: tags.all({}).map(({ tag }) => tag),
    }),
  }
}

/** The places of each meeting, in the order in which they were found. */
function grouped(places: readonly number[]): Map<number, number[]> {
  const byMeeting = new Map<number, number[]>()
  for (const place of places) {
    const { meeting } = readPlace(place)
    const own = byMeeting.get(meeting)
    if (own) own.push(place)
    else byMeeting.set(meeting, [place])
  }
  return byMeeting
}
