import { describe, expect, it } from 'vitest'
import { pictureOf, withoutTurn, withTurn } from '../../../renderer/captions/lines'
import type { Turn } from '../../../preload/model'
import { partial, turn } from '../window/samples'

const textsOf = (turns: readonly Turn[]) => {
  const { runs, split } = pictureOf(turns)
  return { lines: runs.map((run) => run.turns.map(({ text }) => text)), split }
}
const mine = (order: number, text: string, startMs: number, endMs: number) =>
  partial(order, text, { startMs, endMs })
const theirs = (order: number, text: string, startMs: number, endMs: number) =>
  partial(order, text, { startMs, endMs, source: 'system', sessionId: 'other' })

describe('the turns that are kept', () => {
  it('stand in the order of the time line, each once', () => {
    const [one, two, three] = [turn(0, 'one'), turn(1, 'two'), turn(2, 'three')]
    const turns = [three, one, two].reduce<readonly Turn[]>(withTurn, [])
    expect(turns).toEqual([one, two, three])
    const said = turn(1, 'Two.')
    expect(withTurn(turns, said)).toEqual([one, said, three])
    expect(withoutTurn(turns, two)).toEqual([one, three])
  })

  it('are the last ones', () => {
    const many = Array.from({ length: 40 }, (_, order) => turn(order, `turn ${order}`))
    const turns = many.reduce<readonly Turn[]>(withTurn, [])
    expect(turns.length).toBeLessThan(20)
    expect(turns.at(-1)).toBe(many.at(-1))
  })
})

describe('the two lines', () => {
  it('have nothing while nothing is said', () => {
    expect(textsOf([])).toEqual({ lines: [], split: false })
    expect(textsOf([partial(0, '')])).toEqual({ lines: [], split: false })
  })

  it('have the last two turns, under one name where one person said both', () => {
    const turns = [turn(0, 'old'), turn(1, 'one'), turn(2, 'two')]
    expect(textsOf(turns)).toEqual({ lines: [['one', 'two']], split: false })
    const other = turn(3, 'three', { speaker: 'B' })
    expect(textsOf([...turns, other]).lines).toEqual([['two'], ['three']])
  })

  it('leave out echo and what was filled in afterwards', () => {
    const turns = [
      turn(0, 'heard'),
      turn(1, 'echo', { echo: true }),
      turn(2, 'filled in', { filledIn: true }),
    ]
    expect(textsOf(turns).lines).toEqual([['heard']])
  })

  it('are shared while two speak at once', () => {
    const turns = [mine(0, 'so I think', 0, 4_000), theirs(0, 'yes but', 3_000, 4_200)]
    expect(textsOf(turns)).toEqual({ lines: [['so I think'], ['yes but']], split: true })
  })

  it('are not shared where the one ends as the other begins', () => {
    const turns = [mine(0, 'done', 0, 3_200), theirs(0, 'good', 3_000, 4_200)]
    expect(textsOf(turns).split).toBe(false)
  })

  it('go to the one who goes on, once the other has fallen silent', () => {
    const began = mine(0, 'so I think', 0, 4_000)
    const goesOn = [began, theirs(0, 'yes but wait', 3_000, 9_000)]
    expect(textsOf(goesOn)).toEqual({ lines: [['so I think'], ['yes but wait']], split: false })
    const interjection = [mine(0, 'so I think we', 0, 9_000), theirs(0, 'yes', 3_000, 3_300)]
    expect(textsOf(interjection)).toEqual({ lines: [['so I think we']], split: false })
  })
})
