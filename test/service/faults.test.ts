import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connect, mintToken, pause, words } from './client'
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

describe('faults', () => {
  it('start by themselves after so much sound', async () => {
    session({
      faults: [
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
    expect(service.inject({ kind: 'cut' })).toBe(1)
    expect((await client.closed).code).toBe(1006)
    await service.log.until(() => service.log.open().length === 0, 'the close')
    expect(service.log.leaked()).toEqual([])
  })

  it('close: a bare code', async () => {
    const client = await connect(service)
    await client.message('Begin')
    service.inject({ kind: 'close', code: 1011 })
    expect((await client.closed).code).toBe(1011)
    expect(client.of('Error')).toEqual([])
  })

  it.each(['silence', 'stall'] as const)('%s: it stays open, and nothing arrives', async (kind) => {
    const client = await connect(service)
    await client.message('Begin')
    service.inject({ kind })
    await client.sound(words(3).samples)
    client.send({ type: 'Terminate' })
    await pause(250)
    expect(client.socket.readyState).toBe(client.socket.OPEN)
    expect(client.heard.map((entry) => entry.message.type)).toEqual(['Begin'])
    const bytes = service.log.sessions()[0]?.bytes ?? 0
    expect(bytes > 0).toBe(kind === 'silence')
  })

  it('message: anything that a test wants to send', async () => {
    const client = await connect(service)
    await client.message('Begin')
    service.inject({ kind: 'message', message: { type: 'Weather', rain: true } })
    expect(await client.message('Weather')).toEqual({ type: 'Weather', rain: true })
  })

  it('offline: everything breaks, nothing opens, and the same address works again later', async () => {
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
