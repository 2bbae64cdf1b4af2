import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { createImports } from '../../../main/import/imports'
import { titleOfFile } from '../../../main/import/media-files'
import { openLibrary } from '../../../main/library/library'
import type { ErrorValue } from '../../../preload/errors'
import { defaultSettings } from '../../../preload/model'
import { must, temporaryFolder } from '../library/folder'
import { fakePage, pcm, type Say } from './page'

const at = new Date(2026, 10, 20, 9, 30)

function rig(
  answer: (say: Say) => void = (say) =>
    say({ type: 'pcm', pcm: pcm(...Array<number>(16_000).fill(900)) }),
  below = ['library', 'importing'],
) {
  const folder = temporaryFolder()
  const library = must(openLibrary({ folder: join(folder, 'library') }))
  const failures: ErrorValue[] = []
  const left: string[] = []
  let count = 0
  const make = () =>
    createImports({
      library,
      folder: join(folder, ...below),
      settings: () => ({ ...defaultSettings, engine: 'service' }),
      openPage: () =>
        fakePage((request, say) => {
          if (request.type === 'decode') answer(say)
          else say({ type: 'done' })
        }).port,
      broadcast: (name, payload) => {
        if (name === 'imports:failed') failures.push(payload as ErrorValue)
      },
      onAdded: () => undefined,
      onLeft: (id) => left.push(id),
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
  return { library, imports: make(), make, failures, left, path, folder, rest }
}

const step = (imports: ReturnType<typeof createImports>) => imports.list().map(({ step }) => step)

describe('createImports', () => {
  it('makes a meeting of a file, whose words are to be written down', async () => {
    const { imports, library, path, rest } = rig()
    must(imports.add([path]))
    await vi.waitFor(() => expect(step(imports)).toEqual(['writing']))
    const [meeting] = must(library.meetings.list())
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
    expect(must(library.gaps.unfilled())).toMatchObject([
      { meetingId: id, gap: { reason: 'import' } },
    ])

    const [gap] = must(library.gaps.list(id))
    if (!gap) throw new Error('No gap')
    must(library.gaps.upsert(id, { ...gap, filled: true }))
    imports.heard('transcript:gap', { meetingId: id, gap: { ...gap, filled: true } })
    expect(imports.list()).toEqual([])
    expect(must(library.gaps.list(id))).toEqual([])
    expect(must(library.meetings.get(id)).textPercent).toBe(100)
  })

  it('leaves nothing of a file that cannot be read, and says which it was', async () => {
    const { imports, library, path, folder, failures, rest } = rig((say) =>
      say({ type: 'failed', code: 'import-damaged', detail: 'a frame' }),
    )
    must(imports.add([path, join(folder, 'gone.wav')]))
    await vi.waitFor(() => expect(failures).toHaveLength(2))
    expect(failures.map(({ code }) => code)).toEqual(['import-damaged', 'import-unreadable'])
    expect(failures[0]?.detail).toBe('Board_meeting.mp3: a frame')
    expect(must(library.meetings.list())).toEqual([])
    expect(rest()).toEqual([])
    expect(imports.list()).toEqual([])
  })

  it('says so where nothing can be written, and goes on with the next file', async () => {
    // A folder below a file, which no system makes.
    const { imports, library, path, failures } = rig(undefined, ['Board_meeting.mp3', 'importing'])
    must(imports.add([path]))
    await vi.waitFor(() => expect(failures.map(({ code }) => code)).toEqual(['import-not-written']))
    must(imports.add([path]))
    await vi.waitFor(() => expect(failures).toHaveLength(2))
    expect(must(library.meetings.list())).toEqual([])
    expect(imports.list()).toEqual([])
  })

  it('puts a meeting that is cancelled while its words come into the bin', async () => {
    const { imports, library, path, left } = rig()
    must(imports.add([path]))
    await vi.waitFor(() => expect(step(imports)).toEqual(['writing']))
    const [file] = imports.list()
    must(imports.cancel(file?.id ?? ''))
    expect(imports.list()).toEqual([])
    expect(left).toEqual([file?.meetingId])
    expect(must(library.meetings.list())).toEqual([])
    expect(must(library.meetings.listBin())).toHaveLength(1)
  })

  it('leaves nothing where it is cancelled while it is read', async () => {
    const { imports, library, path, rest, failures } = rig(() => undefined)
    must(imports.add([path]))
    await vi.waitFor(() => expect(step(imports)).toEqual(['reading']))
    must(imports.cancel(imports.list()[0]?.id ?? ''))
    await vi.waitFor(() => expect(rest()).toEqual([]))
    expect(must(library.meetings.list())).toEqual([])
    expect(failures).toEqual([])
  })

  it('knows at the next start what is still to be written down', async () => {
    const { imports, make, path } = rig()
    must(imports.add([path]))
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
