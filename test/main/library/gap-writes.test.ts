import { describe, expect, it } from 'vitest'
import { meetingOf, unwrap, newLibrary, turnOf } from './folder'
import { gapOf } from '../transcription/samples'

const filled = turnOf({ sessionId: 'fill-gap-1', text: 'filled', filledIn: true })
const partial = turnOf({ turnOrder: 3, isFinal: false, finalMs: null })

function setUp() {
  const library = newLibrary()
  unwrap(library.meetings.create(meetingOf()))
  unwrap(library.gaps.upsert('meeting-1', gapOf()))
  unwrap(library.turns.upsert('meeting-1', partial))
  return library
}

describe('storing what fills a gap', () => {
  it('stores the turns, forgets the partials and marks the gap', () => {
    const library = setUp()
    const gap = gapOf({ filled: true })
    const stored = unwrap(
      library.fillGap('meeting-1', { gap, turns: [filled], dropped: [partial] }),
    )
    expect(stored.map(({ text }) => text)).toEqual(['filled'])
    const { turns, gaps, meeting } = unwrap(library.transcript('meeting-1'))
    expect(turns).toEqual([filled])
    expect(gaps).toEqual([gap])
    expect(meeting.turnCount).toBe(1)
  })

  it('stores nothing if a part of it is refused', () => {
    const library = setUp()
    const gap = gapOf({ filled: true })
    // The database refuses it, because no meeting has this id.
    const refused = library.fillGap('meeting-2', { gap, turns: [filled], dropped: [partial] })
    expect(refused).toMatchObject({ ok: false, error: { code: 'library-write-failed' } })
    const broken = { ...filled, turnOrder: 1, source: null as never }
    const half = library.fillGap('meeting-1', { gap, turns: [filled, broken], dropped: [partial] })
    expect(half).toMatchObject({ ok: false, error: { code: 'library-write-failed' } })
    const { turns, gaps } = unwrap(library.transcript('meeting-1'))
    expect(turns).toEqual([partial])
    expect(gaps).toEqual([gapOf()])
  })

  it('lists the gaps to fill: with audio, not filled, the newest meeting first', () => {
    const library = setUp()
    unwrap(
      library.meetings.create(meetingOf({ id: 'meeting-2', startedAt: Date.UTC(2026, 11, 1) })),
    )
    unwrap(library.gaps.upsert('meeting-1', gapOf({ id: 'later', startMs: 15_000 })))
    unwrap(library.gaps.upsert('meeting-1', gapOf({ id: 'no-sound', sound: false })))
    unwrap(library.gaps.upsert('meeting-1', gapOf({ id: 'done', filled: true })))
    unwrap(library.gaps.upsert('meeting-2', gapOf({ id: 'new' })))
    const found = unwrap(library.gaps.unfilled())
    expect(found.map(({ meetingId, gap }) => `${meetingId} ${gap.id}`)).toEqual([
      'meeting-2 new',
      'meeting-1 gap-1',
      'meeting-1 later',
    ])
  })
})
