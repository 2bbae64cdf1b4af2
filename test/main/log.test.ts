import { describe, expect, it } from 'vitest'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createLog, formatLine, hideFromLogs, redact, setupLog } from '../../main/log'
import { temporaryFolder } from './library/folder'

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

it('a flood of lines fills two files and no more', () => {
  const folder = temporaryFolder()
  setupLog(folder)
  const { info } = createLog('flood')
  const filler = 'x'.repeat(100_000)
  for (let line = 0; line < 130; line += 1) info(`line ${line}`, { filler })
  const sizes = ['parley.log', 'parley.old.log'].map((name) => statSync(join(folder, name)).size)
  expect(Math.max(...sizes)).toBeLessThan(5_200_000)
  expect(readFileSync(join(folder, 'parley.log'), 'utf8')).toContain('line 129')
})
