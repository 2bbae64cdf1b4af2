import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  createAnnouncements,
  shownNow,
} from '../../../../../renderer/window/transcript/view/announcements'
import { rowsWithWords, turn } from '../../samples'

/** Announcements with this pause, and the texts that were said by then. */
function announcements(pauseMs: number) {
  const said: string[][] = []
  const say = (turns: readonly { readonly text: string }[]) =>
    void said.push(turns.map(({ text }) => text))
  return { said, ...createAnnouncements({ pauseMs, say }) }
}

describe('announcements', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('come one by one without a pause', () => {
    const { add, said } = announcements(0)
    add([turn(0, 'One.')])
    vi.advanceTimersByTime(500)
    add([turn(1, 'Two.')])
    vi.advanceTimersByTime(500)
    expect(said).toEqual([['One.'], ['Two.']])
  })

  it('wait for the formatted text, and say each turn once', () => {
    const { add, said } = announcements(0)
    add([turn(0, 'one')])
    vi.advanceTimersByTime(300)
    add([turn(0, 'One.')])
    vi.advanceTimersByTime(300)
    add([turn(0, 'One.', { speaker: 'A' })])
    vi.advanceTimersByTime(5_000)
    expect(said).toEqual([['One.']])
  })

  it('are joined until the pause is over, and none is left out', () => {
    const { add, said } = announcements(10_000)
    add([turn(0, 'One.')])
    vi.advanceTimersByTime(500)
    add([turn(1, 'Two.')])
    vi.advanceTimersByTime(9_999)
    add([turn(2, 'Three.')])
    expect(said).toEqual([['One.']])
    vi.advanceTimersByTime(1)
    expect(said).toEqual([['One.'], ['Two.', 'Three.']])
  })

  it('end with the view', () => {
    const { add, said, end } = announcements(10_000)
    add([turn(0, 'One.')])
    end()
    vi.advanceTimersByTime(20_000)
    expect(said).toEqual([])
  })
})

describe('what is read', () => {
  it('is the text of now, without turns that were removed or are echo after all', () => {
    const [first, echo, removed] = [turn(0, 'One'), turn(1, 'One again'), turn(2, 'Two')]
    const rows = rowsWithWords([turn(0, 'One, corrected.'), turn(3, 'Three')])
    expect(shownNow([first, echo, removed], rows).map(({ text }) => text)).toEqual([
      'One, corrected.',
    ])
  })
})
