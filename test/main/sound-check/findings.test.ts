import { describe, expect, it } from 'vitest'
import { findingsOf, loudnessOf } from '../../../main/sound-check/findings'
import type { Level, CapturedSource } from '../../../common/model'

const amplitude = (db: number) => 10 ** (db / 20)

/**
 * Five seconds of levels, ten a second: speech of this rms for part of the time, otherwise a quiet
 * room.
 */
function levels(
  source: CapturedSource,
  rmsDb: number,
  changes: { share?: number; clipped?: number } = {},
) {
  const { share = 0.5, clipped = 0 } = changes
  return Array.from({ length: 50 }, (_, n): Level => {
    const db = n / 50 < share ? rmsDb : Math.min(rmsDb, -75)
    return {
      source,
      rms: amplitude(db),
      peak: n < clipped ? 1 : Math.min(0.99, amplitude(db + 12)),
      clipped: n < clipped,
    }
  })
}

function findings(source: CapturedSource, rmsDb: number, changes = {}) {
  return findingsOf(source, loudnessOf(levels(source, rmsDb, changes)), false)
}

describe('the microphone', () => {
  it.each([-15, -25, -40])('is fine with a voice of %i dB', (db) => {
    expect(findings('microphone', db)).toEqual(['fine'])
  })

  it('is fine with one sentence in five seconds, and with one knock', () => {
    expect(findings('microphone', -25, { share: 0.2 })).toEqual(['fine'])
    expect(findings('microphone', -25, { clipped: 1 })).toEqual(['fine'])
  })

  it.each([-50, -65, -75])('is very quiet with a voice of %i dB', (db) => {
    expect(findings('microphone', db)).toEqual(['quiet'])
  })

  it.each([-90, -120, Number.NEGATIVE_INFINITY])('is silent at %d dB', (db) => {
    expect(findings('microphone', db)).toEqual(['silent'])
  })

  it('is too loud if it is clipped more than once', () => {
    expect(findings('microphone', -8, { clipped: 2 })).toEqual(['loud'])
  })

  it('is reported first if it is not the chosen one', () => {
    const substitute = (rmsDb: number) =>
      findingsOf('microphone', loudnessOf(levels('microphone', rmsDb)), true)
    expect(substitute(-25)).toEqual(['substitute', 'fine'])
    expect(substitute(-100)).toEqual(['substitute', 'silent'])
  })
})

describe('the system audio', () => {
  it('is fine if the notes are heard', () => {
    expect(findings('system', -24, { share: 0.3 })).toEqual(['fine'])
  })

  it('is silent if they are not, because it has no noise', () => {
    expect(findings('system', -75)).toEqual(['silent'])
    expect(findings('system', Number.NEGATIVE_INFINITY)).toEqual(['silent'])
  })

  it('is very quiet at a low volume', () => {
    expect(findings('system', -55)).toEqual(['quiet'])
  })

  it('is too loud if it is clipped', () => {
    expect(findings('system', -3, { clipped: 10 })).toEqual(['loud'])
  })
})

it('nothing at all is silence', () => {
  expect(loudnessOf([])).toEqual({ peak: 0, loud: 0, clipped: 0 })
  expect(findingsOf('microphone', loudnessOf([]), false)).toEqual(['silent'])
})
