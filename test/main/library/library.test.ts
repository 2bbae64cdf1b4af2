import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase, openReader } from '../../../main/library/database'
import { openLibrary } from '../../../main/library/library'
import { migrations } from '../../../main/library/schema'
import { createSearch } from '../../../main/library/search/search'
import { wavHeader } from '../../../main/library/wav-header'
import { meetingOf, must, newLibrary, temporaryFolder, turnOf } from './folder'

const second = 16_000

describe('the list of meetings', () => {
  it('has a meeting from the moment that its recording starts', () => {
    const { meetings } = newLibrary()
    const created = must(meetings.create(meetingOf()))
    expect(created).toEqual({
      ...meetingOf(),
      state: 'recording',
      durationMs: 0,
      audio: [],
      turnCount: 0,
      textPercent: null,
      missingTextMs: 0,
      missingSoundMs: 0,
      speakers: [],
      tags: [],
      binnedAt: null,
      sound: 'recorded',
    })
    expect(must(meetings.list())).toEqual([created])
  })

  it('is newest first, with length, turns, speakers and sound of each', () => {
    const { meetings, turns } = newLibrary()
    must(meetings.create(meetingOf({ id: 'old', startedAt: 1_000 })))
    must(meetings.create(meetingOf({ id: 'new', startedAt: 2_000 })))
    must(turns.upsert('old', turnOf({ speaker: 'B' })))
    must(turns.upsert('old', turnOf({ turnOrder: 1, speaker: 'A' })))
    must(turns.upsert('old', turnOf({ turnOrder: 2, speaker: 'B' })))
    must(turns.upsert('new', turnOf()))
    must(meetings.setProgress('old', 4_000, [{ source: 'microphone', samples: 4 * second }]))
    must(meetings.setProgress('old', 5_000, [{ source: 'microphone', samples: 5 * second }]))
    must(meetings.setState('old', 'done'))
    expect(must(meetings.list())).toMatchObject([
      { id: 'new', turnCount: 1, speakers: [], audio: [], state: 'recording' },
      {
        id: 'old',
        durationMs: 5_000,
        turnCount: 3,
        speakers: ['A', 'B'],
        audio: [{ source: 'microphone', samples: 5 * second }],
        state: 'done',
      },
    ])
  })

  it('forgets a meeting only where nothing was recorded', () => {
    const { meetings, turns } = newLibrary()
    for (const id of ['empty', 'sound', 'text']) must(meetings.create(meetingOf({ id })))
    must(meetings.setProgress('sound', 10, [{ source: 'microphone', samples: 160 }]))
    must(turns.upsert('text', turnOf()))
    for (const id of ['empty', 'sound', 'text']) {
      expect(must(meetings.removeEmpty(id))).toBe(id === 'empty')
    }
    expect(meetings.get('empty')).toMatchObject({ ok: false, error: { code: 'meeting-not-found' } })
    expect(must(meetings.list())).toHaveLength(2)
  })

  it('is found by nothing of one that was forgotten and began at the same time', () => {
    const library = newLibrary()
    must(library.meetings.create(meetingOf({ id: 'empty', title: 'Apples' })))
    must(library.notes.write('empty', 'pears', null))
    must(library.meetings.removeEmpty('empty'))
    must(library.meetings.create(meetingOf({ id: 'next', title: 'Plums' })))
    const reader = openReader(library.file)
    onTestFinished(() => reader.close())
    const search = createSearch(reader)
    const everything = { speaker: null, tag: null, fromAt: null, untilAt: null, meetingId: null }
    const found = ['apples', 'pears', 'plums'].map(
      (text) => search.find({ ...everything, text, after: null }).groups.length,
    )
    expect(found).toEqual([0, 0, 1])
  })
})

describe('the transcript', () => {
  it('has meeting, turns, gaps; a filled gap replaces the open one', () => {
    const library = newLibrary()
    must(library.meetings.create(meetingOf()))
    must(library.turns.upsert('meeting-1', turnOf()))
    const gap = {
      id: 'gap-1',
      source: 'microphone' as const,
      startMs: 2_000,
      endMs: 3_000,
      reason: 'network' as const,
      sound: true,
      filled: false,
    }
    must(library.gaps.upsert('meeting-1', gap))
    must(library.gaps.upsert('meeting-1', { ...gap, filled: true }))
    expect(must(library.transcript('meeting-1'))).toEqual({
      meeting: must(library.meetings.get('meeting-1')),
      turns: [turnOf()],
      gaps: [{ ...gap, filled: true }],
    })
    const { words, ...text } = turnOf()
    expect(must(library.text('meeting-1')).turns).toEqual([text])
    expect(must(library.turns.words('meeting-1'))).toEqual([
      { sessionId: text.sessionId, turnOrder: text.turnOrder, words: JSON.stringify(words) },
    ])
    expect(library.transcript('nobody')).toMatchObject({
      ok: false,
      error: { code: 'meeting-not-found' },
    })
  })

  it('knows its sessions and where their time begins', () => {
    const { meetings, sessions } = newLibrary()
    must(meetings.create(meetingOf()))
    const session = { source: 'microphone' as const, model: 'base', openedAt: 5 }
    must(sessions.add('meeting-1', { ...session, id: 's1', offsetMs: 0 }))
    must(sessions.add('meeting-1', { ...session, id: 's2', offsetMs: 900 }))
    expect(must(sessions.list('meeting-1'))).toEqual([
      { ...session, id: 's1', offsetMs: 0 },
      { ...session, id: 's2', offsetMs: 900 },
    ])
  })
})

describe('the next start after a crash', () => {
  it('finds the meeting at once, mends its sound and keeps partial words', () => {
    const folder = temporaryFolder()
    const crashed = must(openLibrary({ folder }))
    must(crashed.meetings.create(meetingOf()))
    must(crashed.meetings.create(meetingOf({ id: 'done' })))
    must(crashed.meetings.setState('done', 'done'))
    must(crashed.turns.upsert('meeting-1', turnOf({ isFinal: false, finalMs: null })))
    const path = crashed.audioPath('meeting-1', 'microphone')
    mkdirSync(dirname(path), { recursive: true })
    // The header says one second, there are three and half a sample.
    writeFileSync(path, wavHeader(second))
    appendFileSync(path, Buffer.alloc(3 * second * 2 + 1, 7))

    // Not closed: this is what a killed process leaves.
    const library = newLibrary(folder)
    expect(library.recovered).toEqual(['meeting-1'])
    expect(must(library.meetings.get('meeting-1'))).toMatchObject({
      state: 'interrupted',
      durationMs: 3_000,
      turnCount: 1,
      audio: [{ source: 'microphone', samples: 3 * second }],
    })
    expect(must(library.meetings.get('done')).state).toBe('done')
    expect(readFileSync(path).subarray(0, 44)).toEqual(wavHeader(3 * second))

    library.close()
    crashed.close()
    expect(newLibrary(folder).recovered).toEqual([])
  })

  it('takes the length from the text where there is no sound', () => {
    const folder = temporaryFolder()
    const crashed = must(openLibrary({ folder }))
    must(crashed.meetings.create(meetingOf()))
    must(crashed.meetings.setState('meeting-1', 'finishing'))
    must(crashed.turns.upsert('meeting-1', turnOf({ endMs: 4_321 })))
    const library = newLibrary(folder)
    expect(must(library.meetings.get('meeting-1'))).toMatchObject({
      state: 'interrupted',
      durationMs: 4_321,
      audio: [],
    })
    crashed.close()
  })

  it('lists the meeting also where its sound is not ours to mend', () => {
    const folder = temporaryFolder()
    const crashed = must(openLibrary({ folder }))
    must(crashed.meetings.create(meetingOf()))
    const path = crashed.audioPath('meeting-1', 'microphone')
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, 'x'.repeat(100))
    const library = newLibrary(folder)
    expect(must(library.meetings.get('meeting-1')).state).toBe('interrupted')
    expect(readFileSync(path, 'utf8')).toBe('x'.repeat(100))
    truncateSync(path, 0)
    expect(existsSync(path)).toBe(true)
    crashed.close()
  })
})

describe('a library that cannot be brought up to date', () => {
  it('is read as before and takes nothing new', () => {
    const folder = temporaryFolder()
    const before = newLibrary(folder)
    must(before.meetings.create(meetingOf()))
    must(before.turns.upsert('meeting-1', turnOf()))
    const known = must(before.transcript('meeting-1'))
    before.close()

    const library = must(openLibrary({ folder, migrations: [...migrations, 'DROP TABLE none;'] }))
    expect(library.readOnly).toMatchObject({ code: 'library-migration-failed' })
    expect(library.recovered).toEqual([])
    expect(must(library.transcript('meeting-1'))).toEqual(known)
    expect(must(library.meetings.list())).toHaveLength(1)
    const refused = { ok: false, error: { code: 'library-read-only' } }
    expect(library.meetings.create(meetingOf({ id: 'new' }))).toMatchObject(refused)
    expect(library.turns.upsert('meeting-1', turnOf({ turnOrder: 1 }))).toMatchObject(refused)
    library.close()
    const after = newLibrary(folder)
    expect(after.readOnly).toBeNull()
    expect(must(after.transcript('meeting-1')).turns).toEqual(known.turns)
  })

  it('is read also where later columns are not there yet', () => {
    const folder = temporaryFolder()
    const older = (migrations[0] ?? '').replaceAll(/^\s+(text_percent|missing_\w+) .*\n/gm, '')
    const file = join(folder, 'library.db')
    const database = must(openDatabase(file, [older], Date.now))
    database
      .statement(
        `INSERT INTO meetings (id, title, started_at, state, engine, model)
      VALUES ('meeting-1', 'Meeting', 1, 'done', 'on-device', 'base')`,
      )
      .run({})
    database.close()
    const library = must(openLibrary({ folder, migrations: [older, 'DROP TABLE none;'] }))
    expect(must(library.meetings.list())).toMatchObject([{ id: 'meeting-1', textPercent: null }])
    expect(must(library.transcript('meeting-1'))).toMatchObject({ turns: [], gaps: [] })
    library.close()
  })
})

describe('size', () => {
  it('lists 1,000 meetings with 2,000 turns quickly', () => {
    const { meetings, turns } = newLibrary()
    for (let i = 0; i < 1_000; i += 1) {
      must(meetings.create(meetingOf({ id: `m${i}`, startedAt: i })))
      must(meetings.setProgress(`m${i}`, i, [{ source: 'microphone', samples: i }]))
    }
    const stored = performance.now()
    for (let i = 0; i < 2_000; i += 1) {
      const speaker = 'ABC'.charAt(i % 3)
      must(turns.upsert(`m${i % 1_000}`, turnOf({ turnOrder: i, speaker, isFinal: i % 5 === 0 })))
    }
    const listed = performance.now()
    expect(must(meetings.list())).toHaveLength(1_000)
    const end = performance.now()
    console.log(
      `2,000 turns in ${(listed - stored).toFixed(0)} ms, list of 1,000 meetings in ${(end - listed).toFixed(0)} ms`,
    )
    expect(end - listed).toBeLessThan(5_000)
  }, 120_000)
})
