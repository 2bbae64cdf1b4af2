import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { serveFake, sound } from '../main/local-engine/fakes'
import { wordNumbers } from '../speech/tones'
import { words } from './client'
import { openForeign, sdk } from './foreign-client'
import { goodKey, startToneService } from './tone-service'
import type { Service } from './service'
import { startTlsProxy, type TlsProxy } from './tls-proxy'

// These tests alone: the certificate of the proxy is nobody's, and other files share the process.
beforeAll(() => void vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0'))
afterAll(() => void vi.unstubAllEnvs())

describe('the SDK of the service against the simulator', () => {
  let service: Service
  let proxy: TlsProxy
  beforeEach(async () => {
    service = await startToneService()
    proxy = await startTlsProxy(Number(new URL(service.url).port))
  })
  afterEach(async () => {
    proxy.close()
    await service.close()
  })

  const mint = (seconds = 60) =>
    sdk(proxy.host, goodKey).streaming.createTemporaryToken({ expires_in_seconds: seconds })

  it('gets a token, streams with it and hears every word', async () => {
    const token = await mint()
    expect(token).toBe(service.tokens()[0])
    const session = await openForeign(proxy.host, { token, formatTurns: true })
    expect(session.begin).toMatchObject({
      type: 'Begin',
      configuration: { model: 'universal-streaming-english' },
    })
    const said = words(12)
    session.sound(said.samples)
    await session.close()
    const finals = session.turns.filter((turn) => turn.end_of_turn && turn.turn_is_formatted)
    expect(finals.flatMap((turn) => wordNumbers(turn.transcript))).toEqual(
      said.words.map(({ number }) => number),
    )
    expect(service.log.sent('Termination')).toHaveLength(1)
    await service.log.until(() => service.log.open().length === 0, 'the close')
    // Either side may close first after Termination.
    expect([1000, 1005]).toContain(service.log.sessions()[0]?.closed?.code)
    expect(service.log.leaked()).toEqual([])
  })

  it('streams with the key in the header', async () => {
    const session = await openForeign(proxy.host, { apiKey: goodKey })
    session.sound(words(3).samples)
    await session.close()
    expect(session.turns.length).toBeGreaterThan(0)
  })

  it('is told why: a range, a wrong key, a token that is too old', async () => {
    await expect(mint(601)).rejects.toThrow()
    expect(service.log.requests.at(-1)?.status).toBe(422)
    const stranger = sdk(proxy.host, 'wrong').streaming
    await expect(stranger.createTemporaryToken({ expires_in_seconds: 60 })).rejects.toThrow(
      /Authentication error/,
    )
    const token = await mint(1)
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    await expect(openForeign(proxy.host, { token })).rejects.toThrow(/expired|Not Authorized/i)
  })
})

describe('the SDK of the service against the engine on this computer', () => {
  it('streams with a token of the engine and hears its words', async () => {
    const engine = await serveFake()
    const proxy = await startTlsProxy(engine.port, 'app://recorder')
    try {
      const session = await openForeign(proxy.host, {
        token: engine.token(),
        speechModel: 'moonshine-base' as never,
      })
      expect(session.begin).toMatchObject({
        type: 'Begin',
        configuration: { model: 'moonshine-base' },
      })
      session.sound(new Int16Array(sound(2_000).buffer))
      session.sound(new Int16Array(16_000))
      await session.close()
      const finals = session.turns.filter((turn) => turn.end_of_turn)
      expect(finals.map((turn) => turn.transcript).join(' ')).toMatch(/w0 w1 w2/i)
      await expect(openForeign(proxy.host, { token: 'guess' })).rejects.toThrow()
    } finally {
      proxy.close()
      await engine.close()
    }
  })
})
