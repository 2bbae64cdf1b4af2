import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { createEvents } from '../../../main/boundary/events'
import { openForImport } from '../../../main/import/file-check'
import { createImports } from '../../../main/import/imports'
import { titleOfFile } from '../../../main/import/media-files'
import { openLibrary } from '../../../main/library/library'
import type { ErrorValue } from '../../../common/errors'
import { defaultSettings } from '../../../common/model'
import { unwrap, temporaryFolder } from '../library/folder'
import { fakePage, pcm, type Say } from './page'

const at = new Date(2026, 10, 20, 9, 30)

/** A file on a disk that does not answer. */
const stuck = '/mnt/gone/stuck.wav'

const facts = {
  ...{ type: 'facts' as const, format: 'mp3', tags: [], unreadable: [] },
  tracks: [{ seconds: 1 }],
}

function rig(
  answer: (say: Say) => void = (say) => {
    say(facts)
    say({ type: 'pcm', track: 0, pcm: pcm(...Array<number>(16_000).fill(900)) })
  },
  below = ['library', 'importing'],
) {
  const folder = temporaryFolder()
  const library = unwrap(openLibrary({ folder: join(folder, 'library') }))
  const failures: ErrorValue[] = []
  const abandoned: string[] = []
  const events = createEvents()
  events.on('imports:failed', (error) => failures.push(error))
  events.on('meetings:abandoned', ({ id }) => abandoned.push(id))
  let count = 0
  const make = () =>
    createImports({
      library,
      folder: join(folder, ...below),
      settings: () => ({ ...defaultSettings, engine: 'service' }),
      openFile: (file) => (file === stuck ? new Promise(() => undefined) : openForImport(file)),
      openPage: () =>
        fakePage((request, say) => {
          if (request.type === 'decode') answer(say)
          else say({ type: 'done', cut: false })
        }).port,
      events,
      newId: () => `id-${(count += 1)}`,
    })
  const path = join(folder, 'Board_meeting.mp3')
  writeFileSync(path, 'bytes')
  utimesSync(path, at, at)
  const rest = () =>
    ['audio', 'importing'].flatMap((name) => {
      const below = join(folder, 'library', name)
      return existsSync(below) ? readdirSync(below) : []
    })
  return { library, imports: make(), make, events, failures, abandoned, path, folder, rest }
}

const step = (imports: ReturnType<typeof createImports>) => imports.list().map(({ step }) => step)

describe('createImports', () => {
  it('imports a file as a meeting with one gap to transcribe', async () => {
    const { events, imports, library, path, rest } = rig()
    unwrap(imports.add([path]))
    await vi.waitFor(() => expect(step(imports)).toEqual(['writing']))
    const [meeting] = unwrap(library.meetings.list())
    expect(meeting).toMatchObject({
      title: 'Board meeting',
      startedAt: at.getTime(),
      durationMs: 1_000,
      state: 'done',
      engine: 'service',
      audio: [{ source: 'file', samples: 16_000 }],
      textPercent: 0,
    })
    const id = meeting?.id ?? ''
    expect(rest()).toEqual([id])
    expect(readdirSync(join(library.audioPath(id, 'file'), '..'))).toEqual(['file.wav'])
    expect(unwrap(library.gaps.unfilled())).toMatchObject([
      { meetingId: id, gap: { reason: 'import' } },
    ])

    const [gap] = unwrap(library.gaps.list(id))
    if (!gap) throw new Error('No gap')
    unwrap(library.gaps.upsert(id, { ...gap, filled: true }))
    events.emit('transcript:gap', { meetingId: id, gap: { ...gap, filled: true } })
    expect(imports.list()).toEqual([])
    expect(unwrap(library.gaps.list(id))).toEqual([])
    expect(unwrap(library.meetings.get(id)).textPercent).toBe(100)
  })

  it('refuses a file without audio immediately, and continues', async () => {
    const { imports, library, path, folder, failures } = rig()
    const empty = join(folder, 'empty.wav')
    writeFileSync(empty, '')
    const pipe = join(folder, 'pipe.wav')
    execFileSync('mkfifo', [pipe])
    const link = join(folder, 'link.wav')
    symlinkSync(join(folder, 'nowhere.wav'), link)
    unwrap(imports.add([empty, pipe, '/dev/zero', folder, link, path]))
    await vi.waitFor(() => expect(step(imports)).toEqual(['writing']))
    expect(failures.map(({ code }) => code)).toEqual([
      'import-empty',
      'import-not-a-file',
      'import-not-a-file',
      'import-not-a-file',
      'import-unreadable',
    ])
    expect(unwrap(library.meetings.list())).toHaveLength(1)
  })

  it('keeps nothing of a file that cannot be read, and names it', async () => {
    const { imports, library, path, folder, failures, rest } = rig((say) =>
      say({ type: 'failed', code: 'import-damaged', detail: 'a frame' }),
    )
    unwrap(imports.add([path, join(folder, 'gone.wav')]))
    await vi.waitFor(() => expect(failures).toHaveLength(2))
    expect(failures.map(({ code }) => code)).toEqual(['import-damaged', 'import-unreadable'])
    expect(failures[0]?.detail).toBe('Board_meeting.mp3: a frame')
    expect(unwrap(library.meetings.list())).toEqual([])
    expect(rest()).toEqual([])
    expect(imports.list()).toEqual([])
  })

  it('names a file alone if nothing more is known of what is wrong with it', async () => {
    const { imports, path, failures } = rig((say) =>
      say({ type: 'failed', code: 'import-damaged', detail: '' }),
    )
    unwrap(imports.add([path]))
    await vi.waitFor(() => expect(failures).toHaveLength(1))
    expect(failures[0]?.detail).toBe('Board_meeting.mp3')
  })

  it('reports when nothing can be written, and continues with the next file', async () => {
    // A folder below a file, which no system can create.
    const { imports, library, path, failures } = rig(undefined, ['Board_meeting.mp3', 'importing'])
    unwrap(imports.add([path]))
    await vi.waitFor(() => expect(failures.map(({ code }) => code)).toEqual(['import-not-written']))
    unwrap(imports.add([path]))
    await vi.waitFor(() => expect(failures).toHaveLength(2))
    expect(unwrap(library.meetings.list())).toEqual([])
    expect(imports.list()).toEqual([])
  })

  it('moves a meeting that is cancelled during its transcription to the bin', async () => {
    const { imports, library, path, abandoned } = rig()
    unwrap(imports.add([path]))
    await vi.waitFor(() => expect(step(imports)).toEqual(['writing']))
    const [file] = imports.list()
    unwrap(imports.cancel(file?.id ?? ''))
    expect(imports.list()).toEqual([])
    expect(abandoned).toEqual([file?.meetingId])
    expect(unwrap(library.meetings.list())).toEqual([])
    expect(unwrap(library.meetings.listBin())).toHaveLength(1)
  })

  it('keeps nothing when it is cancelled while the file is read', async () => {
    const { imports, library, path, rest, failures } = rig(() => undefined)
    unwrap(imports.add([path]))
    await vi.waitFor(() => expect(step(imports)).toEqual(['reading']))
    unwrap(imports.cancel(imports.list()[0]?.id ?? ''))
    await vi.waitFor(() => expect(rest()).toEqual([]))
    expect(unwrap(library.meetings.list())).toEqual([])
    expect(failures).toEqual([])
  })

  it('goes on with the next file when one on a disk that does not answer is cancelled', async () => {
    const { imports, path, failures } = rig()
    unwrap(imports.add([stuck, path]))
    await vi.waitFor(() => expect(step(imports)).toEqual(['reading', 'waiting']))
    unwrap(imports.cancel(imports.list()[0]?.id ?? ''))
    await vi.waitFor(() => expect(step(imports)).toEqual(['writing']))
    expect(failures).toEqual([])
  })

  it('knows at the next start what is still to be transcribed', async () => {
    const { imports, make, path } = rig()
    unwrap(imports.add([path]))
    await vi.waitFor(() => expect(step(imports)).toEqual(['writing']))
    expect(make().list()).toMatchObject([{ name: 'Board meeting', step: 'writing' }])
  })
})

describe('titleOfFile', () => {
  it.each([
    ['/a/b/Board_meeting 3.final.mp3', 'Board meeting 3.final'],
    ['/a/.mp3', '.mp3'],
    ['/a/会議 😀.m4a', '会議 😀'],
    ['/a/none', 'none'],
    ['/a/Call 2024.05.12', 'Call 2024.05.12'],
    ['/a/Call 2024.05.12.wav', 'Call 2024.05.12'],
    ['/a/Meeting v1.2 final', 'Meeting v1.2 final'],
    ['/a/Standup:May.WAV', 'Standup:May'],
  ])('of %j is %j', (path, title) => expect(titleOfFile(path)).toBe(title))

  it('is never empty and never long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }), (name) => {
        fc.pre(!/[/\\]/.test(name))
        const title = titleOfFile(`/a/${name}`)
        expect(title.length).toBeGreaterThan(0)
        expect(title.length).toBeLessThanOrEqual(300)
      }),
    )
  })
})
