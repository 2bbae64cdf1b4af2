import { describe, expect, it } from 'vitest'
import type { SearchGroup, SearchPlace } from '../../../../preload/model'
import { firstHit, resultRows, stepTo } from '../../../../renderer/window/search/rows'
import { atOf } from '../../../../renderer/window/search/use-open-row'

const place: SearchPlace = {
  kind: 'turn',
  turn: { sessionId: 's', turnOrder: 4 },
  word: 2,
  words: 1,
  atMs: 900,
  speaker: null,
  source: 'microphone',
  text: 'the budget',
  marks: [[4, 10]],
}
const group = (meetingId: string, places: SearchPlace[], count: number): SearchGroup => ({
  ...{ meetingId, title: meetingId, titleMarks: [], startedAt: 0, count, places },
})
const groups = [group('a', [place, place], 5), group('b', [], 0)]
const rows = resultRows(groups, 3)

describe('the rows of what was found', () => {
  it('are each meeting, its places, what is not shown of them, and older meetings', () => {
    expect(rows.map(({ key }) => key)).toEqual(['a', 'a-0', 'a-1', 'a-rest', 'b', 'more'])
    expect(resultRows([group('a', [place], 1)], null).map(({ kind }) => kind)).toEqual([
      'meeting',
      'place',
    ])
  })

  it('are walked from the first place on and end at both ends', () => {
    expect(stepTo(rows, null, 1)).toBe('a-0')
    expect(stepTo(rows, null, -1)).toBe('more')
    expect(stepTo(rows, 'a-0', -1)).toBe('a')
    expect(stepTo(rows, 'a', -1)).toBe('a')
    expect(stepTo(rows, 'more', 1)).toBe('more')
    expect(stepTo([], null, 1)).toBeNull()
    expect(stepTo([], null, -1)).toBeNull()
  })

  it('are opened at the first place, or at a meeting that was found by its title', () => {
    expect(firstHit(rows)?.key).toBe('a-0')
    expect(firstHit(resultRows([group('b', [], 0)], null))?.key).toBe('b')
    expect(firstHit([])).toBeNull()
  })

  it('lead to the word, the moment of a note, and the first turn of a speaker', () => {
    expect(atOf(place)).toEqual({ turn: 's:4', word: 2 })
    const text = { text: '', marks: [] }
    expect(atOf({ kind: 'note', atMs: 5_000, ...text })).toEqual({ ms: 5_000 })
    expect(atOf({ kind: 'note', atMs: null, ...text })).toBeUndefined()
    expect(atOf({ kind: 'speaker', turn: place.turn, ...text })).toEqual({ turn: 's:4', word: 0 })
    expect(atOf({ kind: 'speaker', turn: null, ...text })).toBeUndefined()
  })
})
