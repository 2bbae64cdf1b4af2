import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createSearcher } from '../../../../main/library/search/searcher'
import { meetingOf, unwrap, newLibrary, turnOf } from '../folder'

const entry = join(import.meta.dirname, '../../../../main/library/search/thread.ts')
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
  const searcher = createSearcher(() => {
    const worker = new Worker(
      `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(entry)}) })`,
      { eval: true, workerData: library.file },
    )
    threads.push(worker)
    return worker
  })
  onTestFinished(() => searcher.close())
  return { library, searcher, threads }
}

describe('the search thread', () => {
  it('answers each query, and sees later changes', async () => {
    const { library, searcher } = setUp()
    const [first, second] = await Promise.all([searcher.find(query), searcher.filters()])
    expect(unwrap(first).groups[0]?.count).toBe(1)
    expect(unwrap(second).speakers).toEqual(['Me', 'Others', 'Speaker'])
    unwrap(library.turns.upsert('meeting-1', turnOf({ turnOrder: 1, text: 'hello again' })))
    expect(unwrap(await searcher.find(query)).groups[0]?.count).toBe(2)
  })

  it('is started again after it ended, and its open queries fail', async () => {
    const { searcher, threads } = setUp()
    unwrap(await searcher.find(query))
    const lost = searcher.find(query)
    await threads[0]?.terminate()
    // It may have answered before it ended.
    const answer = await lost
    expect(answer.ok || answer.error.code === 'search-failed').toBe(true)
    expect(unwrap(await searcher.find(query)).groups).toHaveLength(1)
    expect(threads).toHaveLength(2)
    searcher.close()
    expect(await searcher.find(query)).toMatchObject({ error: { code: 'search-failed' } })
  })
})
