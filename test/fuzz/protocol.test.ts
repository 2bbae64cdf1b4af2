import { afterEach, describe, expect, it, vi } from 'vitest'
import { recorderEventSchema } from '../../preload/model'
import { Rig } from '../renderer/recorder/streaming/rig'
import { hostileFrame } from './frames'
import { createDraw } from './random'
import { fuzzSeed } from './seed'

const frames = 100_000
/** A turn between them that is as it should be comes once in so many. */
const soundEvery = 1_000
/** No single frame may hold the page up so long, in ms. */
const longestMs = 1_000

describe('a server that lost its mind', () => {
  afterEach(() => void vi.useRealTimers())

  it('costs no word, no time and no sense: 100,000 frames', async () => {
    const draw = createDraw(fuzzSeed('frames'))
    const rig = new Rig()
    await rig.speak(1_000)
    await rig.live()
    const socket = rig.socket
    let slowestMs = 0
    for (let index = 0; index < frames; index += 1) {
      const frame = hostileFrame(draw)
      const before = process.hrtime.bigint()
      socket.onmessage?.({ data: frame })
      slowestMs = Math.max(slowestMs, Number(process.hrtime.bigint() - before) / 1e6)
      if (index % soundEvery !== 0) continue
      const order = 500_000 + index
      socket.turn(order, [[`sound${index}`, 100, 200]], true)
      const turns = rig.of('turn').filter(({ turn }) => turn.turnOrder === order)
      expect(turns.at(-1)?.turn, `frame ${index}`).toMatchObject({
        text: `sound${index}`,
        isFinal: true,
      })
      await rig.speak(50)
    }
    expect(slowestMs).toBeLessThan(longestMs)
    // It is the same session, and everything that it led to is what main understands.
    expect(rig.sockets).toEqual([socket])
    expect(socket.closedHere).toBe(false)
    expect(rig.states().at(-1)).toBe('live')
    for (const event of rig.events) {
      const parsed = recorderEventSchema.safeParse(event)
      expect(parsed.success, `${JSON.stringify(event).slice(0, 400)}: ${parsed.error}`).toBe(true)
      // JSON writes half of a surrogate pair, and nothing else, as an escape of this kind.
      expect(JSON.stringify(event)).not.toMatch(/\\ud[89a-f]/)
    }
    // What is not understood is counted, and told seldom.
    expect(rig.of('ignored').length).toBeGreaterThan(10)
    expect(rig.of('ignored').length).toBeLessThan(3_000)
  }, 120_000)
})
