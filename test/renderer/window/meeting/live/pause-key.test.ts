import { describe, expect, it } from 'vitest'
import { isPauseKey } from '../../../../../renderer/window/meeting/live/pause-key'

/** Something that is, or is in, one of these tags. */
const inside = (...tags: string[]) =>
  ({
    closest: (list: string) => (list.split(', ').some((name) => tags.includes(name)) ? {} : null),
  }) as unknown as EventTarget
const press = (over: Partial<KeyboardEvent>) => ({
  key: ' ',
  repeat: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  target: inside('body'),
  ...over,
})

describe('the Space key of a recording', () => {
  it('pauses if nothing else uses it', () => {
    expect(isPauseKey(press({}), false)).toBe(true)
    expect(isPauseKey(press({ target: null }), false)).toBe(true)
  })

  it.each(['input', 'textarea', '[contenteditable]', '[role="listbox"]'])(
    'is typed in %s',
    (tag) => {
      expect(isPauseKey(press({ target: inside(tag) }), true)).toBe(false)
    },
  )

  it('activates a button that was reached with the keyboard, not one that was clicked', () => {
    expect(isPauseKey(press({ target: inside('button') }), false)).toBe(false)
    expect(isPauseKey(press({ target: inside('button') }), true)).toBe(true)
  })

  it.each([{ repeat: true }, { ctrlKey: true }, { shiftKey: true }, { key: 'a' }])(
    'is not %o',
    (over) => {
      expect(isPauseKey(press(over), true)).toBe(false)
    },
  )
})
