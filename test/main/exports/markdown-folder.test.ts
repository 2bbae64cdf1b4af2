import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { createMarkdownFolder } from '../../../main/exports/markdown-folder'
import { openLibrary } from '../../../main/library/library'
import type { MarkdownState } from '../../../preload/model'
import { must, temporaryFolder } from '../library/folder'
import { said } from './transcripts'

const startedAt = new Date(2026, 10, 25, 10, 2).getTime()

function rig() {
  const library = must(openLibrary({ folder: temporaryFolder() }))
  const target = join(temporaryFolder(), 'notes')
  mkdirSync(target)
  let folder: string | null = target
  const states: MarkdownState[] = []
  const files = createMarkdownFolder({
    library,
    folder: () => folder,
    onState: (state) => states.push(state),
    settleMs: 1,
    retryMs: 20,
  })
  return {
    library,
    target,
    files,
    states,
    use: (next: string | null) => {
      folder = next
      files.folderChanged()
    },
    meet: (id: string, text: string, title = 'Stand-up') => {
      must(library.meetings.create({ id, title, startedAt, engine: 'on-device', model: 'base' }))
      must(library.turns.upsert(id, said(text, 0)))
    },
    finish: (id: string) => {
      must(library.meetings.setState(id, 'done'))
      files.changed(id)
    },
    list: () => readdirSync(target).sort(),
    read: (name: string) => readFileSync(join(target, name), 'utf8'),
  }
}

describe('the folder of Markdown files', () => {
  it('gets each meeting once it is over, and not before', async () => {
    const { meet, finish, list, read, files } = rig()
    meet('a', 'Good morning.')
    files.trigger()
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(list()).toEqual([])
    finish('a')
    await vi.waitFor(() => expect(list()).toEqual(['2026-11-25 Stand-up.md']))
    expect(read('2026-11-25 Stand-up.md')).toContain('Good morning.')
  })

  it('gives two meetings of one name a file each', async () => {
    const { meet, finish, list } = rig()
    for (const id of ['a', 'b']) {
      meet(id, `This is ${id}.`)
      finish(id)
    }
    await vi.waitFor(() =>
      expect(list()).toEqual(['2026-11-25 Stand-up (2).md', '2026-11-25 Stand-up.md']),
    )
  })

  it('is brought up to date when a meeting changes, in the same file', async () => {
    const { meet, finish, list, read, library, files } = rig()
    meet('a', 'Good morning.')
    finish('a')
    await vi.waitFor(() => expect(list()).toHaveLength(1))
    must(library.turns.upsert('a', said('Filled in.', 9_000)))
    files.changed('a')
    await vi.waitFor(() => expect(read('2026-11-25 Stand-up.md')).toContain('Filled in.'))
    expect(list()).toHaveLength(1)
  })

  it('leaves a file alone that the person has edited', async () => {
    const { meet, finish, list, read, target, library, files } = rig()
    meet('a', 'Good morning.')
    finish('a')
    const name = '2026-11-25 Stand-up.md'
    await vi.waitFor(() => expect(list()).toEqual([name]))
    writeFileSync(join(target, name), 'my notes')
    must(library.turns.upsert('a', said('Filled in.', 9_000)))
    files.changed('a')
    await vi.waitFor(() => expect(list()).toEqual(['2026-11-25 Stand-up (2).md', name]))
    expect(read(name)).toBe('my notes')
    expect(read('2026-11-25 Stand-up (2).md')).toContain('Filled in.')
  })

  it('says that the folder is gone, and writes what is due once it is back', async () => {
    const { meet, finish, list, target, states } = rig()
    rmSync(target, { recursive: true })
    meet('a', 'Good morning.')
    finish('a')
    await vi.waitFor(() =>
      expect(states.at(-1)).toMatchObject({
        error: { code: 'markdown-folder-missing' },
        waiting: 1,
      }),
    )
    mkdirSync(target)
    await vi.waitFor(() => expect(states.at(-1)).toEqual({ error: null, waiting: 0 }))
    expect(list()).toEqual(['2026-11-25 Stand-up.md'])
  })

  it('says that nothing can be written there, and leaves no half file', async () => {
    const { meet, finish, target, list, states } = rig()
    // Root may write into any folder, so the name of the half file is taken by one.
    mkdirSync(join(target, '2026-11-25 Stand-up.md.part'))
    meet('a', 'Good morning.')
    finish('a')
    await vi.waitFor(() =>
      expect(states.at(-1)).toMatchObject({ error: { code: 'markdown-folder-failed' } }),
    )
    expect(list()).toEqual(['2026-11-25 Stand-up.md.part'])
    rmSync(join(target, '2026-11-25 Stand-up.md.part'), { recursive: true })
    await vi.waitFor(() => expect(list()).toEqual(['2026-11-25 Stand-up.md']))
  })

  it('writes all meetings into another folder when that is chosen', async () => {
    const { meet, finish, list, use } = rig()
    meet('a', 'Good morning.')
    finish('a')
    await vi.waitFor(() => expect(list()).toHaveLength(1))
    const other = temporaryFolder()
    use(other)
    await vi.waitFor(() => expect(readdirSync(other)).toEqual(['2026-11-25 Stand-up.md']))
    use(null)
    meet('b', 'Not written.')
    finish('b')
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(readdirSync(other)).toHaveLength(1)
  })
})
