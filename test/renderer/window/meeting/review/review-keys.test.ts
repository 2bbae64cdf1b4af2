import { describe, expect, it } from 'vitest'
import { nextRate } from '../../../../../renderer/window/transcript/playback/player'
import { reviewAction } from '../../../../../renderer/window/meeting/review/review-keys'

const press = (key: string, held: Partial<Parameters<typeof reviewAction>[0]> = {}) =>
  reviewAction({ key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...held })

describe('the keys of a finished meeting', () => {
  it('play, skip, and change the speed', () => {
    expect([' ', 'ArrowLeft', 'ArrowRight', '[', ']'].map((key) => press(key))).toEqual([
      'play-or-pause',
      'back',
      'forward',
      'slower',
      'faster',
    ])
    expect(press('ArrowRight', { shiftKey: true })).toBe('forward')
  })

  it('find, with Control and with Command', () => {
    expect(press('f', { ctrlKey: true })).toBe('find')
    expect(press('f', { metaKey: true })).toBe('find')
    expect(press('F3')).toBe('find-next')
    expect(press('F3', { shiftKey: true })).toBe('find-previous')
    expect(press('G', { metaKey: true, shiftKey: true })).toBe('find-previous')
  })

  it('are ignored if they have another meaning', () => {
    expect(press('f')).toBeNull()
    expect(press('d', { ctrlKey: true })).toBeNull()
    expect(press('ArrowLeft', { altKey: true })).toBeNull()
  })

  it('change the speed one step at a time and stop at the ends', () => {
    expect(nextRate(1, 1)).toBe(1.25)
    expect(nextRate(1, -1)).toBe(0.75)
    expect(nextRate(0.75, -1)).toBe(0.75)
    expect(nextRate(2, 1)).toBe(2)
  })
})
