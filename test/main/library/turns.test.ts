import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Turn } from '../../../common/model'
import { meetingOf, unwrap, newLibrary, turnOf } from './folder'

const id = 'meeting-1'
const setUp = () => {
  const library = newLibrary()
  unwrap(library.meetings.create(meetingOf()))
  return library
}

describe('turns', () => {
  it('are returned as they were stored, in the order of the time line', () => {
    const { turns } = setUp()
    const late = turnOf({ turnOrder: 1, startMs: 9_000, endMs: 9_500, speaker: 'B' })
    const early = turnOf({ text: 'naïve 😀 עברית', timing: 'estimated', language: null })
    unwrap(turns.upsert(id, late))
    unwrap(turns.upsert(id, early))
    expect(unwrap(turns.list(id))).toEqual([early, late])
  })

  it('let a formatted final replace the final, but keep the time at which it became final', () => {
    const { turns } = setUp()
    unwrap(turns.upsert(id, turnOf({ finalMs: 2_400 })))
    const formatted = unwrap(turns.upsert(id, turnOf({ text: 'Hello, there.', finalMs: 2_900 })))
    expect(formatted).toMatchObject({ text: 'Hello, there.', finalMs: 2_400 })
    expect(unwrap(turns.list(id))).toEqual([formatted])
  })

  it('keep sessions with the same order apart, and meetings with the same session', () => {
    const library = setUp()
    unwrap(library.meetings.create(meetingOf({ id: 'meeting-2' })))
    unwrap(library.turns.upsert(id, turnOf()))
    unwrap(library.turns.upsert(id, turnOf({ sessionId: 'session-2', text: 'other' })))
    unwrap(library.turns.upsert('meeting-2', turnOf({ text: 'elsewhere' })))
    expect(unwrap(library.turns.list(id)).map(({ text }) => text)).toEqual(['hello there', 'other'])
    expect(unwrap(library.turns.list('meeting-2')).map(({ text }) => text)).toEqual(['elsewhere'])
  })

  it('drop a partial and never a final', () => {
    const { turns, meetings } = setUp()
    unwrap(turns.upsert(id, turnOf({ isFinal: false, finalMs: null })))
    expect(unwrap(turns.drop(id, 'session-1', 0))).toBe(true)
    expect(unwrap(turns.drop(id, 'session-1', 0))).toBe(false)
    unwrap(turns.upsert(id, turnOf()))
    expect(unwrap(turns.drop(id, 'session-1', 0))).toBe(false)
    expect(unwrap(turns.list(id))).toHaveLength(1)
    expect(unwrap(meetings.get(id)).turnCount).toBe(1)
  })

  it('are found by a range of the time line', () => {
    const { turns } = setUp()
    for (const [turnOrder, startMs, endMs] of [
      [0, 0, 900],
      [1, 500, 5_000],
      [2, 2_000, 2_500],
      [3, 4_000, 4_500],
    ] as const) {
      unwrap(turns.upsert(id, turnOf({ turnOrder, startMs, endMs })))
    }
    const orders = (startMs: number, endMs: number) =>
      unwrap(turns.between(id, startMs, endMs)).map(({ turnOrder }) => turnOrder)
    expect(orders(1_000, 2_000)).toEqual([1, 2])
    expect(orders(900, 900)).toEqual([0, 1])
    expect(orders(6_000, 9_000)).toEqual([])
    expect(unwrap(turns.between('meeting-2', 0, 9_000))).toEqual([])
  })

  it('keep their echo mark when a later final comes, until it is removed', () => {
    const { turns } = setUp()
    unwrap(turns.upsert(id, turnOf()))
    const mark = { sessionId: 'session-1', turnOrder: 0, echo: true }
    expect(unwrap(turns.markEcho(id, [mark]))).toEqual([turnOf({ echo: true })])
    expect(unwrap(turns.markEcho(id, [mark, { ...mark, turnOrder: 9 }]))).toEqual([])
    expect(unwrap(turns.upsert(id, turnOf({ text: 'Hello there.' })))).toMatchObject({ echo: true })
    expect(unwrap(turns.list(id))).toEqual([turnOf({ text: 'Hello there.', echo: true })])
    expect(unwrap(turns.markEcho(id, [{ ...mark, echo: false }]))).toHaveLength(1)
    expect(unwrap(turns.list(id))[0]).toMatchObject({ echo: false })
  })

  it('accept speaker revisions, with and without words', () => {
    const { turns, meetings } = setUp()
    unwrap(turns.upsert(id, turnOf({ speaker: 'A' })))
    unwrap(turns.upsert(id, turnOf({ turnOrder: 1, startMs: 3_000, speaker: 'A' })))
    const words = turnOf().words.map((word) => ({ ...word, speaker: 'C' }))
    const changed = unwrap(
      turns.revise(id, 'session-1', [
        { turnOrder: 0, speaker: 'B', words: null },
        { turnOrder: 1, speaker: 'C', words },
        { turnOrder: 7, speaker: 'D', words: null },
      ]),
    )
    expect(changed).toEqual([
      turnOf({ speaker: 'B' }),
      turnOf({ turnOrder: 1, startMs: 3_000, speaker: 'C', words }),
    ])
    expect(unwrap(turns.list(id))).toEqual(changed)
    expect(unwrap(meetings.get(id)).speakers).toEqual(['B', 'C'])
  })

  it('survive characters that SQLite texts cannot contain', () => {
    const { turns } = setUp()
    unwrap(turns.upsert(id, turnOf({ text: 'before\0after' })))
    expect(unwrap(turns.list(id))[0]?.text).toBe('beforeafter')
  })

  it('are an error value for an unknown meeting', () => {
    expect(setUp().turns.upsert('nobody', turnOf())).toMatchObject({ ok: false })
  })

  it('end at the last final, or else the last partial, whatever is in between', () => {
    const arrival = fc.record({ turnOrder: fc.nat(3), isFinal: fc.boolean(), at: fc.nat(60_000) })
    const library = newLibrary()
    let meetings = 0
    fc.assert(
      fc.property(fc.array(arrival, { maxLength: 40 }), (arrivals) => {
        const { id } = unwrap(
          library.meetings.create(meetingOf({ id: `meeting-${(meetings += 1)}` })),
        )
        const expected = new Map<number, Turn>()
        for (const [index, { turnOrder, isFinal, at }] of arrivals.entries()) {
          const turn = turnOf({
            turnOrder,
            isFinal,
            text: `arrival ${index}`,
            startMs: turnOrder,
            firstSeenMs: at,
            finalMs: isFinal ? at : null,
          })
          const before = expected.get(turnOrder)
          const stored = unwrap(library.turns.upsert(id, turn))
          if (before?.isFinal === true && !isFinal) {
            expect(stored).toBeNull()
            continue
          }
          expected.set(turnOrder, {
            ...turn,
            firstSeenMs: Math.min(at, before?.firstSeenMs ?? at),
            finalMs: before?.finalMs ?? turn.finalMs,
          })
          expect(stored).toEqual(expected.get(turnOrder))
        }
        const sorted = [...expected.values()].sort((a, b) => a.turnOrder - b.turnOrder)
        expect(unwrap(library.turns.list(id))).toEqual(sorted)
        expect(unwrap(library.meetings.get(id)).turnCount).toBe(expected.size)
      }),
      { numRuns: 40 },
    )
  })
})
