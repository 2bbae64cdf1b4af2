import { describe, expect, it } from 'vitest'
import { tokenParameters } from '../../../../preload/token-parameters'
import { remedyOf } from '../../../../renderer/window/components/banner'
import { microphoneOptions } from '../../../../renderer/window/sources/microphones'
import { parseKeyTerms, parseLanguages } from '../../../../renderer/window/settings/languages'
import { parseSeconds } from '../../../../renderer/window/settings/try-token'

describe('seconds of a token', () => {
  it('takes whole numbers in the range and nothing else', () => {
    const { min, max } = tokenParameters.expiresInSeconds
    expect(parseSeconds(String(min), 'expiresInSeconds')).toBe(min)
    expect(parseSeconds(` ${max} `, 'expiresInSeconds')).toBe(max)
    for (const typed of [String(min - 1), String(max + 1), '', '1.5', '-1', '1e2', 'sixty']) {
      expect(parseSeconds(typed, 'expiresInSeconds')).toBeNull()
    }
  })
})

describe('languages', () => {
  it('takes codes in any way people write lists', () => {
    expect(parseLanguages('en, FR;de  en')).toEqual(['en', 'fr', 'de'])
    expect(parseLanguages('  ')).toEqual([])
  })

  it('refuses what is no code, and more than ten', () => {
    expect(parseLanguages('english')).toBeNull()
    expect(parseLanguages('aa ab ac ad ae af ag ah ai aj ak')).toBeNull()
  })
})

describe('key terms', () => {
  it('takes one a line, without empty and double ones', () => {
    expect(parseKeyTerms(' Ghent \n\nParley\nGhent')).toEqual(['Ghent', 'Parley'])
  })

  it('refuses too many and too long ones', () => {
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
      'Microphone without a name',
    ])
  })

  it('keeps the chosen one that is not connected', () => {
    expect(microphoneOptions(devices, 'gone').at(-1)).toEqual({
      value: 'gone',
      label: 'Not connected now',
    })
  })
})

describe('where a problem is mended', () => {
  it('leads to the page that can', () => {
    expect(remedyOf('no-key')).toBe('keys')
    expect(remedyOf('keychain-locked')).toBe('keys')
    expect(remedyOf('microphone-denied')).toBe('microphone-settings')
    expect(remedyOf('no-microphone')).toBe('audio')
    expect(remedyOf('engine-model-missing')).toBe('transcription')
    expect(remedyOf('offline')).toBeNull()
  })
})
