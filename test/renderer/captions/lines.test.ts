import { describe, expect, it } from 'vitest'
import { pictureOf, withoutTurn, withTurn } from '../../../renderer/captions/lines'
import type { Turn } from '../../../common/model'
import { partial, turn } from '../window/samples'

const textsOf = (turns: readonly Turn[]) => {
  const { runs, split } = pictureOf(turns)
  return { lines: runs.map((run) => run.turns.map(({ text }) => text)), split }
}
type Times = Pick<Turn, 'startMs' | 'endMs'>
const mine = (order: number, text: string, times: Times) => partial(order, text, times)
const theirs = (order: number, text: string, times: Times) =>
  partial(order, text, { ...times, source: 'system', sessionId: 'other' })

describe('the turns in memory', () => {
  it('are in the order of the timeline, each once', () => {
    const [one, two, three] = [turn(0, 'one'), turn(1, 'two'), turn(2, 'three')]
    const turns = [three, one, two].reduce<readonly Turn[]>(withTurn, [])
    expect(turns).toEqual([one, two, three])
    const said = turn(1, 'Two.')
    expect(withTurn(turns, said)).toEqual([one, said, three])
    expect(withoutTurn(turns, two)).toEqual([one, three])
  })

  it('are the last turns', () => {
    const many = Array.from({ length: 40 }, (_, order) => turn(order, `turn ${order}`))
    const turns = many.reduce<readonly Turn[]>(withTurn, [])
    expect(turns.length).toBeLessThan(20)
    expect(turns.at(-1)).toBe(many.at(-1))
  })
})

describe('the two lines', () => {
  it('are empty while nobody speaks', () => {
    expect(textsOf([])).toEqual({ lines: [], split: false })
    expect(textsOf([partial(0, '')])).toEqual({ lines: [], split: false })
  })

  it('show the last two turns, under one name if one person spoke both', () => {
    const turns = [turn(0, 'old'), turn(1, 'one'), turn(2, 'two')]
    expect(textsOf(turns)).toEqual({ lines: [['one', 'two']], split: false })
    const other = turn(3, 'three', { speaker: 'B' })
    expect(textsOf([...turns, other]).lines).toEqual([['two'], ['three']])
  })

  it('leave out echo and words that were filled in afterwards', () => {
    const turns = [
      turn(0, 'heard'),
      turn(1, 'echo', { echo: true }),
      turn(2, 'filled in', { filledIn: true }),
    ]
    expect(textsOf(turns).lines).toEqual([['heard']])
  })

  it('are split while two people speak at once', () => {
    const turns = [
      mine(0, 'so I think', { startMs: 0, endMs: 4_000 }),
      theirs(0, 'yes but', { startMs: 3_000, endMs: 4_200 }),
    ]
    expect(textsOf(turns)).toEqual({ lines: [['so I think'], ['yes but']], split: true })
  })

  it('are not split if one person ends as the other starts', () => {
    const turns = [
      mine(0, 'done', { startMs: 0, endMs: 3_200 }),
      theirs(0, 'good', { startMs: 3_000, endMs: 4_200 }),
    ]
    expect(textsOf(turns).split).toBe(false)
  })

  it('go to the person who continues, once the other is silent', () => {
    const began = mine(0, 'so I think', { startMs: 0, endMs: 4_000 })
    const goesOn = [began, theirs(0, 'yes but wait', { startMs: 3_000, endMs: 9_000 })]
    expect(textsOf(goesOn)).toEqual({ lines: [['so I think'], ['yes but wait']], split: false })
    const interjection = [
      mine(0, 'so I think we', { startMs: 0, endMs: 9_000 }),
      theirs(0, 'yes', { startMs: 3_000, endMs: 3_300 }),
    ]
    expect(textsOf(interjection)).toEqual({ lines: [['so I think we']], split: false })
  })
})
