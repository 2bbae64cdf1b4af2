import { describe, expect, it } from 'vitest'
import { endingOf, parseKeyInput, parseKeyName } from '../../../main/keys/key-input'

const key = '0123456789abcdef0123456789abcdef'

describe('a key that a person types', () => {
  it.each([
    key,
    `  ${key}\r\n`,
    `\u00a0${key}\u200a`,
    `\ufeff${key.slice(0, 9)}\u200b${key.slice(9)}\u200e\u00ad\u2060`,
    `"${key}"`,
    `'${key}',`,
    `\u201c${key}\u201d.`,
    `\u2018${key}\u2019`,
    `\u00ab ${key} \u00bb`,
    `\`${key}\``,
    `Bearer ${key}`,
    `Authorization: Bearer ${key}`,
    `"Authorization": "${key}",`,
    `ASSEMBLYAI_API_KEY=${key}`,
    `ASSEMBLYAI_API_KEY = "${key}"`,
    `export ASSEMBLYAI_API_KEY="${key}"`,
    `export AAI=\u201c${key}\u201d;`,
    `set ASSEMBLYAI_API_KEY=${key}`,
    `$env:ASSEMBLYAI_API_KEY = '${key}'`,
    `const apiKey = '${key}';`,
    `api_key: ${key}`,
    `${key}.`,
    `${key},`,
    `${key}\u3002`,
    `{"api_key":"${key}"}`,
    `setx ASSEMBLYAI_API_KEY "${key}"`,
    `export ASSEMBLYAI_API_KEY=${key} # of the team`,
    `process.env.ASSEMBLYAI_API_KEY = "${key}"`,
    `--api-key=${key}`,
    `API key: ${key}`,
    `<${key}>`,
    `(${key}).`,
  ])('%j is the key in it', (typed) => {
    expect(parseKeyInput(typed)).toEqual({ ok: true, value: key })
  })

  it('is taken as it is up to 512 characters', () => {
    for (const typed of ['x'.repeat(512), 'sk-secret-key_012', 'equals0123456789']) {
      expect(parseKeyInput(typed)).toEqual({ ok: true, value: typed })
    }
  })

  it.each([
    ['', 'key-empty'],
    [' \t\n', 'key-empty'],
    ['""', 'key-empty'],
    ['Bearer ', 'key-too-short'],
    ['abc', 'key-too-short'],
    ['x'.repeat(513), 'key-too-long'],
  ])('%j is refused as %s', (typed, code) => {
    expect(parseKeyInput(typed)).toMatchObject({ ok: false, error: { code } })
  })

  it.each([
    ['abc def', 'key-has-spaces', 'Character 4 is a space or a line break'],
    ['abc\ndef', 'key-has-spaces', 'Character 4 is a space or a line break'],
    ['abc\u00a0def', 'key-has-spaces', 'Character 4 is U+00A0'],
    ['schlüssel', 'key-not-ascii', 'Character 5 is “ü” (U+00FC)'],
    ['abc\u0000def', 'key-not-ascii', 'Character 4 is U+0000'],
    ['abc…def', 'key-not-ascii', 'Character 4 is “…” (U+2026)'],
    ['https://host/key', 'key-not-ascii', 'Character 6 is “:” (U+003A)'],
    ['<your key>', 'key-has-spaces', 'Character 5 is a space or a line break'],
    ['abc<def', 'key-not-ascii', 'Character 4 is “<” (U+003C)'],
    ['ada@host.example', 'key-not-ascii', 'Character 4 is “@” (U+0040)'],
    [`${key.slice(0, 4)}\u0430`, 'key-not-ascii', 'Character 5 is “\u0430” (U+0430)'],
  ])('%j names what no key has', (typed, code, detail) => {
    expect(parseKeyInput(typed)).toMatchObject({ ok: false, error: { code, detail } })
  })

  it('shows its last four characters, or fewer of a short one', () => {
    expect(endingOf('0123456789abcdef')).toBe('cdef')
    expect(endingOf('01234567')).toBe('67')
    expect(endingOf('abc')).toBe('')
  })
})

describe('the name of a key', () => {
  it('is trimmed, with single spaces', () => {
    expect(parseKeyName('  My   work ', [])).toEqual({ ok: true, value: 'My work' })
  })

  it('must exist and be new', () => {
    expect(parseKeyName(' ', [])).toMatchObject({ error: { code: 'key-name-empty' } })
    expect(parseKeyName('work', ['Work'])).toMatchObject({ error: { code: 'key-name-taken' } })
  })
})
