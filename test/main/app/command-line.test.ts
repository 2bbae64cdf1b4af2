import { describe, expect, it } from 'vitest'
import { modelsFolder, parseSwitches } from '../../../main/app/command-line'

describe('command-line switches', () => {
  it('are null if they are missing', () => {
    expect(parseSwitches(['electron', '.'])).toEqual({
      ok: true,
      value: {
        serviceUrl: null,
        testFeed: null,
        modelsDir: null,
        modelCatalogue: null,
        startsHidden: false,
        recordsFirst: false,
      },
    })
  })

  it.each(['http://127.0.0.1:4000', 'http://localhost:4000', 'http://[::1]:4000'])(
    'accept the loopback address %s',
    (address) => {
      const parsed = parseSwitches([`--service-url=${address}/`])
      expect(parsed.ok && parsed.value.serviceUrl).toBe(address)
    },
  )

  it.each([
    'http://example.org',
    'http://127.0.0.1.example.org',
    'https://127.0.0.1:1',
    'http://127.0.0.1@example.org',
    'file:///etc/passwd',
    'nonsense',
    '',
  ])('refuse %s as the service and as the update server', (address) => {
    expect(parseSwitches([`--service-url=${address}`]).ok).toBe(false)
    expect(parseSwitches([`--update-url=${address}`]).ok).toBe(false)
  })

  it('let only unpackaged runs choose the models', () => {
    const given = {
      serviceUrl: null,
      testFeed: null,
      modelsDir: '/models',
      modelCatalogue: null,
      startsHidden: false,
      recordsFirst: false,
    }
    expect(modelsFolder(given, false, '/app/resources')).toBe('/models')
    expect(modelsFolder(given, true, '/app/resources')).toBe('/app/resources/models')
  })

  it('are ignored if a link started the app', () => {
    const argv = ['--service-url=http://127.0.0.1:1', 'parley://meeting/a', '--models-dir=/x']
    expect(parseSwitches(argv)).toEqual(parseSwitches([]))
  })
})
