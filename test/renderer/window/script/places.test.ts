import { describe, expect, it } from 'vitest'
import { nextDoubtful, type Place } from '../../../../renderer/window/script/places'
import { moveOf } from '../../../../renderer/window/script/word-keys'
import { gap, rowsWithWords, turn } from '../samples'

const rows = rowsWithWords(
  [
    turn(0, 'one two', { startMs: 0 }),
    turn(1, '', { startMs: 3000 }),
    turn(2, 'three four five', { startMs: 5000 }),
  ],
  [gap('g', 1000, 2000)],
)
const key = (name: string, ctrlKey = false) => ({
  key: name,
  ctrlKey,
  shiftKey: false,
  altKey: false,
  metaKey: false,
})
/** The words that are come by when these keys are pressed. */
function walk(from: Place, ...keys: string[]): string[] {
  let place: Place | null = from
  return keys.map((name) => {
    const next: Place | null = place && (moveOf(key(name))?.(rows, place) ?? null)
    place = next ?? place
    return next === null ? 'stays' : `${next.key}/${next.word}`
  })
}
const first = { key: 'session:0', word: 0 }

describe('keys among the words', () => {
  it('go from word to word, past gaps and turns without words', () => {
    expect(walk(first, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft')).toEqual(
      ['session:0/1', 'session:2/0', 'session:2/1', 'session:2/0', 'session:0/1'],
    )
  })

  it('go from turn to turn and to the ends of one, and stay at the ends of the script', () => {
    expect(walk(first, 'ArrowUp', 'ArrowDown', 'End', 'ArrowRight', 'Home', 'ArrowUp')).toEqual([
      'stays',
      'session:2/0',
      'session:2/2',
      'stays',
      'session:2/0',
      'session:0/0',
    ])
    expect(moveOf(key('End', true))?.(rows, first)).toEqual({ key: 'session:2', word: 2 })
  })

  it('are no others, and none with Shift, which marks text', () => {
    expect(moveOf(key('x'))).toBeUndefined()
    expect(moveOf({ ...key('ArrowRight'), shiftKey: true })).toBeUndefined()
  })
})

describe('the next doubtful word', () => {
  const doubted = (doubts: readonly (readonly [number, number])[]) =>
    rowsWithWords(
      [0, 1, 2].map((order) => {
        const said = turn(order, 'one two three')
        for (const [at, word] of doubts) {
          if (at === order) said.words[word]!.confidence = 0.2
        }
        return said
      }),
    )
  const rows = doubted([
    [0, 1],
    [2, 0],
    [2, 2],
  ])
  const go = (place: Place | null, step: 1 | -1) => {
    const next = nextDoubtful(rows, place, step)
    return next && `${next.key}/${next.word}`
  }

  it('is the next from where the reader is, in both directions', () => {
    expect(go(null, 1)).toBe('session:0/1')
    expect(go(null, -1)).toBe('session:2/2')
    expect(go({ key: 'session:0', word: 1 }, 1)).toBe('session:2/0')
    expect(go({ key: 'session:2', word: 0 }, 1)).toBe('session:2/2')
    expect(go({ key: 'session:2', word: 2 }, -1)).toBe('session:2/0')
    expect(go({ key: 'session:1', word: 2 }, -1)).toBe('session:0/1')
  })

  it('begins again past the end, and finds the only one again', () => {
    expect(go({ key: 'session:2', word: 2 }, 1)).toBe('session:0/1')
    expect(go({ key: 'session:0', word: 1 }, -1)).toBe('session:2/2')
    const one = doubted([[1, 1]])
    expect(nextDoubtful(one, { key: 'session:1', word: 1 }, 1)).toEqual({
      key: 'session:1',
      word: 1,
    })
    expect(nextDoubtful(doubted([]), null, 1)).toBeNull()
    expect(nextDoubtful([], null, 1)).toBeNull()
  })
})
