import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { testSession } from '../../../renderer/recorder/test-session'
import { FakeSocket, fakeDeps } from './streaming/fake-socket'

const grant = {
  url: 'wss://service/v3/ws?speech_model=asked&redact_pii=true',
  token: 'AQI',
  model: 'asked',
}

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }))
afterEach(() => void vi.useRealTimers())

function start() {
  const outcome = testSession(grant, fakeDeps())
  const [socket] = FakeSocket.opened
  if (socket === undefined) throw new Error('no socket')
  return { outcome, socket }
}

test('it terminates at Begin and reports what the service bills', async () => {
  const { outcome, socket } = start()
  socket.begin('session', { model: 'answered' })
  await vi.advanceTimersByTimeAsync(0)
  expect(socket.terminated()).toBe(true)
  expect(socket.frames).toEqual([])
  socket.say({ type: 'Termination', session_duration_seconds: 2 })
  expect(await outcome).toEqual({
    error: null,
    billed: { sessionId: 'session', model: 'answered', extras: ['redact-pii'], seconds: 2 },
  })
})

test('without a Termination it counts the seconds itself', async () => {
  const { outcome, socket } = start()
  await vi.advanceTimersByTimeAsync(600)
  socket.begin('session', { model: 'asked' })
  await vi.advanceTimersByTimeAsync(1_000)
  socket.drop(1006)
  expect((await outcome).billed?.seconds).toBe(2)
})

test('it says why a session did not begin, and bills nothing', async () => {
  const { outcome, socket } = start()
  socket.fail(1008, 'Unauthorized Connection: Insufficient account balance')
  expect(await outcome).toMatchObject({ error: { code: 'payment-required' }, billed: null })
})
