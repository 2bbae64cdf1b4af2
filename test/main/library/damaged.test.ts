import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type libsql from 'libsql'
import { describe, expect, it, onTestFinished } from 'vitest'
import { wavHeader } from '../../../main/audio-files/wav-header'
import { toMarkdown } from '../../../main/exports/markdown'
import { openReader } from '../../../main/library/database'
import { openLibrary, type Library } from '../../../main/library/library'
import { createSearch } from '../../../main/library/search/search'
import { checkFile } from '../../../main/library/upkeep/check-file'
import { meetingOf, newLibrary, temporaryFolder, turnOf, unwrap } from './folder'

const Database = createRequire(import.meta.url)('libsql') as typeof libsql

function change(folder: string, sql: string): void {
  const other = new Database(join(folder, 'library.db'))
  other.exec(sql)
  other.close()
}

function find(library: Library, text: string): string[] {
  const reader = openReader(library.file)
  const found = createSearch(reader).find({
    text,
    speaker: null,
    tag: null,
    fromAt: null,
    untilAt: null,
    meetingId: null,
    after: null,
  })
  reader.close()
  return found.groups.map(({ meetingId }) => meetingId)
}

/** A library with one meeting that is over. */
function filled(folder: string): void {
  const library = unwrap(openLibrary({ folder }))
  unwrap(library.meetings.create(meetingOf()))
  unwrap(library.turns.upsert('meeting-1', turnOf()))
  unwrap(library.notes.write('meeting-1', 'something noted', null))
  unwrap(library.meetings.setState('meeting-1', 'done'))
  library.close()
}

describe('a damaged full-text index', () => {
  it('neither refuses Record nor rename, and is rebuilt', async () => {
    const folder = temporaryFolder()
    filled(folder)
    change(folder, "UPDATE found_data SET block = x'00112233' WHERE id > 1")
    const library = newLibrary(folder)
    unwrap(library.meetings.create(meetingOf({ id: 'meeting-2', title: 'Second' })))
    unwrap(library.titleAndTags.rename('meeting-1', 'Renamed'))
    await expect.poll(() => find(library, 'renamed')).toEqual(['meeting-1'])
    expect(find(library, 'hello')).toEqual(['meeting-1'])
    expect(find(library, 'noted')).toEqual(['meeting-1'])
    expect(checkFile(library.file)).toEqual([])
  })

  it('is rebuilt after a check, also if the app ends in between', async () => {
    const folder = temporaryFolder()
    filled(folder)
    change(folder, 'DELETE FROM found_docsize; DELETE FROM found_content')
    const library = unwrap(openLibrary({ folder }))
    const damage = checkFile(library.file)
    expect(damage).not.toEqual([])
    const repaired = library.repair(damage)
    library.close()
    await repaired.catch(() => undefined)
    const next = newLibrary(folder)
    await next.repair([])
    expect(find(next, 'hello')).toEqual(['meeting-1'])
    expect(checkFile(next.file)).toEqual([])
  })
})

describe('a damaged database', () => {
  it('gives no deleted meeting back, though its jobs are still to be deleted', () => {
    const folder = temporaryFolder()
    filled(folder)
    change(
      folder,
      `INSERT INTO service_jobs VALUES
        ('mark', 'deleted', 'gap', 0, 1, 1, '', 'https://cdn.example.com/1', 'job', 'finished', 1);
      INSERT INTO paid_uses VALUES ('mark', 'deleted', 'universal-2', '[]', 1, 1, 1)`,
    )
    writeFileSync(join(folder, 'library.db-damaged'), '')
    change(folder, 'DROP INDEX turns_by_time; DELETE FROM found_docsize')
    const library = newLibrary(folder)
    expect(library.recovery).toMatchObject({ namelessMeetings: 0 })
    expect(unwrap(library.meetings.list()).map(({ id }) => id)).toEqual(['meeting-1'])
    expect(unwrap(library.jobs.finished())).toMatchObject([{ id: 'job' }])
  })

  it('is recovered row by row, and the damaged file is kept', () => {
    const folder = temporaryFolder()
    filled(folder)
    writeFileSync(join(folder, 'library.db'), Buffer.alloc(100), { flag: 'r+' })
    const library = newLibrary(folder)
    expect(library.recovery).toMatchObject({ namelessMeetings: 0 })
    expect(unwrap(library.transcript('meeting-1'))).toMatchObject({
      meeting: { title: 'Meeting, 10:02', state: 'done', turnCount: 1 },
      turns: [{ text: 'hello there', words: [{ text: 'hello' }, { text: 'there' }] }],
    })
    expect(unwrap(library.notes.lines('meeting-1'))).toEqual([
      { text: 'something noted', atMs: null },
    ])
    expect(readdirSync(join(folder, 'copies'))).toEqual([
      expect.stringMatching(/^library-damaged-.*\.db$/),
    ])
  })

  it('does not end the process when a text is not UTF-8', () => {
    const folder = temporaryFolder()
    filled(folder)
    change(folder, "UPDATE turns SET text = CAST(x'68ff69' AS TEXT), words = '[{\"tex\":1}]'")
    const library = newLibrary(folder)
    expect(unwrap(library.transcript('meeting-1')).turns).toMatchObject([
      { text: 'h\ufffdi', words: [] },
    ])
  })

  it('starts empty if nothing is readable, and offers the audio as meetings', () => {
    const folder = temporaryFolder()
    filled(folder)
    writeFileSync(join(folder, 'library.db'), 'no database at all'.repeat(1_000))
    const path = join(folder, 'audio', 'meeting-1', 'microphone.wav')
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, Buffer.concat([wavHeader(32_000), Buffer.alloc(64_000)]))
    const library = newLibrary(folder)
    expect(unwrap(library.meetings.list())).toMatchObject([
      { id: 'meeting-1', title: 'Recovered meeting', state: 'interrupted', durationMs: 2_000 },
    ])
    expect(unwrap(library.meetings.recovered())).toEqual(['meeting-1'])
    onTestFinished(() => library.close())
  })
})

describe('damaged values', () => {
  it('cost neither the text of a turn nor its meeting', () => {
    const folder = temporaryFolder()
    filled(folder)
    const gap = { source: 'microphone', startMs: 0, endMs: 1_000, sound: true } as const
    const before = unwrap(openLibrary({ folder }))
    for (const id of ['reason', 'source']) {
      unwrap(before.gaps.upsert('meeting-1', { ...gap, id, reason: 'device', filled: false }))
    }
    before.close()
    change(
      folder,
      `UPDATE turns SET source = 'microphoje', timing = 'x', words = '[{"text":' || char(10);
       UPDATE gaps SET reason = 'devicf' WHERE id = 'reason';
       UPDATE gaps SET source = 'systen' WHERE id = 'source';
       UPDATE meetings SET state = 'dond', engine = 'x', sound = 'x'`,
    )
    const library = newLibrary(folder)
    const transcript = unwrap(library.transcript('meeting-1'))
    expect(transcript.turns).toMatchObject([{ source: 'file', timing: 'estimated', words: [] }])
    expect(transcript.gaps).toMatchObject([{ id: 'reason', reason: 'app-restart' }])
    expect(transcript.meeting).toMatchObject({
      state: 'interrupted',
      engine: 'service',
      sound: 'recorded',
    })
    const text = toMarkdown(transcript, { times: true, speakers: true })
    expect(text).toContain(`**Speaker**`)
    expect(text).toContain(turnOf().text)
    expect(text).not.toContain('undefined')
  })

  it('of a re-transcription or an edit stop neither the app nor undo', () => {
    const folder = temporaryFolder()
    filled(folder)
    const before = unwrap(openLibrary({ folder }))
    const { sessionId, turnOrder } = turnOf()
    unwrap(
      before.corrections.edit('meeting-1', {
        kind: 'rename',
        turn: { sessionId, turnOrder },
        name: 'Dana',
      }),
    )
    unwrap(
      before.retranscription.begin({
        meetingId: 'meeting-1',
        stretches: [],
        startMs: 0,
        endMs: 1_000,
        inOneJob: false,
        engine: 'service',
      }),
    )
    before.close()
    change(folder, "UPDATE edits SET patch = '{'; UPDATE again SET stretches = '['")
    const library = newLibrary(folder)
    expect(unwrap(library.retranscription.get())).toBeNull()
    expect(unwrap(library.corrections.undo('meeting-1')).history.undo).toBeNull()
  })
})
