import { describe, expect, it } from 'vitest'
import { measureBands } from '../../../main/echo/bands'
import { classify, delays, matchAudio, type AudioMatch } from '../../../main/echo/audio-match'
import { inRoom, louder, mixed, noise, placed, voice } from './mixes'

const seconds = 8
const length = seconds * 16_000
const others = voice(1, seconds)
const person = voice(2, seconds)
const room = noise(3, length, -66)

function likeness(
  system: Float32Array,
  microphone: Float32Array,
  within = { startMs: 1_000, endMs: 7_000 },
): AudioMatch {
  return matchAudio({
    heard: measureBands(microphone),
    played: measureBands(system),
    within,
    delays: delays.microphone,
  })
}

const verdict = (found: AudioMatch) => classify(found, delays.microphone)

const echo = (db: number, ms: number) => placed(louder(others, db), ms, length)

describe('the loudspeaker alone', () => {
  const cases = [-3, -10, -20].flatMap((db) => [3, 80, 200].map((ms) => [db, ms] as const))

  it.each(cases)('at %i dB and %i ms is echo, at its delay and level', (db, ms) => {
    const found = likeness(others, mixed(echo(db, ms), room))
    expect(verdict(found)).toBe('echo')
    expect(Math.abs(found.delayMs - ms)).toBeLessThanOrEqual(16)
    expect(found.louderDb).toBeCloseTo(db, 0)
  })

  it.each([0.2, 0.4, 0.7])('in a room of %d s of reverberation is echo at least likely', (rt) => {
    const found = likeness(others, mixed(inRoom(echo(-10, 80), rt), room))
    expect(verdict(found)).not.toBe('own')
  })
})

describe('a person', () => {
  it.each([0, -6, -12])('who speaks with headphones at %i dB is no echo', (db) => {
    const found = likeness(others, mixed(louder(person, db), room))
    expect(verdict(found)).toBe('own')
    expect(found.similarity).toBeLessThan(0.5)
  })

  it.each([-3, -10, -20])('who talks over a loudspeaker at %i dB is recognised', (db) => {
    for (const own of [0, -6, -12]) {
      const found = likeness(others, mixed(inRoom(echo(db, 80), 0.4), louder(person, own), room))
      expect(verdict(found), `${own} dB`).toBe('own')
    }
  })

  it.each([2_000, 3_000, 4_000, 5_000])('who says one short word at %i ms is recognised', (at) => {
    const word = placed(voice(5, 1).subarray(3_000, 7_800), at, length)
    const found = likeness(others, mixed(inRoom(echo(-10, 80), 0.4), word, room))
    expect(verdict(found)).toBe('own')
  })

  it('who repeats what was said, immediately or later, is recognised', () => {
    for (const ms of [700, 1_500, 2_500]) {
      const found = likeness(others, mixed(placed(louder(others, -6), ms, length), room))
      expect(verdict(found), `${ms} ms`).toBe('own')
    }
  })

  it('whose own voice comes back through the call said it first', () => {
    const system = placed(louder(person, -6), 350, length)
    expect(verdict(likeness(system, mixed(person, room)))).toBe('own')
  })

  it('is searched only inside the turn: before and after it are other turns', () => {
    const word = placed(voice(5, 1).subarray(3_000, 12_000), 6_500, length)
    const microphone = mixed(echo(-10, 80), word, room)
    expect(verdict(likeness(others, microphone))).toBe('own')
    expect(verdict(likeness(others, microphone, { startMs: 1_000, endMs: 6_000 }))).toBe('echo')
  })
})

it('a microphone much louder than what is played records something else', () => {
  const found = likeness(louder(others, -30), mixed(louder(others, -20), noise(3, length, -80)))
  expect(found.similarity).toBeGreaterThan(0.9)
  expect(verdict(found)).toBe('own')
})

it('silence and sounds that are too short are no echo', () => {
  const silent = new Float32Array(length)
  for (const [system, microphone] of [
    [silent, silent],
    [others, silent],
    [silent, room],
    [new Float32Array(10), new Float32Array(10)],
    [new Float32Array(0), person],
  ] as const) {
    expect(verdict(likeness(system, microphone))).toBe('own')
  }
})
