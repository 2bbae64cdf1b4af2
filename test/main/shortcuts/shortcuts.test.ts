import { expect, it, vi } from 'vitest'
import { defaultShortcuts, isShortcut, quickActions, shownShortcut } from '../../../common/model'
import { createShortcuts } from '../../../main/shortcuts/shortcuts'

function setUp({ others = [], isAsked = false }: { others?: string[]; isAsked?: boolean } = {}) {
  const held = new Map<string, () => void>()
  const run = vi.fn()
  const shortcuts = createShortcuts({
    isAsked,
    run,
    system: {
      register: (keys, press) => {
        if (keys.includes('Nonsense')) throw new Error('no such key')
        if (others.includes(keys)) return false
        held.set(keys, press)
        return true
      },
      unregister: (keys) => void held.delete(keys),
    },
  })
  return { shortcuts, held, run }
}

it('registers the keys of every action, and runs it', () => {
  const { shortcuts, held, run } = setUp()
  shortcuts.apply(defaultShortcuts)
  expect(new Set(Object.values(shortcuts.states()))).toEqual(new Set(['on']))
  held.get(defaultShortcuts.mark ?? '')?.()
  expect(run).toHaveBeenCalledExactlyOnceWith('mark')
})

it('says which keys are taken, refused, twice, or none', () => {
  const { shortcuts, held } = setUp({ others: ['Alt+F9'] })
  shortcuts.apply({
    'record-or-stop': 'Alt+F9',
    'pause-or-resume': 'Alt+Nonsense',
    mark: 'Alt+F10',
    captions: 'Alt+F10',
    mute: null,
  })
  expect(shortcuts.states()).toEqual({
    'record-or-stop': 'taken',
    'pause-or-resume': 'refused',
    mark: 'on',
    captions: 'taken',
    mute: 'off',
  })
  expect([...held.keys()]).toEqual(['Alt+F10'])
})

it('gives old keys back, and all of them while a person chooses', () => {
  const { shortcuts, held } = setUp({ isAsked: true })
  shortcuts.apply(defaultShortcuts)
  shortcuts.apply({ ...defaultShortcuts, mark: 'Alt+F1' })
  expect(held.has(defaultShortcuts.mark ?? '')).toBe(false)
  shortcuts.suspend(true)
  expect(held.size).toBe(0)
  shortcuts.suspend(false)
  expect(held.size).toBe(quickActions.length)
  expect(shortcuts.states().mark).toBe('asked')
})

it.each([
  ['CommandOrControl+Alt+Shift+R', true],
  ['F9', true],
  ['MediaPlayPause', true],
  ['Super+J', true],
  ['Alt+1', true],
  ['J', false],
  ['Shift+J', false],
  ['Alt', false],
  ['Alt+Alt+J', false],
  ['Hyper+J', false],
  ['Alt+Nonsense', false],
  ['', false],
])('takes %s as a shortcut: %s', (text, taken) => {
  expect(isShortcut(text)).toBe(taken)
})

it('shows keys as the keyboard names them', () => {
  expect(shownShortcut('CommandOrControl+Alt+Shift+R', false)).toBe('Ctrl Alt Shift R')
  expect(shownShortcut('CommandOrControl+Alt+Shift+R', true)).toBe('⌘ ⌥ ⇧ R')
})
