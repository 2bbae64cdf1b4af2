import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createSearcher } from '../../../../main/library/search/searcher'
import { meetingOf, must, newLibrary, turnOf } from '../folder'

const entry = join(import.meta.dirname, '../../../../main/library/search/thread.ts')
const query = {
  ...{ text: 'hello', speaker: null, tag: null, fromAt: null, untilAt: null },
  ...{ meetingId: null, after: null },
}

/** The thread as it is, from its source. */
function setUp() {
  const library = newLibrary()
  must(library.meetings.create(meetingOf()))
  must(library.turns.upsert('meeting-1', turnOf()))
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

describe('the thread that searches', () => {
  it('answers each question, and sees what was written since', async () => {
    const { library, searcher } = setUp()
    const [first, second] = await Promise.all([searcher.find(query), searcher.filters()])
    expect(must(first).groups[0]?.count).toBe(1)
    expect(must(second).speakers).toEqual(['Me', 'Others', 'Speaker'])
    must(library.turns.upsert('meeting-1', turnOf({ turnOrder: 1, text: 'hello again' })))
    expect(must(await searcher.find(query)).groups[0]?.count).toBe(2)
  })

  it('is started again after it ended, and says what was lost with it', async () => {
    const { searcher, threads } = setUp()
    must(await searcher.find(query))
    const lost = searcher.find(query)
    await threads[0]?.terminate()
    // It may have answered before it ended.
    const answer = await lost
    expect(answer.ok || answer.error.code === 'search-failed').toBe(true)
    expect(must(await searcher.find(query)).groups).toHaveLength(1)
    expect(threads).toHaveLength(2)
    searcher.close()
    expect(await searcher.find(query)).toMatchObject({ error: { code: 'search-failed' } })
  })
})
