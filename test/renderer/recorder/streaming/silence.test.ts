import { afterEach, describe, expect, it, vi } from 'vitest'
import { createSilence } from '../../../../renderer/recorder/streaming/silence'
import { createSoundDetector } from '../../../../renderer/recorder/streaming/sound-detector'
import { createRandom } from '../../../faults/random'
import { FakeRecogniser, type ScriptWord } from './fake-recogniser'
import { Rig, count, heard } from './rig'

afterEach(() => void vi.useRealTimers())

const frameMs = 50
/** Frame n of the rig has the value n, counted from 1. */
const numberOf = (pcm: ArrayBuffer) => new Int16Array(pcm)[0] ?? 0

/** A rig in which only these frames sound. */
const soundingIn = (...ranges: readonly (readonly [from: number, to: number])[]) =>
  new Rig([], undefined, (pcm) =>
    ranges.some(([from, to]) => numberOf(pcm) >= from && numberOf(pcm) <= to),
  )

describe('a silence', () => {
  it('of less than a minute leaves the session as it is', async () => {
    const rig = soundingIn([1, 40], [1_235, 1_240])
    await rig.live()
    await rig.speak(70_000, true)
    expect(rig.sockets).toHaveLength(1)
    expect(heard(rig.socket)).toEqual(count(1, 1_400))
  })

  it('of a minute ends the session, and a sound opens one with the second before it', async () => {
    const rig = soundingIn([1, 40], [2_001, 2_010])
    await rig.live()
    await rig.speak(3_000)
    rig.socket.turn(0, [['before', 1_500, 1_980]], true)
    await rig.speak(60_000, true)
    const first = rig.socket
    expect(first.terminated()).toBe(true)
    first.say({ type: 'Termination' })
    await rig.speak(37_000)
    expect(rig.sockets).toHaveLength(1)
    expect(rig.states()).toEqual(['connecting', 'live', 'waiting'])
    await rig.speak(50)
    expect(rig.states().at(-1)).toBe('connecting')
    await rig.live('second')
    await rig.speak(7_000)
    expect(rig.states().slice(3)).toEqual(['connecting', 'catching-up', 'live'])
    expect(heard(rig.socket)).toEqual(count(1_981, 2_141))
    expect(rig.of('session').at(-1)).toMatchObject({ sessionId: 'second', offsetMs: 99_000 })
    rig.socket.turn(0, [['after', 1_100, 1_400]], true)
    expect(rig.text()).toEqual(['before', 'after'])
    expect(rig.gaps()).toEqual([])
  })

  it('that ends while the session ends loses no sound', async () => {
    const rig = soundingIn([1, 40], [1_245, 1_260])
    await rig.live()
    await rig.speak(62_500, true)
    const first = rig.socket
    expect(first.terminated()).toBe(true)
    const sent = heard(first).length
    first.say({ type: 'Termination' })
    await rig.live('second')
    await rig.speak(1_000)
    expect(heard(rig.socket)[0]).toBe(sent + 1)
    expect(rig.gaps()).toEqual([])
  })

  it('waits for the words of an open turn', async () => {
    const rig = soundingIn([1, 40])
    await rig.live()
    await rig.speak(3_000)
    rig.socket.turn(0, [['open', 1_500, 1_980]], false)
    await rig.speak(62_000, true)
    expect(rig.socket.terminated()).toBe(false)
    rig.socket.turn(0, [['open', 1_500, 1_980]], true)
    await rig.speak(50)
    expect(rig.socket.terminated()).toBe(true)
  })

  it('is sent again if the session did not answer for it', async () => {
    const rig = soundingIn([1, 40])
    await rig.live()
    await rig.speak(62_500, true)
    rig.socket.drop(1006)
    await rig.pass(2_000)
    await rig.live('second')
    expect(rig.sockets).toHaveLength(2)
  })

  it.each([0, 5_000])('needs no session at Stop, %i ms after it became long', async (later) => {
    const rig = soundingIn([1, 40])
    await rig.live()
    await rig.speak(62_100, true)
    if (later > 0) {
      rig.socket.say({ type: 'Termination' })
      await rig.speak(later)
    }
    const stopped = rig.stream.stop()
    rig.socket.say({ type: 'Termination' })
    await rig.pass(0)
    await stopped
    expect(rig.sockets).toHaveLength(1)
    expect(rig.gaps()).toEqual([])
  })
})

it('is a silence of all sources together', () => {
  let now = 0
  const silence = createSilence({ now: () => now })
  const sound = new Int16Array(800).fill(1_000).buffer
  const woken: string[] = []
  const microphone = silence.join(() => woken.push('microphone'))
  const system = silence.join(() => woken.push('system'))
  const hear = (stream: typeof system, pcm = new Int16Array(800).buffer) => stream.hear(pcm)
  hear(microphone)
  hear(system)
  now = 59_000
  hear(system, sound)
  now = 118_999
  expect([microphone.isLong, system.isLong]).toEqual([false, false])
  now = 119_000
  expect([microphone.isLong, system.isLong]).toEqual([true, true])
  hear(microphone, sound)
  expect(woken).toEqual(['microphone', 'system'])
  expect(system.isLong).toBe(false)
})

describe('a sound', () => {
  const random = createRandom(16)
  /** A frame of noise with this root mean square. */
  const noise = (rms: number, also: (index: number) => number = () => 0) =>
    Int16Array.from({ length: 800 }, (_, index) =>
      Math.round((random() * 2 - 1) * rms * Math.sqrt(3) + also(index)),
    ).buffer

  it('is not the noise of a room, however loud, once it has lasted', () => {
    for (const rms of [1, 10, 300, 2_000]) {
      const isSound = createSoundDetector()
      const found = Array.from({ length: 1_200 }, () => isSound(noise(rms)))
      expect(found.filter(Boolean)).toEqual([])
    }
  })

  it('is a voice as loud as the noise itself and 6 dB more, or faint in a quiet room', () => {
    for (const [rms, voice] of [
      [300, 850],
      [10, 40],
      [0, 6],
    ] as const) {
      const isSound = createSoundDetector()
      for (let frame = 0; frame < 1_200; frame += 1) isSound(noise(rms))
      const tone = (index: number) => voice * Math.SQRT2 * Math.sin(index / 5)
      expect(isSound(noise(rms, tone)), `${voice} over ${rms}`).toBe(true)
    }
  })

  it('is a new noise, until it has stayed for minutes', () => {
    const isSound = createSoundDetector()
    for (let frame = 0; frame < 1_200; frame += 1) isSound(noise(10))
    expect(isSound(noise(100))).toBe(true)
    for (let frame = 0; frame < 3_600; frame += 1) isSound(noise(100))
    expect(isSound(noise(100))).toBe(false)
  })
})

/** Words between silences of up to two and a half minutes, from a seed. */
function scriptWithSilences(seed: number, silences: number) {
  const random = createRandom(seed)
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least))
  const words: ScriptWord[] = []
  let endMs = 300
  let freeMs = 0
  for (let silence = 0; silence < silences; silence += 1) {
    for (let word = between(1, 6); word > 0; word -= 1) {
      const startMs = endMs + between(0, 300)
      endMs = startMs + between(80, 700)
      words.push({ number: words.length, startMs, endMs })
    }
    const silenceMs = between(2_000, 150_000)
    freeMs += Math.max(0, silenceMs - 60_000)
    endMs += silenceMs
  }
  return { words, endMs, freeMs }
}

describe('200 silences of any length', () => {
  it.each(count(1, 20))(
    'cost no word, and nothing after their first minute, seed %i',
    async (seed) => {
      const { words, endMs, freeMs } = scriptWithSilences(seed, 10)
      const soundsIn = (pcm: ArrayBuffer) => {
        const fromMs = (numberOf(pcm) - 1) * frameMs
        return words.some((word) => word.startMs < fromMs + frameMs && word.endMs > fromMs)
      }
      const rig = new Rig([], undefined, soundsIn)
      const options = { words, lifeMs: 10_800_000, endSilenceMs: 400, longestTurnMs: 60_000 }
      const sessions: FakeRecogniser[] = []
      let openMs = 0
      for (let passed = 0; passed < endMs; passed += frameMs) {
        await rig.speak(frameMs)
        for (const socket of rig.sockets.slice(sessions.length)) {
          const name = `session-${sessions.length}`
          sessions.push(new FakeRecogniser(socket, name, { ...options, delayMs: 300 }))
        }
        for (const session of sessions.filter(({ over }) => !over)) {
          openMs += frameMs
          session.step()
        }
      }
      expect(rig.gaps()).toEqual([])
      expect(rig.text().join(' ')).toBe(words.map(({ number }) => number).join(' '))
      expect(sessions.length).toBeGreaterThan(2)
      // To open and to end a session takes a second, and a session never ends before its last words.
      expect(openMs).toBeLessThan(endMs - freeMs + sessions.length * 2_000)
    },
  )
})
