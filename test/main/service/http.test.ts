import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createHttpClient, maxBodyBytes } from '../../../main/service/http'
import { nodeNet } from './node-net'
import { startTokenServer } from './token-server'

const http = createHttpClient(nodeNet)
const never = new AbortController().signal

describe('the HTTP client', () => {
  it('returns status, headers in lower case and the body', async () => {
    const server = await startTokenServer((response) => {
      response.writeHead(418, { 'X-RateLimit-Limit': '5', 'content-type': 'text/plain' })
      response.end('grüße')
    })
    const answer = await http({ url: server.url, headers: { Authorization: 'k' }, signal: never })
    expect(answer).toMatchObject({ status: 418, body: 'grüße' })
    expect(answer.headers['x-ratelimit-limit']).toBe('5')
    expect(server.seen[0]?.headers.authorization).toBe('k')
  })

  it('follows no redirect, so that the key reaches no second host', async () => {
    const thief = await startTokenServer((response) => response.end('{}'))
    const server = await startTokenServer((response) => {
      response.writeHead(307, { location: `${thief.url}/v3/token` }).end()
    })
    const answer = await http({ url: server.url, headers: { Authorization: 'k' }, signal: never })
    expect(answer).toMatchObject({ status: 307, body: '' })
    expect(answer.headers['location']).toBe(`${thief.url}/v3/token`)
    expect(thief.seen).toHaveLength(0)
  })

  it('cuts a body at its limit and stops reading', async () => {
    let closed: () => void = () => {}
    const stopped = new Promise<void>((resolve) => (closed = resolve))
    const server = await startTokenServer((response) => {
      response.on('close', closed)
      const pour = () => {
        while (!response.destroyed && response.write('x'.repeat(10_000)));
        response.once('drain', pour)
      }
      pour()
    })
    const answer = await http({ url: server.url, headers: {}, signal: never })
    expect(answer.body).toHaveLength(maxBodyBytes)
    await stopped
  })

  it('sends a body completely, and reads as much of the answer as allowed', async () => {
    const bodies: Buffer[] = []
    const server = createServer((request, response) => {
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part))
      request.on('end', () => {
        bodies.push(Buffer.concat(parts))
        response.end(`${request.method} ${'x'.repeat(3 * maxBodyBytes)}`)
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    const sound = new Uint8Array(3_000_000).map((_, index) => index)
    const request = {
      url,
      method: 'POST',
      headers: {},
      body: sound.subarray(5),
      signal: never,
    } as const
    const answer = await http({ ...request, maxAnswerBytes: 4 * maxBodyBytes })
    expect(answer.body.slice(0, 5)).toBe('POST ')
    expect(answer.body).toHaveLength(3 * maxBodyBytes + 5)
    expect(bodies[0]?.equals(sound.subarray(5))).toBe(true)
    expect((await http(request)).body).toHaveLength(maxBodyBytes)
  })

  it('rejects with the reason when its signal is aborted, before and during the answer', async () => {
    const server = await startTokenServer((response) => response.write('{'))
    const abort = new AbortController()
    const answer = http({ url: server.url, headers: {}, signal: abort.signal })
    setTimeout(() => abort.abort(new Error('enough')), 50)
    await expect(answer).rejects.toThrow('enough')
    const late = http({ url: server.url, headers: {}, signal: abort.signal })
    await expect(late).rejects.toThrow('enough')
    expect(server.seen).toHaveLength(1)
  })

  it('rejects when the connection ends in the middle of the body', async () => {
    const server = await startTokenServer((response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('{"token":')
      setTimeout(() => response.destroy(), 20)
    })
    await expect(http({ url: server.url, headers: {}, signal: never })).rejects.toThrow()
  })
})
