import { describe, expect, it } from 'vitest'
import { tokenParameters } from '../../../../common/token-parameters'
import { remedyOf } from '../../../../renderer/window/notices/banner'
import { microphoneOptions } from '../../../../renderer/window/sources/microphones'
import { parseKeyTerms, parseLanguages } from '../../../../renderer/window/settings/languages'
import { parseSeconds } from '../../../../renderer/window/keys/try-token'

describe('seconds of a token', () => {
  it('accepts only whole numbers in the range', () => {
    const { min, max } = tokenParameters.expiresInSeconds
    expect(parseSeconds(String(min), 'expiresInSeconds')).toBe(min)
    expect(parseSeconds(` ${max} `, 'expiresInSeconds')).toBe(max)
    for (const typed of [String(min - 1), String(max + 1), '', '1.5', '-1', '1e2', 'sixty']) {
      expect(parseSeconds(typed, 'expiresInSeconds')).toBeNull()
    }
  })
})

describe('languages', () => {
  it('accepts codes in any usual form of a list', () => {
    expect(parseLanguages('en, FR;de  en')).toEqual(['en', 'fr', 'de'])
    expect(parseLanguages('  ')).toEqual([])
  })

  it('rejects other text, and more than ten codes', () => {
    expect(parseLanguages('english')).toBeNull()
    expect(parseLanguages('aa ab ac ad ae af ag ah ai aj ak')).toBeNull()
  })
})

describe('key terms', () => {
  it('accepts one per line, without empty lines and duplicates', () => {
    expect(parseKeyTerms(' Ghent \n\nParley\nGhent')).toEqual(['Ghent', 'Parley'])
  })

  it('rejects too many terms and terms that are too long', () => {
    expect(parseKeyTerms('x'.repeat(50))).toHaveLength(1)
    expect(parseKeyTerms('x'.repeat(51))).toBeNull()
    expect(parseKeyTerms(Array.from({ length: 101 }, (_, i) => `t${i}`).join('\n'))).toBeNull()
  })
})

describe('microphones', () => {
  const devices = [
    { deviceId: 'default', label: 'Default' },
    { deviceId: 'a', label: 'Headset' },
    { deviceId: 'b', label: '' },
  ]

  it('offers the system default once, and a name for each', () => {
    expect(microphoneOptions(devices, 'a').map(({ label }) => label)).toEqual([
      'System default',
      'Headset',
      'Unnamed microphone',
    ])
  })

  it('keeps the chosen one that is not connected', () => {
    expect(microphoneOptions(devices, 'gone').at(-1)).toEqual({
      value: 'gone',
      label: 'Not connected',
    })
  })
})

describe('where a problem can be fixed', () => {
  it('is the page with the setting', () => {
    expect(remedyOf('no-key')).toBe('keys')
    expect(remedyOf('keychain-locked')).toBe('keys')
    expect(remedyOf('microphone-denied')).toBe('microphone-settings')
    expect(remedyOf('no-microphone')).toBe('audio')
    expect(remedyOf('engine-model-missing')).toBe('transcription')
    expect(remedyOf('offline')).toBeNull()
  })
})
