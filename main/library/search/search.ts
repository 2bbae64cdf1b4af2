import { exportMessages } from '../../../preload/export-messages'
import type { SearchFilters, SearchGroup, SearchQuery, SearchResult } from '../../../preload/model'
import type { SpeakerRow as SpeakerState } from '../corrections/state'
import type { Database } from '../database'
import { lastMeetingNumber, placeRange, readPlace } from '../places'
import { createPlaceReader } from './place-reader'
import { foundIn, matchExpression, parseQuery, type Term } from './query'
import { rangesOf, type MeetingRange } from './ranges'
import { keysShownAs } from './speaker-keys'

/** Finds what was said and written. Plain reads: it may run beside the connection that writes. */
export interface Search {
  find(query: SearchQuery): SearchResult
  filters(): SearchFilters
}

/** So many places are looked at, so many meetings are given, with so many places of each. */
const limits = { places: 2_000, meetings: 20, ofEach: 3, ofOne: 500 }

interface SpeakerRow {
  number: number
  speaker: string
  name: string | null
  same_as: string | null
}

interface MeetingRow {
  number: number
  id: string
  title: string
  started_at: number
}

export function createSearch(database: Database): Search {
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
    FROM meetings WHERE binned_at IS NULL AND number <= :last ORDER BY number DESC`)
  const speakers = database.statement<SpeakerRow>(`
    SELECT number, speaker, name, same_as FROM speakers
    JOIN meetings ON meetings.id = speakers.meeting_id WHERE binned_at IS NULL`)
  const names = database.statement<{ name: string }>(`
    SELECT DISTINCT name FROM speakers JOIN meetings ON meetings.id = speakers.meeting_id
    WHERE name IS NOT NULL AND binned_at IS NULL ORDER BY name`)
  const tags = database.statement<{ tag: string }>(`
    SELECT DISTINCT tag FROM tags JOIN meetings ON meetings.id = tags.meeting_id
    WHERE binned_at IS NULL ORDER BY tag`)
  const reader = createPlaceReader(database)

  /** Who goes by a name in each meeting, by their keys. */
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

  /** The meetings that fit, the newest first, each with what is to be found in it. */
  function meetingsFor(query: SearchQuery, terms: readonly Term[], last: number) {
    const { tag, fromAt, untilAt, meetingId, speaker } = query
    const everybody = matchExpression(terms, null)
    const keys = speaker === null ? null : keysOf(speaker)
    return candidates.all({ tag, fromAt, untilAt, meetingId, last }).map(({ number, fits }) => {
      const match = keys ? matchExpression(terms, keys(number)) : everybody
      return { number, fits: fits === 1, match: fits === 1 ? match : null }
    })
  }

  function placesIn(ranges: readonly MeetingRange[]): number[] {
    const places: number[] = []
    for (const { first, last, match } of ranges) {
      const limit = limits.places - places.length
      if (limit === 0) break
      const { from } = placeRange(first)
      const { to } = placeRange(last)
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

  return {
    find: (query) => {
      const terms = parseQuery(query.text)
      const last = query.after === null ? lastMeetingNumber : query.after - 1
      const filters = [query.speaker, query.tag, query.fromAt, query.untilAt, query.meetingId]
      const isNarrowed = filters.some((filter) => filter !== null)
      const everywhere = matchExpression(terms, null)
      // Only signs, such as a lone quote: nothing can be found, and nothing was asked to be left out.
      if (everywhere === null && !isNarrowed) return { groups: [], more: null }
      const meetings = isNarrowed ? meetingsFor(query, terms, last) : []
      // Without words and a speaker it is the meetings themselves that are looked for.
      const alone = everywhere === null && query.speaker === null
      const ranges = isNarrowed ? rangesOf(meetings) : [{ first: 0, last, match: everywhere ?? '' }]
      const places = alone ? [] : placesIn(ranges)
      const byMeeting = alone
        ? new Map(meetings.filter(({ fits }) => fits).map(({ number }) => [number, []]))
        : grouped(places)
      const numbers = [...byMeeting.keys()]
      // The last meeting may have been cut off in the middle.
      if (places.length === limits.places && numbers.length > 1) numbers.pop()
      const shown = numbers.slice(0, limits.meetings)
      const most = query.meetingId === null ? limits.ofEach : limits.ofOne
      const groups = shown
        .flatMap((number) => groupOf(number, byMeeting.get(number) ?? [], terms, most) ?? [])
        // Numbers of meetings that began within seconds of each other may stand otherwise.
        .sort((a, b) => b.startedAt - a.startedAt)
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
