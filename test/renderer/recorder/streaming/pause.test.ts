import { afterEach, describe, expect, it, vi } from 'vitest'
import { fail, ok } from '../../../../common/errors'
import { Rig, count, heard } from './rig'

afterEach(() => void vi.useRealTimers())

describe('a pause', () => {
  it('of less than 10 s leaves the session as it is', async () => {
    const rig = new Rig()
    await rig.live()
    await rig.speak(2_000)
    rig.stream.pause()
    await rig.pass(9_900)
    rig.beat()
    rig.stream.resume()
    await rig.speak(2_000)
    await rig.pass(12_000)
    expect(rig.sockets).toHaveLength(1)
    expect(rig.socket.terminated()).toBe(false)
    expect(heard(rig.socket)).toEqual(count(1, 80))
    expect(rig.states()).toEqual(['connecting', 'live'])
  })

  it('of 10 s ends the session and takes its last words; a new one continues after it', async () => {
    const rig = new Rig()
    await rig.live()
    await rig.speak(2_000)
    rig.stream.pause()
    await rig.pass(10_000)
    const first = rig.socket
    expect(first.terminated()).toBe(true)
    first.turn(0, [['before', 1_500, 1_980]], true)
    first.say({ type: 'Termination' })
    await rig.pass(3_600_000)
    expect(rig.sockets).toHaveLength(1)
    expect(rig.gaps()).toEqual([])

    rig.stream.resume()
    await rig.live('second')
    await rig.speak(1_000)
    expect(rig.tokens).toEqual(['token/1', 'token/2'])
    expect(heard(rig.socket)).toEqual(count(41, 60))
    expect(rig.of('session').at(-1)).toMatchObject({ sessionId: 'second', offsetMs: 2_000 })
    expect(rig.states()).toEqual(['connecting', 'live', 'connecting', 'live'])
    rig.socket.turn(0, [['after', 100, 500]], true)
    expect(rig.text()).toEqual(['before', 'after'])
    expect(rig.of('turn').at(-1)?.turn).toMatchObject({ startMs: 2_100, finalMs: 3_000 })
    expect(rig.gaps()).toEqual([])
  })

  it('that ends while the session ends loses no sound', async () => {
    const rig = new Rig()
    await rig.live()
    await rig.speak(2_000)
    rig.stream.pause()
    await rig.pass(10_100)
    rig.stream.resume()
    const first = rig.socket
    await rig.speak(1_000)
    expect(heard(first)).toEqual(count(1, 40))
    first.say({ type: 'Termination' })
    await rig.live('second')
    await rig.speak(6_000)
    expect(heard(rig.socket)).toEqual(count(41, 180))
    expect(rig.of('session').at(-1)?.offsetMs).toBe(2_000)
    expect(rig.gaps()).toEqual([])
  })

  it('sends what is waiting before it ends the session', async () => {
    const rig = new Rig()
    await rig.speak(15_000)
    rig.stream.pause()
    await rig.live()
    await rig.pass(11_000)
    expect(rig.socket.terminated()).toBe(false)
    await rig.pass(2_000)
    expect(heard(rig.socket)).toEqual(count(1, 300))
    expect(rig.socket.terminated()).toBe(true)
  })

  it('opens no connection if there is none; the words come after it', async () => {
    const rig = new Rig()
    await rig.live()
    await rig.speak(3_000)
    rig.socket.turn(0, [['one', 500, 1_000]], true)
    rig.stream.pause()
    rig.socket.drop(1006)
    await rig.pass(600)
    rig.socket.drop(1006)
    await rig.pass(60_000)
    const opened = rig.sockets.length
    await rig.pass(600_000)
    expect(rig.sockets).toHaveLength(opened)
    expect(rig.gaps()).toMatchObject([{ startMs: 1_000, endMs: 3_000, filled: false }])
    rig.stream.resume()
    await rig.live('second')
    await rig.speak(1_000)
    expect(heard(rig.socket)[0]).toBe(21)
    expect(rig.gaps()).toMatchObject([{ filled: true }])
  })

  it('is not given up if no token is granted in it', async () => {
    const rig = new Rig([
      ok({ url: 'wss://service/v3/ws?a=1', token: 't', model: 'test-model' }),
      fail('token-not-lent'),
    ])
    await rig.live()
    await rig.speak(1_000)
    rig.stream.pause()
    rig.socket.drop(1006)
    await rig.pass(5_000)
    expect(rig.states().at(-1)).toBe('offline')
    rig.stream.resume()
    await rig.live('second')
    await rig.speak(1_000)
    expect(heard(rig.socket)[0]).toBe(1)
    expect(rig.gaps()).toMatchObject([{ filled: true }])
  })

  it('can be followed by Stop directly', async () => {
    const rig = new Rig()
    await rig.live()
    await rig.speak(1_000)
    rig.stream.pause()
    await rig.pass(10_000)
    rig.socket.say({ type: 'Termination' })
    await rig.pass(5_000)
    await rig.stream.stop()
    expect(rig.sockets).toHaveLength(1)
    expect(rig.gaps()).toEqual([])
  })
})
