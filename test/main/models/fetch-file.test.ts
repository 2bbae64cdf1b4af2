import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fetchFile, sizeOf, type FetchOptions, type Get } from '../../../main/models/fetch-file'
import { testFolder } from './archives'
import { nodeGet, startFileServer } from './file-server'

const content = randomBytes(400_000)
let server: Awaited<ReturnType<typeof startFileServer>>
let path: string

beforeEach(async () => {
  server = await startFileServer({ 'model.onnx': content })
  path = join(testFolder(), 'part-0')
})
afterEach(() => server.stop())

const fetchIt = (options: Partial<FetchOptions> = {}) =>
  fetchFile({
    url: `${server.url}/model.onnx`,
    bytes: content.length,
    path,
    get: nodeGet,
    signal: new AbortController().signal,
    onBytes: () => undefined,
    wait: () => Promise.resolve(),
    ...options,
  })
const codeOf = async (fetching: ReturnType<typeof fetchIt>) => {
  const fetched = await fetching
  return fetched.ok ? 'ok' : fetched.error.code
}
const isWhole = () => readFileSync(path).equals(content)

test('a file arrives, and its progress is reported', async () => {
  const seen: number[] = []
  expect(await codeOf(fetchIt({ onBytes: (bytes) => seen.push(bytes) }))).toBe('ok')
  expect(isWhole()).toBe(true)
  expect(seen.at(-1)).toBe(content.length)
})

test('after cuts it goes on where it stopped', async () => {
  server.behaviour.cuts = [100_000, 50_000, 200_000]
  expect(await codeOf(fetchIt())).toBe('ok')
  expect(isWhole()).toBe(true)
  const starts = server.asked.map(({ range }) => Number(/\d+/.exec(range ?? '0')?.[0]))
  // What is on its way when a connection ends may be lost.
  expect(starts).toHaveLength(4)
  expect(starts).toEqual([...starts].sort((a, b) => a - b))
  expect(starts.at(-1)).toBeGreaterThan(150_000)
})

test('a server that cuts without giving a byte is given up, and what arrived stays', async () => {
  server.behaviour.cuts = [100_000, 0, 0, 0, 0, 0, 0]
  expect(await codeOf(fetchIt())).toBe('model-cut')
  const kept = await sizeOf(path)
  expect(kept).toBeGreaterThan(0)
  expect(server.asked.at(-1)?.range).toBe(`bytes=${kept}-`)
})

test('a slow server is waited for', async () => {
  server.behaviour.pauseMs = 5
  expect(await codeOf(fetchIt())).toBe('ok')
  expect(isWhole()).toBe(true)
})

test('a pause keeps what arrived; a later call, as after a quit, fetches the rest only', async () => {
  server.behaviour.pauseMs = 5
  const controller = new AbortController()
  const onBytes = (bytes: number) => {
    if (bytes >= 100_000) controller.abort()
  }
  expect(await codeOf(fetchIt({ signal: controller.signal, onBytes }))).toBe('cancelled')
  const kept = await sizeOf(path)
  expect(kept).toBeGreaterThanOrEqual(100_000)
  expect(kept).toBeLessThan(content.length)
  server.behaviour.pauseMs = 0
  expect(await codeOf(fetchIt())).toBe('ok')
  expect(server.asked.at(-1)?.range).toBe(`bytes=${kept}-`)
  expect(isWhole()).toBe(true)
})

test.each([
  ['another ETag', () => (server.behaviour.etag = '"two"')],
  ['no ranges', () => (server.behaviour.ranges = false)],
])('with %s it begins anew, and never mixes two files', async (_name, change) => {
  server.behaviour.cuts = [100_000, 0, 0, 0, 0, 0]
  expect(await codeOf(fetchIt())).toBe('model-cut')
  server.behaviour.cuts = []
  change()
  expect(await codeOf(fetchIt())).toBe('ok')
  expect(isWhole()).toBe(true)
})

test.each(['W/"weak"', null])('with the ETag %s nothing is appended', async (etag) => {
  server.behaviour.etag = etag
  server.behaviour.cuts = [100_000]
  expect(await codeOf(fetchIt())).toBe('ok')
  expect(server.asked.map(({ range }) => range)).toEqual([undefined, undefined])
  expect(isWhole()).toBe(true)
})

test('a partial file without its stamp is fetched anew', async () => {
  writeFileSync(path, randomBytes(1000))
  expect(await codeOf(fetchIt())).toBe('ok')
  expect(server.asked[0]?.range).toBeUndefined()
  expect(isWhole()).toBe(true)
})

test.each([
  ['shorter', content.length + 1],
  ['longer', content.length - 1],
])('a file that is %s than the published one is refused before it is fetched', async (_, bytes) => {
  expect(await codeOf(fetchIt({ bytes }))).toBe('model-wrong-length')
  expect(existsSync(path)).toBe(false)
})

test('a body that goes on past its length is stopped', async () => {
  const endless: Get = () =>
    Promise.resolve({
      status: 200,
      headers: {},
      body: (async function* () {
        for (;;) yield new Uint8Array(100_000)
      })(),
    })
  expect(await codeOf(fetchIt({ get: endless }))).toBe('model-wrong-length')
  expect(existsSync(path)).toBe(false)
})

test('redirects are followed, but not from https to http, and not for ever', async () => {
  const url = `${server.url}/moved/model.onnx`
  expect(await codeOf(fetchIt({ url }))).toBe('ok')
  const down: Get = () =>
    Promise.resolve({
      status: 302,
      headers: { location: 'http://elsewhere.example/model.onnx' },
      body: (async function* () {})(),
    })
  const other = join(testFolder(), 'part-0')
  const away = fetchIt({ url: 'https://release.example/model.onnx', get: down, path: other })
  expect(await codeOf(away)).toBe('model-redirect')
  server.behaviour.redirectTo = '/moved/'
  expect(await codeOf(fetchIt({ url, path: other }))).toBe('model-redirect')
})

test('a missing file is said at once; a busy server is asked again', async () => {
  expect(await codeOf(fetchIt({ url: `${server.url}/none` }))).toBe('model-not-served')
  expect(server.asked).toHaveLength(1)
  server.behaviour.status = 503
  expect(await codeOf(fetchIt())).toBe('model-cut')
  expect(server.asked).toHaveLength(6)
})

test('a full disk is said, and what arrived stays', async () => {
  const full: Get = async (url, headers, signal) => {
    const answer = await nodeGet(url, headers, signal)
    return {
      ...answer,
      body: (async function* () {
        let sent = 0
        for await (const chunk of answer.body) {
          if (sent > 100_000) throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
          sent += chunk.length
          yield chunk
        }
      })(),
    }
  }
  expect(await codeOf(fetchIt({ get: full }))).toBe('model-disk-full')
  expect(await sizeOf(path)).toBeGreaterThan(100_000)
  expect(await codeOf(fetchIt())).toBe('ok')
  expect(isWhole()).toBe(true)
})
