import { describe, expect, it } from 'vitest'
import { modelsFolder, parseSwitches } from '../../main/switches'

describe('command-line switches', () => {
  it('are null where they are not given', () => {
    expect(parseSwitches(['electron', '.'])).toEqual({
      ok: true,
      value: { serviceUrl: null, updateUrl: null, modelsDir: null },
    })
  })

  it.each(['http://127.0.0.1:4000', 'http://localhost:4000', 'http://[::1]:4000'])(
    'take the loopback address %s',
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
  ])('refuse %s as the service and as the server of updates', (address) => {
    expect(parseSwitches([`--service-url=${address}`]).ok).toBe(false)
    expect(parseSwitches([`--update-url=${address}`]).ok).toBe(false)
  })

  it('let only unpackaged runs choose the models', () => {
    const given = { serviceUrl: null, updateUrl: null, modelsDir: '/models' }
    expect(modelsFolder(given, false, '/app/resources')).toBe('/models')
    expect(modelsFolder(given, true, '/app/resources')).toBe('/app/resources/models')
  })

  it('are none where a link started the app', () => {
    const argv = ['--service-url=http://127.0.0.1:1', 'parley://meeting/a', '--models-dir=/x']
    expect(parseSwitches(argv)).toEqual(parseSwitches([]))
  })
})
