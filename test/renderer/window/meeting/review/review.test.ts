import { describe, expect, it } from 'vitest'
import { meetingSummary } from '../../../../../renderer/window/meeting/review/meeting-summary'
import type { Meeting } from '../../../../../common/model'
import { meeting } from '../../samples'

describe('the line under the title, after its date', () => {
  it('shows length and audio', () => {
    expect(meetingSummary(meeting())).toBe('14 min · Audio 14:02 · Text 100 %')
  })

  it('shows no audio if there is none, and shows an interruption', () => {
    expect(meetingSummary(meeting({ audio: [], state: 'interrupted', textPercent: null }))).toBe(
      '14 min · interrupted',
    )
  })
})

describe('what is missing', () => {
  const facts = (changes: Partial<Meeting>) =>
    meetingSummary(meeting(changes)).split(' · ').slice(2).join(' · ')

  it('is shown instead of a complete text', () => {
    expect(facts({ textPercent: 97, missingTextMs: 160_000 })).toBe(
      'Text 97 % · 2 min not transcribed yet',
    )
    expect(facts({ missingSoundMs: 3_600_000 })).toBe('Text 100 % · 1 h 00 min not recorded')
    expect(facts({ textPercent: 99, missingTextMs: 40 })).toBe(
      'Text 99 % · 1 s not transcribed yet',
    )
    expect(facts({ textPercent: null })).toBe('')
  })
})
