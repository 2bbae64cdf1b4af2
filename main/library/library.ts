import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  sourceSchema,
  type AudioInfo,
  type Source,
  type Transcript,
  type Turn,
} from '../../preload/model'
import { ok, type ErrorValue, type Result } from '../../preload/errors'
import { createLog } from '../log'
import { createCheck } from './check'
import { openDatabase } from './database'
import { createFill, type Filling } from './filling'
import { createGaps, type Gaps } from './gaps'
import { createMeetings, type Meetings } from './meetings'
import { migrations as ownMigrations } from './schema'
import { createSessions, type Sessions } from './sessions'
import { createTurns, type Turns } from './turns'
import { repairWav } from './wav-repair'

const log = createLog('library')

export interface Library {
  /** Why meetings can be read and not changed, or null where all is well. */
  readOnly: ErrorValue | null
  meetings: Meetings
  turns: Turns
  gaps: Gaps
  sessions: Sessions
  /** Meetings that this start found without a clean stop, oldest first. */
  recovered: readonly string[]
  /** Everything about one meeting; `meeting-not-found`. */
  transcript(meetingId: string): Result<Transcript>
  /** Where a source's sound is, whether or not there is any. */
  audioPath(meetingId: string, source: Source): string
  /** Stores what was filled in, all or nothing; gives the turns as they now stand. */
  fill(meetingId: string, filling: Filling): Result<Turn[]>
  close(): void
}

export interface LibraryOptions {
  readonly folder: string
  readonly now?: () => number
  readonly migrations?: readonly string[]
}

/**
 * Opens the library in a folder: `library.db`, and the sound in `audio/<meeting>/<source>.wav`.
 * A meeting whose state says that it was being recorded had no clean stop, however lately that
 * was: its sound is mended and it is marked `interrupted`. Errors as of openDatabase.
 */
export function openLibrary(options: LibraryOptions): Result<Library> {
  const { folder, now = Date.now, migrations = ownMigrations } = options
  const opened = openDatabase(join(folder, 'library.db'), migrations, now)
  if (!opened.ok) return opened
  const database = opened.value
  const check = createCheck(database)
  const meetings = createMeetings(database, check)
  const turns = createTurns(database)
  const gaps = createGaps(database, check)
  const audioPath = (meetingId: string, source: Source) =>
    join(folder, 'audio', meetingId, `${source}.wav`)

  const recovered =
    database.readOnly === null ? recover(meetings, audioPath) : ok<readonly string[]>([])
  if (!recovered.ok) {
    database.close()
    return recovered
  }
  return ok({
    readOnly: database.readOnly,
    meetings,
    turns,
    gaps,
    sessions: createSessions(database),
    recovered: recovered.value,
    transcript: (meetingId) => {
      const meeting = meetings.get(meetingId)
      if (!meeting.ok) return meeting
      const spoken = turns.list(meetingId)
      if (!spoken.ok) return spoken
      const missing = gaps.list(meetingId)
      if (!missing.ok) return missing
      return ok({ meeting: meeting.value, turns: spoken.value, gaps: missing.value })
    },
    audioPath,
    fill: createFill(database, turns, gaps),
    close: () => database.close(),
  })
}

/** Sound first, then the mark: a crash in between leaves the meeting to be found again. */
function recover(
  meetings: Meetings,
  audioPath: (meetingId: string, source: Source) => string,
): Result<string[]> {
  const unfinished = meetings.unfinished()
  if (!unfinished.ok) return unfinished
  for (const id of unfinished.value) {
    const audio: AudioInfo[] = []
    for (const source of sourceSchema.options) {
      const path = audioPath(id, source)
      if (!existsSync(path)) continue
      const mended = repairWav(path)
      if (mended.ok) audio.push({ source, samples: mended.value })
      else log.error('sound not mended', { id, source, detail: mended.error.detail })
    }
    const marked = meetings.markInterrupted(id, audio)
    if (!marked.ok) return marked
    log.warn('meeting without a clean stop', { id, audio })
  }
  return unfinished
}
