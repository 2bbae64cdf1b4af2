import { afterEach, describe, expect, it, vi } from 'vitest'
import { fail, ok, type Result } from '../../../../common/errors'
import { recorderEventSchema } from '../../../../common/schemas'
import type { SessionGrant } from '../../../../common/model'
import { Rig, count, heard } from './rig'

afterEach(() => void vi.useRealTimers())

describe('a session', () => {
  it('has the token in its address, and gets the frames from before Begin after it', async () => {
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

  it('marks words with estimated times', async () => {
    const rig = new Rig()
    await rig.pass(0)
    rig.socket.begin('engine', { model: 'test-model', word_timing: 'estimated' })
    await rig.speak(1_000)
    rig.socket.turn(0, [['hello', 500, 900]], false)
    expect(rig.of('turn')[0]?.turn.timing).toBe('estimated')
    expect(rig.of('problem')).toEqual([])
  })

  it('keeps the words of another model, and reports who answers each session', async () => {
    const rig = new Rig()
    await rig.pass(0)
    rig.socket.begin('first', { model: 'another' })
    await rig.speak(1_000)
    rig.socket.turn(0, [['hello', 500, 900]], true)
    expect(rig.of('session-began')).toEqual([
      {
        type: 'session-began',
        source: 'microphone',
        sessionId: 'first',
        requested: 'test-model',
        model: 'another',
        extras: [],
        connectingMs: 0,
      },
    ])
    expect(rig.of('session')[0]?.model).toBe('another')
    expect(rig.of('problem')).toEqual([])
    expect(rig.text()).toEqual(['hello'])
  })

  it('reports what the service says that it bills', async () => {
    const rig = new Rig()
    await rig.live('first')
    await rig.speak(2_000)
    rig.socket.drop(1006)
    await rig.pass(2_000)
    await rig.live('second')
    const stopped = rig.stream.stop()
    await rig.pass(5_000)
    rig.socket.say({ type: 'Termination', session_duration_seconds: 7 })
    await stopped
    expect(rig.of('session-ended').map((event) => [event.sessionId, event.billedSeconds])).toEqual([
      ['first', null],
      ['second', 7],
    ])
  })

  it('reports each setting that the service did not take once', async () => {
    const rig = new Rig([], 'wss://service/v3/ws?speech_model=test-model&speaker_labels=true')
    for (let session = 0; session < 3; session += 1) {
      await rig.pass(0)
      const filter = session === 2
      const echo = { model: 'test-model', speaker_labels: false, filter_profanity: filter }
      rig.socket.begin(`session-${session}`, echo)
      await rig.speak(1_000)
      rig.socket.drop(1006)
      await rig.pass(3_000)
    }
    expect(rig.of('problem').map(({ error }) => [error.code, error.detail])).toEqual([
      ['setting-not-applied', 'speaker_labels: asked for true, got false'],
      ['setting-not-applied', 'filter_profanity: asked for false, got true'],
    ])
  })

  it('tells its session what changed, and later sessions too', async () => {
    const rig = new Rig()
    await rig.live('first')
    rig.updates.change({ keyterms_prompt: [] })
    expect(rig.socket.texts).toEqual([])
    rig.updates.change({ keyterms_prompt: ['Ghent'], prompt: 'Budget' })
    const told = JSON.stringify({
      type: 'UpdateConfiguration',
      keyterms_prompt: ['Ghent'],
      prompt: 'Budget',
    })
    expect(rig.socket.texts).toEqual([told])
    // Terms cost more, and so does the session that got them later.
    const costly = rig.of('session-extras').map(({ extras }) => extras)
    expect(costly).toEqual([['key-terms']])
    rig.updates.change({ keyterms_prompt: [] })
    rig.updates.change({ keyterms_prompt: ['Ghent'], prompt: 'Budget' })
    expect(rig.of('session-extras')).toHaveLength(1)
    rig.socket.drop(1006)
    await rig.pass(3_000)
    await rig.live('second')
    expect(rig.socket.texts).toEqual([told])
  })

  it('reports each warning of the service once', async () => {
    const rig = new Rig()
    await rig.live()
    rig.socket.say({ type: 'Warning', warning_code: 7, warning: 'The sound is faint' })
    rig.socket.say({ type: 'Warning', warning_code: 7, warning: 'The sound is faint' })
    rig.socket.say({ type: 'Warning', warning: 'Something else' })
    expect(rig.of('problem').map(({ error }) => [error.code, error.detail])).toEqual([
      ['service-warning', '7 The sound is faint'],
      ['service-warning', 'Something else'],
    ])
  })

  it('counts unknown messages and continues', async () => {
    const rig = new Rig()
    await rig.live()
    rig.socket.say({ type: 'Silence' })
    rig.socket.say('not json')
    rig.socket.say({ type: 'Silence' })
    expect(rig.of('ignored').map(({ messageType, count: n }) => [messageType, n])).toEqual([
      ['Silence', 1],
      ['malformed', 1],
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

  it('waits no longer than 5 s, and reports what may be missing', async () => {
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

  it('takes the words of 11 s that are not sent yet', async () => {
    const rig = new Rig()
    await rig.pass(0)
    await rig.speak(9_000)
    rig.socket.begin('first')
    rig.socket.drop(1011)
    await rig.speak(2_000)
    await rig.live('second')
    let isOver = false
    const stopped = rig.stream.stop().then(() => (isOver = true))
    await rig.pass(8_000)
    rig.beat()
    await rig.pass(2_000)
    expect(isOver).toBe(false)
    expect(rig.socket.terminated()).toBe(true)
    rig.socket.turn(0, [['all', 10_000, 10_500]], true)
    rig.socket.say({ type: 'Termination' })
    await stopped
    expect(heard(rig.socket)).toEqual(count(1, 220))
    expect(rig.gaps()).toEqual([])
  })

  it('gives up if the network takes nothing any more', async () => {
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

  it('sends what is waiting before it terminates', async () => {
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

  it('is immediate if there is no connection, with a gap', async () => {
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

  it('leaves no session open if Begin comes too late', async () => {
    const rig = new Rig()
    await rig.speak(500)
    const stopped = rig.stream.stop()
    await rig.pass(45_000)
    await stopped
    expect(rig.sockets.every(({ closedHere }) => closedHere)).toBe(true)
  })
})

describe('a token', () => {
  it('that takes long is waited for, while the state is offline', async () => {
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

  it('that main cannot get is requested again', async () => {
    const rig = new Rig([fail('offline'), fail('timed-out'), fail('offline'), fail('dns-failed')])
    await rig.pass(60_000)
    expect(rig.tokens).toEqual(['token/1'])
    expect(rig.of('connection').find(({ state }) => state === 'offline')?.error?.code).toBe(
      'dns-failed',
    )
  })
})

describe('Stop before there was a token', () => {
  it('reports the gap, whether main’s refusal or the end comes first', async () => {
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
