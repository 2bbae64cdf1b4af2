import { describe, expect, it } from 'vitest'
import type { HttpClient, HttpRequest } from '../../../main/service/http'
import { createOwnConnections } from '../../../main/service/own-connections'

const { signal } = new AbortController()
const request = (url: string, neverResend?: true): HttpRequest => ({
  url,
  headers: {},
  signal,
  ...(neverResend && { neverResend }),
})

function setUp() {
  const done: string[] = []
  const open: (() => void)[] = []
  const client =
    (name: string): HttpClient =>
    ({ url }) => {
      done.push(`${name} ${url}`)
      return new Promise((resolve, reject) =>
        open.push(() =>
          url === 'lost'
            ? reject(new Error('lost'))
            : resolve({ status: 200, headers: {}, body: '' }),
        ),
      )
    }
  const http = createOwnConnections({
    shared: client('shared'),
    own: client('own'),
    pool: () => ({
      closeAllConnections: () => {
        done.push('closed')
        return Promise.resolve()
      },
    }),
  })
  return { done, http, answer: () => open.shift()?.() }
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 0))

describe('requests that must never be sent twice', () => {
  it('have a new connection each, one after the other, also after one that was lost', async () => {
    const { done, http, answer } = setUp()
    const lost = http(request('lost', true))
    const next = http(request('next', true))
    await soon()
    expect(done).toEqual(['closed', 'own lost'])
    answer()
    await expect(lost).rejects.toThrow('lost')
    await soon()
    expect(done).toEqual(['closed', 'own lost', 'closed', 'own next'])
    answer()
    expect((await next).status).toBe(200)
  })

  it('hold up no other request', async () => {
    const { done, http } = setUp()
    void http(request('job', true))
    void http(request('token'))
    await soon()
    expect(done).toEqual(['shared token', 'closed', 'own job'])
  })
})
