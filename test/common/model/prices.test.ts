import { describe, expect, it } from 'vitest'
import { centsOfSessions, defaultSettings, type Settings } from '../../../common/model'

const base = { ...defaultSettings, serviceModel: 'universal-streaming-english' }
const cents = (over: Partial<Settings>, sessions: number) =>
  centsOfSessions({ ...base, engine: 'service', ...over }, sessions)

describe('the price of an hour', () => {
  it('doubles with two sessions', () => {
    expect(cents({}, 1)).toBe(15)
    expect(cents({}, 2)).toBe(30)
    expect(cents({ serviceModel: 'universal-3-6-pro' }, 2)).toBe(90)
  })

  it('includes key terms, if the model does not include them', () => {
    expect(cents({ keyTerms: ['Ghent'] }, 2)).toBe(38)
    expect(cents({ keyTerms: ['Ghent'], serviceModel: 'universal-3-5-pro' }, 1)).toBe(45)
  })

  it('is null for a model without a published price', () => {
    expect(cents({ serviceModel: 'assemblyai-stt-3-7-realtime' }, 2)).toBeNull()
    expect(cents({ serviceModel: 'a-model-of-next-year' }, 1)).toBeNull()
  })

  it('is that of the model that answers', () => {
    const modelAnswers = { retired: 'universal-3-6-pro' }
    expect(cents({ serviceModel: 'retired', modelAnswers }, 1)).toBe(45)
  })

  it('is zero with the on-device engine', () => {
    expect(cents({ engine: 'on-device' }, 2)).toBe(0)
  })
})
