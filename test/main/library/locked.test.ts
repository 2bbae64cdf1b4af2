import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type libsql from 'libsql'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openLibrary } from '../../../main/library/library'
import { meetingOf, newLibrary, temporaryFolder, turnOf, unwrap } from './folder'

const Database = createRequire(import.meta.url)('libsql') as typeof libsql

/** Locks the database like another program; returns the function that unlocks it. */
function lock(folder: string): () => void {
  const other = new Database(join(folder, 'library.db'))
  other.exec('BEGIN EXCLUSIVE')
  let isLocked = true
  const unlock = () => {
    if (!isLocked) return
    isLocked = false
    other.exec('ROLLBACK')
    other.close()
  }
  onTestFinished(unlock)
  return unlock
}

const gap = {
  id: 'gap-1',
  source: 'microphone',
  startMs: 0,
  endMs: 500,
  reason: 'network',
  sound: true,
  filled: false,
} as const

describe('a library that another program has locked', () => {
  it('accepts a whole recording without waiting, and stores it when it is free', async () => {
    const folder = temporaryFolder()
    const library = newLibrary(folder)
    const flushed: (readonly string[])[] = []
    library.pending.onFlushed((ids) => flushed.push(ids))
    const unlock = lock(folder)

    const begun = performance.now()
    const meeting = unwrap(library.meetings.create(meetingOf()))
    unwrap(
      library.sessions.add(meeting.id, {
        id: 'session-1',
        source: 'microphone',
        model: 'base',
        offsetMs: 0,
        openedAt: 1,
      }),
    )
    for (let turnOrder = 0; turnOrder < 50; turnOrder += 1) {
      unwrap(library.turns.upsert(meeting.id, turnOf({ turnOrder, isFinal: false, finalMs: null })))
      unwrap(library.turns.upsert(meeting.id, turnOf({ turnOrder, text: `turn ${turnOrder}` })))
    }
    unwrap(library.gaps.upsert(meeting.id, gap))
    unwrap(library.meetings.setProgress(meeting.id, 4_000, [{ source: 'microphone', samples: 9 }]))
    unwrap(library.meetings.setState(meeting.id, 'done'))
    expect(performance.now() - begun).toBeLessThan(1_000)

    expect(library.pending.error).toMatchObject({ code: 'library-busy' })
    expect(library.pending.flush()).toMatchObject({ error: { code: 'library-busy' } })
    expect(unwrap(library.meetings.list())).toMatchObject([{ id: meeting.id, state: 'done' }])
    expect(unwrap(library.meetings.get(meeting.id))).toMatchObject({ durationMs: 4_000 })

    unlock()
    await expect.poll(() => library.pending.error).toBeNull()
    expect(flushed).toEqual([[meeting.id]])
    const { turns, gaps } = unwrap(library.transcript(meeting.id))
    expect(turns.map(({ text }) => text)).toEqual(
      Array.from({ length: 50 }, (_, turnOrder) => `turn ${turnOrder}`),
    )
    expect(gaps).toEqual([gap])
    expect(existsSync(join(folder, 'pending-writes.jsonl'))).toBe(false)
  })

  it('loses nothing when the app is killed while it waits', () => {
    const folder = temporaryFolder()
    const library = newLibrary(folder)
    unwrap(library.meetings.create(meetingOf()))
    const unlock = lock(folder)
    unwrap(library.turns.upsert('meeting-1', turnOf()))
    unwrap(library.meetings.setState('meeting-1', 'done'))
    expect(readFileSync(join(folder, 'pending-writes.jsonl'), 'utf8')).toContain('hello there')
    unlock()
    // Not closed, and no timer has run: this is what the next start finds.
    const next = unwrap(openLibrary({ folder }))
    onTestFinished(() => next.close())
    expect(unwrap(next.transcript('meeting-1'))).toMatchObject({
      meeting: { state: 'done' },
      turns: [{ text: 'hello there' }],
    })
  })

  it('refuses changes by a person, with the reason and without waiting', () => {
    const folder = temporaryFolder()
    const library = newLibrary(folder)
    unwrap(library.meetings.create(meetingOf()))
    lock(folder)
    const begun = performance.now()
    expect(library.titleAndTags.rename('meeting-1', 'Other')).toMatchObject({
      error: { code: 'library-busy' },
    })
    expect(performance.now() - begun).toBeLessThan(500)
  })
})
