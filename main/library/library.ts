import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  sourceSchema,
  type AudioInfo,
  type Gap,
  type Meeting,
  type Source,
  type Transcript,
  type TranscriptText,
  type Turn,
  type Waveform,
} from '../../preload/model'
import { ok, type ErrorValue, type Result } from '../../preload/errors'
import { createLog } from '../log'
import { createAgainStore, type AgainStore } from './again'
import { createBin, type Bin } from './bin'
import { createCheck } from './check'
import { createCorrections, type MeetingCorrections } from './corrections/corrections'
import { createCorrectionStore } from './corrections/store'
import { openDatabase } from './database'
import { createDetails, createTitleIndex, type Details } from './details'
import { createFill, type Filling } from './filling'
import { createGaps, type Gaps } from './gaps'
import { createAddImported } from './imported'
import { createJobs, type Jobs } from './jobs'
import { createMarkdownFiles, type MarkdownFiles } from './markdown-files'
import { createMeetings, type Meetings, type NewMeeting } from './meetings'
import { createMeetingSpeakers } from './meeting-speakers'
import { createNotes, type Notes } from './notes'
import { createReading } from './reading'
import { migrations as ownMigrations } from './schema'
import { createIndexWriter } from './search/index-writer'
import { createSessions, type Sessions } from './sessions'
import { createTurns, type Turns } from './turns'
import { openFile, openMix, type Playable } from './playable'
import { createViews } from './views'
import { waveformOf } from './waveform'
import { repairWav } from './wav-repair'

const log = createLog('library')

export interface Library {
  /** Where its database is. */
  readonly file: string
  /** Why meetings can be read and not changed, or null where all is well. */
  readOnly: ErrorValue | null
  meetings: Meetings
  details: Details
  bin: Bin
  turns: Turns
  corrections: MeetingCorrections
  notes: Notes
  gaps: Gaps
  sessions: Sessions
  jobs: Jobs
  again: AgainStore
  markdownFiles: MarkdownFiles
  /** Meetings that this start found without a clean stop, oldest first. */
  recovered: readonly string[]
  /** Everything about one meeting, as it is read; `meeting-not-found`. */
  transcript(meetingId: string): Result<Transcript>
  /** The same without the words of the turns. */
  text(meetingId: string): Result<TranscriptText>
  /** The same as the engines said it, without any correction. */
  original(meetingId: string): Result<Transcript>
  originalText(meetingId: string): Result<TranscriptText>
  /** Where a source's sound is, whether or not there is any. */
  audioPath(meetingId: string, source: Source): string
  /** Where the compressed sound of a source is, or that of all together. */
  packedPath(meetingId: string, source: Source | 'mix'): string
  /** The folder of a meeting's sound. */
  audioFolder(meetingId: string): string
  /** What a player hears of a meeting, all sources together; null where there is no sound. */
  openSound(meetingId: string): Promise<Playable | null>
  /** The same of one whose sound is compressed. */
  openPacked(meetingId: string): Promise<Playable | null>
  /** How loud a meeting is over its length; `meeting-not-found`, `audio-read-failed`. */
  waveform(meetingId: string): Promise<Result<Waveform>>
  /** Puts a meeting with its sound, whose words are to be written down, into the list. */
  addImported(meeting: NewMeeting, samples: number): Result<Meeting>
  /** Stores what was filled in, all or nothing; gives the turns as they are now read. */
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
  const file = join(folder, 'library.db')
  const opened = openDatabase(file, migrations, now)
  if (!opened.ok) return opened
  const database = opened.value
  const audioFolder = (meetingId: string) => join(folder, 'audio', meetingId)
  const audioPath = (meetingId: string, source: Source) =>
    join(audioFolder(meetingId), `${source}.wav`)
  const packedPath = (meetingId: string, source: Source | 'mix') =>
    join(audioFolder(meetingId), `${source}.ogg`)

  const check = createCheck(database)
  const store = createCorrectionStore(database)
  const views = createViews(database, store)
  const index = createIndexWriter(database)
  const reading = createReading(views, store, index)
  const notes = createNotes(database, index)
  const title = createTitleIndex(database, index)
  const meetings = createMeetings(
    database,
    {
      over: (id) => {
        check(id)
        reading.indexPartials(id)
      },
      title,
      gone: index.remove,
    },
    createMeetingSpeakers(database, store),
  )
  const turns = createTurns(database, views, reading, index)
  const gaps = createGaps(database, check)

  const recovered =
    database.readOnly === null ? recover(meetings, audioPath) : ok<readonly string[]>([])
  if (!recovered.ok) {
    database.close()
    return recovered
  }
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
    details: createDetails(database, title),
    bin: createBin({ database, index, audioFolder, now }),
    turns,
    corrections: createCorrections(database, store, views, reading, index),
    notes,
    gaps,
    sessions: createSessions(database),
    jobs: createJobs(database),
    again: createAgainStore(database),
    markdownFiles: createMarkdownFiles(database),
    recovered: recovered.value,
    transcript: (meetingId) => read(meetingId, turns.list(meetingId)),
    original: (meetingId) => read(meetingId, turns.originals(meetingId)),
    originalText: (meetingId) => read(meetingId, turns.originalTexts(meetingId)),
    text: (meetingId) => read(meetingId, turns.texts(meetingId)),
    audioPath,
    packedPath,
    audioFolder,
    openPacked: async (meetingId) => {
      const paths = (['mix', ...sourceSchema.options] as const).map((source) =>
        packedPath(meetingId, source),
      )
      for (const path of paths) {
        const sound = await openFile(path, 'audio/ogg')
        if (sound !== null) return sound
      }
      return null
    },
    openSound: (meetingId) =>
      openMix(sourceSchema.options.map((source) => audioPath(meetingId, source))),
    waveform: async (meetingId) => {
      const meeting = meetings.get(meetingId)
      if (!meeting.ok) return meeting
      const sources = meeting.value.audio.map(({ source, samples }) => ({
        path: audioPath(meetingId, source),
        samples,
      }))
      return waveformOf(sources, join(audioFolder(meetingId), 'waveform.json'))
    },
    addImported: createAddImported(database, meetings, gaps),
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
