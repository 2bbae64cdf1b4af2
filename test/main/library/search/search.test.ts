import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openReader } from '../../../../main/library/database'
import type { Library } from '../../../../main/library/library'
import { createSearch } from '../../../../main/library/search/search'
import type { SearchQuery, SearchResult, Turn } from '../../../../common/model'
import { meetingOf, unwrap, newLibrary, turnOf } from '../folder'

const everything: SearchQuery = {
  text: '',
  speaker: null,
  tag: null,
  fromAt: null,
  untilAt: null,
  meetingId: null,
  after: null,
}

function searchOf(library: Library) {
  const reader = openReader(library.file)
  onTestFinished(() => reader.close())
  const search = createSearch(reader)
  return {
    filters: () => search.filters(),
    find: (text: string, over: Partial<SearchQuery> = {}) =>
      search.find({ ...everything, text, ...over }),
  }
}

/** Words of 300 ms each. */
function said(text: string, over: Partial<Turn> = {}): Turn {
  const startMs = over.startMs ?? 0
  const words = text.split(' ').map((word, index) => ({
    text: word,
    startMs: startMs + index * 300,
    endMs: startMs + index * 300 + 300,
    confidence: 0.9,
    isFinal: true,
    speaker: null,
  }))
  return turnOf({ text, words, startMs, endMs: startMs + words.length * 300, ...over })
}

function setUp(texts: readonly string[] = []) {
  const library = newLibrary()
  unwrap(library.meetings.create(meetingOf()))
  texts.forEach((text, turnOrder) =>
    unwrap(
      library.turns.upsert('meeting-1', said(text, { turnOrder, startMs: turnOrder * 10_000 })),
    ),
  )
  return { library, search: searchOf(library) }
}

/** The matched words of each place. */
const finds = ({ groups }: SearchResult) =>
  groups.flatMap(({ places }) =>
    places.map(({ text, marks }) => marks.map(([start, end]) => text.slice(start, end)).join('|')),
  )

describe('search', () => {
  it('leads to the meeting, the turn and the word', () => {
    const { search } = setUp(['first things first', 'before we lock the travel line again'])
    expect(search.find('"travel line"')).toEqual({
      groups: [
        {
          meetingId: 'meeting-1',
          title: 'Meeting, 10:02',
          titleMarks: [],
          startedAt: meetingOf().startedAt,
          count: 1,
          places: [
            {
              kind: 'turn',
              turn: { sessionId: 'session-1', turnOrder: 1 },
              word: 4,
              words: 2,
              atMs: 11_200,
              speaker: null,
              source: 'microphone',
              text: 'before we lock the travel line again',
              marks: [[19, 30]],
            },
          ],
        },
      ],
      more: null,
    })
  })

  it('finds accents, case, prefixes, phrases, all of several words, and CJK', () => {
    const { search } = setUp([
      'Im Café um zehn',
      'the budget grew by a third',
      '明日の会議は東京です',
      'IT IS DON’T',
    ])
    expect(finds(search.find('cafe'))).toEqual(['Café'])
    expect(finds(search.find('CAFÉ'))).toEqual(['Café'])
    expect(finds(search.find('bud gr'))).toEqual(['budget|grew'])
    expect(finds(search.find('"bud"'))).toEqual([])
    expect(finds(search.find('"a third"'))).toEqual(['a third'])
    expect(finds(search.find('"third a"'))).toEqual([])
    expect(finds(search.find('budget cafe'))).toEqual([])
    expect(finds(search.find('会議'))).toEqual(['会議'])
    expect(finds(search.find('議会'))).toEqual([])
    expect(finds(search.find("don't"))).toEqual(['DON’T'])
  })

  it('accepts any text as a query', () => {
    const { search } = setUp(['the budget grew by a third', 'AND OR NOT NEAR(1) text : "x" *'])
    const parts = fc.constantFrom(
      '"',
      '*',
      'AND ',
      'NOT ',
      '(',
      ')',
      ':',
      '^',
      '-',
      'the',
      '\0',
      '{',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(parts, { maxLength: 12 }).map((list) => list.join('')),
    )
    fc.assert(
      fc.property(
        text,
        fc.option(fc.string({ unit: 'binary', maxLength: 40 })),
        (typed, speaker) => {
          const { groups } = search.find(typed, { speaker })
          // Every match is marked.
          for (const place of groups.flatMap(({ places }) => places)) {
            expect(place.marks.length > 0 || speaker !== null).toBe(true)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('finds every spoken word by its beginning', () => {
    const library = newLibrary()
    const search = searchOf(library)
    let meetings = 0
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }), { minLength: 1 }),
        fc.nat(),
        (words, pick) => {
          const id = `m${(meetings += 1)}`
          unwrap(library.meetings.create(meetingOf({ id, title: '' })))
          unwrap(library.turns.upsert(id, said(words.join(' '))))
          const wanted = words[pick % words.length] ?? ''
          if (!/[\p{L}\p{N}]/u.test(wanted)) return
          const { groups } = search.find(wanted.replaceAll('"', ' '), { meetingId: id })
          expect(groups.map(({ meetingId }) => meetingId)).toEqual([id])
        },
      ),
      { numRuns: 100 },
    )
  })

  it('finds titles, notes and names, and their places', () => {
    const { library, search } = setUp(['good morning all'])
    unwrap(library.titleAndTags.rename('meeting-1', 'Quarterly review'))
    expect(search.find('quarter').groups).toMatchObject([
      { title: 'Quarterly review', titleMarks: [[0, 9]], count: 0, places: [] },
    ])
    expect(search.find('10:02').groups).toEqual([])
    unwrap(library.notes.write('meeting-1', '# To do\nask Tom for the schema', 4_000))
    expect(search.find('schema').groups[0]?.places).toEqual([
      { kind: 'note', atMs: 4_000, text: 'ask Tom for the schema', marks: [[16, 22]] },
    ])
    const turn = { sessionId: 'session-1', turnOrder: 0 }
    unwrap(library.corrections.edit('meeting-1', { kind: 'rename', turn, name: 'Priya Rao' }))
    expect(search.find('priya').groups[0]?.places).toEqual([
      { kind: 'speaker', turn, text: 'Priya Rao', marks: [[0, 5]] },
    ])
  })

  it('is grouped by meeting, the newest first, with a few places of each and all of one', () => {
    const { library, search } = setUp(Array.from({ length: 12 }, (_, n) => `budget number ${n}`))
    unwrap(library.meetings.create(meetingOf({ id: 'newer' })))
    unwrap(library.turns.upsert('newer', said('one budget')))
    const found = search.find('budget')
    expect(
      found.groups.map(({ meetingId, count, places }) => [meetingId, count, places.length]),
    ).toEqual([
      ['newer', 1, 1],
      ['meeting-1', 12, 3],
    ])
    const all = search.find('budget', { meetingId: 'meeting-1' }).groups[0]?.places ?? []
    expect(all).toHaveLength(12)
    expect(all.map((place) => (place.kind === 'turn' ? place.turn.turnOrder : -1))).toEqual(
      Array.from({ length: 12 }, (_, n) => n),
    )
  })

  it('sorts by the start of a meeting, whenever it was added to the library', () => {
    const { library, search } = setUp()
    const hour = 3_600_000
    const begun = (hours: number) => meetingOf().startedAt - hours * hour
    const put = (id: string, startedAt: number) => {
      const title = `${id} budget`
      unwrap(
        library.addImported({ ...meetingOf({ id, title }), startedAt }, [
          { source: 'file', samples: 16_000 },
        ]),
      )
    }
    // Recorded in order; then old recordings are imported, each between two of them.
    for (let n = 20; n > 0; n -= 1) {
      unwrap(
        library.meetings.create(meetingOf({ id: `r${n}`, title: 'budget', startedAt: begun(n) })),
      )
    }
    for (const n of [7, 3, 15, 1, 12]) put(`i${n}`, begun(n + 0.5))
    put('ancient', Date.UTC(1969, 1, 1))
    put('lately', begun(1 / 3_600))
    // Several have the same time, like files that were copied together.
    for (const n of [1, 2, 3]) put(`same${n}`, begun(18.5))
    const expected = unwrap(library.meetings.list()).map(({ startedAt }) => startedAt)
    const seen: number[] = []
    const pages: number[] = []
    for (let after: number | null = null; ;) {
      const found: SearchResult = search.find('budget', { after })
      pages.push(found.groups.length)
      seen.push(...found.groups.map(({ startedAt }) => startedAt))
      after = found.more
      if (after === null) break
    }
    expect(pages).toEqual([20, 10])
    expect(seen).toEqual(expected.slice(1))
    const since = { fromAt: begun(8), untilAt: begun(2) }
    const ids = search.find('budget', since).groups.map(({ meetingId }) => meetingId)
    expect(ids).toEqual(['r3', 'i3', 'r4', 'r5', 'r6', 'r7', 'i7', 'r8'])
  })

  it('continues after the previous answer, and returns every meeting once', () => {
    const { library, search } = setUp()
    for (let n = 0; n < 50; n += 1) {
      unwrap(library.meetings.create(meetingOf({ id: `m${n}`, title: `budget ${n}` })))
    }
    const seen: string[] = []
    let after: number | null = null
    let answers = 0
    do {
      const found: SearchResult = search.find('budget', { after })
      seen.push(...found.groups.map(({ meetingId }) => meetingId))
      after = found.more
      answers += 1
    } while (after !== null)
    expect(seen).toEqual(Array.from({ length: 50 }, (_, n) => `m${49 - n}`))
    expect(answers).toBe(3)
  })

  it('can be limited to a speaker, a tag and a time, also without words', () => {
    const { library, search } = setUp()
    for (const [n, id] of ['a', 'b', 'c'].entries()) {
      unwrap(library.meetings.create(meetingOf({ id, title: id, startedAt: n * 1_000 })))
      unwrap(library.turns.upsert(id, said('the budget', { speaker: 'A' })))
      unwrap(library.turns.upsert(id, said('my budget', { turnOrder: 1, startMs: 9_000 })))
    }
    const turn = { sessionId: 'session-1', turnOrder: 0 }
    unwrap(library.corrections.edit('b', { kind: 'rename', turn, name: 'Dana' }))
    unwrap(library.corrections.edit('c', { kind: 'tags', tags: ['Finance'] }))
    const ids = (over: Partial<SearchQuery>, text = 'budget') =>
      search.find(text, over).groups.map(({ meetingId, count }) => `${meetingId}${count}`)
    expect(ids({})).toEqual(['c2', 'b2', 'a2'])
    expect(ids({ speaker: 'Dana' })).toEqual(['b1'])
    expect(ids({ speaker: 'Dan' })).toEqual([])
    expect(ids({ speaker: 'Me' })).toEqual(['c1', 'b1', 'a1'])
    expect(ids({ tag: 'finance' })).toEqual(['c2'])
    expect(ids({ fromAt: 1_000 })).toEqual(['c2', 'b2'])
    expect(ids({ untilAt: 1_000 })).toEqual(['a2'])
    expect(ids({ fromAt: 1_000, untilAt: 2_000, speaker: 'Me' })).toEqual(['b1'])
    expect(ids({ speaker: 'Dana' }, '')).toEqual(['b1'])
    expect(ids({ tag: 'Finance' }, '')).toEqual(['c0'])
    expect(ids({}, '')).toEqual([])
    expect(search.filters()).toEqual({
      speakers: ['Me', 'Others', 'Speaker', 'Dana'],
      tags: ['Finance'],
    })
    unwrap(library.meetings.setProgress('a', 1_000, [{ source: 'file-2', samples: 16_000 }]))
    expect(search.filters().speakers).toEqual(['Me', 'Others', 'Speaker', 'Speaker 2', 'Dana'])
  })
})

describe('the index stays current', () => {
  it('with replaced finals; partials are found when nothing more comes', () => {
    const { library, search } = setUp(['first words'])
    unwrap(library.turns.upsert('meeting-1', said('second words')))
    expect(finds(search.find('first'))).toEqual([])
    expect(finds(search.find('second'))).toEqual(['second'])
    const open = said('still open', { turnOrder: 5, isFinal: false, finalMs: null })
    unwrap(library.turns.upsert('meeting-1', open))
    expect(finds(search.find('open'))).toEqual([])
    unwrap(library.meetings.setState('meeting-1', 'done'))
    expect(finds(search.find('open'))).toEqual(['open'])
    unwrap(library.turns.drop('meeting-1', 'session-1', 5))
    expect(finds(search.find('open'))).toEqual([])
  })

  it('with corrections, and their undo', () => {
    const { library, search } = setUp(['we meet in Gent tomorrow'])
    const { corrections } = library
    const turn = { sessionId: 'session-1', turnOrder: 0 }
    const text = 'we meet in Ghent tomorrow'
    unwrap(corrections.edit('meeting-1', { kind: 'text', turn, text }))
    expect(finds(search.find('gent'))).toEqual([])
    unwrap(corrections.edit('meeting-1', { kind: 'split', turn, word: 3 }))
    expect(search.find('ghent').groups[0]?.places).toMatchObject([
      { turn: { sessionId: 'split', turnOrder: 0 }, word: 0, text: 'Ghent tomorrow', atMs: 900 },
    ])
    expect(finds(search.find('meet ghent'))).toEqual([])
    unwrap(corrections.undo('meeting-1'))
    expect(finds(search.find('meet ghent'))).toEqual(['meet|Ghent'])
    unwrap(corrections.undo('meeting-1'))
    expect(finds(search.find('ghent'))).toEqual([])
    expect(finds(search.find('gent'))).toEqual(['Gent'])
    unwrap(corrections.redo('meeting-1'))
    unwrap(corrections.redo('meeting-1'))
    expect(finds(search.find('"ghent tomorrow"'))).toEqual(['Ghent tomorrow'])
  })

  it('with names, also for later turns', () => {
    const { library, search } = setUp()
    unwrap(library.turns.upsert('meeting-1', said('the budget', { speaker: 'A' })))
    const turn = { sessionId: 'session-1', turnOrder: 0 }
    unwrap(library.corrections.edit('meeting-1', { kind: 'rename', turn, name: 'Dana' }))
    unwrap(library.turns.upsert('meeting-1', said('more budget', { speaker: 'A', turnOrder: 1 })))
    expect(finds(search.find('budget', { speaker: 'Dana' }))).toHaveLength(2)
    unwrap(library.corrections.undo('meeting-1'))
    expect(search.find('budget', { speaker: 'Dana' }).groups).toEqual([])
    expect(search.find('dana').groups).toEqual([])
  })

  it('with echo, whose words are found in the turns of the speaker', () => {
    const { library, search } = setUp(['the budget'])
    const mark = (echo: boolean) =>
      unwrap(library.turns.markEcho('meeting-1', [{ sessionId: 'session-1', turnOrder: 0, echo }]))
    mark(true)
    expect(search.find('budget').groups).toEqual([])
    mark(false)
    expect(finds(search.find('budget'))).toEqual(['budget'])
  })

  it('with the bin', async () => {
    const { library, search } = setUp(['the budget'])
    unwrap(library.notes.write('meeting-1', 'a note of the budget', null))
    unwrap(library.meetings.setState('meeting-1', 'done'))
    const before = search.find('budget')
    expect(before.groups[0]?.count).toBe(2)
    unwrap(library.bin.put('meeting-1'))
    expect(search.find('budget').groups).toEqual([])
    unwrap(library.bin.restore('meeting-1'))
    expect(search.find('budget')).toEqual(before)
    unwrap(library.bin.put('meeting-1'))
    unwrap(await library.bin.remove('meeting-1'))
    expect(search.find('budget').groups).toEqual([])
  })
})
