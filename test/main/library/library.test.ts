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
import { ok } from '../../../common/errors'
import { allWords, packWords, unpackWords } from '../../../common/model'
import { openDatabase, openReader } from '../../../main/library/database'
import { openLibrary } from '../../../main/library/library'
import { migrations } from '../../../main/library/schema'
import { createSearch } from '../../../main/library/search/search'
import { wavHeader } from '../../../main/audio-files/wav-header'
import { meetingOf, unwrap, newLibrary, temporaryFolder, turnOf } from './folder'

const second = 16_000

describe('the list of meetings', () => {
  it('has a meeting from the moment that its recording starts', () => {
    const { meetings } = newLibrary()
    const created = unwrap(meetings.create(meetingOf()))
    expect(created).toEqual({
      ...meetingOf(),
      timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
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
    expect(unwrap(meetings.list())).toEqual([created])
  })

  it('is newest first, with length, turns, speakers and audio of each', () => {
    const { meetings, turns } = newLibrary()
    unwrap(meetings.create(meetingOf({ id: 'old', startedAt: 1_000 })))
    unwrap(meetings.create(meetingOf({ id: 'new', startedAt: 2_000 })))
    unwrap(turns.upsert('old', turnOf({ speaker: 'B' })))
    unwrap(turns.upsert('old', turnOf({ turnOrder: 1, speaker: 'A' })))
    unwrap(turns.upsert('old', turnOf({ turnOrder: 2, speaker: 'B' })))
    unwrap(turns.upsert('new', turnOf()))
    unwrap(meetings.setProgress('old', 4_000, [{ source: 'microphone', samples: 4 * second }]))
    unwrap(meetings.setProgress('old', 5_000, [{ source: 'microphone', samples: 5 * second }]))
    unwrap(meetings.setState('old', 'done'))
    expect(unwrap(meetings.list())).toMatchObject([
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

  it('removes a meeting only if nothing was recorded', () => {
    const { meetings, turns } = newLibrary()
    for (const id of ['empty', 'sound', 'text']) unwrap(meetings.create(meetingOf({ id })))
    unwrap(meetings.setProgress('sound', 10, [{ source: 'microphone', samples: 160 }]))
    unwrap(turns.upsert('text', turnOf()))
    for (const id of ['empty', 'sound', 'text']) {
      expect(unwrap(meetings.removeEmpty(id))).toBe(id === 'empty')
    }
    expect(meetings.get('empty')).toMatchObject({ ok: false, error: { code: 'meeting-not-found' } })
    expect(unwrap(meetings.list())).toHaveLength(2)
  })

  it('finds nothing of a removed meeting that started at the same time', () => {
    const library = newLibrary()
    unwrap(library.meetings.create(meetingOf({ id: 'empty', title: 'Apples' })))
    unwrap(library.notes.write('empty', 'pears', null))
    unwrap(library.meetings.removeEmpty('empty'))
    unwrap(library.meetings.create(meetingOf({ id: 'next', title: 'Plums' })))
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
    unwrap(library.meetings.create(meetingOf()))
    unwrap(library.turns.upsert('meeting-1', turnOf()))
    const gap = {
      id: 'gap-1',
      source: 'microphone' as const,
      startMs: 2_000,
      endMs: 3_000,
      reason: 'network' as const,
      sound: true,
      filled: false,
    }
    unwrap(library.gaps.upsert('meeting-1', gap))
    unwrap(library.gaps.upsert('meeting-1', { ...gap, filled: true }))
    expect(unwrap(library.transcript('meeting-1'))).toEqual({
      meeting: unwrap(library.meetings.get('meeting-1')),
      turns: [turnOf()],
      gaps: [{ ...gap, filled: true }],
    })
    const { words, ...text } = turnOf()
    expect(unwrap(library.turns.texts('meeting-1'))).toEqual([text])
    expect(unwrap(library.turns.words('meeting-1', null)).turns).toEqual([
      { sessionId: text.sessionId, turnOrder: text.turnOrder, words: JSON.stringify(words) },
    ])
    expect(library.transcript('nobody')).toMatchObject({
      ok: false,
      error: { code: 'meeting-not-found' },
    })
  })

  it('gives its words in parts, each turn once', async () => {
    const library = newLibrary()
    unwrap(library.meetings.create(meetingOf()))
    const range = { startMs: 0, endMs: 1 }
    const gap = { id: 'gap', source: 'microphone', ...range, sound: true, filled: true } as const
    // Several turns begin at the same time, also where a part ends.
    const turns = Array.from({ length: 4_100 }, (_, turnOrder) =>
      turnOf({ turnOrder, startMs: Math.floor(turnOrder / 7) * 1_000, endMs: 9_000_000 }),
    )
    unwrap(
      library.fillGap('meeting-1', {
        gap: { ...gap, reason: 'import' },
        turns,
        dropped: [],
      }),
    )
    const parts = unwrap(
      await allWords(async (after) => {
        const part = unwrap(library.turns.words('meeting-1', after))
        return ok(packWords(part.turns, part.next))
      }),
    )
    expect(parts.map((part) => unpackWords(part).length)).toEqual([2_000, 2_000, 100])
    const orders = parts.flatMap(unpackWords).map(({ turnOrder }) => turnOrder)
    expect(orders.toSorted((a, b) => a - b)).toEqual(turns.map(({ turnOrder }) => turnOrder))
  })

  it('has a last turn of each session, and languages', () => {
    const { meetings, turns } = newLibrary()
    unwrap(meetings.create(meetingOf()))
    expect(unwrap(turns.lastOf('meeting-1', 'fill'))).toBeNull()
    for (const [turnOrder, language] of [null, 'en', 'de', 'en'].entries()) {
      unwrap(turns.upsert('meeting-1', turnOf({ sessionId: 'fill', turnOrder, language })))
    }
    unwrap(turns.upsert('meeting-1', turnOf({ turnOrder: 9 })))
    expect(unwrap(turns.lastOf('meeting-1', 'fill'))?.turnOrder).toBe(3)
    expect(unwrap(turns.languages('meeting-1')).toSorted()).toEqual(['de', 'en'])
  })

  it('has its sessions and their starts', () => {
    const { meetings, sessions } = newLibrary()
    unwrap(meetings.create(meetingOf()))
    const session = { source: 'microphone' as const, model: 'base', openedAt: 5 }
    unwrap(sessions.add('meeting-1', { ...session, id: 's1', offsetMs: 0 }))
    unwrap(sessions.add('meeting-1', { ...session, id: 's2', offsetMs: 900 }))
    expect(unwrap(sessions.list('meeting-1'))).toEqual([
      { ...session, id: 's1', offsetMs: 0 },
      { ...session, id: 's2', offsetMs: 900 },
    ])
  })
})

describe('the next start after a crash', () => {
  it('finds the meeting, repairs its audio and keeps partial words', () => {
    const folder = temporaryFolder()
    const crashed = unwrap(openLibrary({ folder }))
    unwrap(crashed.meetings.create(meetingOf()))
    unwrap(crashed.meetings.create(meetingOf({ id: 'done' })))
    unwrap(crashed.meetings.setState('done', 'done'))
    unwrap(crashed.turns.upsert('meeting-1', turnOf({ isFinal: false, finalMs: null })))
    const path = crashed.audioPath('meeting-1', 'microphone')
    mkdirSync(dirname(path), { recursive: true })
    // The header says one second, there are three and half a sample.
    writeFileSync(path, wavHeader(second))
    appendFileSync(path, Buffer.alloc(3 * second * 2 + 1, 7))

    // Not closed: this is what a killed process leaves.
    const library = newLibrary(folder)
    expect(library.recovered).toEqual(['meeting-1'])
    expect(unwrap(library.meetings.get('meeting-1'))).toMatchObject({
      state: 'interrupted',
      durationMs: 3_000,
      turnCount: 1,
      audio: [{ source: 'microphone', samples: 3 * second }],
    })
    expect(unwrap(library.meetings.get('done')).state).toBe('done')
    expect(readFileSync(path).subarray(0, 44)).toEqual(wavHeader(3 * second))

    library.close()
    crashed.close()
    expect(newLibrary(folder).recovered).toEqual([])
  })

  it('takes the length from the text if there is no audio', () => {
    const folder = temporaryFolder()
    const crashed = unwrap(openLibrary({ folder }))
    unwrap(crashed.meetings.create(meetingOf()))
    unwrap(crashed.meetings.setState('meeting-1', 'finishing'))
    unwrap(crashed.turns.upsert('meeting-1', turnOf({ endMs: 4_321 })))
    const library = newLibrary(folder)
    expect(unwrap(library.meetings.get('meeting-1'))).toMatchObject({
      state: 'interrupted',
      durationMs: 4_321,
      audio: [],
    })
    crashed.close()
  })

  it('lists the meeting even if its audio must not be repaired', () => {
    const folder = temporaryFolder()
    const crashed = unwrap(openLibrary({ folder }))
    unwrap(crashed.meetings.create(meetingOf()))
    const path = crashed.audioPath('meeting-1', 'microphone')
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, 'x'.repeat(100))
    const library = newLibrary(folder)
    expect(unwrap(library.meetings.get('meeting-1')).state).toBe('interrupted')
    expect(readFileSync(path, 'utf8')).toBe('x'.repeat(100))
    truncateSync(path, 0)
    expect(existsSync(path)).toBe(true)
    crashed.close()
  })
})

describe('a library that cannot be updated', () => {
  it('is read as before, and refuses changes', () => {
    const folder = temporaryFolder()
    const before = newLibrary(folder)
    unwrap(before.meetings.create(meetingOf()))
    unwrap(before.turns.upsert('meeting-1', turnOf()))
    const known = unwrap(before.transcript('meeting-1'))
    before.close()

    const library = unwrap(openLibrary({ folder, migrations: [...migrations, 'DROP TABLE none;'] }))
    expect(library.readOnly).toMatchObject({ code: 'library-migration-failed' })
    expect(library.recovered).toEqual([])
    expect(unwrap(library.transcript('meeting-1'))).toEqual(known)
    expect(unwrap(library.meetings.list())).toHaveLength(1)
    const refused = { ok: false, error: { code: 'library-read-only' } }
    expect(library.meetings.create(meetingOf({ id: 'new' }))).toMatchObject(refused)
    expect(library.turns.upsert('meeting-1', turnOf({ turnOrder: 1 }))).toMatchObject(refused)
    library.close()
    const after = newLibrary(folder)
    expect(after.readOnly).toBeNull()
    expect(unwrap(after.transcript('meeting-1')).turns).toEqual(known.turns)
  })

  it('is read even if later columns do not exist yet', () => {
    const folder = temporaryFolder()
    const older = (migrations[0] ?? '').replaceAll(/^\s+(text_percent|missing_\w+) .*\n/gm, '')
    const file = join(folder, 'library.db')
    const database = unwrap(openDatabase(file, [older], Date.now))
    database
      .statement(
        `INSERT INTO meetings (id, title, started_at, state, engine, model)
      VALUES ('meeting-1', 'Meeting', 1, 'done', 'on-device', 'base')`,
      )
      .run({})
    database.close()
    const library = unwrap(openLibrary({ folder, migrations: [older, 'DROP TABLE none;'] }))
    expect(unwrap(library.meetings.list())).toMatchObject([{ id: 'meeting-1', textPercent: null }])
    expect(unwrap(library.transcript('meeting-1'))).toMatchObject({ turns: [], gaps: [] })
    library.close()
  })
})

describe('size', () => {
  it('lists 1,000 meetings with 2,000 turns quickly', () => {
    const { meetings, turns } = newLibrary()
    for (let i = 0; i < 1_000; i += 1) {
      unwrap(meetings.create(meetingOf({ id: `m${i}`, startedAt: i })))
      unwrap(meetings.setProgress(`m${i}`, i, [{ source: 'microphone', samples: i }]))
    }
    const stored = performance.now()
    for (let i = 0; i < 2_000; i += 1) {
      const speaker = 'ABC'.charAt(i % 3)
      unwrap(turns.upsert(`m${i % 1_000}`, turnOf({ turnOrder: i, speaker, isFinal: i % 5 === 0 })))
    }
    const listed = performance.now()
    expect(unwrap(meetings.list())).toHaveLength(1_000)
    const end = performance.now()
    console.log(
      `2,000 turns in ${(listed - stored).toFixed(0)} ms, list of 1,000 meetings in ${(end - listed).toFixed(0)} ms`,
    )
    expect(end - listed).toBeLessThan(5_000)
  }, 120_000)
})
