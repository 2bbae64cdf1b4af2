import { describe, expect, it } from 'vitest'
import { nextRate } from '../../../../renderer/window/review/player'
import { reviewCommand } from '../../../../renderer/window/review/review-keys'

const press = (key: string, held: Partial<Parameters<typeof reviewCommand>[0]> = {}) =>
  reviewCommand({ key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...held })

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

  it('are left alone where they mean something else', () => {
    expect(press('f')).toBeNull()
    expect(press('d', { ctrlKey: true })).toBeNull()
    expect(press('ArrowLeft', { altKey: true })).toBeNull()
  })

  it('take the speed one step at a time and not past the ends', () => {
    expect(nextRate(1, 1)).toBe(1.25)
    expect(nextRate(1, -1)).toBe(0.75)
    expect(nextRate(0.75, -1)).toBe(0.75)
    expect(nextRate(2, 1)).toBe(2)
  })
})
