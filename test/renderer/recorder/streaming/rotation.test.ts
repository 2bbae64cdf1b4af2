import { afterEach, describe, expect, it, vi } from 'vitest'
import { fail } from '../../../../common/errors'
import { FakeSocket } from './fake-socket'
import { Rig, count, heard } from './rig'

afterEach(() => void vi.useRealTimers())

/** A session of 100 s: another is opened from 55 s on, and takes over by 80 s. */
const lifeMs = 100_000

async function rotating(speakMs: number): Promise<{ rig: Rig; first: FakeSocket }> {
  const rig = new Rig()
  await rig.pass(0)
  rig.socket.begin('first', { model: 'test-model' }, Date.now() + lifeMs)
  const first = rig.socket
  await rig.speak(speakMs, true)
  return { rig, first }
}

function begin(rig: Rig, id: string): void {
  rig.socket.begin(id, { model: 'test-model' }, Date.now() + lifeMs)
}

describe('a session that nears its end', () => {
  it('is followed by another that opens before, with its own token', async () => {
    const { rig } = await rotating(54_900)
    expect(rig.sockets).toHaveLength(1)
    await rig.speak(200)
    expect(rig.sockets).toHaveLength(2)
    expect(rig.tokens).toEqual(['token/1', 'token/2'])
    expect(rig.states()).toEqual(['connecting', 'live'])
  })

  it('hands over in a pause: the words before and after it come once', async () => {
    const { rig, first } = await rotating(55_100)
    first.turn(7, [['one', 54_000, 54_500]], false)
    begin(rig, 'second')
    await rig.speak(1_000)
    expect(first.terminated()).toBe(false)
    first.turn(7, [['one', 54_000, 54_500]], true)
    await rig.speak(400)
    expect(first.terminated()).toBe(true)
    const sent = first.frames.length
    await rig.speak(600)
    expect(first.frames).toHaveLength(sent)
    first.turn(7, [['One.', 54_000, 54_500]], true)
    first.say({ type: 'Termination' })
    await rig.speak(2_000)
    expect(first.closedHere).toBe(true)
    // Only the last second before the end is heard again.
    expect(rig.of('session').at(-1)).toMatchObject({
      sessionId: 'second',
      offsetMs: sent * 50 - 1_000,
    })
    expect(heard(rig.socket)[0]).toBe(sent - 19)
    rig.socket.turn(0, [['two', 300, 700]], true)
    expect(rig.text()).toEqual(['One.', 'two'])
    expect(rig.gaps()).toEqual([])
    expect(new Set(rig.states())).toEqual(new Set(['connecting', 'live', 'catching-up']))
    expect(rig.states().filter((state) => state === 'connecting')).toHaveLength(1)
  })

  it('hands over between two words if there is no pause, 20 s before its end', async () => {
    const { rig, first } = await rotating(55_100)
    begin(rig, 'second')
    for (let at = 55_100; at < 79_900; at += 100) {
      first.turn(0, [['speech', 50_000, at]], false)
      await rig.speak(100)
    }
    expect(first.terminated()).toBe(false)
    await rig.speak(200)
    expect(first.terminated()).toBe(true)
    first.turn(
      0,
      [
        ['speech', 50_000, 78_000],
        ['goes', 78_100, 78_500],
        ['on', 78_900, 79_300],
        ['and', 79_350, 79_700],
        ['o', 79_750, 79_950],
      ],
      true,
    )
    // Not before it is clear which of its words count.
    expect(rig.of('turn').at(-1)?.turn.isFinal).toBe(false)
    first.say({ type: 'Termination' })
    await rig.speak(3_000)
    expect(rig.of('session').at(-1)?.offsetMs).toBe(78_700)
    expect(heard(rig.socket)[0]).toBe(78_700 / 50 + 1)
    rig.socket.turn(0, [['on and on', 200, 1_500]], true)
    expect(rig.text()).toEqual(['speech goes', 'on and on'])
    expect(rig.of('turn').every(({ turn }) => turn.endMs <= 81_000)).toBe(true)
    expect(rig.gaps()).toEqual([])
  })

  it('reports no speakers of words that do not count', async () => {
    const { rig, first } = await rotating(55_100)
    first.turn(0, [['speech', 50_000, 55_000]], false)
    begin(rig, 'second')
    await rig.speak(25_100, true)
    expect(first.terminated()).toBe(true)
    const words = [
      ['speech', 50_000, 78_000],
      ['on', 78_500, 80_000],
    ] as const
    first.turn(0, words, true)
    const revised = words.map(([text, start, end]) => ({ text, start, end, speaker: 'B' }))
    first.say({ type: 'SpeakerRevision', revisions: [{ turn_order: 0, words: revised }] })
    first.say({ type: 'Termination' })
    await rig.speak(500)
    const [revision] = rig.of('speakers').at(-1)?.revisions ?? []
    expect(revision?.words?.map(({ text }) => text)).toEqual(['speech'])
  })

  it('drops a turn if none of its words count', async () => {
    const { rig, first } = await rotating(54_000)
    first.turn(0, [['one', 51_000, 51_500]], true)
    await rig.speak(1_100)
    begin(rig, 'second')
    await rig.speak(300)
    expect(first.terminated()).toBe(true)
    first.turn(1, [['tw', 55_100, 55_300]], true)
    first.say({ type: 'Termination' })
    await rig.speak(2_000)
    expect(rig.of('session').at(-1)?.offsetMs).toBe(54_850)
    expect(rig.text()).toEqual(['one'])
  })

  it('continues while no other session can be opened, which is tried again', async () => {
    const { rig, first } = await rotating(55_100)
    rig.socket.fail(3009, 'Unauthorized Connection: Too many concurrent sessions')
    await rig.speak(20_000, true)
    expect(rig.sockets).toHaveLength(2)
    expect(rig.states()).toEqual(['connecting', 'live'])
    await rig.speak(24_000, true)
    first.turn(0, [['last', 98_000, 98_500]], true)
    first.fail(3008, 'Session Expired: Maximum session duration exceeded')
    await rig.live('second')
    await rig.speak(1_000)
    expect(heard(rig.socket)[0]).toBe(98_500 / 50 + 1)
    expect(rig.gaps()).toEqual([])
  })

  it('opens another next session in time if the first one fails', async () => {
    const { rig, first } = await rotating(55_100)
    begin(rig, 'second')
    first.turn(0, [['speech', 50_000, 55_000]], false)
    rig.socket.drop(1006)
    await rig.speak(1_000)
    expect(rig.sockets).toHaveLength(3)
    begin(rig, 'third')
    first.turn(0, [['speech', 50_000, 55_000]], true)
    await rig.speak(500)
    expect(first.terminated()).toBe(true)
  })

  it('is replaced at once if it is lost before', async () => {
    const { rig, first } = await rotating(55_100)
    begin(rig, 'second')
    first.turn(0, [['one', 50_000, 50_500]], true)
    first.turn(1, [['two', 54_500, 55_000]], false)
    first.drop(1006)
    await rig.pass(0)
    expect(rig.sockets).toHaveLength(2)
    await rig.speak(1_000)
    expect(rig.of('session').at(-1)).toMatchObject({ sessionId: 'second', offsetMs: 50_500 })
    expect(rig.text()).toEqual(['one'])
    expect(rig.gaps()).toEqual([])
  })

  it('loses no word if it is lost during a handover', async () => {
    const { rig, first } = await rotating(55_100)
    first.turn(0, [['one', 54_000, 54_500]], true)
    begin(rig, 'second')
    await rig.speak(400)
    expect(first.terminated()).toBe(true)
    first.drop(1006)
    await rig.speak(1_000)
    expect(rig.of('session').at(-1)).toMatchObject({ sessionId: 'second', offsetMs: 54_500 })
    expect(rig.gaps()).toEqual([])
  })

  it('waits 5 s for the last words, and the other session hears all sound without words', async () => {
    const { rig, first } = await rotating(55_100)
    first.turn(0, [['one', 54_000, 54_500]], true)
    begin(rig, 'second')
    await rig.speak(6_000)
    expect(first.closedHere).toBe(true)
    expect(rig.of('session').at(-1)).toMatchObject({ sessionId: 'second', offsetMs: 54_500 })
  })

  it('keeps the other session open while that one waits', async () => {
    const { rig, first } = await rotating(55_100)
    first.turn(0, [['speech', 50_000, 55_000]], false)
    begin(rig, 'second')
    await rig.speak(24_000, true)
    expect(rig.socket.texts).toEqual(['{"type":"KeepAlive"}'])
    expect(rig.sockets).toHaveLength(2)
    expect(rig.socket.closedHere).toBe(false)
  })
})

describe('a stop', () => {
  it('leaves no session open while the next one waits', async () => {
    const { rig, first } = await rotating(55_100)
    first.turn(0, [['speech', 50_000, 55_000]], false)
    begin(rig, 'second')
    await rig.speak(1_000)
    const stopped = rig.stream.stop()
    await rig.pass(0)
    expect(rig.socket.terminated()).toBe(true)
    expect(first.terminated()).toBe(true)
    first.turn(0, [['speech', 50_000, 56_000]], true)
    first.say({ type: 'Termination' })
    await stopped
    expect(rig.text()).toEqual(['speech'])
    expect(rig.gaps()).toEqual([])
  })

  it('leaves no session open while the next one opens', async () => {
    const { rig, first } = await rotating(55_100)
    const stopped = rig.stream.stop()
    await rig.pass(0)
    first.say({ type: 'Termination' })
    await stopped
    expect(rig.sockets.map(({ closedHere }) => closedHere)).toEqual([true, true])
  })

  it('takes the last words from the other session during a handover', async () => {
    const { rig, first } = await rotating(55_100)
    begin(rig, 'second')
    await rig.speak(400)
    expect(first.terminated()).toBe(true)
    await rig.speak(500)
    const stopped = rig.stream.stop()
    first.say({ type: 'Termination' })
    await rig.pass(3_000)
    expect(heard(rig.socket).at(-1)).toBe(1_120)
    expect(rig.socket.terminated()).toBe(true)
    rig.socket.turn(0, [['end', 100, 400]], true)
    rig.socket.say({ type: 'Termination' })
    await stopped
    expect(rig.text()).toEqual(['end'])
    expect(rig.gaps()).toEqual([])
  })

  it('reports a gap during a handover if the other session is gone too', async () => {
    const { rig, first } = await rotating(55_100)
    begin(rig, 'second')
    await rig.speak(400)
    rig.socket.drop(1006)
    await rig.speak(500)
    FakeSocket.refuses = true
    const stopped = rig.stream.stop()
    first.say({ type: 'Termination' })
    await rig.pass(60_000)
    await stopped
    const end = first.frames.length * 50
    expect(rig.gaps()).toMatchObject([{ startMs: end - 1_000, endMs: 56_000 }])
  })
})

describe('a long pause', () => {
  it('leaves no waiting session open', async () => {
    const { rig, first } = await rotating(55_100)
    first.turn(0, [['speech', 50_000, 55_000]], false)
    begin(rig, 'second')
    rig.stream.pause()
    await rig.pass(10_000)
    expect(first.terminated()).toBe(true)
    expect(rig.socket.terminated()).toBe(true)
  })
})

describe('a refused token', () => {
  it('ends nothing if it is for the next session, and is requested again while there is time', async () => {
    const rig = new Rig()
    await rig.pass(0)
    rig.socket.begin('first', { model: 'test-model' }, Date.now() + lifeMs)
    await rig.speak(1_000)
    const requestToken = vi.spyOn(rig, 'grant').mockResolvedValue(fail('key-rejected'))
    await rig.speak(95_000, true)
    expect(requestToken).toHaveBeenCalledTimes(2)
    expect(rig.states()).toEqual(['connecting', 'live'])
    expect(heard(rig.socket)).toEqual(count(1, 1_920))
  })
})
