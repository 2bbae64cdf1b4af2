import { describe, expect, it } from 'vitest'
import {
  nextDoubtful,
  type WordRef,
} from '../../../../../renderer/window/transcript/model/word-cursor'
import { moveOf } from '../../../../../renderer/window/transcript/editing/word-keys'
import { gap, rowsWithWords, turn } from '../../samples'

const rows = rowsWithWords(
  [
    turn(0, 'one two', { startMs: 0 }),
    turn(1, '', { startMs: 3000 }),
    turn(2, 'three four five', { startMs: 5000 }),
  ],
  [gap('g', { startMs: 1000, endMs: 2000 })],
)
const key = (name: string, ctrlKey = false) => ({
  key: name,
  ctrlKey,
  shiftKey: false,
  altKey: false,
  metaKey: false,
})
/** The words that are come by when these keys are pressed. */
function walk(from: WordRef, ...keys: string[]): string[] {
  let wordRef: WordRef | null = from
  return keys.map((name) => {
    const next: WordRef | null = wordRef && (moveOf(key(name))?.(rows, wordRef) ?? null)
    wordRef = next ?? wordRef
    return next === null ? 'stays' : `${next.key}/${next.word}`
  })
}
const first = { key: 'session:0', word: 0 }

describe('the keys that move between words', () => {
  it('move from word to word and skip gaps and turns without words', () => {
    expect(walk(first, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft')).toEqual(
      ['session:0/1', 'session:2/0', 'session:2/1', 'session:2/0', 'session:0/1'],
    )
  })

  it('move from turn to turn and to the ends of a turn, and stop at the ends of the transcript', () => {
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

  it('are no other keys, and none with Shift, which selects text', () => {
    expect(moveOf(key('x'))).toBeUndefined()
    expect(moveOf(key('ArrowLeft'), 'rtl')).toBe(moveOf(key('ArrowRight')))
    expect(moveOf(key('ArrowUp'), 'rtl')).toBe(moveOf(key('ArrowUp')))
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
  const go = (wordRef: WordRef | null, step: 1 | -1) => {
    const next = nextDoubtful(rows, wordRef, step)
    return next && `${next.key}/${next.word}`
  }

  it('is the next one from the cursor, in both directions', () => {
    expect(go(null, 1)).toBe('session:0/1')
    expect(go(null, -1)).toBe('session:2/2')
    expect(go({ key: 'session:0', word: 1 }, 1)).toBe('session:2/0')
    expect(go({ key: 'session:2', word: 0 }, 1)).toBe('session:2/2')
    expect(go({ key: 'session:2', word: 2 }, -1)).toBe('session:2/0')
    expect(go({ key: 'session:1', word: 2 }, -1)).toBe('session:0/1')
  })

  it('continues at the start after the end, and finds a single word again', () => {
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
