import { describe, expect, it } from 'vitest'
import { isSensiblyLarge } from '../../../main/boundary/message-size'

const word = { text: 'word', startMs: 0, endMs: 1, confidence: 1, isFinal: true, speaker: null }

describe('the size of a message', () => {
  it.each([
    ['nothing', undefined],
    ['the longest turn', { turn: { text: 'x'.repeat(100_000), words: Array(20_000).fill(word) } }],
    ['notes of a million characters', { id: 'a', text: 'x'.repeat(1_000_000) }],
    ['a binary one', { pcm: new ArrayBuffer(64_000), view: new Uint8Array(64_000) }],
  ])('is sensible for %s', (_name, message) => expect(isSensiblyLarge(message)).toBe(true))

  const cycle: unknown[] = []
  cycle.push(cycle)
  const named = Object.fromEntries(Array.from({ length: 600_000 }, (_, index) => [index, 0]))
  const revision = { words: Array(20_000).fill(word) }
  it.each([
    ['a text of 50 MB', { text: 'x'.repeat(50_000_000) }],
    ['texts of 50 MB together', Array(50).fill('x'.repeat(1_000_000))],
    ['names of 50 MB', { ['x'.repeat(50_000_000)]: 0 }],
    ['a list without end', new Array(4_294_967_295)],
    ['very many names', named],
    ['a circle', cycle],
    ['parts that multiply each other', { revisions: Array(10_000).fill(revision) }],
  ])('is too large for %s, which is found quickly', (_name, message) => {
    const before = performance.now()
    expect(isSensiblyLarge(message)).toBe(false)
    expect(performance.now() - before).toBeLessThan(5_000)
  })
})
