import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createLibraryThread } from '../../../../main/library/thread/library-thread'
import { packWords } from '../../../../common/model'
import { createMeetingReader } from '../../../../main/library/meeting-reader'
import { meetingOf, unwrap, newLibrary, turnOf } from '../folder'

const entry = join(import.meta.dirname, '../../../../main/library/thread/thread.ts')
const query = {
  ...{ text: 'hello', speaker: null, tag: null, fromAt: null, untilAt: null },
  ...{ meetingId: null, after: null },
}

/** The real thread, built from its source. */
function setUp() {
  const library = newLibrary()
  unwrap(library.meetings.create(meetingOf()))
  unwrap(library.turns.upsert('meeting-1', turnOf()))
  const threads: Worker[] = []
  const thread = createLibraryThread(() => {
    const worker = new Worker(
      `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(entry)}) })`,
      { eval: true, workerData: { file: library.file, readOnly: null } },
    )
    threads.push(worker)
    return worker
  })
  onTestFinished(() => thread.close())
  return { library, thread, threads }
}

describe('the thread of the library', () => {
  it('answers each query, and sees later changes', async () => {
    const { library, thread } = setUp()
    const [first, second] = await Promise.all([thread.find(query), thread.filters()])
    expect(unwrap(first).groups[0]?.count).toBe(1)
    expect(unwrap(second).speakers).toEqual(['Me', 'Others', 'Speaker'])
    unwrap(library.turns.upsert('meeting-1', turnOf({ turnOrder: 1, text: 'hello again' })))
    expect(unwrap(await thread.find(query)).groups[0]?.count).toBe(2)
  })

  it('reads a meeting as main does, with corrections made since', async () => {
    const { library, thread } = setUp()
    const id = 'meeting-1'
    const reader = createMeetingReader(library, thread)
    const before = unwrap(await reader.text(id))
    const turn = { sessionId: 'session-1', turnOrder: 0 }
    unwrap(library.corrections.edit(id, { kind: 'text', turn, text: 'Good bye.' }))
    expect(unwrap(await reader.text(id))).toEqual({
      meeting: unwrap(library.meetings.get(id)),
      gaps: [],
      turns: JSON.stringify(unwrap(library.turns.texts(id))),
    })
    expect(unwrap(await reader.text(id)).turns).toContain('Good bye.')
    expect(unwrap(await reader.originalText(id)).turns).toBe(before.turns)
    const words = unwrap(library.turns.words(id, null))
    expect(unwrap(await reader.words(id, null))).toEqual(packWords(words.turns))
    expect(await reader.text('nobody')).toMatchObject({ error: { code: 'meeting-not-found' } })
    // Without the thread main reads itself.
    thread.close()
    expect(unwrap(await reader.text(id)).turns).toContain('Good bye.')
    expect(unwrap(await reader.originalText(id)).turns).toBe(before.turns)
    expect(unwrap(await reader.words(id, null)).words).toContain('bye.')
  })

  it('is started again after it ended, and its open queries fail', async () => {
    const { thread, threads } = setUp()
    unwrap(await thread.find(query))
    const lost = thread.find(query)
    await threads[0]?.terminate()
    // It may have answered before it ended.
    const answer = await lost
    expect(answer.ok || answer.error.code === 'search-failed').toBe(true)
    expect(unwrap(await thread.find(query)).groups).toHaveLength(1)
    expect(threads).toHaveLength(2)
    thread.close()
    expect(await thread.find(query)).toMatchObject({ error: { code: 'search-failed' } })
  })
})
