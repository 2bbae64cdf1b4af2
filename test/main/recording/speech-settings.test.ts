import { expect, test } from 'vitest'
import { defaultSettings } from '../../../common/model'
import { noBrief } from '../../../main/library'
import { speechSettings, voiceFocusOf } from '../../../main/recording/speech-settings'

const atStart = { ...defaultSettings, keyTerms: ['old'], languages: ['en'], maxSpeakers: 5 }

test('languages and terms follow a person at once, everything else stays as at the start', () => {
  const now = {
    ...atStart,
    keyTerms: ['Parley', 'Ghent'],
    languages: ['fr'],
    serviceModel: 'other',
    speakerLabels: true,
  }
  const brief = { subject: 'Budget', terms: ['Ghent', 'Zoë'], maxSpeakers: 2 }
  expect(speechSettings(atStart, now, brief)).toEqual({
    ...atStart,
    languages: ['fr'],
    keyTerms: ['Ghent', 'Zoë', 'Parley'],
    maxSpeakers: 2,
    prompt: 'Budget',
  })
  expect(speechSettings(atStart, now, noBrief).maxSpeakers).toBe(5)
})

test('there are never more terms than the service accepts, and those of the meeting come first', () => {
  const many = (name: string) => Array.from({ length: 100 }, (_, index) => `${name}-${index}`)
  const now = { ...atStart, keyTerms: many('all') }
  const { keyTerms } = speechSettings(atStart, now, { ...noBrief, terms: many('mine') })
  expect(keyTerms).toEqual(many('mine'))
})

test('each source has its own voice focus; a session of both has one only if they agree', () => {
  const voiceFocus = { microphone: 'near-field', system: 'off' } as const
  const both = { microphone: true, system: true }
  const focus = { voiceFocus, sources: both, sessions: 'per-source' } as const
  expect(voiceFocusOf(focus, 'microphone')).toBe('near-field')
  expect(voiceFocusOf(focus, 'system')).toBe('off')
  expect(voiceFocusOf({ ...focus, sessions: 'one' }, 'microphone')).toBe('off')
  const alone = { ...focus, sessions: 'one', sources: { microphone: true, system: false } } as const
  expect(voiceFocusOf(alone, 'microphone')).toBe('near-field')
})
