import { createConnection } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connect, type Client } from './client'
import { saying, serveFake, silence, sound, type TestServer } from './fakes'

let server: TestServer
const clients: Client[] = []

beforeEach(async () => {
  server = await serveFake()
})
afterEach(async () => {
  for (const client of clients.splice(0)) client.close()
  await server.close()
})

function open(query: Record<string, string> = {}, options?: Parameters<typeof connect>[2]): Client {
  const client = connect(
    server.port,
    { sample_rate: '16000', encoding: 'pcm_s16le', token: server.token(), ...query },
    options,
  )
  clients.push(client)
  return client
}

/** Frames of 50 ms, as fast as the socket takes them. */
function play(client: Client, pcm: Uint8Array): void {
  for (let at = 0; at < pcm.byteLength; at += 1_600) client.send(pcm.subarray(at, at + 1_600))
}

async function refusal(client: Client): Promise<[number, string]> {
  const { code, reason } = await client.closed
  expect(reason).toBe('See Error message for details')
  const error = client.heard.at(-1)!.message
  expect(error).toMatchObject({ type: 'Error', error_code: code })
  return [code, error.error]
}

const turnsOf = (client: Client) =>
  client.heard.map(({ message }) => message).filter((message) => message.type === 'Turn')

test.each([
  ['another page', 'https://example.com'],
  ['the window page', 'app://window'],
  ['no page at all', null],
])('the upgrade is refused for the origin of %s', async (_name, origin) => {
  await expect(open({}, { origin }).closed).rejects.toThrow('403')
})

test('it listens on the wanted port, or on another one if that is taken', async () => {
  const second = await serveFake(undefined, undefined, server.port)
  expect(second.port).not.toBe(server.port)
  const { port } = second
  await second.close()
  const third = await serveFake(undefined, undefined, port)
  expect(third.port).toBe(port)
  await third.close()
})

test('another path is not found', async () => {
  await expect(open({}, { path: '/v2/ws' }).closed).rejects.toThrow('404')
})

test.each([
  ['no token', ''],
  ['a token that main never issued', 'guess'],
  ['a token with characters that no token has', 'a%00b'],
])('%s is refused before the upgrade', async (_name, token) => {
  await expect(open({ token }).closed).rejects.toThrow('401')
})

test('with an expired token', async () => {
  const token = server.token({ expiresInMs: -1 })
  expect(await refusal(open({ token }))).toEqual([
    1008,
    'Unauthorized Connection: Signature has expired',
  ])
})

test('a token opens one session only, even while that one is open', async () => {
  const token = server.token()
  await open({ token }).waitFor('Begin')
  expect(await refusal(open({ token }))).toEqual([
    1008,
    'Unauthorized Connection: Token was used already',
  ])
})

test('Begin has the eight fields of the service, and says that word times are estimates', async () => {
  const begin = await open({ filter_profanity: 'true', speech_model: 'moonshine-base' }).waitFor(
    'Begin',
  )
  expect(begin.configuration).toEqual({
    model: 'moonshine-base',
    mode: null,
    api_version: '2025-05-12',
    speaker_labels: false,
    redact_pii: false,
    filter_profanity: true,
    domain: null,
    voice_focus: null,
    word_timing: 'estimated',
  })
  expect(begin.expires_at - Date.now() / 1000).toBeCloseTo(10_800, -1)
})

test.each([
  ['sample_rate', '4000', 'sample_rate must be at least 8,000 Hz'],
  ['sample_rate', '48000', 'takes 16,000 Hz only'],
  ['sample_rate', 'fast', 'valid integer'],
  ['encoding', 'flac', "'pcm_s16le'"],
  ['speech_model', 'u3-pro', "'moonshine-base' or 'moonshine-tiny'"],
  ['inactivity_timeout', '4', 'greater than or equal to 5'],
  ['filter_profanity', 'perhaps', 'valid boolean'],
])('%s=%s is refused with 3006', async (name, value, text) => {
  const [code, error] = await refusal(open({ [name]: value }))
  expect(code).toBe(3006)
  expect(error).toContain(`User Input Validation Error: Invalid '${name}': `)
  expect(error).toContain(text)
})

test('unknown parameters are ignored', async () => {
  await open({ format_turns: 'true', keyterms_prompt: '[]', nonsense: 'x' }).waitFor('Begin')
})

test.each([
  ['bad JSON', '{type', 'User Input Validation Error: Invalid JSON: '],
  ['an unknown type', '{"type":"Bogus"}', 'Invalid Message Type: Bogus'],
  ['no type', '{}', 'Invalid Message'],
])('%s ends the session with 3006', async (_name, text, expected) => {
  const client = open()
  await client.waitFor('Begin')
  client.send(text)
  const [code, error] = await refusal(client)
  expect(code).toBe(3006)
  expect(error).toContain(expected)
})

test('a frame over a second ends the session at once', async () => {
  const client = open()
  client.send(silence(1_200))
  expect(await refusal(client)).toEqual([
    3007,
    'Input Duration Error: Input Duration Violation: 1200.0 ms. Expected between 50 and 1000 ms',
  ])
})

test('frames of 20 ms are accepted for a second, then no more', async () => {
  const client = open()
  for (let count = 0; count < 49; count += 1) client.send(silence(20))
  client.send(silence(1_000))
  for (let count = 0; count < 50; count += 1) client.send(silence(20))
  expect(await refusal(client)).toEqual([
    3007,
    'Input Duration Error: Input Duration Violation: 20.0 ms. Expected between 50 and 1000 ms',
  ])
})

test('a message over 128 KB closes with 1009', async () => {
  const client = open()
  client.send(new Uint8Array(128 * 1024 + 1))
  expect((await client.closed).code).toBe(1009)
})

test('a session without messages ends after inactivity_timeout; KeepAlive counts', async () => {
  const client = open({ inactivity_timeout: '5' })
  await client.waitFor('Begin')
  const started = Date.now()
  setTimeout(() => client.send('{"type":"KeepAlive"}'), 1_000)
  expect(await refusal(client)).toEqual([
    3006,
    'Session terminated due to inactivity: No messages received for 5 seconds',
  ])
  expect(Date.now() - started).toBeGreaterThan(5_900)
})

test('a session ends at the length that its token allows', async () => {
  const client = open({ token: server.token({ maxSessionSeconds: 0.2 }) })
  expect(await refusal(client)).toEqual([
    3008,
    'Session Expired: Maximum session duration exceeded',
  ])
})

test('a turn: partials that replace each other, then one final with estimated times', async () => {
  const client = open()
  play(client, silence(1_000))
  for (let part = 0; part < 40; part += 1) {
    play(client, sound(50))
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  play(client, silence(700))
  client.send('{"type":"Terminate"}')
  await client.waitFor('Termination')
  const turns = turnsOf(client)
  expect(turns.length).toBeGreaterThan(2)
  expect(turns.map((turn) => turn.end_of_turn).indexOf(true)).toBe(turns.length - 1)
  expect(new Set(turns.map((turn) => turn.turn_order))).toEqual(new Set([0]))
  expect(Object.keys(turns[0]!)).toEqual([
    'turn_order',
    'turn_is_formatted',
    'end_of_turn',
    'transcript',
    'end_of_turn_confidence',
    'words',
    'utterance',
    'type',
  ])
  const final = turns.at(-1)!
  expect(final.transcript).toBe('w0 w1 w2 w3 w4')
  expect(final.words.every((word) => word.word_is_final && word.confidence === null)).toBe(true)
  expect(final.words[0]!.start).toBeGreaterThanOrEqual(990)
  expect(final.words.at(-1)!.end).toBeLessThanOrEqual(3_040)
  const partial = turns.find((turn) => turn.words.length > 2 && !turn.end_of_turn)!
  expect(partial.words[0]!.word_is_final).toBe(true)
  expect(partial.words.at(-1)!.word_is_final).toBe(false)
})

test('Terminate: the open turn becomes final, then Termination, then 1000', async () => {
  const client = open()
  play(client, sound(1_500))
  client.send('{"type":"Terminate"}')
  expect(await client.closed).toEqual({ code: 1000, reason: 'Session Ended' })
  const [turn, termination] = client.heard.slice(-2).map(({ message }) => message)
  expect(turn).toMatchObject({ type: 'Turn', end_of_turn: true })
  expect(termination).toMatchObject({ type: 'Termination', audio_duration_seconds: 2 })
  expect(Number.isInteger(termination!.session_duration_seconds)).toBe(true)
})

test('ForceEndpoint makes the open turn final, and the session continues', async () => {
  const client = open()
  play(client, sound(1_000))
  client.send('{"type":"ForceEndpoint"}')
  play(client, sound(1_000))
  client.send('{"type":"Terminate"}')
  await client.waitFor('Termination')
  const finals = turnsOf(client).filter((turn) => turn.end_of_turn)
  expect(finals.map((turn) => turn.turn_order)).toEqual([0, 1])
})

test('words that nobody said make no turn', async () => {
  await server.close()
  server = await serveFake(saying(() => Promise.resolve('')))
  const client = open()
  play(client, sound(1_000))
  play(client, silence(1_000))
  client.send('{"type":"Terminate"}')
  await client.waitFor('Termination')
  expect(turnsOf(client)).toEqual([])
})

test('speech without a result is decoded again, with the voice only', async () => {
  await server.close()
  const lengths: number[] = []
  server = await serveFake(
    saying((samples) => {
      lengths.push(samples.length)
      return Promise.resolve(samples.length < 20_000 ? 'Ask not.' : '')
    }),
  )
  const client = open()
  play(client, silence(1_000))
  play(client, sound(900))
  play(client, silence(1_000))
  client.send('{"type":"Terminate"}')
  await client.waitFor('Termination')
  // If the machine is busy, a partial comes first, since audio was decoded before the turn ended.
  const finals = turnsOf(client).filter((turn) => turn.end_of_turn)
  expect(finals).toMatchObject([{ transcript: 'Ask not.' }])
  expect(lengths.at(-1)).toBeLessThan(lengths.at(-2)!)
})

test('a turn whose words disappear at the end becomes empty, so that no partial stays', async () => {
  await server.close()
  let calls = 0
  server = await serveFake(saying(() => Promise.resolve((calls += 1) === 1 ? 'oh' : '')))
  const client = open()
  play(client, sound(2_000))
  await client.waitFor('Turn')
  play(client, silence(1_000))
  client.send('{"type":"Terminate"}')
  await client.waitFor('Termination')
  const turns = turnsOf(client)
  expect(turns[0]).toMatchObject({ turn_order: 0, transcript: 'oh', end_of_turn: false })
  expect(turns.at(-1)).toMatchObject({ turn_order: 0, transcript: '', end_of_turn: true })
})

test('offensive words are masked on request', async () => {
  await server.close()
  server = await serveFake(saying(() => Promise.resolve('Well, shit, that is it.')))
  const masked = open({ filter_profanity: 'true' })
  const plain = open()
  for (const client of [masked, plain]) {
    play(client, sound(500))
    client.send('{"type":"Terminate"}')
    await client.waitFor('Termination')
  }
  expect(turnsOf(masked).at(-1)!.transcript).toBe('Well, ***, that is it.')
  expect(turnsOf(plain).at(-1)!.transcript).toBe('Well, shit, that is it.')
})

test('a slow recogniser delays finals, but loses nothing', async () => {
  await server.close()
  const lengths: number[] = []
  server = await serveFake(
    saying(async (samples) => {
      await new Promise((resolve) => setTimeout(resolve, 150))
      lengths.push(samples.length)
      return `n${samples.length}`
    }),
  )
  const client = open()
  for (let count = 0; count < 6; count += 1) {
    play(client, sound(1_000))
    play(client, silence(1_000))
  }
  client.send('{"type":"Terminate"}')
  await client.waitFor('Termination')
  const finals = turnsOf(client).filter((turn) => turn.end_of_turn)
  expect(finals.map((turn) => turn.turn_order)).toEqual([0, 1, 2, 3, 4, 5])
  // A second of voice with the silence around it.
  for (const turn of finals) expect(Number(turn.transcript.slice(1)) / 16).toBeGreaterThan(1_190)
})

test('two sources are served at the same time', async () => {
  const clients = [open(), open()]
  for (const client of clients) {
    play(client, sound(1_000))
    client.send('{"type":"Terminate"}')
  }
  for (const client of clients) {
    await client.waitFor('Termination')
    expect(turnsOf(client).at(-1)).toMatchObject({ turn_order: 0, end_of_turn: true })
  }
  const ids = clients.map((client) => client.heard[0]!.message.id)
  expect(ids[0]).not.toBe(ids[1])
})

test('a recogniser that fails ends the session with 3005', async () => {
  await server.close()
  server = await serveFake(saying(() => Promise.reject(new Error('native'))))
  const client = open()
  play(client, sound(1_000))
  play(client, silence(1_000))
  expect(await refusal(client)).toEqual([3005, 'Session Cancelled: An error occurred'])
})

test('a change to another model is reported to running sessions and applies to their words', async () => {
  const client = open()
  await client.waitFor('Begin')
  server.fallBack({
    wireName: 'moonshine-tiny',
    recogniser: saying(() => Promise.resolve('light')),
  })
  await client.waitFor('Warning')
  play(client, sound(1_000))
  client.send('{"type":"Terminate"}')
  await client.waitFor('Termination')
  expect(turnsOf(client).at(-1)!.transcript).toBe('light')
  const next = await open().waitFor('Begin')
  expect(next.configuration['model']).toBe('moonshine-tiny')
})

test('Heartbeat every five seconds on request', async () => {
  const client = open({ session_heartbeat: 'true' })
  play(client, silence(2_000))
  const beat = await client.waitFor('Heartbeat')
  expect(beat.total_audio_received_ms).toBe(2_000)
  expect(beat.realtime_factor).toBeCloseTo(0.4, 1)
})

/** Sends these bytes and resolves with the answer once the server closes the connection. */
function rawRequest(bytes: string | Uint8Array): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = createConnection(server.port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', (part: Buffer) => (answer += part.toString('latin1')))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(answer))
  })
}

const upgradeRequest = (target: string, headers: Record<string, string> = {}): string =>
  `GET ${target} HTTP/1.1\r\n${Object.entries({
    host: '127.0.0.1',
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    ...headers,
  })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`

test.each(['//', '//[', '*', '/\\', 'http://[::bad/', '/v3/ws?%', '/v3/ws?token=%E0%A4%A'])(
  'the target %s ends its own connection and nothing else',
  async (target) => {
    expect(await rawRequest(upgradeRequest(target, { origin: 'https://example.com' }))).toContain(
      ' 403 ',
    )
    expect(await rawRequest(upgradeRequest(target, { origin: 'app://recorder' }))).toMatch(
      / 40[14] /,
    )
    await open().waitFor('Begin')
  },
)

test('headers of more than 8 kB are refused', async () => {
  const filler = { origin: 'app://recorder', 'x-filler': 'x'.repeat(9_000) }
  expect(await rawRequest(upgradeRequest('/v3/ws?token=x', filler))).not.toContain(' 101 ')
  await open().waitFor('Begin')
})

test('100 silent connections do not block the recorder', async () => {
  const silent = Array.from({ length: 100 }, () => {
    const socket = createConnection(server.port, '127.0.0.1')
    socket.on('error', () => undefined)
    return socket
  })
  await open().waitFor('Begin')
  silent.forEach((socket) => socket.destroy())
})

test('a session that sends hundreds of text messages at once is ended', async () => {
  const client = open()
  await client.waitFor('Begin')
  for (let count = 0; count < 300; count += 1) client.send('{"type":"KeepAlive"}')
  const [code, error] = await refusal(client)
  expect(code).toBe(3006)
  expect(error).toContain('Too many messages')
})

test('a voice detector that cannot be created ends that session only', async () => {
  const failing = await serveFake(undefined, () => fail('no memory'))
  const client = connect(failing.port, { token: failing.token() })
  expect(await refusal(client)).toEqual([3005, 'Session Cancelled: An error occurred'])
  await failing.close()

  function fail(reason: string): never {
    throw new Error(reason)
  }
})
