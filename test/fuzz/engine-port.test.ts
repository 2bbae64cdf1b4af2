import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { createConnection, type AddressInfo } from 'node:net'
import { inspect, promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, type Client } from '../main/local-engine/client'
import { haveModels, modelsDir } from '../main/local-engine/models'
import { effort } from '../effort'
import { startEngineProcess, type EngineProcess } from './engine-process'
import { hostileFrame, hostileRequest } from './hostile-requests'
import { createDraw, type Draw } from './random'
import { fuzzSeed } from './seed'

const requests = effort({ short: 2_000, long: 110_000 })
const frames = effort({ short: 2_000, long: 90_000 })
const framesPerSession = 300
const atOnce = 40
/** Below the engine's limit for new connections, so that requests are read and not only cut off. */
const requestsPerSecond = 1_500
/**
 * A session of the recorder begins within this time, whatever else arrives. Audio from clients with a
 * token is decoded first, which takes longer in the long form.
 */
const beginMs = effort({ short: 15_000, long: 30_000 })
const chromium = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path))

/** Writes these bytes. Resolves when the connection is closed, with whether an answer came. */
function send(port: number, bytes: readonly Buffer[], lingerMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    let answered = false
    const socket = createConnection(port, '127.0.0.1', () => {
      for (const part of bytes) socket.write(part)
      if (lingerMs === 0) socket.end()
    })
    const timer = setTimeout(() => socket.destroy(), Math.max(lingerMs, 500))
    socket.on('data', () => (answered = true))
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(answered)
    })
  })
}

/** Runs `job` this many times, `atOnce` at a time, and at most this many times a second. */
async function repeat(
  count: number,
  job: (index: number) => Promise<void>,
  perSecond = Infinity,
): Promise<void> {
  let next = 0
  const startedAt = performance.now()
  const run = async () => {
    while (next < count) {
      const index = next++
      const early = startedAt + (index / perSecond) * 1_000 - performance.now()
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
      await job(index)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, run))
}

describe.skipIf(!haveModels)('the port of the on-device engine, in its real process', () => {
  let engine: EngineProcess
  let draw: Draw
  const clients: Client[] = []

  beforeAll(async () => {
    draw = createDraw(fuzzSeed('engine port'))
    engine = await startEngineProcess(modelsDir)
  }, 120_000)
  afterAll(() => {
    for (const client of clients) client.close()
    engine?.close()
  })

  /**
   * A recorder with a token still gets its session, from the same process. The limits on strangers
   * may refuse it during the flood: like the recorder, it then tries again.
   */
  async function expectAlive(): Promise<void> {
    const before = performance.now()
    for (;;) {
      const client = connect(engine.port, { token: engine.token() })
      clients.push(client)
      const begun = client.waitFor('Begin').then(() => null)
      const failure = await begun.catch((cause: unknown) => inspect(cause))
      client.close()
      expect(engine.exitCode()).toBeNull()
      if (failure === null) break
      expect(performance.now() - before, failure).toBeLessThan(beginMs)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    expect(performance.now() - before).toBeLessThan(beginMs)
  }

  it(`survives ${requests} hostile request lines and headers`, async () => {
    let answered = 0
    await repeat(
      requests,
      async (index) => {
        if (await send(engine.port, [hostileRequest(draw)], 0)) answered += 1
        if (index % 2_000 === 0) await expectAlive()
      },
      requestsPerSecond,
    )
    await expectAlive()
    expect(engine.faults).toEqual([])
    // Most requests are read and refused with a status; only malformed ones are cut off.
    expect(answered).toBeGreaterThan(requests * 0.2)
  }, 600_000)

  it(`survives ${frames} hostile frames from clients with a token`, async () => {
    await repeat(frames / framesPerSession, async () => {
      const request =
        `GET /v3/ws?token=${engine.token()} HTTP/1.1\r\nhost: x\r\norigin: app://recorder\r\n` +
        'connection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n' +
        'sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n'
      const bad = Array.from({ length: framesPerSession }, () => hostileFrame(draw))
      await send(engine.port, [Buffer.from(request), ...bad], 2_000)
    })
    await expectAlive()
    expect(engine.faults).toEqual([])
  }, 600_000)

  it.skipIf(chromium === undefined)(
    'refuses a page in a real browser',
    async () => {
      const page = `<script>
      let open = 0, closed = 0
      const target = 'ws://127.0.0.1:${engine.port}'
      for (const path of ['//', '/v3/ws', '/v3/ws?token=x', '/%00', '/v3/ws?token=%E0%A4%A']) {
        for (let count = 0; count < 50; count += 1) {
          const socket = new WebSocket(target + path)
          socket.onopen = () => { open += 1 }
          socket.onclose = () => { closed += 1; document.title = open + ' of ' + closed }
        }
      }
      for (let count = 0; count < 50; count += 1) {
        fetch('http://127.0.0.1:${engine.port}//', { mode: 'no-cors' }).catch(() => {})
      }
    </script>`
      const web = createServer((_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html' }).end(page)
      })
      await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
      const url = `http://localhost:${(web.address() as AddressInfo).port}/`
      const { stdout } = await promisify(execFile)(
        chromium!,
        [
          '--headless',
          '--no-sandbox',
          '--disable-gpu',
          '--virtual-time-budget=20000',
          '--dump-dom',
          url,
        ],
        { timeout: 120_000 },
      )
      web.close()
      expect(stdout).toMatch(/<title>0 of \d+<\/title>/)
      expect(stdout).not.toContain('<title>0 of 0</title>')
      await expectAlive()
    },
    150_000,
  )
})
