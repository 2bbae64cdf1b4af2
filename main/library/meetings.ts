import { sampleRate, type AudioInfo, type Meeting, type Source } from '../../preload/model'
import { fail, ok, type Result } from '../../preload/errors'
import { attempt, type Database } from './database'
import type { MeetingSpeakers } from './meeting-speakers'
import { nextMeetingNumberSql } from './places'

/** What is known of a meeting at the moment that its recording starts. */
export type NewMeeting = Pick<Meeting, 'id' | 'title' | 'startedAt' | 'engine' | 'model'>

export interface Meetings {
  /** Puts a meeting in the list, in the state `recording`. */
  create(meeting: NewMeeting): Result<Meeting>
  /** Newest first, without what is in the bin. */
  list(): Result<Meeting[]>
  /** What is in the bin, the last put there first. */
  listBin(): Result<Meeting[]>
  /** `meeting-not-found` where there is none. */
  get(id: string): Result<Meeting>
  setState(id: string, state: Meeting['state']): Result<undefined>
  /** How long the recording is so far, and how much of each source is in its file. */
  setProgress(id: string, durationMs: number, audio: readonly AudioInfo[]): Result<undefined>
  /** What became of its sound after the recording. */
  setSound(id: string, sound: Meeting['sound']): Result<undefined>
  /** Forgets a meeting in which nothing was recorded; false where there is something. */
  removeEmpty(id: string): Result<boolean>
  /** Those found without a clean stop and not opened since, the newest first. */
  recovered(): Result<string[]>
  /** A meeting that was found without a clean stop has been opened. */
  setSeen(id: string): Result<undefined>
  /** Those that are neither done nor known to be interrupted. */
  unfinished(): Result<string[]>
  /** Marks a meeting as ended without a clean stop; its length is that of its audio or its text. */
  markInterrupted(id: string, audio: readonly AudioInfo[]): Result<undefined>
}

interface MeetingRow {
  id: string
  title: string
  started_at: number
  duration_ms: number
  state: Meeting['state']
  engine: Meeting['engine']
  model: string
  turn_count: number
  text_percent?: number | null
  missing_text_ms?: number
  missing_sound_ms?: number
  binned_at?: number | null
  sound?: Meeting['sound']
}
interface AudioRow {
  meeting_id: string
  source: Source
  samples: number
}
interface TagRow {
  meeting_id: string
  tag: string
}

/** What a meeting's row lacks: read one by one, or for all meetings at once. */
interface Parts {
  audio(id: string): readonly AudioRow[]
  tags(id: string): readonly TagRow[]
}

/**
 * `changed` is told, within the transaction, of a meeting that is over, has another title, or is
 * gone, whose number may be given again.
 */
export function createMeetings(
  database: Database,
  changed: {
    readonly over: (id: string) => void
    readonly title: (id: string) => void
    readonly gone: (number: number) => void
  },
  speakers: MeetingSpeakers,
): Meetings {
  const insert = database.statement(`
    INSERT INTO meetings (number, id, title, started_at, state, engine, model)
    SELECT ${nextMeetingNumberSql(':startedAt')},
      :id, :title, :startedAt, 'recording', :engine, :model`)
  const all = database.statement<MeetingRow>(
    'SELECT * FROM meetings WHERE binned_at IS NULL ORDER BY started_at DESC, number DESC',
  )
  const allBinned = database.statement<MeetingRow>(`
    SELECT * FROM meetings WHERE binned_at IS NOT NULL AND deleting = 0
    ORDER BY binned_at DESC, number DESC`)
  const one = database.statement<MeetingRow>('SELECT * FROM meetings WHERE id = :id')
  const audioOfAll = database.statement<AudioRow>('SELECT * FROM audio ORDER BY source')
  const audioOfOne = database.statement<AudioRow>(
    'SELECT * FROM audio WHERE meeting_id = :id ORDER BY source',
  )
  const tagsOfAll = database.statement<TagRow>('SELECT * FROM tags ORDER BY tag')
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
      coalesce((SELECT max(samples) * 1000 / ${sampleRate} FROM audio WHERE meeting_id = :id), 0)
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

  const listOf = (rows: typeof all): Meeting[] => {
    const audioRows = byMeeting(audioOfAll.all({}))
    const tagRows = byMeeting(tagsOfAll.all({}))
    const named = speakers.all()
    const parts: Parts = {
      audio: (id) => audioRows.get(id) ?? [],
      tags: (id) => tagRows.get(id) ?? [],
    }
    return rows.all({}).map((row) => toMeeting(row, parts, named.get(row.id) ?? []))
  }

  return {
    create: (meeting) => {
      const created = attempt(() =>
        database.durably(() => {
          insert.run({ ...meeting })
          changed.title(meeting.id)
        }),
      )
      return created.ok ? get(meeting.id) : created
    },
    list: () => attempt(() => listOf(all)),
    listBin: () => attempt(() => listOf(allBinned)),
    get,
    setState: (id, next) =>
      attempt(() =>
        database.durably(() => {
          state.run({ id, state: next })
          changed.over(id)
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
    setSound: (id, sound) =>
      attempt(() =>
        database.durably(() => {
          setSound.run({ id, sound })
          return undefined
        }),
      ),
    removeEmpty: (id) =>
      attempt(() =>
        database.durably(() => {
          const removed = removeEmpty.get({ id })
          if (removed) changed.gone(removed.number)
          return removed !== undefined
        }),
      ),
    recovered: () => attempt(() => recovered.all({}).map((row) => row.id)),
    setSeen: (id) => attempt(() => void seen.run({ id })),
    unfinished: () => attempt(() => unfinished.all({}).map((row) => row.id)),
    markInterrupted: (id, infos) =>
      attempt(() =>
        database.durably(() => {
          setAudio(id, infos)
          interrupted.run({ id })
          changed.over(id)
          return undefined
        }),
      ),
  }
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
    state: row.state,
    engine: row.engine,
    model: row.model,
    audio: parts.audio(row.id).map(({ source, samples }) => ({ source, samples })),
    turnCount: row.turn_count,
    // Absent where the library could not be brought up to date.
    textPercent: row.text_percent ?? null,
    missingTextMs: row.missing_text_ms ?? 0,
    missingSoundMs: row.missing_sound_ms ?? 0,
    speakers: [...speakers],
    tags: parts.tags(row.id).map(({ tag }) => tag),
    binnedAt: row.binned_at ?? null,
    sound: row.sound ?? 'recorded',
  }
}
