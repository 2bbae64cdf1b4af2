import { expect, onTestFinished, test, vi } from 'vitest'
import { setupRepair } from '../../../main/repair/setup'
import { ok } from '../../../preload/errors'
import { defaultSettings, type EngineKind } from '../../../preload/model'
import { newLibrary } from '../library/folder'

/** The engines, with this one in use, and what the service was asked. */
function setUp(inUse: EngineKind) {
  const http = vi.fn(() => Promise.reject(new Error('No network here')))
  const heard = ok({ channels: [[]], language: null, timing: 'estimated' as const })
  const { repair, againEngine } = setupRepair({
    library: newLibrary(),
    sounds: { hold: () => Promise.resolve(ok(() => Promise.resolve())) },
    settings: () => ({ ...defaultSettings, engine: inUse }),
    keyInUse: () => Promise.resolve(ok({ id: 'k', name: 'Work', zone: 'eu', secret: 's' })),
    engine: { transcribe: () => Promise.resolve(heard) },
    http,
    serviceUrl: null,
    broadcast: () => undefined,
    net: { isOnline: () => true },
  })
  onTestFinished(repair.stop)
  return { http, againEngine }
}

test('what a person wanted to be heard on this computer is, whatever is in use then', async () => {
  const { http, againEngine } = setUp('service')
  const engine = againEngine('on-device')
  expect(engine.kind).toBe('on-device')
  const { signal } = new AbortController()
  expect(await engine.transcribe([new Uint8Array(32)], signal)).toMatchObject({ ok: true })
  expect(await engine.transcribeWhole([new Uint8Array(32)], signal)).toMatchObject({ ok: true })
  expect(http).not.toHaveBeenCalled()
})

test('what the service was to hear is heard by the engine that is in use then', () => {
  expect(setUp('service').againEngine('service').kind).toBe('service')
  expect(setUp('on-device').againEngine('service').kind).toBe('on-device')
})
