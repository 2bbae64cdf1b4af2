import { describe, expect, it } from 'vitest'
import { errorValue, ok, type Result } from '../../../../common/errors'
import type { SearchGroup, SearchQuery, SearchResult } from '../../../../common/model'
import type { Call } from '../../../../renderer/shared/call'
import { createSearchStore, isSearching, queryOf } from '../../../../renderer/window/search/store'

const group = (meetingId: string, count = 0): SearchGroup => ({
  ...{ meetingId, title: meetingId, titleMarks: [], startedAt: 0, count, places: [] },
})

/** A main whose answers to a search come when the test gives them. */
function setUp() {
  const questions: { query: SearchQuery; answer: (result: Result<SearchResult>) => void }[] = []
  const call = ((name: string, query: SearchQuery) =>
    name === 'search:find'
      ? new Promise<Result<SearchResult>>((answer) => questions.push({ query, answer }))
      : Promise.resolve(ok({ speakers: ['Dana'], tags: [] }))) as unknown as Call
  const store = createSearchStore(call, () => 1_000_000_000_000)
  const settle = () => new Promise((resolve) => setTimeout(resolve))
  const give = async (groups: SearchGroup[], more: number | null = null) => {
    questions.at(-1)?.answer(ok({ groups, more }))
    await settle()
  }
  const ids = () => store.state.get().groups?.map(({ meetingId }) => meetingId)
  return { store, questions, give, settle, ids }
}

describe('the search of a window', () => {
  it('asks one question at a time, then the latest one', async () => {
    const { store, questions, give, ids } = setUp()
    for (const text of ['b', 'bu', 'bud']) store.want({ text })
    expect(questions.map(({ query }) => query.text)).toEqual(['b'])
    await give([group('first')])
    expect(ids()).toEqual(['first'])
    expect(questions.map(({ query }) => query.text)).toEqual(['b', 'bud'])
    await give([group('second')])
    expect(ids()).toEqual(['second'])
    expect(questions).toHaveLength(2)
  })

  it('ignores an answer that arrives after the field was cleared', async () => {
    const { store, give, ids } = setUp()
    store.want({ text: 'budget', speaker: 'Dana' })
    store.clear()
    await give([group('late')])
    expect(ids()).toBeUndefined()
    expect(isSearching(store.state.get().wanted)).toBe(false)
  })

  it('adds older meetings, and all matches of one', async () => {
    const { store, questions, give, ids } = setUp()
    store.want({ text: 'budget' })
    await give([group('new', 9)], 7)
    const more = store.showMore()
    expect(questions.at(-1)?.query.after).toBe(7)
    await give([group('old')])
    await more
    expect(ids()).toEqual(['new', 'old'])
    expect(store.state.get().more).toBeNull()
    const all = store.showAll('new')
    expect(questions.at(-1)?.query).toMatchObject({ text: 'budget', meetingId: 'new', after: null })
    await give([group('new', 10)])
    await all
    expect(store.state.get().groups?.map(({ count }) => count)).toEqual([10, 0])
  })

  it('ignores older meetings for a text that has changed', async () => {
    const { store, questions, give, ids } = setUp()
    store.want({ text: 'budget' })
    await give([group('new')], 7)
    void store.showMore()
    const late = questions.at(-1)
    store.want({ text: 'travel' })
    await give([group('other')])
    late?.answer(ok({ groups: [group('old')], more: null }))
    await give([])
    expect(ids()).toEqual(['other'])
  })

  it('keeps the selected row while the results stay the same there', async () => {
    const { store, give } = setUp()
    store.want({ text: '"the cafe' })
    store.want({ text: '"the cafe"' })
    await give([group('a'), group('b')])
    store.setActive('b')
    await give([group('a'), group('b')])
    expect(store.state.get().active).toBe('b')
    store.want({ text: 'other' })
    await give([group('a'), group('b', 3)])
    expect(store.state.get().active).toBeNull()
  })

  it('shows why the search failed, until it works again', async () => {
    const { store, questions, settle, give } = setUp()
    store.want({ text: 'b' })
    questions[0]?.answer({ ok: false, error: errorValue('search-failed') })
    await settle()
    expect(store.state.get().error?.code).toBe('search-failed')
    store.want({ text: 'bu' })
    await give([])
    expect(store.state.get().error).toBeNull()
  })

  it('searches as far back as chosen', () => {
    const wanted = { text: '', speaker: null, tag: 'Board', when: 'week' } as const
    expect(isSearching(wanted)).toBe(true)
    expect(queryOf(wanted, 1_000_000_000_000)).toEqual({
      text: '',
      speaker: null,
      tag: 'Board',
      fromAt: 1_000_000_000_000 - 7 * 24 * 3_600_000,
      untilAt: null,
      meetingId: null,
      after: null,
    })
  })
})
