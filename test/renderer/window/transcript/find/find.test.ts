import { describe, expect, it } from 'vitest'
import { findAll, hitFrom, hitNumber } from '../../../../../renderer/window/transcript/find/find'
import { rowsOf } from '../../../../../renderer/window/transcript/model/rows'
import { transcript, turn } from '../../samples'

const rows = rowsOf(
  transcript([
    turn(0, 'The travel line', { text: 'The travel line, the TRAVEL line.' }),
    turn(1, 'Über (alles) 50%', { text: 'Über\u00a0alles? (50%)' }),
    turn(2, 'Travel'),
  ]),
)
const found = (query: string) =>
  findAll(rows, query).map(({ key, range }) => `${key}[${range.join()}]`)

describe('find in the meeting', () => {
  it('finds every match and ignores case', () => {
    expect(found('travel')).toEqual(['session:0[4,10]', 'session:0[21,27]', 'session:2[0,6]'])
    expect(found('über')).toEqual(['session:1[0,4]'])
  })

  it('takes special characters literally, and any white space as a space', () => {
    expect(found('(50%)')).toEqual(['session:1[12,17]'])
    expect(found('t.avel')).toEqual([])
    expect(found(' über alles? ')).toEqual(['session:1[0,11]'])
    expect(['[', '\\', '-', '/', '|'].map(found)).toEqual([[], [], [], [], []])
  })

  it('needs no space where the language writes none', () => {
    const chinese = rowsOf(transcript([turn(0, '今日は会議です。', { text: '今日は会議です。' })]))
    const ranges = (query: string) => findAll(chinese, query).map(({ range }) => range)
    expect(ranges('会議')).toEqual([[3, 5]])
    expect(ranges('今日 は 会議')).toEqual([[0, 5]])
    expect(found('tra vel')).toEqual([])
  })

  it('finds nothing for an empty text', () => {
    expect(found('')).toEqual([])
    expect(found('  ')).toEqual([])
  })

  it('wraps around at both ends, and starts at the visible rows', () => {
    expect([0, 2, 3, -1, -4].map((at) => hitNumber(at, 3))).toEqual([0, 2, 0, 2, 2])
    expect(hitNumber(5, 0)).toBe(-1)
    expect(hitNumber(null, 3)).toBe(-1)
    const hits = findAll(rows, 'travel')
    expect([0, 1, 2, 3].map((index) => hitFrom(hits, index))).toEqual([0, 2, 2, 0])
  })
})
