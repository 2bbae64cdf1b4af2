import { describe, expect, it } from 'vitest'
import { centsOfSessions, defaultSettings, type Settings } from '../../preload/model'

const cents = (over: Partial<Settings>, sessions: number) =>
  centsOfSessions({ ...defaultSettings, engine: 'service', ...over }, sessions)

describe('what an hour costs', () => {
  it('doubles with two sessions', () => {
    expect(cents({}, 1)).toBe(15)
    expect(cents({}, 2)).toBe(30)
    expect(cents({ serviceModel: 'universal-3-6-pro' }, 2)).toBe(90)
  })

  it('has terms to listen for on top, where the model does not include them', () => {
    expect(cents({ keyTerms: ['Ghent'] }, 2)).toBe(38)
    expect(cents({ keyTerms: ['Ghent'], serviceModel: 'universal-3-5-pro' }, 1)).toBe(45)
  })

  it('is nothing on this computer', () => {
    expect(cents({ engine: 'on-device' }, 2)).toBe(0)
  })
})
