import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { tooManyRequests } from '../service/options'
import { goodKey, startToneService } from '../service/tone-service'
import type { Service } from '../service/service'
import { exampleAt, reference } from './reference'

let service: Service
beforeEach(async () => {
  service = await startToneService()
})
afterEach(() => service.close())

/** Saves an example as the page says and starts it as the page says. */
function start(tool: string, file: string, key = goodKey): ChildProcess {
  const folder = mkdtempSync(join(tmpdir(), 'parley-example-'))
  writeFileSync(join(folder, file), exampleAt(file, service.url))
  writeFileSync(join(folder, 'page.html'), exampleAt('page.html', service.url))
  const env = { ...process.env, ASSEMBLYAI_API_KEY: key, PORT: '0' }
  const child = spawn(tool, [file], { cwd: folder, env })
  onTestFinished(() => {
    child.kill()
    rmSync(folder, { recursive: true, force: true })
  })
  return child
}

async function outcome(child: ChildProcess): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', '']
  child.stdout?.on('data', (data: Buffer) => (out += data.toString()))
  child.stderr?.on('data', (data: Buffer) => (err += data.toString()))
  const code = await new Promise<number>((resolve) =>
    child.on('close', (exit) => resolve(exit ?? -1)),
  )
  return { code, out, err }
}

describe('the short session', () => {
  it('prints a token whose session lasts 15 minutes', async () => {
    const { code, out } = await outcome(start('node', 'short.mjs'))
    expect(code).toBe(0)
    expect(out.trim()).toBe(`Connect within 60 seconds: ${service.tokens()[0] ?? ''}`)
    expect(service.log.requests[0]?.query).toEqual({
      expires_in_seconds: '60',
      max_session_duration_seconds: '900',
    })
  })
})

describe('waiting as 429 asks', () => {
  it.each([
    ['Retry-After', { 'retry-after': '1', 'x-ratelimit-reset': '30' }],
    ['X-RateLimit-Reset', { 'x-ratelimit-reset': '1' }],
    ['a second', {}],
  ])('%s', async (_name, headers) => {
    service.configure({ token: { answers: [tooManyRequests(headers)] } })
    const { out, err } = await outcome(start('node', 'wait.mjs'))
    expect(out.trim()).toBe(service.tokens()[0])
    expect(err.trim()).toBe('Waiting 1 s')
    const [first, second] = service.log.requests
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(950)
  })

  it('gives up at another error', async () => {
    const { code, err } = await outcome(start('node', 'wait.mjs', 'wrong'))
    expect(code).not.toBe(0)
    expect(err).toContain('HTTP 401')
  })
})

const python = spawnSync('python3', ['--version']).status === 0
const servers = [
  { tool: 'node', file: 'server.mjs' },
  ...(python ? [{ tool: 'python3', file: 'server.py' }] : []),
]

describe.each(servers)('the small server: $file', ({ tool, file }) => {
  async function open(key = goodKey): Promise<string> {
    const child = start(tool, file, key)
    return new Promise((resolve, reject) => {
      child.stdout?.once('data', (data: Buffer) => resolve(data.toString().trim()))
      child.once('close', () => reject(new Error('The server ended')))
    })
  }
  const own = { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } }

  it('mints for its own page, and for nobody else', async () => {
    const url = await open()
    const page = await fetch(url)
    expect(await page.text()).toContain('<title>Live text</title>')
    const answer = await fetch(`${url}/token`, own)
    expect(await answer.json()).toEqual({ token: service.tokens()[0] })
    const foreign = { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } }
    expect((await fetch(`${url}/token`, foreign)).status).toBe(403)
    expect((await fetch(`${url}/token`, { method: 'POST' })).status).toBe(403)
    expect(service.tokens()).toHaveLength(1)
  })

  it('hands out ten tokens a minute', async () => {
    const url = await open()
    const statuses: number[] = []
    for (let count = 0; count < 12; count += 1) {
      statuses.push((await fetch(`${url}/token`, own)).status)
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429, 429])
  })

  it('has the key in no answer, whatever the service says', async () => {
    const body = { error: `The key ${goodKey} is out of order` }
    service.configure({ token: { answers: [{ kind: 'status', status: 400, body }] } })
    const url = await open()
    const answer = await fetch(`${url}/token`, own)
    expect(answer.status).toBe(502)
    const said = (await answer.text()) + JSON.stringify([...answer.headers])
    expect(said).not.toContain(goodKey)
    expect(await (await fetch(url)).text()).not.toContain(goodKey)
  })
})

describe('the answers on the page', () => {
  const headers = { authorization: goodKey }

  it('has the statuses of the values that are often tried', async () => {
    const [, after = ''] = reference.split('Values that are often tried:')
    const [section = ''] = after.split('\nMeasured:')
    const rows = [...section.matchAll(/^\| `([^`]+)` +\| (\d+) +\|/gm)]
    expect(rows).toHaveLength(5)
    for (const [, query = '', status] of rows) {
      const answer = await fetch(`${service.url}/v3/token?${query}`, { headers })
      expect(answer.status, query).toBe(Number(status))
    }
  })

  it('has the body of a wrong key, and of too many requests with its headers', async () => {
    const url = `${service.url}/v3/token?expires_in_seconds=60`
    const shown = (status: string) => {
      const [, block = ''] = reference.split(`HTTP/1.1 ${status}\n`)
      const [head = '', body = ''] = (block.split('```')[0] ?? '').trim().split('\n\n')
      return { head: head.split('\n'), body: JSON.parse(body) as unknown }
    }
    const wrong = await fetch(url, { headers: { authorization: 'wrong' } })
    expect([wrong.status, await wrong.json()]).toEqual([401, shown('401 Unauthorized').body])
    const { head, body } = shown('429 Too Many Requests')
    const own = head.slice(1).map((line) => line.split(': ') as [string, string])
    service.configure({ token: { answers: [tooManyRequests(Object.fromEntries(own))] } })
    const limited = await fetch(url, { headers })
    expect([limited.status, await limited.json()]).toEqual([429, body])
    for (const [name, value] of own) expect(limited.headers.get(name)).toBe(value)
  })

  it('is right that /v3/stream is no path', async () => {
    expect((await fetch(`${service.url}/v3/stream`, { headers })).status).toBe(404)
  })
})
