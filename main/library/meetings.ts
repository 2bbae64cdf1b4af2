import {
  consentWays,
  sampleRate,
  type AudioInfo,
  type Consent,
  type Meeting,
} from '../../common/model'
import { fail, ok, type Result } from '../../common/errors'
import type { Database } from './database'
import { attempt } from './sqlite-errors'
import type { MeetingSpeakers } from './meeting-speakers'
import { nextMeetingNumberSql } from './row-ids'
import { engineOf, isSource, soundOf, stateOf } from './stored-values'

/** What is known about a meeting when its recording starts. */
export type NewMeeting = Pick<
  Meeting,
  'id' | 'title' | 'startedAt' | 'engine' | 'model' | 'timeZone'
>

/** What says whether the audio of a meeting is compressed or deleted. */
export interface MeetingSound extends Pick<Meeting, 'id' | 'state' | 'sound'> {
  /** Of all sources together. */
  readonly samples: number
}

export interface Meetings {
  /** Adds a meeting in the state `recording`. */
  create(meeting: NewMeeting): Result<Meeting>
  /** Newest first, without the meetings in the bin. */
  list(): Result<Meeting[]>
  /** Those whose audio is in one of these states, the newest first. */
  withSound(sounds: readonly Meeting['sound'][]): Result<MeetingSound[]>
  /** The newest of them, at most this many. */
  recent(count: number): Result<Pick<Meeting, 'id' | 'title'>[]>
  /** The meetings in the bin, the most recently deleted first. */
  listBin(): Result<Meeting[]>
  /** Errors: `meeting-not-found`. */
  get(id: string): Result<Meeting>
  setState(id: string, state: Meeting['state']): Result<undefined>
  /** Stores the length of the recording so far, and the samples in the file of each source. */
  setProgress(id: string, durationMs: number, audio: readonly AudioInfo[]): Result<undefined>
  /** Stores whether the audio is as recorded, compressed or deleted. */
  setSound(id: string, sound: Meeting['sound']): Result<undefined>
  /** Stores that its people agreed, or that they did not. */
  setConsent(id: string, consent: Consent | null): Result<undefined>
  /** Removes a meeting if nothing was recorded in it; returns false if something was. */
  removeEmpty(id: string): Result<boolean>
  /** Meetings that a start recovered and nobody has opened since, the newest first. */
  recovered(): Result<string[]>
  /** A recovered meeting was opened. */
  setSeen(id: string): Result<undefined>
  /** Meetings that are still in a state of recording. */
  unfinished(): Result<string[]>
  /** Marks a meeting as interrupted; its length becomes that of its audio or text. */
  markInterrupted(id: string, audio: readonly AudioInfo[]): Result<undefined>
}

interface MeetingRow {
  id: string
  title: string
  started_at: number
  duration_ms: number
  state: string
  engine: string
  model: string
  turn_count: number
  text_percent?: number | null
  missing_text_ms?: number
  missing_sound_ms?: number
  binned_at?: number | null
  sound?: string
  time_zone?: string | null
  consent_at?: number | null
  consent_how?: string | null
}
interface AudioRow {
  meeting_id: string
  source: string
  samples: number
}
interface TagRow {
  meeting_id: string
  tag: string
}

/** What the row of a meeting does not hold: read for one meeting, or for all at once. */
interface Parts {
  audio(id: string): readonly AudioRow[]
  tags(id: string): readonly TagRow[]
}

/** The callbacks run inside the transaction that makes the change. */
export function createMeetings(
  database: Database,
  changed: {
    readonly state: (id: string) => void
    readonly title: (id: string) => void
    /** The number may be given to another meeting. */
    readonly removed: (number: number) => void
  },
  speakers: MeetingSpeakers,
): Meetings {
  const insert = database.statement(`
    INSERT INTO meetings (number, id, title, started_at, state, engine, model, time_zone)
    SELECT ${nextMeetingNumberSql(':startedAt')},
      :id, :title, :startedAt, 'recording', :engine, :model, :timeZone`)
  const all = database.manyRows<MeetingRow>(
    'SELECT * FROM meetings WHERE binned_at IS NULL ORDER BY started_at DESC, number DESC',
  )
  const withSound = database.manyRows<
    Pick<MeetingRow, 'id' | 'state' | 'sound'> & { samples: number }
  >(`
    SELECT id, state, sound,
      coalesce((SELECT sum(samples) FROM audio WHERE meeting_id = meetings.id), 0) AS samples
    FROM meetings
    WHERE binned_at IS NULL AND sound IN (SELECT value FROM json_each(:sounds))
    ORDER BY started_at DESC, number DESC`)
  const newest = database.statement<{ id: string; title: string }>(`
    SELECT id, title FROM meetings WHERE binned_at IS NULL
    ORDER BY started_at DESC, number DESC LIMIT :count`)
  const allBinned = database.manyRows<MeetingRow>(`
    SELECT * FROM meetings WHERE binned_at IS NOT NULL AND deleting = 0
    ORDER BY binned_at DESC, number DESC`)
  const one = database.statement<MeetingRow>('SELECT * FROM meetings WHERE id = :id')
  const audioOfAll = database.manyRows<AudioRow>('SELECT * FROM audio ORDER BY source')
  const audioOfOne = database.statement<AudioRow>(
    'SELECT * FROM audio WHERE meeting_id = :id ORDER BY source',
  )
  const tagsOfAll = database.manyRows<TagRow>('SELECT * FROM tags ORDER BY tag')
  const tagsOfOne = database.statement<TagRow>(
    'SELECT * FROM tags WHERE meeting_id = :id ORDER BY tag',
  )
  const state = database.statement('UPDATE meetings SET state = :state WHERE id = :id')
  const duration = database.statement(
    'UPDATE meetings SET duration_ms = :durationMs WHERE id = :id',
  )
  const audio = database.statement(`
    INSERT INTO audio (meeting_id, source, samples) VALUES (:id, :source, :samples)
    ON CONFLICT DO UPDATE SET samples = excluded.samples`)
  const setSound = database.statement('UPDATE meetings SET sound = :sound WHERE id = :id')
  const setConsent = database.statement(
    'UPDATE meetings SET consent_at = :notedAt, consent_how = :how WHERE id = :id',
  )
  const removeEmpty = database.statement<{ number: number }>(`
    DELETE FROM meetings WHERE id = :id AND turn_count = 0
    AND NOT EXISTS (SELECT 1 FROM audio WHERE meeting_id = :id AND samples > 0)
    RETURNING number`)
  const unfinished = database.statement<{ id: string }>(
    "SELECT id FROM meetings WHERE state IN ('recording', 'finishing') ORDER BY started_at",
  )
  const recovered = database.statement<{ id: string }>(
    `SELECT id FROM meetings WHERE recovered = 1 AND binned_at IS NULL
    ORDER BY started_at DESC, number DESC`,
  )
  const seen = database.statement('UPDATE meetings SET recovered = 0 WHERE id = :id')
  const interrupted = database.statement(`
    UPDATE meetings SET state = 'interrupted', recovered = 1, duration_ms = max(
      duration_ms,
      coalesce((SELECT max(end_ms) FROM turns WHERE meeting_id = :id), 0),
      coalesce((SELECT CAST(round(max(samples) * 1000.0 / ${sampleRate}) AS INTEGER) FROM audio WHERE meeting_id = :id), 0)
    ) WHERE id = :id`)

  const setAudio = (id: string, infos: readonly AudioInfo[]) => {
    for (const { source, samples } of infos) audio.run({ id, source, samples })
  }
  const partsOfOne: Parts = {
    audio: (id) => audioOfOne.all({ id }),
    tags: (id) => tagsOfOne.all({ id }),
  }
  const get = (id: string): Result<Meeting> => {
    const found = attempt(() => {
      const row = one.get({ id })
      return row && toMeeting(row, partsOfOne, speakers.one(id))
    })
    if (!found.ok) return found
    return found.value ? ok(found.value) : fail('meeting-not-found')
  }

  const listOf = (query: typeof all): Meeting[] => {
    const rows = query.all({})
    if (rows.length === 0) return []
    const audioRows = byMeeting(audioOfAll.all({}))
    const tagRows = byMeeting(tagsOfAll.all({}))
    const named = speakers.all()
    const parts: Parts = {
      audio: (id) => audioRows.get(id) ?? [],
      tags: (id) => tagRows.get(id) ?? [],
    }
    return rows.map((row) => toMeeting(row, parts, named.get(row.id) ?? []))
  }

  return {
    create: (meeting) => {
      const created = attempt(() =>
        database.durableTransaction(() => {
          insert.run({ ...meeting, timeZone: meeting.timeZone ?? localTimeZone() })
          changed.title(meeting.id)
        }),
      )
      return created.ok ? get(meeting.id) : created
    },
    list: () => attempt(() => listOf(all)),
    withSound: (sounds) =>
      attempt(() =>
        withSound
          .all({ sounds: JSON.stringify(sounds) })
          .map(({ id, state: stored, sound, samples }) => ({
            id,
            state: stateOf(stored),
            sound: soundOf(sound),
            samples,
          })),
      ),
    recent: (count) => attempt(() => newest.all({ count })),
    listBin: () => attempt(() => listOf(allBinned)),
    get,
    setState: (id, next) =>
      attempt(() =>
        database.durableTransaction(() => {
          state.run({ id, state: next })
          changed.state(id)
          return undefined
        }),
      ),
    setProgress: (id, durationMs, infos) =>
      attempt(() =>
        database.transaction(() => {
          duration.run({ id, durationMs })
          setAudio(id, infos)
          return undefined
        }),
      ),
    setConsent: (id, consent) =>
      attempt(() =>
        database.durableTransaction(() => {
          setConsent.run({ id, notedAt: consent?.notedAt ?? null, how: consent?.how ?? null })
          return undefined
        }),
      ),
    setSound: (id, sound) =>
      attempt(() =>
        database.durableTransaction(() => {
          setSound.run({ id, sound })
          return undefined
        }),
      ),
    removeEmpty: (id) =>
      attempt(() =>
        database.durableTransaction(() => {
          const removed = removeEmpty.get({ id })
          if (removed) changed.removed(removed.number)
          return removed !== undefined
        }),
      ),
    recovered: () => attempt(() => recovered.all({}).map((row) => row.id)),
    setSeen: (id) => attempt(() => void seen.run({ id })),
    unfinished: () => attempt(() => unfinished.all({}).map((row) => row.id)),
    markInterrupted: (id, infos) =>
      attempt(() =>
        database.durableTransaction(() => {
          setAudio(id, infos)
          interrupted.run({ id })
          changed.state(id)
          return undefined
        }),
      ),
  }
}

/** The time zone (IANA) of the computer now: a meeting keeps it, so its date never changes. */
function localTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

function byMeeting<Row extends { meeting_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.meeting_id)
    if (group) group.push(row)
    else groups.set(row.meeting_id, [row])
  }
  return groups
}

function toMeeting(row: MeetingRow, parts: Parts, speakers: readonly string[]): Meeting {
  return {
    id: row.id,
    title: row.title,
    startedAt: row.started_at,
    durationMs: row.duration_ms,
    state: stateOf(row.state),
    engine: engineOf(row.engine),
    model: row.model,
    audio: parts
      .audio(row.id)
      .flatMap(({ source, samples }) => (isSource(source) ? { source, samples } : [])),
    turnCount: row.turn_count,
    // Missing if a migration failed and the library is read-only.
    textPercent: row.text_percent ?? null,
    missingTextMs: row.missing_text_ms ?? 0,
    missingSoundMs: row.missing_sound_ms ?? 0,
    speakers: [...speakers],
    tags: parts.tags(row.id).map(({ tag }) => tag),
    binnedAt: row.binned_at ?? null,
    sound: soundOf(row.sound),
    ...(row.time_zone ? { timeZone: row.time_zone } : {}),
    ...consentOf(row),
  }
}

/** A damaged value counts as none. */
function consentOf({
  consent_at: notedAt,
  consent_how: how,
}: MeetingRow): Pick<Meeting, 'consent'> {
  const known = consentWays.find((way) => way === how)
  return known === undefined || typeof notedAt !== 'number'
    ? {}
    : { consent: { notedAt, how: known } }
}
