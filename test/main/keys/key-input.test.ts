import { describe, expect, it } from 'vitest'
import { endingOf, parseKeyInput, parseKeyName } from '../../../main/keys/key-input'

describe('a key as typed', () => {
  it.each([
    ['0123456789abcdef', '0123456789abcdef'],
    ['  0123456789abcdef\r\n', '0123456789abcdef'],
    ['\u00a0key\u200a', 'key'],
    ['x'.repeat(512), 'x'.repeat(512)],
  ])('%j is %j', (typed, key) => {
    expect(parseKeyInput(typed)).toEqual({ ok: true, value: key })
  })

  it.each([
    ['', 'key-empty'],
    [' \t\n', 'key-empty'],
    ['abc def', 'key-has-spaces'],
    ['abc\ndef', 'key-has-spaces'],
    ['abc\u00a0def', 'key-has-spaces'],
    ['schlüssel', 'key-not-ascii'],
    ['abc\u200bdef', 'key-not-ascii'],
    ['abc\u0000def', 'key-not-ascii'],
    ['abc…def', 'key-not-ascii'],
    ['x'.repeat(513), 'key-too-long'],
  ])('%j is refused as %s', (typed, code) => {
    expect(parseKeyInput(typed)).toMatchObject({ ok: false, error: { code } })
  })

  it('shows its last four characters, and fewer of a short one', () => {
    expect(endingOf('0123456789abcdef')).toBe('cdef')
    expect(endingOf('01234567')).toBe('67')
    expect(endingOf('abc')).toBe('')
  })
})

describe('the name of a key', () => {
  it('is trimmed, with single spaces', () => {
    expect(parseKeyName('  My   work ', [])).toEqual({ ok: true, value: 'My work' })
  })

  it('is there and not taken', () => {
    expect(parseKeyName(' ', [])).toMatchObject({ error: { code: 'key-name-empty' } })
    expect(parseKeyName('work', ['Work'])).toMatchObject({ error: { code: 'key-name-taken' } })
  })
})
