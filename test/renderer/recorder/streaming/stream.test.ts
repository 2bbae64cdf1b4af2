import { afterEach, describe, expect, it, vi } from 'vitest'
import { fail, ok, type Result } from '../../../../preload/errors'
import { recorderEventSchema, type SessionGrant } from '../../../../preload/model'
import { Rig, count, heard } from './rig'

afterEach(() => void vi.useRealTimers())

describe('a session', () => {
  it('gets the token in its address, and the frames from before Begin after it', async () => {
    const rig = new Rig()
    await rig.speak(500)
    expect(rig.socket.url).toMatch(/&session_heartbeat=true&token=token%2F1$/)
    expect(rig.socket.frames).toHaveLength(0)
    await rig.live()
    await rig.speak(3_000)
    expect(heard(rig.socket)).toEqual(count(1, 70))
    expect(rig.of('session')).toEqual([
      {
        type: 'session',
        source: 'microphone',
        sessionId: 'first',
        model: 'test-model',
        offsetMs: 0,
      },
    ])
  })

  it('reports turns on the meeting’s time line', async () => {
    const rig = new Rig()
    await rig.live()
    await rig.speak(2_000)
    rig.socket.turn(0, [['hello', 1_000, 1_400]], false)
    rig.socket.turn(0, [['hello', 1_000, 1_400]], true)
    expect(rig.of('turn').map(({ turn }) => [turn.startMs, turn.isFinal])).toEqual([
      [1_000, false],
      [1_000, true],
    ])
    expect(rig.of('turn')[0]?.turn.timing).toBe('measured')
  })

  it('says which words have estimated times', async () => {
    const rig = new Rig()
    await rig.pass(0)
    rig.socket.begin('engine', { model: 'test-model', word_timing: 'estimated' })
    await rig.speak(1_000)
    rig.socket.turn(0, [['hello', 500, 900]], false)
    expect(rig.of('turn')[0]?.turn.timing).toBe('estimated')
    expect(rig.of('problem')).toEqual([])
  })

  it('keeps the words of another model and tells the mismatch', async () => {
    const rig = new Rig()
    await rig.pass(0)
    rig.socket.begin('first', { model: 'another' })
    await rig.speak(1_000)
    rig.socket.turn(0, [['hello', 500, 900]], true)
    expect(rig.of('problem')[0]?.error).toMatchObject({
      code: 'model-mismatch',
      detail: 'asked for test-model, got another',
    })
    expect(rig.text()).toEqual(['hello'])
  })

  it('counts what it does not know and goes on', async () => {
    const rig = new Rig()
    await rig.live()
    rig.socket.say({ type: 'Silence' })
    rig.socket.say('not json')
    rig.socket.say({ type: 'Warning', warning_code: 7, warning: 'x' })
    rig.socket.say({ type: 'Silence' })
    expect(rig.of('ignored').map(({ messageType, count: n }) => [messageType, n])).toEqual([
      ['Silence', 1],
      ['malformed', 1],
      ['Warning 7', 1],
      ['Silence', 2],
    ])
    expect(rig.states().at(-1)).toBe('live')
  })

  it('reports only what the contract has', async () => {
    const rig = new Rig()
    await rig.live()
    await rig.speak(1_000)
    rig.socket.turn(0, [['hello', 500, 900]], false)
    rig.socket.say({ type: 'SpeakerRevision', revisions: [{ turn_order: 0, speaker_label: 'A' }] })
    rig.socket.say({ type: 'Bogus' })
    rig.socket.drop(1006)
    await rig.pass(60_000)
    for (const event of rig.events) {
      expect(recorderEventSchema.safeParse(event).error).toBeUndefined()
    }
  })
})

describe('the end of a recording', () => {
  it('terminates, takes the last turns, and leaves no gap', async () => {
    const rig = new Rig()
    await rig.live()
    await rig.speak(2_000)
    rig.socket.turn(0, [['last', 1_500, 1_900]], false)
    const stopped = rig.stream.stop()
    await rig.pass(0)
    expect(rig.socket.texts).toEqual(['{"type":"Terminate"}'])
    rig.socket.turn(0, [['last', 1_500, 1_900]], true)
    rig.socket.say({ type: 'Termination', audio_duration_seconds: 2, session_duration_seconds: 3 })
    await stopped
    expect(rig.of('turn').at(-1)?.turn.isFinal).toBe(true)
    expect(rig.gaps()).toEqual([])
    expect(rig.socket.closeCode).toBe(1_000)
    expect(rig.sockets).toHaveLength(1)
  })

  it('waits no longer than 5 s, and says what may be missing', async () => {
    const rig = new Rig()
    await rig.live()
    await rig.speak(2_000)
    rig.socket.turn(0, [['done', 500, 1_000]], true)
    let isOver = false
    void rig.stream.stop().then(() => (isOver = true))
    await rig.pass(4_900)
    expect(isOver).toBe(false)
    await rig.pass(200)
    expect(isOver).toBe(true)
    expect(rig.gaps()).toMatchObject([{ startMs: 1_000, endMs: 2_000, reason: 'network' }])
  })

  it('waits longer while turns come', async () => {
    const rig = new Rig()
    await rig.live()
    await rig.speak(2_000)
    const stopped = rig.stream.stop()
    for (const order of [0, 1, 2]) {
      await rig.pass(4_000)
      rig.socket.turn(order, [[`turn ${order}`, order * 500, order * 500 + 400]], true)
    }
    rig.socket.say({ type: 'Termination' })
    await stopped
    expect(rig.text()).toEqual(['turn 0', 'turn 1', 'turn 2'])
    expect(rig.gaps()).toEqual([])
  })

  it('takes the words of 19 s that are still to be sent', async () => {
    const rig = new Rig()
    await rig.pass(0)
    await rig.speak(9_000)
    rig.socket.begin('first')
    rig.socket.drop(1011)
    await rig.speak(10_000)
    await rig.live('second')
    let isOver = false
    const stopped = rig.stream.stop().then(() => (isOver = true))
    await rig.pass(8_000)
    rig.beat()
    await rig.pass(8_500)
    expect(isOver).toBe(false)
    expect(rig.socket.terminated()).toBe(true)
    rig.socket.turn(0, [['all', 18_000, 18_500]], true)
    rig.socket.say({ type: 'Termination' })
    await stopped
    expect(heard(rig.socket)).toEqual(count(1, 380))
    expect(rig.gaps()).toEqual([])
  })

  it('gives up on a network that takes nothing any more', async () => {
    const rig = new Rig()
    await rig.speak(9_000)
    await rig.live()
    rig.socket.bufferedAmount = 1_000_000
    let isOver = false
    void rig.stream.stop().then(() => (isOver = true))
    await rig.pass(7_000)
    expect(isOver).toBe(false)
    await rig.pass(2_000)
    expect(isOver).toBe(true)
    expect(rig.gaps()).toMatchObject([{ startMs: 0, endMs: 9_000 }])
    expect(rig.socket.terminated()).toBe(true)
  })

  it('sends what is still waiting before it terminates', async () => {
    const rig = new Rig()
    await rig.speak(4_000)
    const stopped = rig.stream.stop()
    await rig.live()
    await rig.pass(1_000)
    expect(rig.socket.terminated()).toBe(false)
    await rig.pass(3_000)
    expect(heard(rig.socket)).toEqual(count(1, 80))
    expect(rig.socket.terminated()).toBe(true)
    rig.socket.say({ type: 'Termination' })
    await stopped
    expect(rig.gaps()).toEqual([])
  })

  it('comes at once while there is no connection, with the gap', async () => {
    const rig = new Rig([fail('key-rejected')])
    await rig.speak(3_000)
    expect(rig.of('connection').at(-1)).toMatchObject({
      state: 'offline',
      error: { code: 'key-rejected' },
    })
    await rig.stream.stop()
    expect(rig.gaps()).toMatchObject([{ startMs: 0, endMs: 3_000 }])
    expect(rig.sockets).toHaveLength(0)
  })

  it('leaves no session open when Begin comes too late', async () => {
    const rig = new Rig()
    await rig.speak(500)
    const stopped = rig.stream.stop()
    await rig.pass(45_000)
    await stopped
    expect(rig.sockets.every(({ closedHere }) => closedHere)).toBe(true)
  })
})

describe('a token', () => {
  it('that takes long is waited for, while the state says offline', async () => {
    let give: (grant: Result<SessionGrant>) => void = () => undefined
    const rig = new Rig([new Promise((resolve) => (give = resolve))])
    await rig.speak(13_000)
    expect(rig.states().at(-1)).toBe('offline')
    give(ok({ url: 'wss://late/v3/ws?session_heartbeat=true', token: 't', model: 'test-model' }))
    await rig.live('late')
    expect(rig.socket.url).toMatch(/^wss:\/\/late/)
    await rig.speak(100)
    expect(rig.states().at(-1)).toBe('catching-up')
  })

  it('that main cannot get is asked for again', async () => {
    const rig = new Rig([fail('offline'), fail('timed-out'), fail('dns-failed')])
    await rig.pass(60_000)
    expect(rig.tokens).toEqual(['token/1'])
    expect(rig.of('connection').find(({ state }) => state === 'offline')?.error?.code).toBe(
      'dns-failed',
    )
  })
})

describe('Stop before there was a token', () => {
  it('tells the gap, whether main’s refusal or the end comes first', async () => {
    for (const order of ['refused', 'stopped'] as const) {
      let refuse: () => void = () => undefined
      const rig = new Rig([
        new Promise((resolve) => (refuse = () => resolve(fail('token-not-lent')))),
      ])
      await rig.speak(1_000)
      if (order === 'refused') refuse()
      await rig.speak(100)
      const stopped = rig.stream.stop()
      if (order === 'stopped') refuse()
      await rig.pass(20_000)
      await stopped
      expect(rig.gaps()).toMatchObject([{ startMs: 0, endMs: 1_100, filled: false }])
      expect(rig.sockets).toHaveLength(0)
    }
  })
})
