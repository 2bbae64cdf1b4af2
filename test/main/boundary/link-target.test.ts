import { describe, expect, it } from 'vitest'
import { linkTarget } from '../../../main/boundary/link-target'

describe('the page of the system for its audio', () => {
  it.each([
    ['13.6.7', 'Privacy_ScreenCapture'],
    ['14.1.2', 'Privacy_ScreenCapture'],
    ['14.2', 'Privacy_AudioCapture'],
    ['15.0', 'Privacy_AudioCapture'],
    ['26.5.1', 'Privacy_AudioCapture'],
  ])('on macOS %s is %s', (version, page) => {
    const target = linkTarget('system-audio-settings', { platform: 'darwin', version })
    expect(target?.split('?')[1]).toBe(page)
  })

  it('is none on Linux', () => {
    const system = { platform: 'linux', version: '6.1' } as const
    expect(linkTarget('system-audio-settings', system)).toBeNull()
    expect(linkTarget('microphone-settings', system)).toBeNull()
  })
})
