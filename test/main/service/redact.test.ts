import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutSecrets } from '../../../main/service/redact'

describe('a text without secrets', () => {
  it('keeps everything else as it is', () => {
    expect(withoutSecrets('HTTP 401: no', ['0123456789abcdef'])).toBe('HTTP 401: no')
    expect(withoutSecrets('a 0123456789abcdef b', ['0123456789abcdef'])).toBe('a [hidden] b')
    expect(withoutSecrets('x', [''])).toBe('x')
  })

  it('has no token, recognised by its shape', () => {
    expect(withoutSecrets(`got AQI${'x'.repeat(100)}`, [])).toBe('got [token]')
  })

  it('has no eight characters of the secret, wherever and however it was cut', () => {
    const secret = fc.stringMatching(/^[0-9a-f]{16,64}$/)
    const around = fc.tuple(fc.string(), fc.string())
    const cut = fc.tuple(fc.nat({ max: 7 }), fc.nat({ max: 7 }))
    fc.assert(
      fc.property(secret, around, cut, (key, [a, b], [start, end]) => {
        const piece = key.slice(start, key.length - end)
        const clean = withoutSecrets(`${a}${piece}${b}${key}`, [key])
        for (let at = 0; at + 8 <= key.length; at += 1) {
          expect(clean).not.toContain(key.slice(at, at + 8))
        }
      }),
    )
  })
})
