import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connect, connectWith, mintToken, pause } from './client'
import type { SessionBehaviour } from './options'
import { expectError } from './expectations'
import { goodKey, startToneService } from './tone-service'
import type { Service } from './service'

let service: Service

beforeEach(async () => {
  service = await startToneService()
})
afterEach(() => service.close())

function session(behaviour: Partial<SessionBehaviour>): void {
  service.configure({ session: behaviour })
}

describe('the connection gate', () => {
  it('refuses models that a test names, and accepts the others', async () => {
    session({ refusedModels: ['universal-streaming-english'] })
    const refused = await connect(service, {})
    await expectError(refused, 3006, /'speech_model'/)
    const taken = await connect(service, { speech_model: 'assemblyai-stt-3-7-realtime' })
    expect((await taken.message('Begin')).configuration).toMatchObject({
      model: 'assemblyai-stt-3-7-realtime',
    })
  })

  it('begins with the eight fields of the configuration', async () => {
    const client = await connect(service, { format_turns: 'true', misspelt: 'ignored' })
    const begin = await client.message('Begin')
    expect(Object.keys(begin)).toEqual(['type', 'id', 'expires_at', 'configuration'])
    expect(begin.configuration).toEqual({
      model: 'universal-streaming-english',
      mode: null,
      api_version: '2025-05-12',
      speaker_labels: false,
      redact_pii: false,
      filter_profanity: false,
      domain: null,
      voice_focus: null,
    })
    expect(Number(begin.expires_at)).toBeCloseTo(Date.now() / 1_000 + 10_800, -1)
  })

  it('takes its cap from the token', async () => {
    const token = await mintToken(service, 'expires_in_seconds=1&max_session_duration_seconds=120')
    const begin = await (await connect(service, { token })).message('Begin')
    const left = Number(begin.expires_at) - Date.now() / 1_000
    expect(left).toBeGreaterThan(117)
    expect(left).toBeLessThanOrEqual(120)
  })

  it('answers with another model if a test says so, and with its default without a model', async () => {
    session({ model: 'universal-3-5-pro' })
    const other = await (await connect(service)).message('Begin')
    expect(other.configuration).toMatchObject({ model: 'universal-3-5-pro' })
    session({ model: null })
    const token = await mintToken(service)
    const usual = await connectWith(service, { token }).message('Begin')
    expect(usual.configuration).toMatchObject({ model: 'universal-3-6-pro', mode: 'balanced' })
  })

  it('accepts a token any number of times, or once if it is strict', async () => {
    const token = await mintToken(service)
    await (await connect(service, { token })).message('Begin')
    await (await connect(service, { token })).message('Begin')
    service.configure({ token: { singleUse: true } })
    const fresh = await mintToken(service)
    await (await connect(service, { token: fresh })).message('Begin')
    await expectError(await connect(service, { token: fresh }), 1008, /^Unauthorized Connection: /)
  })

  it('refuses an expired token after the upgrade', async () => {
    const token = await mintToken(service, 'expires_in_seconds=1')
    await pause(1_050)
    await expectError(
      await connect(service, { token }),
      1008,
      'Unauthorized Connection: Signature has expired',
    )
  })

  it('refuses a missing credential, a wrong one, and a Bearer key; accepts the raw key', async () => {
    await expectError(
      connectWith(service, {}),
      1008,
      'Unauthorized Connection: Missing Authorization header',
    )
    const invalid = 'Unauthorized Connection: Invalid API key'
    await expectError(connectWith(service, { token: 'AQIwrong' }), 1008, invalid)
    await expectError(
      connectWith(service, {}, { authorization: `Bearer ${goodKey}` }),
      1008,
      invalid,
    )
    await connectWith(service, {}, { authorization: goodKey }).message('Begin')
  })

  it('refuses the sessions of a good key on an account without credit', async () => {
    service.configure({ keys: { [goodKey]: 'refused-later' } })
    await expectError(await connect(service), 1008, /balance/)
  })

  it.each([
    [
      { sample_rate: '7999' },
      "User Input Validation Error: Invalid 'sample_rate': Value error, sample_rate must be at least 8,000 Hz",
    ],
    [{ encoding: 'flac' }, /Invalid 'encoding': .*'pcm_s16le'/],
    [{ speech_model: 'u3-pro' }, /Invalid 'speech_model': .*'universal-streaming-english'/],
    [
      { keyterms_prompt: JSON.stringify(Array.from({ length: 101 }, (_, n) => `t${n}`)) },
      /keyterms/,
    ],
    [{ prompt: 'x'.repeat(1_751), speech_model: 'universal-3-6-pro' }, /Invalid 'prompt'/],
    [{ inactivity_timeout: '4' }, /greater than or equal to 5/],
  ])('refuses %j with 3006 before any Begin', async (parameters, text) => {
    const client = await connect(service, parameters)
    await expectError(client, 3006, text)
    expect(client.of('Begin')).toEqual([])
  })

  it('accepts a term of 60 characters', async () => {
    const terms = JSON.stringify(['x'.repeat(60)])
    await (await connect(service, { keyterms_prompt: terms })).message('Begin')
  })

  it.each([3009, 1008] as const)(
    'limits new sessions in a minute and answers with %d',
    async (limitCode) => {
      session({ newSessionsPerMinute: 2, limitCode })
      await (await connect(service)).message('Begin')
      await (await connect(service)).message('Begin')
      await expectError(
        await connect(service),
        limitCode,
        'Unauthorized Connection: Too many concurrent sessions',
      )
    },
  )

  it('can open wrongly in every way', async () => {
    session({
      openings: [
        { kind: 'status', status: 503 },
        { kind: 'cut' },
        { kind: 'close', code: 1011 },
        { kind: 'error', code: 3005, text: 'Session Cancelled: An error occurred' },
        { kind: 'no-begin' },
        { kind: 'hang' },
      ],
    })
    expect((await (await connect(service)).closed).code).toBe(1006)
    expect((await (await connect(service)).closed).code).toBe(1006)
    expect((await (await connect(service)).closed).code).toBe(1011)
    await expectError(await connect(service), 3005, 'Session Cancelled: An error occurred')
    const mute = await connect(service)
    await mute.opened
    await expect(mute.message('Begin', 150)).rejects.toThrow('No Begin')
    const waiting = await connect(service)
    await expect(Promise.race([waiting.opened, pause(150)])).resolves.toBeUndefined()
    await (await connect(service)).message('Begin')
  })
})
