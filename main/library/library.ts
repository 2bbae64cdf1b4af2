import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { wallNow } from '../../common/clock'
import {
  sources,
  type AudioInfo,
  type Gap,
  type Meeting,
  type Source,
  type Transcript,
  type Turn,
} from '../../common/model'
import { ok, type ErrorValue, type Result } from '../../common/errors'
import { createLog } from '../platform'
import { createRetranscriptionStore, type RetranscriptionStore } from './retranscription-store'
import { createBin, type Bin } from './bin'
import { createAppointments, type Appointments } from './appointments'
import { createEngineUses, type EngineUses } from './engine-uses'
import { createBriefs, type Briefs } from './briefs'
import { createRetentionClock } from './retention-clock'
import { createCoverageCache } from './coverage-cache'
import { createCorrections, type MeetingCorrections } from './corrections/corrections'
import { createCorrectionStore } from './corrections/store'
import { attempt } from './sqlite-errors'
import { createSuggestions, type Suggestions } from './suggestions'
import {
  createMeetingDetails,
  createTitleAndTags,
  createTitleIndex,
  type TitleAndTags,
} from './title-and-tags'
import { createGapWrites, type GapWords } from './gap-writes'
import { createGaps, type Gaps } from './gaps'
import { createAddImported } from './add-import'
import { createJobs, type Jobs } from './jobs'
import { createMarkdownFiles, type MarkdownFiles } from './markdown-files'
import { createMeetings, type Meetings, type NewMeeting } from './meetings'
import { createMeetingSpeakers } from './meeting-speakers'
import { audioPathsIn, createMeetingAudio, type MeetingAudio } from './meeting-audio'
import { createMinutesStore, type MinutesStore } from './minutes'
import { createNotes, type Notes } from './notes'
import { createPaidUses, type PaidUses } from './paid-uses'
import { createRedactions, type Redactions } from './redactions'
import { createTurnIndex } from './turn-index'
import { migrations as ownMigrations } from './schema'
import { createIndexWriter } from './search/index-writer'
import { createApply, queueWrites } from './queued-writes'
import { createPendingWrites, type PendingWrites } from './pending-writes'
import { adoptAudio } from './orphan-audio'
import { createIndexRebuild } from './index-rebuild'
import { markDamaged, openOrRecover } from './recovery/open-or-recover'
import { createReceived, type Received } from './received'
import { isIndexDamage } from './upkeep/check-file'
import { createUpkeepTimes, type UpkeepTimes } from './upkeep/upkeep-times'
import type { Recovery } from './recovery/recover'
import { createSessions, type Sessions } from './sessions'
import { createTurns, type Turns } from './turns'
import { repairWav } from '../audio-files'
import { createCorrectedTurns } from './corrected-turns'

const log = createLog('library')

export interface Library extends MeetingAudio {
  /** The path of the database. */
  readonly file: string
  /** Why meetings cannot be changed, or null if they can. */
  readOnly: ErrorValue | null
  meetings: Meetings
  titleAndTags: TitleAndTags
  suggestions: Suggestions
  bin: Bin
  turns: Turns
  corrections: MeetingCorrections
  notes: Notes
  briefs: Briefs
  appointments: Appointments
  engineUses: EngineUses
  minutes: MinutesStore
  redactions: Redactions
  gaps: Gaps
  sessions: Sessions
  jobs: Jobs
  paidUses: PaidUses
  retranscription: RetranscriptionStore
  markdownFiles: MarkdownFiles
  /** Meetings that this start recovered because their recording had no clean end, oldest first. */
  recovered: readonly string[]
  /** What this start recovered from a damaged database, or null. */
  readonly recovery: Recovery | null
  readonly upkeepTimes: UpkeepTimes
  /** Calls the listener when damage is found that the next start repairs. */
  onDamage(listener: () => void): void
  /** Reacts to the damage that a check found: rebuilds the index, or marks the file for recovery. */
  repair(damage: readonly string[]): Promise<void>
  /** Writes of recordings that wait because the database is locked or damaged. */
  readonly pending: Pick<PendingWrites, 'flush' | 'onFlushed' | 'error'>
  /** A meeting with its corrected turns and its gaps. Errors: `meeting-not-found`. */
  transcript(meetingId: string): Result<Transcript>
  /** The same with the engines' turns, without corrections. */
  originalTranscript(meetingId: string): Result<Transcript>
  /** Adds an imported meeting that has audio but no words yet. */
  addImported(meeting: NewMeeting, audio: readonly AudioInfo[]): Result<Meeting>
  /** Stores the words for a gap in one transaction. Returns the corrected turns. */
  fillGap(meetingId: string, filling: GapWords): Result<Turn[]>
  /** The time by which things are deleted for their age, in ms since 1970. */
  readonly retentionNow: () => number
  readonly received: Received
  close(): void
}

export interface LibraryOptions {
  readonly folder: string
  readonly now?: () => number
  /** The time by which things are deleted for their age; see retention-clock. */
  readonly retentionNow?: () => number
  readonly migrations?: readonly string[]
}

/**
 * Opens the library in a folder: `library.db`, and the audio in `audio/<meeting>/<source>.wav`.
 * A meeting that is still in a state of recording had no clean end: its WAV files are repaired and
 * it is marked `interrupted`. Errors: those of openDatabase.
 */
export function openLibrary(options: LibraryOptions): Result<Library> {
  const opened = openOnce(options)
  if (opened.ok || opened.error.code !== 'library-damaged') return opened
  // The damage was found after the check: the second attempt checks everything and recovers.
  markDamaged(join(options.folder, 'library.db'))
  return openOnce(options)
}

function openOnce(options: LibraryOptions): Result<Library> {
  const { folder, now = wallNow, migrations = ownMigrations } = options
  const retentionNow =
    options.retentionNow ??
    options.now ??
    createRetentionClock({ path: join(folder, 'last-seen') }).now
  const file = join(folder, 'library.db')
  const opened = openOrRecover({ file, migrations, now })
  if (!opened.ok) return opened
  const { database, recovery } = opened.value
  const paths = audioPathsIn(folder)

  const damageListeners: (() => void)[] = []
  const damaged = () => {
    markDamaged(file)
    for (const listener of damageListeners) listener()
  }
  let isIndexDamaged = false
  const rebuildIndex = async () => {
    const begun = indexRebuild.begin()
    isIndexDamaged = false
    const done = begun.ok ? await indexRebuild.run() : begun
    if (!done.ok && done.error.code === 'library-damaged') damaged()
  }
  const updateCoverage = createCoverageCache(database)
  const store = createCorrectionStore(database)
  const correctedTurns = createCorrectedTurns(database, store)
  const index = createIndexWriter(database, (cause) => {
    if (isIndexDamaged) return
    isIndexDamaged = true
    log.error('index damaged', { cause })
    // Not now: a transaction may be open.
    setImmediate(() => void rebuildIndex())
  })
  const turnIndex = createTurnIndex(correctedTurns, store, index)
  const indexRebuild = createIndexRebuild({ database, store, turnIndex, index })
  const notes = createNotes(database, index)
  const title = createTitleIndex(database, index)
  const details = createMeetingDetails(database, title)
  const received = createReceived(database, retentionNow)
  const storedMeetings = createMeetings(
    database,
    {
      state: (id) => {
        updateCoverage(id)
        turnIndex.indexPartials(id)
        received.note(id)
      },
      title,
      removed: index.remove,
    },
    createMeetingSpeakers(database, store),
  )
  const storedTurns = createTurns({ database, correctedTurns, turnIndex, index })
  const storedGaps = createGaps(database, updateCoverage)
  const storedSessions = createSessions(database)
  const pending = createPendingWrites({
    file: join(folder, 'pending-writes.jsonl'),
    apply: createApply({
      meetings: storedMeetings,
      turns: storedTurns,
      gaps: storedGaps,
      sessions: storedSessions,
    }),
    transaction: (work) => attempt(() => database.durableTransaction(work)),
  })
  const { meetings, turns, gaps, sessions } = queueWrites(pending, {
    meetings: storedMeetings,
    turns: storedTurns,
    gaps: storedGaps,
    sessions: storedSessions,
  })

  if (database.readOnly === null) {
    pending.flush()
    adoptAudio(database, storedMeetings, join(folder, 'audio'))
  }
  const recovered =
    database.readOnly === null
      ? recover(storedMeetings, paths.audioPath)
      : ok<readonly string[]>([])
  if (!recovered.ok) {
    database.close()
    return recovered
  }
  if (database.readOnly === null) received.noteAll()
  const read = <T>(
    meetingId: string,
    spoken: Result<T[]>,
  ): Result<{ meeting: Meeting; turns: T[]; gaps: Gap[] }> => {
    const meeting = meetings.get(meetingId)
    if (!meeting.ok) return meeting
    if (!spoken.ok) return spoken
    const missing = gaps.list(meetingId)
    if (!missing.ok) return missing
    return ok({ meeting: meeting.value, turns: spoken.value, gaps: missing.value })
  }
  return ok({
    file,
    readOnly: database.readOnly,
    meetings,
    titleAndTags: createTitleAndTags(database, details),
    retentionNow,
    received,
    bin: createBin({ database, index, audioFolder: paths.audioFolder, now, retentionNow }),
    turns,
    corrections: createCorrections({
      database,
      store,
      correctedTurns,
      turnIndex,
      index,
      details,
    }),
    notes,
    briefs: createBriefs(database),
    appointments: createAppointments(database),
    engineUses: createEngineUses(database),
    minutes: createMinutesStore(database),
    suggestions: createSuggestions(database),
    redactions: createRedactions(database),
    gaps,
    sessions,
    jobs: createJobs(database),
    paidUses: createPaidUses(database),
    retranscription: createRetranscriptionStore(database),
    markdownFiles: createMarkdownFiles(database),
    recovered: recovered.value,
    recovery,
    upkeepTimes: createUpkeepTimes(database),
    onDamage: (listener) => void damageListeners.push(listener),
    repair: async (found) => {
      if (found.some((line) => !isIndexDamage(line))) damaged()
      else if (found.length > 0 || indexRebuild.isNeeded) {
        await (found.length > 0 ? rebuildIndex() : indexRebuild.run())
      }
    },
    pending,
    transcript: (meetingId) => read(meetingId, turns.list(meetingId)),
    originalTranscript: (meetingId) => read(meetingId, turns.originals(meetingId)),
    ...createMeetingAudio(paths, meetings),
    addImported: createAddImported(database, meetings, gaps),
    fillGap: createGapWrites(database, turns, gaps),
    close: () => {
      pending.close()
      database.close()
    },
  })
}

/** Repairs the audio before the mark: if the app crashes now, the next start finds it again. */
function recover(
  meetings: Meetings,
  audioPath: (meetingId: string, source: Source) => string,
): Result<string[]> {
  const unfinished = meetings.unfinished()
  if (!unfinished.ok) return unfinished
  for (const id of unfinished.value) {
    const audio: AudioInfo[] = []
    for (const source of sources) {
      const path = audioPath(id, source)
      if (!existsSync(path)) continue
      const repaired = repairWav(path)
      if (repaired.ok) audio.push({ source, samples: repaired.value })
      else log.error('audio not repaired', { id, source, detail: repaired.error.detail })
    }
    const marked = meetings.markInterrupted(id, audio)
    if (!marked.ok) return marked
    log.warn('meeting recovered', { id, audio })
  }
  return unfinished
}
