import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { binMs } from '../../../main/library/bin'
import { openLibrary, type Library } from '../../../main/library/library'
import { meetingOf, unwrap, temporaryFolder, turnOf } from './folder'

const id = 'meeting-1'

function setUp() {
  const folder = temporaryFolder()
  const clock = { now: Date.UTC(2026, 10, 25) }
  const open = (): Library => unwrap(openLibrary({ folder, now: () => clock.now }))
  const library = open()
  unwrap(library.meetings.create(meetingOf()))
  unwrap(library.turns.upsert(id, turnOf({ text: 'pomegranate', speaker: 'A' })))
  unwrap(library.corrections.edit(id, { kind: 'rename', turn: turnOf(), name: 'Zenobia' }))
  unwrap(library.corrections.edit(id, { kind: 'tags', tags: ['Finance'] }))
  unwrap(library.notes.write(id, 'quinces', 1_000))
  unwrap(library.notes.mark(id, 1_500))
  const sound = library.audioPath(id, 'microphone')
  mkdirSync(dirname(sound), { recursive: true })
  writeFileSync(sound, 'sound')
  return { folder, clock, library, open, sound }
}

/** Everything that is stored of the meeting. */
const whole = (library: Library) => ({
  transcript: unwrap(library.transcript(id)),
  lines: unwrap(library.notes.lines(id)),
  marks: unwrap(library.notes.marks(id)),
  history: unwrap(library.corrections.history(id)),
})

describe('the bin', () => {
  it('removes a meeting from the list and restores it completely', () => {
    const { library, sound, clock } = setUp()
    unwrap(library.meetings.setState(id, 'done'))
    const before = whole(library)
    unwrap(library.bin.put(id))
    expect(unwrap(library.meetings.list())).toEqual([])
    expect(unwrap(library.meetings.listBin())).toMatchObject([{ id, binnedAt: clock.now }])
    expect(unwrap(library.titleAndTags.tags())).toEqual([])
    expect(existsSync(sound)).toBe(true)
    unwrap(library.bin.restore(id))
    expect(whole(library)).toEqual(before)
    expect(unwrap(library.meetings.listBin())).toEqual([])
    library.close()
  })

  it('never accepts a meeting that is being recorded', async () => {
    const { library, sound } = setUp()
    const refused = { ok: false, error: { code: 'meeting-recording' } }
    expect(library.bin.put(id)).toMatchObject(refused)
    unwrap(library.meetings.setState(id, 'finishing'))
    expect(library.bin.put(id)).toMatchObject(refused)
    unwrap(await library.bin.empty('all'))
    expect(existsSync(sound)).toBe(true)
    expect(unwrap(library.meetings.list())).toHaveLength(1)
    library.close()
  })

  it('deletes only what is in it, with its audio, and leaves no word in the database', async () => {
    const { folder, library, sound } = setUp()
    unwrap(library.meetings.setState(id, 'done'))
    expect(await library.bin.remove(id)).toMatchObject({ error: { code: 'meeting-not-found' } })
    unwrap(library.bin.put(id))
    unwrap(await library.bin.remove(id))
    expect(existsSync(dirname(sound))).toBe(false)
    expect(library.transcript(id)).toMatchObject({ error: { code: 'meeting-not-found' } })
    for (const file of readdirSync(folder).filter((name) => name.startsWith('library.db'))) {
      const bytes = readFileSync(join(folder, file)).toString('latin1').toLowerCase()
      for (const word of ['pomegranate', 'zenobia', 'quinces', 'finance']) {
        expect(bytes.includes(word), `${word} in ${file}`).toBe(false)
      }
    }
    library.close()
  })

  it('loses what has been in it for 30 days, and nothing newer', async () => {
    const { library, clock, sound } = setUp()
    unwrap(library.meetings.create(meetingOf({ id: 'younger' })))
    for (const each of [id, 'younger']) unwrap(library.meetings.setState(each, 'done'))
    unwrap(library.bin.put(id))
    clock.now += 1
    unwrap(library.bin.put('younger'))
    clock.now += binMs - 2
    expect(unwrap(await library.bin.empty('old'))).toEqual([])
    expect(existsSync(sound)).toBe(true)
    clock.now += 1
    expect(unwrap(await library.bin.empty('old'))).toEqual([id])
    expect(existsSync(dirname(sound))).toBe(false)
    expect(unwrap(library.meetings.listBin()).map((meeting) => meeting.id)).toEqual(['younger'])
    expect(unwrap(await library.bin.empty('all'))).toEqual(['younger'])
    library.close()
  })

  it('keeps a meeting whose audio cannot be deleted, and reports it', async () => {
    const { folder, library } = setUp()
    unwrap(library.meetings.setState(id, 'done'))
    unwrap(library.bin.put(id))
    // A file instead of the audio folder: its content can be neither found nor deleted.
    const { rmSync } = await import('node:fs')
    rmSync(join(folder, 'audio'), { recursive: true })
    writeFileSync(join(folder, 'audio'), '')
    expect(await library.bin.remove(id)).toMatchObject({ error: { code: 'meeting-not-deleted' } })
    expect(unwrap(library.meetings.listBin())).toHaveLength(1)
    rmSync(join(folder, 'audio'))
    unwrap(await library.bin.remove(id))
    library.close()
  })

  it('finishes at the next start what a kill interrupted', async () => {
    const { folder, library, open, sound } = setUp()
    unwrap(library.meetings.setState(id, 'done'))
    unwrap(library.bin.put(id))
    const removing = library.bin.remove(id)
    // Marked before any wait: this is what a kill leaves behind.
    const next = open()
    expect(unwrap(next.meetings.listBin())).toEqual([])
    expect(next.bin.restore(id)).toMatchObject({ error: { code: 'meeting-not-found' } })
    unwrap(await next.bin.empty('old'))
    await removing
    expect(existsSync(sound)).toBe(false)
    expect(next.meetings.get(id)).toMatchObject({ ok: false })
    expect(readdirSync(join(folder, 'audio'))).toEqual([])
    next.close()
    library.close()
  })

  it('requests no words of its meetings', () => {
    const { library } = setUp()
    unwrap(
      library.gaps.upsert(id, {
        id: 'gap-1',
        source: 'microphone',
        startMs: 0,
        endMs: 1_000,
        reason: 'network',
        sound: true,
        filled: false,
      }),
    )
    unwrap(library.meetings.setState(id, 'done'))
    expect(unwrap(library.gaps.unfilled())).toHaveLength(1)
    unwrap(library.bin.put(id))
    expect(unwrap(library.gaps.unfilled())).toEqual([])
    library.close()
  })
})
