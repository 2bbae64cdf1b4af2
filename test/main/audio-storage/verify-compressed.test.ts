import { describe, expect, it } from 'vitest'
import { createCompressionCheck } from '../../../main/audio-storage/verify-compressed'
import { toneSpeech } from '../../speech/tones'

const { samples } = toneSpeech({ words: 12, sampleRate: 16_000 })

function alike(after: Int16Array, before = samples): boolean {
  const likeness = createCompressionCheck()
  // As a page sends it: in pieces that end anywhere.
  for (let at = 0; at < before.length; at += 7_001) {
    likeness.add(before.subarray(at, at + 7_001), after.subarray(at, at + 7_001))
  }
  return likeness.isAlike()
}

describe('createLikeness', () => {
  it('accepts the audio itself, a little late, and with a little noise', () => {
    expect(alike(samples)).toBe(true)
    expect(alike(samples.map((_, at) => samples[at - 300] ?? 0))).toBe(true)
    expect(alike(samples.map((sample, at) => sample * 0.9 + ((at * 7_919) % 200) - 100))).toBe(true)
  })

  it('refuses silence instead of audio, and audio instead of silence', () => {
    const silence = new Int16Array(samples.length)
    expect(alike(silence)).toBe(false)
    expect(alike(samples, silence)).toBe(false)
    expect(alike(silence, silence)).toBe(true)
  })

  it('refuses a missing second, and audio that is a second late', () => {
    const from = Math.floor(samples.length / 2)
    expect(alike(samples.map((s, at) => (at > from && at < from + 16_000 ? 0 : s)))).toBe(false)
    const loud = samples.map((_, at) => ((at * 31) % 2_000) - 1_000)
    const begun = loud.map((sample, at) => (at < 32_000 ? 0 : sample))
    const later = loud.map((sample, at) => (at < 48_000 ? 0 : sample))
    expect(alike(later, begun)).toBe(false)
  })
})
