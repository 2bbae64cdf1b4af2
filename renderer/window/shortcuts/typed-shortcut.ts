import { isShortcut } from '../../../common/model'

/** The part of a keyboard event that is used here. */
export type TypedKeys = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'
>

const byCode: Readonly<Record<string, string>> = {
  Space: 'Space',
  Tab: 'Tab',
  Enter: 'Enter',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  Insert: 'Insert',
  Delete: 'Delete',
  Minus: '-',
  Equal: '=',
  Comma: ',',
  Period: '.',
  Slash: '/',
  Semicolon: ';',
  Quote: "'",
  Backslash: '\\',
  BracketLeft: '[',
  BracketRight: ']',
  Backquote: '`',
  MediaTrackNext: 'MediaNextTrack',
  MediaTrackPrevious: 'MediaPreviousTrack',
  MediaStop: 'MediaStop',
  MediaPlayPause: 'MediaPlayPause',
}

/** The key without its modifiers, which change what it types. */
function keyOf({ key, code }: TypedKeys): string | null {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase()
  if (/^F\d{1,2}$/.test(key)) return key
  const letterOrDigit = /^(?:Key|Digit)([A-Z\d])$/.exec(code)?.[1]
  return letterOrDigit ?? byCode[code] ?? null
}

/** The shortcut in Electron's notation, or null while it is none: a modifier alone, or a letter. */
export function typedShortcut(typed: TypedKeys, isMac: boolean): string | null {
  const key = keyOf(typed)
  if (key === null) return null
  const { ctrlKey, metaKey, altKey, shiftKey } = typed
  const held = [
    ...((isMac ? metaKey : ctrlKey) ? ['CommandOrControl'] : []),
    ...(isMac && ctrlKey ? ['Control'] : []),
    ...(!isMac && metaKey ? ['Super'] : []),
    ...(altKey ? ['Alt'] : []),
    ...(shiftKey ? ['Shift'] : []),
  ]
  const text = [...held, key].join('+')
  return isShortcut(text) ? text : null
}
