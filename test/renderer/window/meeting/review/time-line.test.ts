import { describe, expect, it } from 'vitest'
import { sliderKey } from '../../../../../renderer/window/meeting/review/time-line'
import {
  barColours,
  barHeights,
  hatches,
} from '../../../../../renderer/window/meeting/review/time-line-drawing'
import { rowsOf } from '../../../../../renderer/window/transcript/model/rows'
import { gap, transcript, turn } from '../../samples'

describe('the bars of the timeline', () => {
  it('show the loudness; the loudest bar has the full height', () => {
    const levels = [...new Array<number>(50).fill(60), ...new Array<number>(50).fill(180)]
    const heights = barHeights({ durationMs: 10_000, levels }, 4)
    expect(heights).toEqual([0, 0, 1, 1])
  })

  it('are tall for even audio, and low if nothing is known', () => {
    expect(
      barHeights({ durationMs: 1, levels: [100, 101, 100, 101] }, 4).every((h) => h > 0.9),
    ).toBe(true)
    expect(barHeights({ durationMs: 0, levels: [] }, 3)).toEqual([0, 0, 0])
    expect(barHeights({ durationMs: 1, levels: [200] }, 2)).toEqual([1, 1])
  })

  it('have the colour of the speaker with the longest share, and none if nobody speaks', () => {
    const rows = rowsOf(
      transcript([
        turn(0, '', { startMs: 0, endMs: 1200, speaker: 'A' }),
        turn(1, '', { startMs: 1200, endMs: 2000, speaker: 'B' }),
        turn(2, '', { startMs: 3500, endMs: 9000, speaker: 'C' }),
      ]),
    )
    expect(barColours({ rows, durationMs: 4000, palette: new Map() }, 4)).toEqual([
      '--s1',
      '--s2',
      null,
      '--s3',
    ])
  })

  it('are hatched at gaps', () => {
    const rows = rowsOf(
      transcript(
        [turn(0, 'one')],
        [gap('g', { startMs: 1000, endMs: 2000 }), gap('h', { startMs: 3000, endMs: 9000 })],
      ),
    )
    expect(hatches(rows, 4000)).toEqual([
      { from: 0.25, to: 0.5 },
      { from: 0.75, to: 1 },
    ])
  })
})

describe('the keys of the timeline', () => {
  it('move five seconds, a minute, and to the ends', () => {
    const from = 100_000
    const keys = ['ArrowRight', 'ArrowLeft', 'PageUp', 'PageDown', 'Home', 'End', 'a']
    expect(keys.map((key) => sliderKey(key, from, 500_000))).toEqual([
      105_000,
      95_000,
      160_000,
      40_000,
      0,
      500_000,
      null,
    ])
  })
})
