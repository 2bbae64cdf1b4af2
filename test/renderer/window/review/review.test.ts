import { describe, expect, it } from 'vitest'
import { reviewFacts } from '../../../../renderer/window/review/review-facts'
import type { Meeting } from '../../../../preload/model'
import { meeting } from '../samples'

const now = new Date(2026, 10, 25, 11).getTime()

describe('the line under the title', () => {
  it('has date, length and sound', () => {
    expect(reviewFacts(meeting(), now)).toBe(
      'Wednesday 25 November, 09:15 · 14 min · Audio 14:02 · Text 100 %',
    )
  })

  it('promises no sound where there is none, and tells an interruption', () => {
    expect(reviewFacts(meeting({ audio: [], state: 'interrupted', textPercent: null }), now)).toBe(
      'Wednesday 25 November, 09:15 · 14 min · interrupted',
    )
  })
})

describe('what is missing', () => {
  const facts = (changes: Partial<Meeting>) =>
    reviewFacts(meeting(changes), now).split(' · ').slice(3).join(' · ')

  it('is named in place of being called whole', () => {
    expect(facts({ textPercent: 97, missingTextMs: 160_000 })).toBe(
      'Text 97 % · 2 min without words yet',
    )
    expect(facts({ missingSoundMs: 3_600_000 })).toBe('Text 100 % · 1 h 00 min not recorded')
    expect(facts({ textPercent: 99, missingTextMs: 40 })).toBe('Text 99 % · 1 s without words yet')
    expect(facts({ textPercent: null })).toBe('')
  })
})
