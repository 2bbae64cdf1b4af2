import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createLog, formatLine, hideFromLogs, redact, setupLog } from '../../../main/platform/log'
import { temporaryFolder } from '../library/folder'

const logModule = fileURLToPath(new URL('../../../main/platform/log.ts', import.meta.url))

describe('log lines', () => {
  const at = new Date(Date.UTC(2026, 0, 2, 3, 4, 5))

  it('hide a known key wherever it is', () => {
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
    const line = formatLine({
      level: 'info',
      area: 'area',
      message: 'turn',
      data: { text: 'hello there', words: ['hello'] },
      at,
    })
    expect(line).not.toContain('hello')
    expect(line).toContain('2026-01-02T03:04:05.000Z info area: turn')
  })

  it('hide keys, tokens and speech at any depth', () => {
    const odd = '0odd"key\\with quotes'
    hideFromLogs(odd)
    const token = `AQI${'y'.repeat(40)}`
    const cause = new Error(`refused ${odd} and ${token}`)
    const data = { cause, list: [{ turn: { text: 'spoken', words: [{ text: 'uttered' }] } }, odd] }
    const line = formatLine({
      level: 'error',
      area: 'area',
      message: `asked with ${odd}`,
      data,
      at,
    })
    for (const secret of ['0odd', 'AQI', 'spoken', 'uttered']) expect(line).not.toContain(secret)
    expect(line).toContain('refused [key] and [token]')
  })

  it('print the message of an error', () => {
    expect(
      formatLine({
        level: 'error',
        area: 'a',
        message: 'm',
        data: { cause: new TypeError('no') },
        at,
      }),
    ).toContain('TypeError: no')
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

it('a closed stdout and stderr have no effect: no line about it, no busy process', async () => {
  const folder = temporaryFolder()
  const script = `
    import { createLog, ignoreClosedOutput, setupLog } from ${JSON.stringify(logModule)}
    ignoreClosedOutput()
    setupLog(${JSON.stringify(folder)})
    const log = createLog('closed')
    process.on('uncaughtException', (cause) => log.error('uncaught', { cause }))
    process.stdin.once('data', () => {
      const timer = setInterval(() => {
        console.log('to a closed stdout')
        log.warn('to a closed stderr')
      }, 50)
      setTimeout(() => {
        clearInterval(timer)
        log.info('cpu', { ms: Math.round(process.cpuUsage(begun).user / 1_000) })
        process.exit(0)
      }, 1_000)
      const begun = process.cpuUsage()
    })`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script])
  child.stdout.destroy()
  child.stderr.destroy()
  child.stdin.end('go')
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
  const lines = readFileSync(join(folder, 'parley.log'), 'utf8').trim().split('\n')
  expect(lines.filter((line) => line.includes('to a closed stderr')).length).toBeGreaterThan(5)
  expect(lines.filter((line) => /EPIPE|uncaught/.test(line))).toEqual([])
  const cpu = /"ms":(\d+)/.exec(lines.at(-1) ?? '')?.[1]
  expect(Number(cpu)).toBeLessThan(500)
})
