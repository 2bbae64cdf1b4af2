import { describe, expect, it } from 'vitest'
import { originalText } from '../../../../../renderer/window/transcript/model/original-text'
import { marksByRow, marksOf } from '../../../../../renderer/window/transcript/model/marks'
import type { TurnRow } from '../../../../../renderer/window/transcript/model/word-cursor'
import { othersOf } from '../../../../../renderer/window/transcript/editing/speaker-dialog'
import { gap, rowsWithWords, turn } from '../../samples'

const rows = rowsWithWords(
  [
    turn(0, 'one two', { startMs: 1000, speaker: 'A' }),
    turn(1, 'three', { startMs: 9000, speaker: 'B' }),
    turn(2, 'four', { startMs: 12_000, speaker: 'A' }),
    turn(3, 'five', { startMs: 15_000 }),
  ],
  [gap('g', { startMs: 5000, endMs: 6000 })],
)

describe('marks', () => {
  it('belong to the row in which they were made, or to the row before', () => {
    const marks = [500, 1200, 5500, 8999, 9000].map((atMs) => ({ atMs }))
    const found = [...marksByRow(rows, marks)].map(([key, of]) => [key, of.map(({ atMs }) => atMs)])
    expect(found).toEqual([
      ['session:0', [500, 1200]],
      ['gap:g', [5500, 8999]],
      ['session:1', [9000]],
    ])
    expect(marksOf(rows, 0, marks)).toEqual([{ atMs: 500 }, { atMs: 1200 }])
    expect(marksByRow([], marks).size).toBe(0)
  })
})

describe('the speakers to choose from', () => {
  it('are all other speakers, each once', () => {
    const others = othersOf(rows, rows[0] as TurnRow)
    expect(others.map(({ key }) => key)).toEqual(['session:1', 'session:3'])
  })
})

describe('the original text', () => {
  const heard = [
    turn(0, 'we meat', { startMs: 0, endMs: 600 }),
    turn(1, 'at ten', { startMs: 600, endMs: 1200 }),
    turn(2, 'yes', { startMs: 500, endMs: 800, source: 'system' }),
  ]

  it('is the text of the turn, of both turns if they were joined, and of no other source', () => {
    const of = (startMs: number, endMs: number) =>
      originalText(heard, { source: 'microphone', startMs, endMs })
    expect(of(0, 600)).toBe('we meat')
    expect(of(0, 1200)).toBe('we meat at ten')
    expect(of(2000, 3000)).toBe('')
  })
})
