import { afterEach, describe, expect, it, vi } from 'vitest'
import { FakeSocket } from './fake-socket'
import { Rig, count, heard } from './rig'

afterEach(() => void vi.useRealTimers())

const expired = 'Unauthorized Connection: Signature has expired'

describe('a lost connection', () => {
  it('loses no word and repeats none if it breaks within a turn', async () => {
    const rig = new Rig()
    await rig.live()
    await rig.speak(3_000)
    rig.socket.turn(0, [['one', 1_000, 1_420]], true)
    rig.socket.turn(
      1,
      [
        ['two', 2_000, 2_400],
        ['thr', 2_600, 2_900],
      ],
      false,
    )
    const first = rig.socket
    first.drop(1006)
    await rig.speak(1_000)
    expect(rig.text()).toEqual(['one', 'two thr'])
    await rig.live('second')
    expect(rig.tokens).toEqual(['token/1', 'token/2'])
    expect(rig.socket.url).toContain('token%2F2')
    await rig.speak(5_000)
    // From the frame in which the last final word ends; the word's own tail is silence.
    expect(heard(rig.socket).slice(0, 3)).toEqual([29, 30, 31])
    expect(rig.socket.frames[0]?.pcm.subarray(0, 320).every((value) => value === 0)).toBe(true)
    expect(rig.socket.frames[0]?.pcm.subarray(320).every((value) => value === 29)).toBe(true)
    expect(rig.of('session').at(-1)).toMatchObject({ sessionId: 'second', offsetMs: 1_400 })
    expect(rig.of('turn-dropped')).toMatchObject([{ sessionId: 'first', turnOrder: 1 }])
    rig.socket.turn(
      0,
      [
        ['two', 600, 1_000],
        ['three', 1_200, 1_700],
      ],
      true,
    )
    expect(rig.text()).toEqual(['one', 'two three'])
    expect(rig.of('turn').at(-1)?.turn.startMs).toBe(2_000)
    expect(rig.gaps()).toEqual([])
    expect(heard(rig.socket)).toEqual(count(29, 28 + rig.socket.frames.length))
  })

  it('is replaced by another if more is waiting than can be kept: no word is too early', async () => {
    const rig = new Rig([], 'wss://service/v3/ws?speech_model=test-model')
    await rig.live()
    await rig.speak(1_000)
    // The network takes nothing for a while, and then everything at once.
    rig.socket.bufferedAmount = 1_000_000
    await rig.speak(25_000)
    expect(rig.sockets).toHaveLength(2)
    await rig.live('second')
    await rig.speak(10_000)
    const frames = heard(rig.socket)
    // What it hears has no holes, from the position at which it begins.
    expect(frames).toEqual(count(frames[0] ?? 0, rig.spoken))
    expect(rig.of('session').at(-1)?.offsetMs).toBe(((frames[0] ?? 0) - 1) * 50)
    expect(rig.gaps()).toMatchObject([{ reason: 'network', sound: true }])
  })

  it('is caught up at 1.2 times real time', async () => {
    const rig = new Rig()
    await rig.live()
    await rig.speak(4_000)
    rig.socket.drop(1006)
    await rig.speak(1_000)
    await rig.live('second')
    const { frames } = rig.socket
    await rig.speak(10_000, true)
    expect(frames.length).toBeLessThanOrEqual(10_000 / 41.6 + 2)
    expect(frames.length).toBeGreaterThan(230)
    expect(rig.states()).toEqual(['connecting', 'live', 'connecting', 'catching-up'])
    await rig.speak(16_000, true)
    expect(rig.states().at(-1)).toBe('live')
    expect(heard(rig.socket)).toEqual(count(1, 620))
  })

  it('does not send long silence again that the service has processed', async () => {
    const rig = new Rig()
    await rig.live()
    await rig.speak(2_000)
    rig.socket.turn(0, [['one', 1_000, 1_500]], true)
    await rig.speak(60_000, true)
    rig.socket.drop(1006)
    await rig.pass(500)
    await rig.live('second')
    const { offsetMs } = rig.of('session').at(-1) ?? { offsetMs: 0 }
    await rig.speak(1_000)
    expect(rig.of('session').at(-1)?.offsetMs).toBeGreaterThan(50_000)
    expect(offsetMs).toBeGreaterThan(50_000)
    expect(rig.gaps()).toEqual([])
  })

  it('with an expired token is replaced at once, with a new token', async () => {
    const rig = new Rig()
    await rig.pass(0)
    rig.socket.fail(1008, expired)
    await rig.pass(0)
    expect(rig.tokens).toEqual(['token/1', 'token/2'])
    expect(rig.sockets).toHaveLength(2)
    expect(rig.of('connection').map(({ state }) => state)).not.toContain('offline')
  })

  it('is final if the settings are wrong, with the reason', async () => {
    const rig = new Rig()
    await rig.speak(200)
    rig.socket.fail(3006, "User Input Validation Error: Invalid 'keyterms_prompt'")
    await rig.speak(120_000)
    expect(rig.sockets).toHaveLength(1)
    expect(rig.of('connection').at(-1)).toMatchObject({
      state: 'offline',
      error: {
        code: 'session-bad-input',
        detail: "3006 User Input Validation Error: Invalid 'keyterms_prompt'",
      },
    })
  })

  it('of more than 3 s is live again at once; what was said meanwhile is a gap for a job', async () => {
    const rig = new Rig()
    await rig.live()
    await rig.speak(2_000)
    rig.socket.turn(0, [['one', 1_000, 1_400]], true)
    rig.socket.turn(1, [['tw', 1_600, 1_900]], false)
    rig.socket.drop(1006)
    await rig.speak(12_000)
    rig.stream.online()
    await rig.live('second')
    await rig.speak(7_000)
    // The latest quiet frame of the last second; here every frame is louder than the one before.
    expect(rig.of('session').at(-1)).toMatchObject({ sessionId: 'second', offsetMs: 13_000 })
    expect(heard(rig.socket)).toEqual(count(261, rig.spoken))
    expect(rig.states().at(-1)).toBe('live')
    expect(rig.gaps()).toMatchObject([{ startMs: 1_400, endMs: 13_000, filled: false }])
    rig.socket.turn(0, [['back', 100, 500]], true)
    // The words of the open turn stay until the job has better ones.
    expect(rig.text()).toEqual(['one', 'tw', 'back'])
  })

  it('that was noticed only by its silence counts from the last message on', async () => {
    const rig = new Rig()
    await rig.live()
    await rig.speak(5_000, true)
    await rig.speak(15_500)
    await rig.live('second')
    await rig.speak(1_000)
    expect(rig.of('session').at(-1)?.offsetMs).toBeGreaterThan(19_000)
    expect(rig.gaps()).toMatchObject([{ reason: 'network', filled: false }])
  })

  it('is tried again within 0.1 s', async () => {
    const rig = new Rig()
    await rig.live()
    await rig.speak(6_000)
    rig.socket.drop(1006)
    await rig.pass(101)
    expect(rig.sockets).toHaveLength(2)
  })

  it('is offline after four tries; the gap grows, and live text comes back by itself', async () => {
    const rig = new Rig()
    await rig.live()
    await rig.speak(6_000)
    rig.socket.turn(0, [['one', 5_000, 5_400]], true)
    rig.socket.drop(1006)
    for (let tries = 0; tries < 4; tries += 1) {
      await rig.speak(3_000)
      rig.socket.drop(1006)
    }
    await rig.pass(0)
    expect(rig.sockets).toHaveLength(5)
    expect(rig.of('connection').at(-1)).toMatchObject({
      state: 'offline',
      error: { code: 'socket-blocked' },
    })
    expect(rig.gaps()).toMatchObject([{ startMs: 5_400, endMs: 18_000, reason: 'network' }])
    await rig.speak(30_000)
    expect(rig.gaps()).toHaveLength(1)
    expect(rig.gaps()[0]?.endMs).toBeGreaterThan(38_000)
    await rig.speak(6_000)
    expect(rig.sockets).toHaveLength(6)
    await rig.live('again')
    // The gap is too long to catch up: it continues with what is said now.
    await rig.speak(1_000)
    const { offsetMs } = rig.of('session').at(-1)!
    expect(offsetMs).toBe(53_000)
    expect(rig.gaps()).toMatchObject([{ startMs: 5_400, endMs: 53_000, filled: false }])
    rig.socket.turn(0, [['back', 500, 900]], true)
    expect(rig.text()).toEqual(['one', 'back'])
  })

  it('is tried again at once when the network is back', async () => {
    const rig = new Rig()
    FakeSocket.refuses = true
    await rig.speak(15_000)
    expect(rig.states()).toEqual(['connecting', 'connecting', 'offline'])
    FakeSocket.refuses = false
    rig.stream.online()
    await rig.live('back')
    await rig.speak(1_000)
    expect(rig.states().at(-1)).toBe('catching-up')
    // All of it is sent in the end.
    expect(heard(rig.socket)[0]).toBe(1)
    expect(rig.gaps()).toMatchObject([{ filled: true }])
  })

  it('keeps the words of an open turn whose audio is not sent again', async () => {
    const rig = new Rig()
    await rig.live()
    await rig.speak(2_000)
    rig.socket.turn(0, [['said', 1_000, 1_500]], false)
    rig.socket.drop(1006)
    await rig.speak(25_000)
    rig.stream.online()
    await rig.live('second')
    await rig.speak(1_000)
    expect(rig.text()).toEqual(['said'])
    expect(rig.gaps()).toMatchObject([{ startMs: 0, endMs: 26_000, filled: false }])
  })

  it('is noticed after 15 s without a message', async () => {
    const rig = new Rig()
    await rig.live()
    await rig.speak(20_000, true)
    const first = rig.socket
    await rig.speak(14_900)
    expect(rig.sockets).toHaveLength(1)
    await rig.speak(1_000)
    expect(first.closedHere).toBe(true)
    expect(first.terminated()).toBe(true)
    expect(rig.sockets).toHaveLength(2)
  })

  it('is not assumed of a service that sends no heartbeats', async () => {
    const rig = new Rig([], 'wss://service/v3/ws?speech_model=test-model')
    await rig.live()
    await rig.speak(60_000)
    expect(rig.sockets).toHaveLength(1)
  })

  it('is given up if Begin does not come within 10 s', async () => {
    const rig = new Rig()
    await rig.pass(9_900)
    expect(rig.sockets).toHaveLength(1)
    await rig.pass(1_200)
    expect(rig.of('connection').at(-1)?.error?.code).toBe('begin-timeout')
    expect(rig.sockets).toHaveLength(2)
  })

  it('waits a minute if there were too many sessions', async () => {
    const rig = new Rig()
    await rig.pass(0)
    rig.socket.fail(3009, 'Unauthorized Connection: Too many concurrent sessions')
    await rig.pass(59_000)
    expect(rig.sockets).toHaveLength(1)
    expect(rig.of('connection').at(-1)).toMatchObject({
      state: 'offline',
      error: { code: 'rate-limited' },
    })
    await rig.pass(7_000)
    expect(rig.sockets).toHaveLength(2)
  })

  it('is replaced at once if the session reached its time limit', async () => {
    const rig = new Rig()
    await rig.live()
    await rig.speak(8_000)
    rig.socket.turn(0, [['one', 7_000, 7_500]], true)
    rig.socket.fail(3008, 'Session Expired: Maximum session duration exceeded')
    await rig.live('second')
    expect(rig.sockets).toHaveLength(2)
    await rig.speak(500)
    expect(heard(rig.socket)[0]).toBe(151)
    expect(rig.of('connection').every(({ error }) => error === null)).toBe(true)
  })

  it('begins with what is said now after an error about the sound', async () => {
    const rig = new Rig()
    await rig.live()
    await rig.speak(8_000)
    rig.socket.fail(3007, 'Input Duration Error: Audio Transmission Rate Exceeded')
    await rig.speak(1_000)
    await rig.live('second')
    await rig.speak(200)
    expect(heard(rig.socket)[0]).toBeGreaterThan(150)
    expect(rig.gaps()).toMatchObject([{ startMs: 0, filled: false }])
  })
})
