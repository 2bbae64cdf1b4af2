import { describe, expect, it } from 'vitest'
import { formatLine, hideFromLogs, redact } from '../../main/log'

describe('log lines', () => {
  const at = new Date(Date.UTC(2026, 0, 2, 3, 4, 5))

  it('hide a known key wherever it stands', () => {
    hideFromLogs('0123456789abcdef')
    expect(redact('key 0123456789abcdef used')).toBe('key [key] used')
  })

  it('hide tokens by their shape and in addresses', () => {
    expect(redact(`got AQI${'x'.repeat(40)}`)).toBe('got [token]')
    expect(redact('wss://host/v3/ws?a=1&token=secret&b=2')).toBe(
      'wss://host/v3/ws?a=1&token=[token]&b=2',
    )
  })

  it('never print speech, whatever the caller passes', () => {
    const line = formatLine('info', 'area', 'turn', { text: 'hello there', words: ['hello'] }, at)
    expect(line).not.toContain('hello')
    expect(line).toContain('2026-01-02T03:04:05.000Z info area: turn')
  })

  it('hide keys, tokens and speech however deep they lie', () => {
    const odd = '0odd"key\\with quotes'
    hideFromLogs(odd)
    const token = `AQI${'y'.repeat(40)}`
    const cause = new Error(`refused ${odd} and ${token}`)
    const data = { cause, list: [{ turn: { text: 'spoken', words: [{ text: 'uttered' }] } }, odd] }
    const line = formatLine('error', 'area', `asked with ${odd}`, data, at)
    for (const secret of ['0odd', 'AQI', 'spoken', 'uttered']) expect(line).not.toContain(secret)
    expect(line).toContain('refused [key] and [token]')
  })

  it('print the message of an error', () => {
    expect(formatLine('error', 'a', 'm', { cause: new TypeError('no') }, at)).toContain(
      'TypeError: no',
    )
  })
})
