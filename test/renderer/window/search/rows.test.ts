import { describe, expect, it } from 'vitest'
import type { SearchGroup, SearchPlace } from '../../../../common/model'
import { firstHit, resultRows, stepTo } from '../../../../renderer/window/search/rows'
import { targetOf } from '../../../../renderer/window/search/use-open-row'

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

describe('the rows of the results', () => {
  it('are each meeting, its matches, the matches that are not shown, and older meetings', () => {
    expect(rows.map(({ key }) => key)).toEqual(['a', 'a-0', 'a-1', 'a-rest', 'b', 'more'])
    expect(resultRows([group('a', [place], 1)], null).map(({ kind }) => kind)).toEqual([
      'meeting',
      'place',
    ])
  })

  it('are selected from the first match on, and stop at both ends', () => {
    expect(stepTo(rows, null, 1)).toBe('a-0')
    expect(stepTo(rows, null, -1)).toBe('more')
    expect(stepTo(rows, 'a-0', -1)).toBe('a')
    expect(stepTo(rows, 'a', -1)).toBe('a')
    expect(stepTo(rows, 'more', 1)).toBe('more')
    expect(stepTo([], null, 1)).toBeNull()
    expect(stepTo([], null, -1)).toBeNull()
  })

  it('open at the first match, or at a meeting with a matching title', () => {
    expect(firstHit(rows)?.key).toBe('a-0')
    expect(firstHit(resultRows([group('b', [], 0)], null))?.key).toBe('b')
    expect(firstHit([])).toBeNull()
  })

  it('lead to the word, the time of a note, or the first turn of a speaker', () => {
    expect(targetOf(place)).toEqual({ turn: 's:4', word: 2 })
    const text = { text: '', marks: [] }
    expect(targetOf({ kind: 'note', atMs: 5_000, ...text })).toEqual({ ms: 5_000 })
    expect(targetOf({ kind: 'note', atMs: null, ...text })).toBeUndefined()
    expect(targetOf({ kind: 'speaker', turn: place.turn, ...text })).toEqual({
      turn: 's:4',
      word: 0,
    })
    expect(targetOf({ kind: 'speaker', turn: null, ...text })).toBeUndefined()
  })
})
