import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { binMs } from '../../../main/library/bin'
import { openLibrary, type Library } from '../../../main/library/library'
import { meetingOf, must, temporaryFolder, turnOf } from './folder'

const id = 'meeting-1'

function setUp() {
  const folder = temporaryFolder()
  const clock = { now: Date.UTC(2026, 10, 25) }
  const open = (): Library => must(openLibrary({ folder, now: () => clock.now }))
  const library = open()
  must(library.meetings.create(meetingOf()))
  must(library.turns.upsert(id, turnOf({ text: 'pomegranate', speaker: 'A' })))
  must(library.corrections.edit(id, { kind: 'rename', turn: turnOf(), name: 'Zenobia' }))
  must(library.details.setTags(id, ['Finance']))
  must(library.notes.write(id, 'quinces', 1_000))
  must(library.notes.mark(id, 1_500))
  const sound = library.audioPath(id, 'microphone')
  mkdirSync(dirname(sound), { recursive: true })
  writeFileSync(sound, 'sound')
  return { folder, clock, library, open, sound }
}

/** Everything that there is of the meeting. */
const whole = (library: Library) => ({
  transcript: must(library.transcript(id)),
  lines: must(library.notes.lines(id)),
  marks: must(library.notes.marks(id)),
  history: must(library.corrections.history(id)),
})

describe('the bin', () => {
  it('takes a meeting out of the list and gives it back whole', () => {
    const { library, sound, clock } = setUp()
    must(library.meetings.setState(id, 'done'))
    const before = whole(library)
    must(library.bin.put(id))
    expect(must(library.meetings.list())).toEqual([])
    expect(must(library.meetings.listBin())).toMatchObject([{ id, binnedAt: clock.now }])
    expect(must(library.details.tags())).toEqual([])
    expect(existsSync(sound)).toBe(true)
    must(library.bin.restore(id))
    expect(whole(library)).toEqual(before)
    expect(must(library.meetings.listBin())).toEqual([])
    library.close()
  })

  it('never takes a meeting that is being recorded', async () => {
    const { library, sound } = setUp()
    const refused = { ok: false, error: { code: 'meeting-recording' } }
    expect(library.bin.put(id)).toMatchObject(refused)
    must(library.meetings.setState(id, 'finishing'))
    expect(library.bin.put(id)).toMatchObject(refused)
    must(await library.bin.empty('all'))
    expect(existsSync(sound)).toBe(true)
    expect(must(library.meetings.list())).toHaveLength(1)
    library.close()
  })

  it('deletes only what is in it, with its sound, and leaves no word in the database', async () => {
    const { folder, library, sound } = setUp()
    must(library.meetings.setState(id, 'done'))
    expect(await library.bin.remove(id)).toMatchObject({ error: { code: 'meeting-not-found' } })
    must(library.bin.put(id))
    must(await library.bin.remove(id))
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

  it('is emptied of what has been in it for 30 days, and of nothing younger', async () => {
    const { library, clock, sound } = setUp()
    must(library.meetings.create(meetingOf({ id: 'younger' })))
    for (const each of [id, 'younger']) must(library.meetings.setState(each, 'done'))
    must(library.bin.put(id))
    clock.now += 1
    must(library.bin.put('younger'))
    clock.now += binMs - 2
    expect(must(await library.bin.empty('old'))).toEqual([])
    expect(existsSync(sound)).toBe(true)
    clock.now += 1
    expect(must(await library.bin.empty('old'))).toEqual([id])
    expect(existsSync(dirname(sound))).toBe(false)
    expect(must(library.meetings.listBin()).map((meeting) => meeting.id)).toEqual(['younger'])
    expect(must(await library.bin.empty('all'))).toEqual(['younger'])
    library.close()
  })

  it('keeps a meeting whose sound cannot be deleted, and says so', async () => {
    const { folder, library } = setUp()
    must(library.meetings.setState(id, 'done'))
    must(library.bin.put(id))
    // A file where the folder of all sound is: what is in it can be neither found nor deleted.
    const { rmSync } = await import('node:fs')
    rmSync(join(folder, 'audio'), { recursive: true })
    writeFileSync(join(folder, 'audio'), '')
    expect(await library.bin.remove(id)).toMatchObject({ error: { code: 'meeting-not-deleted' } })
    expect(must(library.meetings.listBin())).toHaveLength(1)
    rmSync(join(folder, 'audio'))
    must(await library.bin.remove(id))
    library.close()
  })

  it('ends at the next start what a kill interrupted', async () => {
    const { folder, library, open, sound } = setUp()
    must(library.meetings.setState(id, 'done'))
    must(library.bin.put(id))
    const removing = library.bin.remove(id)
    // Marked before anything is waited for; this is what a kill leaves behind.
    const next = open()
    expect(must(next.meetings.listBin())).toEqual([])
    expect(next.bin.restore(id)).toMatchObject({ error: { code: 'meeting-not-found' } })
    must(await next.bin.empty('old'))
    await removing
    expect(existsSync(sound)).toBe(false)
    expect(next.meetings.get(id)).toMatchObject({ ok: false })
    expect(readdirSync(join(folder, 'audio'))).toEqual([])
    next.close()
    library.close()
  })

  it('asks for no words of what is in it', () => {
    const { library } = setUp()
    must(
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
    must(library.meetings.setState(id, 'done'))
    expect(must(library.gaps.unfilled())).toHaveLength(1)
    must(library.bin.put(id))
    expect(must(library.gaps.unfilled())).toEqual([])
    library.close()
  })
})
