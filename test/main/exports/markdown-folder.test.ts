import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { Result } from '../../../common/errors'
import { answer } from '../../../main/exports/answer'
import { createMarkdownFolder } from '../../../main/exports/markdown-folder'
import { openLibrary } from '../../../main/library/library'
import type { MarkdownState } from '../../../common/model'
import { unwrap, temporaryFolder } from '../library/folder'
import { readerOf } from '../redaction/reader-of'
import { said } from './transcripts'

const startedAt = new Date(2026, 10, 25, 10, 2).getTime()

function rig() {
  const library = unwrap(openLibrary({ folder: temporaryFolder() }))
  const target = join(temporaryFolder(), 'notes')
  mkdirSync(target)
  let folder: string | null = target
  const states: MarkdownState[] = []
  const files = createMarkdownFolder({
    library,
    reader: readerOf(library),
    exporter: {
      markdown: async (job) => answer({ type: 'markdown', job }) as Promise<Result<string>>,
    },
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
      unwrap(library.meetings.create({ id, title, startedAt, engine: 'on-device', model: 'base' }))
      unwrap(library.turns.upsert(id, said(text, 0)))
    },
    finish: (id: string) => {
      unwrap(library.meetings.setState(id, 'done'))
      files.changed(id)
    },
    list: () => readdirSync(target).sort(),
    read: (name: string) => readFileSync(join(target, name), 'utf8'),
  }
}

describe('the folder of Markdown files', () => {
  it('gets each meeting when it is over, and not before', async () => {
    const { meet, finish, list, read, files } = rig()
    meet('a', 'Good morning.')
    files.trigger()
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(list()).toEqual([])
    finish('a')
    await vi.waitFor(() => expect(list()).toEqual(['2026-11-25 Stand-up.md']))
    expect(read('2026-11-25 Stand-up.md')).toContain('Good morning.')
  })

  it('has a file for each of two meetings with the same name', async () => {
    const { meet, finish, list } = rig()
    for (const id of ['a', 'b']) {
      meet(id, `This is ${id}.`)
      finish(id)
    }
    await vi.waitFor(() =>
      expect(list()).toEqual(['2026-11-25 Stand-up (2).md', '2026-11-25 Stand-up.md']),
    )
  })

  it('is updated when a meeting changes, in the same file', async () => {
    const { meet, finish, list, read, library, files } = rig()
    meet('a', 'Good morning.')
    finish('a')
    await vi.waitFor(() => expect(list()).toHaveLength(1))
    unwrap(library.turns.upsert('a', said('Filled in.', 9_000)))
    files.changed('a')
    await vi.waitFor(() => expect(read('2026-11-25 Stand-up.md')).toContain('Filled in.'))
    expect(list()).toHaveLength(1)
  })

  it('is renamed when the date of its meeting is corrected', async () => {
    const { meet, finish, list, library, files } = rig()
    meet('a', 'Good morning.')
    finish('a')
    await vi.waitFor(() => expect(list()).toHaveLength(1))
    const startedAt = new Date(2024, 4, 12, 10, 30).getTime()
    unwrap(library.corrections.edit('a', { kind: 'date', startedAt }))
    files.changed('a')
    await vi.waitFor(() => expect(list()).toEqual(['2024-05-12 Stand-up.md']))
  })

  it('does not change a file that a person has edited', async () => {
    const { meet, finish, list, read, target, library, files } = rig()
    meet('a', 'Good morning.')
    finish('a')
    const name = '2026-11-25 Stand-up.md'
    await vi.waitFor(() => expect(list()).toEqual([name]))
    writeFileSync(join(target, name), 'my notes')
    unwrap(library.turns.upsert('a', said('Filled in.', 9_000)))
    files.changed('a')
    await vi.waitFor(() => expect(list()).toEqual(['2026-11-25 Stand-up (2).md', name]))
    expect(read(name)).toBe('my notes')
    expect(read('2026-11-25 Stand-up (2).md')).toContain('Filled in.')
  })

  it('reports a missing folder, and writes the rest when it is back', async () => {
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

  // Not even root may write there.
  it.runIf(process.platform === 'linux')('reports that nothing can be written there', async () => {
    const { meet, finish, target, use, list, states } = rig()
    use('/proc/self')
    meet('a', 'Good morning.')
    finish('a')
    await vi.waitFor(() =>
      expect(states.at(-1)).toMatchObject({ error: { code: 'markdown-folder-failed' } }),
    )
    use(target)
    await vi.waitFor(() => expect(list()).toEqual(['2026-11-25 Stand-up.md']))
  })

  it('writes all meetings to another folder when it is chosen', async () => {
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
