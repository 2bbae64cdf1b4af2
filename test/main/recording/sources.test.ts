import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../../../common/model'
import { createSources, wantedSources, worstConnection } from '../../../main/recording/sources'

describe('worstConnection', () => {
  it.each([
    [[], null],
    [['live'], 'live'],
    [['live', 'catching-up'], 'catching-up'],
    [['connecting', 'catching-up'], 'connecting'],
    [['offline', 'live'], 'offline'],
    [['waiting', 'live'], 'live'],
    [['waiting', 'waiting'], 'waiting'],
  ] as const)('of %j is %s', (states, worst) => {
    expect(worstConnection(states)).toBe(worst)
  })
})

describe('createSources', () => {
  const both = { ...defaultSettings, sources: { microphone: true, system: true } }
  const onlySystem = { ...both, sources: { microphone: false, system: true } }

  it('forgets a source that is switched off', () => {
    const sources = createSources(both)
    sources.setCaptured('microphone', 'USB')
    sources.setRefused('system')
    expect(sources.change(wantedSources(both))).toBeNull()
    expect(sources.change(wantedSources(onlySystem))).toEqual(['microphone'])
    expect(sources.captured()).toEqual([])
    expect(sources.statuses(() => false)).toEqual([
      { source: 'microphone', state: 'off', label: null },
      { source: 'system', state: 'away', label: null },
    ])
  })

  it('is hopeless only if every wanted source is refused and none was captured', () => {
    const sources = createSources(both)
    sources.setRefused('microphone')
    expect(sources.isHopeless()).toBe(false)
    sources.setRefused('system')
    expect(sources.isHopeless()).toBe(true)
    sources.setCaptured('system', 'System audio')
    sources.setRefused('system')
    expect(sources.isHopeless()).toBe(false)
  })

  it('knows the one connection of all sources if they share it', () => {
    const sources = createSources({ ...both, sessions: 'one' })
    sources.setConnection('system', 'live')
    expect(sources.connectionOf('microphone')).toBe('live')
    const separate = createSources(both)
    separate.setConnection('system', 'live')
    expect(separate.connectionOf('microphone')).toBeNull()
  })
})
