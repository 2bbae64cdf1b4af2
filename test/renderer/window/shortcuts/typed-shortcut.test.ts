import { expect, it } from 'vitest'
import { typedShortcut, type TypedKeys } from '../../../../renderer/window/shortcuts/typed-shortcut'

const typed = (key: string, code: string, held: Partial<TypedKeys> = {}): TypedKeys => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

it.each([
  [typed('r', 'KeyR', { ctrlKey: true, shiftKey: true }), false, 'CommandOrControl+Shift+R'],
  // The letter counts, not its place on the keyboard.
  [typed('a', 'KeyQ', { altKey: true }), false, 'Alt+A'],
  [typed('®', 'KeyR', { metaKey: true, altKey: true }), true, 'CommandOrControl+Alt+R'],
  [typed('r', 'KeyR', { ctrlKey: true }), true, 'Control+R'],
  [typed('!', 'Digit1', { ctrlKey: true, shiftKey: true }), false, 'CommandOrControl+Shift+1'],
  [typed('ArrowLeft', 'ArrowLeft', { metaKey: true }), false, 'Super+Left'],
  [typed('F9', 'F9'), false, 'F9'],
  [typed('j', 'KeyJ'), false, null],
  [typed('Control', 'ControlLeft', { ctrlKey: true }), false, null],
])('%j on a Mac %s is %s', (keys, isMac, text) => {
  expect(typedShortcut(keys, isMac)).toBe(text)
})
