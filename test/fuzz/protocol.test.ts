import { afterEach, describe, expect, it, vi } from 'vitest'
import { recorderEventSchema } from '../../common/schemas'
import { effort } from '../effort'
import { Rig } from '../renderer/recorder/streaming/rig'
import { hostileFrame } from './frames'
import { createDraw } from './random'
import { fuzzSeed } from './seed'

const frames = effort({ short: 20_000, long: 100_000 })
/** One in so many messages is a correct turn. */
const soundEvery = 1_000
/** No single frame may block the page this long, in ms. */
const longestMs = 1_000

describe('a server that sends anything', () => {
  afterEach(() => void vi.useRealTimers())

  it('costs no word, blocks nothing, and leads to valid events only', async () => {
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
    // The backlog before Begin, a second of sound, is sent at 1.2 times real time.
    await rig.speak(6_000)
    // It is the same session, and main accepts every event that came out of it.
    expect(rig.sockets).toEqual([socket])
    expect(socket.closedHere).toBe(false)
    expect(rig.states().at(-1)).toBe('live')
    for (const event of rig.events) {
      const parsed = recorderEventSchema.safeParse(event)
      expect(parsed.success, `${JSON.stringify(event).slice(0, 400)}: ${parsed.error}`).toBe(true)
      // JSON uses this kind of escape only for half of a surrogate pair.
      expect(JSON.stringify(event)).not.toMatch(/\\ud[89a-f]/)
    }
    // Unknown messages are counted, and reported rarely.
    expect(rig.of('ignored').length).toBeGreaterThan(10)
    expect(rig.of('ignored').length).toBeLessThan(3_000)
  }, 120_000)
})
