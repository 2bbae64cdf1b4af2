import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connect, mintToken, pause, words, type Client } from './client'
import type { SessionBehaviour } from './options'
import { expectError, silence } from './expectations'
import { startToneService } from './tone-service'
import type { Service } from './service'

let service: Service

beforeEach(async () => {
  service = await startToneService()
})
afterEach(() => service.close())

function session(behaviour: Partial<SessionBehaviour>): void {
  service.configure({ session: behaviour })
}

describe('sound', () => {
  it('accepts 49 frames of 20 ms, then closes', async () => {
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

  it('accepts frames of 50 and of 1000 ms, but not of 1200', async () => {
    const client = await connect(service)
    await client.message('Begin')
    await client.sound(silence(500), 50)
    await client.sound(silence(2_000), 1_000)
    await pause(60)
    expect(client.of('Error')).toEqual([])
    await client.sound(silence(1_200), 1_200)
    await expectError(client, 3007, /Input Duration Violation: 1200\.0 ms/)
  })

  it('accepts only so much sound ahead of the clock', async () => {
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

  it('processes early sound at its own pace', async () => {
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

  it('UpdateConfiguration ends the session if a value is too long', async () => {
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

  it('anything but JSON with a type ends it at once', async () => {
    const client = await connect(service)
    await client.message('Begin')
    client.send('{nonsense')
    await expectError(client, 3006, /Invalid JSON: Expecting property name/)
    const other = await connect(service)
    await other.message('Begin')
    other.send('[]')
    await expectError(other, 3006, 'User Input Validation Error: Invalid Message')
  })

  it('heartbeats come every five seconds, if requested', async () => {
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

  it('Terminate may get no answer, or no Termination', async () => {
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

  it('comes with 3006 if nothing is sent for the inactivity timeout', async () => {
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

  it('a client that leaves without Terminate leaks its session', async () => {
    const client = await connect(service)
    const open = await connect(service)
    await Promise.all([client.message('Begin'), open.message('Begin')])
    client.socket.terminate()
    await service.log.until(() => service.log.open().length === 1, 'the close')
    expect(service.log.leaked()).toHaveLength(2)
    expect(service.log.sessions()[0]?.closed).toMatchObject({ code: 1006, by: 'client' })
  })
})

function finals(client: Client): Record<string, unknown>[] {
  return client.of('Turn').filter((turn) => turn.end_of_turn === true)
}
