import { expect, test, vi } from 'vitest'
import { createTranscribers } from '../../../main/transcription/transcribers'
import { ok } from '../../../common/errors'
import { defaultSettings, type EngineKind } from '../../../common/model'
import { newLibrary } from '../library/folder'

/** The engines while this one is in use, and the requests to the service. */
function setUp(inUse: EngineKind) {
  const http = vi.fn(() => Promise.reject(new Error('No network here')))
  const transcription = ok({ channels: [[]], language: null, timing: 'estimated' as const })
  const { retranscribeEngine } = createTranscribers({
    settings: () => ({ ...defaultSettings, engine: inUse }),
    library: { briefs: newLibrary().briefs },
    service: {
      keyFor: () => Promise.resolve(ok({ id: 'k', name: 'Work', zone: 'eu', secret: 's' })),
      keyInUse: () => Promise.resolve(ok({ id: 'k', name: 'Work', zone: 'eu', secret: 's' })),
      http,
      serviceUrl: null,
    },
    localEngine: { transcribe: () => Promise.resolve(transcription) },
  })
  return { http, retranscribeEngine }
}

test('a task that was requested for this computer stays on it, whichever engine is in use later', async () => {
  const { http, retranscribeEngine } = setUp('service')
  const engine = retranscribeEngine('on-device')
  expect(engine.kind).toBe('on-device')
  const { signal } = new AbortController()
  expect(await engine.transcribe([new Uint8Array(32)], signal)).toMatchObject({ ok: true })
  expect(await engine.transcribeWhole([new Uint8Array(32)], signal)).toMatchObject({ ok: true })
  expect(http).not.toHaveBeenCalled()
})

test('a task that was requested for the service goes to the engine that is in use now', () => {
  expect(setUp('service').retranscribeEngine('service').kind).toBe('service')
  expect(setUp('on-device').retranscribeEngine('service').kind).toBe('on-device')
})
