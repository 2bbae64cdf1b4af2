import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connect, connectWith, goodKey, mintToken, pause, words, type Client } from './client'
import { errorReason } from './connection'
import type { SessionKnobs } from './knobs'
import { startService, type Service } from './service'

let service: Service

beforeEach(async () => {
  service = await startService({
    knobs: {
      keys: { [goodKey]: 'good' },
      session: { processingRate: Infinity, terminationMs: { idle: 30, open: 60, speakers: 20 } },
      turns: { partialDelayMs: 5, finalDelayMs: 10, formattedDelayMs: 5 },
    },
  })
})
afterEach(() => service.close())

function session(knobs: Partial<SessionKnobs>): void {
  service.configure({ session: knobs })
}

/** The Error frame came first, then a close with the same code and the usual reason. */
async function expectError(client: Client, code: number, text: string | RegExp): Promise<void> {
  const opened = await client.opened
  const closed = await client.closed
  const last = client.heard.at(-1)
  expect(last?.message).toMatchObject({ type: 'Error', error_code: code })
  if (typeof text === 'string') expect(last?.message.error).toBe(text)
  else expect(last?.message.error).toMatch(text)
  expect([closed.code, closed.reason]).toEqual([code, errorReason])
  expect(opened).toBeLessThanOrEqual(last?.at ?? 0)
  expect(closed.at - (last?.at ?? 0)).toBeGreaterThanOrEqual(100)
  expect(client.of('Termination')).toEqual([])
}

const silence = (ms: number) => new Int16Array(ms * 16)

describe('the door', () => {
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

  it('answers with another model where it is told to, and with its default where none is asked for', async () => {
    session({ model: 'universal-3-5-pro' })
    const other = await (await connect(service)).message('Begin')
    expect(other.configuration).toMatchObject({ model: 'universal-3-5-pro' })
    session({ model: null })
    const token = await mintToken(service)
    const usual = await connectWith(service, { token }).message('Begin')
    expect(usual.configuration).toMatchObject({ model: 'universal-3-6-pro', mode: 'balanced' })
  })

  it('opens a token any number of times, or once where it is strict', async () => {
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

  it('refuses no credential, a wrong one, and a Bearer key; takes the raw key', async () => {
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

  it('does not mind a term of 60 characters', async () => {
    const terms = JSON.stringify(['x'.repeat(60)])
    await (await connect(service, { keyterms_prompt: terms })).message('Begin')
  })

  it.each([3009, 1008] as const)('limits new sessions in a minute with %d', async (limitCode) => {
    session({ newSessionsPerMinute: 2, limitCode })
    await (await connect(service)).message('Begin')
    await (await connect(service)).message('Begin')
    await expectError(
      await connect(service),
      limitCode,
      'Unauthorized Connection: Too many concurrent sessions',
    )
  })

  it('can open in every wrong way', async () => {
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

describe('sound', () => {
  it('bears 49 frames of 20 ms, then closes', async () => {
    const client = await connect(service)
    await client.message('Begin')
    await client.sound(silence(980), 20)
    await pause(60)
    expect(client.of('Error')).toEqual([])
    await client.sound(silence(20), 20)
    await expectError(
      client,
      3007,
      'Input Duration Error: Input Duration Violation: 20.0 ms. Expected between 50 and 1000 ms',
    )
  })

  it('takes frames of 50 and of 1000 ms, and none of 1200', async () => {
    const client = await connect(service)
    await client.message('Begin')
    await client.sound(silence(500), 50)
    await client.sound(silence(2_000), 1_000)
    await pause(60)
    expect(client.of('Error')).toEqual([])
    await client.sound(silence(1_200), 1_200)
    await expectError(client, 3007, /Input Duration Violation: 1200\.0 ms/)
  })

  it('bears only so much sound ahead of the clock', async () => {
    session({ lookAheadSeconds: 3 })
    const client = await connect(service)
    await client.message('Begin')
    await client.sound(silence(2_900))
    await pause(60)
    expect(client.of('Error')).toEqual([])
    await client.sound(silence(400))
    await expectError(
      client,
      3007,
      /^Input Duration Error: Audio Transmission Rate Exceeded: Received 3\.\d sec\. audio in \d\.\d{6} sec$/,
    )
  })

  it('works through early sound at its own pace', async () => {
    session({ processingRate: 1.25 })
    const said = words(3, { startSilenceMs: 0, endSilenceMs: 600 })
    const client = await connect(service)
    await client.message('Begin')
    const begun = Date.now()
    await client.sound(said.samples)
    const turn = await client.message('Turn')
    expect(turn.end_of_turn).toBe(false)
    await client.until(() => finals(client).length > 0, 'final')
    // 1.9 s of sound, half a second of slack, at 1.25 times real time.
    expect(Date.now() - begun).toBeGreaterThan(900)
  })

  it('closes a message over 128 kB with 1009', async () => {
    const client = await connect(service)
    await client.message('Begin')
    client.socket.send(new Uint8Array(128 * 1_024 + 1))
    expect((await client.closed).code).toBe(1009)
  })

  it('is kept in the log with its frames', async () => {
    const client = await connect(service)
    await client.message('Begin')
    const said = words(2)
    await client.sound(said.samples.subarray(0, 16_000))
    await service.log.until(() => service.log.sessions()[0]?.bytes === 32_000, 'all bytes')
    const record = service.log.sessions()[0]
    expect(record?.frames.map((frame) => frame.bytes)).toEqual(Array<number>(20).fill(1_600))
    expect(Buffer.concat(record?.audio ?? [])).toEqual(Buffer.from(said.samples.buffer, 0, 32_000))
  })
})

describe('text messages', () => {
  it('KeepAlive and UpdateConfiguration are silent', async () => {
    const client = await connect(service)
    await client.message('Begin')
    client.send({ type: 'KeepAlive' })
    client.send({ type: 'UpdateConfiguration', min_turn_silence: 300 })
    await pause(80)
    expect(client.heard.map((entry) => entry.message.type)).toEqual(['Begin'])
  })

  it('UpdateConfiguration ends the session where a value is too long', async () => {
    const client = await connect(service)
    await client.message('Begin')
    client.send({ type: 'UpdateConfiguration', agent_context: 'x'.repeat(1_751) })
    await expectError(client, 3006, /agent_context/)
  })

  it('an unknown type ends the session after a second', async () => {
    const client = await connect(service)
    await client.message('Begin')
    const sent = Date.now()
    client.send({ type: 'Bogus' })
    await expectError(client, 3006, 'User Input Validation Error: Invalid Message Type: Bogus')
    expect(Date.now() - sent).toBeGreaterThan(1_000)
  })

  it('what is no JSON, or no message, ends it at once', async () => {
    const client = await connect(service)
    await client.message('Begin')
    client.send('{nonsense')
    await expectError(client, 3006, /Invalid JSON: Expecting property name/)
    const other = await connect(service)
    await other.message('Begin')
    other.send('[]')
    await expectError(other, 3006, 'User Input Validation Error: Invalid Message')
  })

  it('heartbeats come every five seconds, where asked for', async () => {
    session({ secondMs: 20 })
    const client = await connect(service, { session_heartbeat: 'true' })
    const quiet = await connect(service)
    await client.message('Begin')
    await client.sound(silence(200))
    await service.log.until(() => service.log.sent('Heartbeat').length >= 3, 'three heartbeats')
    const beats = client.heard.filter((entry) => entry.message.type === 'Heartbeat')
    expect(beats[0]?.message).toMatchObject({ total_audio_received_ms: 200 })
    expect((beats[1]?.at ?? 0) - (beats[0]?.at ?? 0)).toBeGreaterThanOrEqual(90)
    expect(quiet.of('Heartbeat')).toEqual([])
  })
})

describe('the end', () => {
  it('Termination has whole seconds and comes before 1000 Session Ended', async () => {
    session({ terminationMs: { idle: 200, open: 400, speakers: 0 } })
    const client = await connect(service)
    await client.message('Begin')
    await client.sound(silence(1_450))
    const asked = Date.now()
    client.send({ type: 'Terminate' })
    const closed = await client.closed
    expect(closed).toMatchObject({ code: 1000, reason: 'Session Ended' })
    expect(closed.at - asked).toBeGreaterThanOrEqual(195)
    expect(client.heard.at(-1)?.message).toEqual({
      type: 'Termination',
      audio_duration_seconds: 1,
      session_duration_seconds: 1,
    })
    expect(service.log.leaked()).toEqual([])
  })

  it('Terminate may stay without an answer, or without a Termination', async () => {
    session({ termination: 'close' })
    const client = await connect(service)
    await client.message('Begin')
    await client.terminate()
    expect(client.of('Termination')).toEqual([])
    session({ termination: 'nothing' })
    const other = await connect(service)
    await other.message('Begin')
    other.send({ type: 'Terminate' })
    await expect(other.message('Termination', 200)).rejects.toThrow('No Termination')
  })

  it('comes with 3006 where nothing is sent for the time that was set', async () => {
    session({ secondMs: 30 })
    const client = await connect(service, { inactivity_timeout: '5' })
    await client.message('Begin')
    await pause(100)
    client.send({ type: 'KeepAlive' })
    await pause(100)
    expect(client.of('Error')).toEqual([])
    await expectError(
      client,
      3006,
      'User Input Validation Error: Session terminated due to inactivity: No messages received for 5 seconds',
    )
  })

  it('comes with 3008 at the cap', async () => {
    session({ secondMs: 10 })
    const token = await mintToken(service, 'expires_in_seconds=60&max_session_duration_seconds=60')
    const client = await connect(service, { token })
    const opened = await client.opened
    await client.message('Begin')
    await expectError(client, 3008, 'Session Expired: Maximum session duration exceeded')
    expect((client.heard.at(-1)?.at ?? 0) - opened).toBeGreaterThanOrEqual(590)
  })

  it('a client that goes without Terminate leaves a leaked session', async () => {
    const client = await connect(service)
    const open = await connect(service)
    await Promise.all([client.message('Begin'), open.message('Begin')])
    client.socket.terminate()
    await service.log.until(() => service.log.open().length === 1, 'the close')
    expect(service.log.leaked()).toHaveLength(2)
    expect(service.log.sessions()[0]?.closed).toMatchObject({ code: 1006, by: 'client' })
  })
})

describe('faults', () => {
  it('strike by themselves once so much sound is in', async () => {
    session({
      strikes: [
        {
          session: 1,
          afterAudioMs: 300,
          fault: { kind: 'error', code: 3005, text: 'Session Cancelled: An error occurred' },
        },
      ],
    })
    const first = await connect(service)
    await first.message('Begin')
    const second = await connect(service)
    await second.message('Begin')
    await first.sound(silence(500))
    await second.sound(silence(500))
    await expectError(second, 3005, 'Session Cancelled: An error occurred')
    expect(first.of('Error')).toEqual([])
    expect(service.log.leaked()).toHaveLength(1)
  })

  it('cut: the other end sees 1006, and the session does not count as leaked', async () => {
    const client = await connect(service)
    await client.message('Begin')
    expect(service.strike({ kind: 'cut' })).toBe(1)
    expect((await client.closed).code).toBe(1006)
    await service.log.until(() => service.log.open().length === 0, 'the close')
    expect(service.log.leaked()).toEqual([])
  })

  it('close: a bare code', async () => {
    const client = await connect(service)
    await client.message('Begin')
    service.strike({ kind: 'close', code: 1011 })
    expect((await client.closed).code).toBe(1011)
    expect(client.of('Error')).toEqual([])
  })

  it.each(['silence', 'stall'] as const)('%s: open, and nothing comes any more', async (kind) => {
    const client = await connect(service)
    await client.message('Begin')
    service.strike({ kind })
    await client.sound(words(3).samples)
    client.send({ type: 'Terminate' })
    await pause(250)
    expect(client.socket.readyState).toBe(client.socket.OPEN)
    expect(client.heard.map((entry) => entry.message.type)).toEqual(['Begin'])
    const bytes = service.log.sessions()[0]?.bytes ?? 0
    expect(bytes > 0).toBe(kind === 'silence')
  })

  it('message: anything that a test wants to say', async () => {
    const client = await connect(service)
    await client.message('Begin')
    service.strike({ kind: 'message', message: { type: 'Weather', rain: true } })
    expect(await client.message('Weather')).toEqual({ type: 'Weather', rain: true })
  })

  it('offline: everything breaks, nothing opens, and the same address comes back', async () => {
    const client = await connect(service)
    await client.message('Begin')
    const token = await mintToken(service)
    await service.goOffline()
    expect((await client.closed).code).toBe(1006)
    await expect(fetch(`${service.url}/v3/token`)).rejects.toThrow('fetch failed')
    await service.goOnline()
    await (await connect(service, { token })).message('Begin')
  })
})

function finals(client: Client): Record<string, unknown>[] {
  return client.of('Turn').filter((turn) => turn.end_of_turn === true)
}
