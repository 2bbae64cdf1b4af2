import { describe, expect, it } from 'vitest'
import { audioRangeOf, isEcho, verdictOf } from '../../../main/echo/detector'
import type { CapturedSource, Turn } from '../../../common/model'
import { effort } from '../../effort'
import { said } from '../exports/transcripts'
import { louder, mixed, noise, pcmOf, placed, voice } from './mixes'

const length = 12 * 16_000
const mine = 'so this is what I am going to say today'
const theirs = 'and here is the answer that you asked us for'

/** How one's own voice comes back: ms after it was said, and dB. */
const ways = [
  ['through the monitor of the system', 30, 0],
  ['through the monitor, quietly', 30, -12],
  ['from far loudspeakers', 600, -15],
  ['over a wireless link', 200, -3],
] as const

interface Meeting {
  readonly microphone: Float32Array
  readonly system: Float32Array
  readonly turns: readonly Turn[]
}

/** I speak from 1 s to 5 s, they from 6 s to 10 s: each hears the other's loudspeaker. */
function meeting(seed: number, { backMs, backDb }: { backMs: number; backDb: number }): Meeting {
  const me = placed(voice(seed, 4), 1_000, length)
  const others = placed(voice(seed + 500, 4), 6_000, length)
  const echo = placed(louder(others, -10 - (seed % 8)), 40 + (seed % 5) * 30, length)
  return {
    microphone: mixed(me, echo, noise(seed, length, -66)),
    system: mixed(others, placed(louder(me, backDb), backMs, length)),
    turns: [
      said(mine, 1_200, { sessionId: 'me' }),
      said(mine, 1_200 + backMs, { source: 'system', sessionId: 'me again' }),
      said(theirs, 6_200, { source: 'system', sessionId: 'others' }),
      said(theirs, 6_260, { sessionId: 'others again' }),
    ],
  }
}

/** The sessions that are hidden; each turn is judged after the ones before it. */
function hidden({ microphone, system, turns }: Meeting): string[] {
  const marked = turns.map((turn) => ({ ...turn }))
  const sounds: Record<CapturedSource, Float32Array> = { microphone, system }
  for (const turn of marked) {
    const { startMs, endMs } = audioRangeOf(turn)
    const sound = (source: CapturedSource) =>
      pcmOf(sounds[source].subarray(startMs * 16, endMs * 16))
    const others = marked.filter((other) => other !== turn)
    const heard = { microphone: sound('microphone'), system: sound('system') }
    turn.echo = isEcho(turn, others, verdictOf(turn, heard))
  }
  return marked.filter(({ echo }) => echo).map(({ sessionId }) => sessionId)
}

/** For each of the four ways. */
const seeds = Array.from({ length: effort({ short: 2, long: 50 }) }, (_, index) => index + 1)

describe('my own voice that comes back', () => {
  it.each(ways)('%s: each word is kept once, under the one who said it', (_, backMs, backDb) => {
    const wrong = seeds.flatMap((seed) => {
      const found = hidden(meeting(seed, { backMs, backDb }))
      return found.join() === 'me again,others again' ? [] : [`${seed}: ${found.join()}`]
    })
    expect(wrong).toEqual([])
  })

  it('is known by its waves, although the clocks of two devices part', () => {
    const word = placed(voice(3, 1).subarray(3_000, 9_000), 2_000, length)
    for (const rate of [0.999, 1.002]) {
      const drifted = Float32Array.from({ length }, (_, at) => {
        const from = 32_000 + (at - 35_200) * rate
        const before = word[Math.floor(from)] ?? 0
        return before + ((word[Math.floor(from) + 1] ?? 0) - before) * (from - Math.floor(from))
      })
      const turns = [
        said('yes', 2_050, { sessionId: 'me' }),
        said('yes', 2_250, { source: 'system', sessionId: 'me again' }),
      ]
      const microphone = mixed(word, noise(3, length, -66))
      expect(hidden({ microphone, system: drifted, turns })).toEqual(['me again'])
    }
  })

  it('is told from somebody else who says the same at the same time', () => {
    const wrong = seeds.filter((seed) => {
      const sound = {
        microphone: mixed(placed(voice(seed, 4), 1_000, length), noise(seed, length, -66)),
        system: placed(voice(seed + 500, 4), 1_000 + (seed % 10) * 40, length),
      }
      const turns = [
        said(mine, 1_200, { sessionId: 'me' }),
        said(mine, 1_300, { source: 'system', sessionId: 'other' }),
      ]
      return hidden({ ...sound, turns }).length > 0
    })
    expect(wrong).toEqual([])
  })

  it('is told from one short word that both say', () => {
    const wrong = seeds.filter((seed) => {
      const word = (of: number, ms: number) =>
        placed(voice(of, 1).subarray(3_000, 9_000), ms, length)
      const turns = [
        said('yes', 2_050, { sessionId: 'me' }),
        said('yes', 2_150, { source: 'system', sessionId: 'other' }),
      ]
      return (
        hidden({
          microphone: mixed(word(seed, 2_000), noise(seed, length, -66)),
          system: word(seed + 500, 2_000 + (seed % 8) * 50),
          turns,
        }).length > 0
      )
    })
    expect(wrong).toEqual([])
  })
})
