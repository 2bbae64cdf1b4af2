import type { ActionId } from './actions'

/**
 * The actions that work while another program is in front: by a shortcut of the system, by the tray
 * and by the command line.
 */
export const quickActions = [
  'record-or-stop',
  'pause-or-resume',
  'mark',
  'captions',
  'mute',
] as const satisfies readonly ActionId[]
export type QuickAction = (typeof quickActions)[number]

/** In Electron's notation. Three modifiers, so that hardly any program has them already. */
export const defaultShortcuts: Readonly<Record<QuickAction, string | null>> = {
  'record-or-stop': 'CommandOrControl+Alt+Shift+R',
  'pause-or-resume': 'CommandOrControl+Alt+Shift+P',
  mark: 'CommandOrControl+Alt+Shift+B',
  captions: 'CommandOrControl+Alt+Shift+C',
  mute: 'CommandOrControl+Alt+Shift+M',
}

const modifiers = ['CommandOrControl', 'Control', 'Command', 'Super', 'Alt', 'Shift'] as const
/** These keys need no modifier, because nobody types with them. */
const keysAlone = /^(F([1-9]|1\d|2[0-4])|Media(NextTrack|PreviousTrack|Stop|PlayPause))$/
const otherKeys =
  /^([A-Z]|\d|Space|Tab|Enter|Up|Down|Left|Right|Home|End|PageUp|PageDown|Insert|Delete|Plus|[-=,.;'/\\[\]`])$/

/** Whether this is a shortcut that takes no letter away from a person who types. */
export function isShortcut(text: string): boolean {
  const parts = text.split('+')
  const key = parts.at(-1) ?? ''
  const held = parts.slice(0, -1)
  const known = held.every((one) => (modifiers as readonly string[]).includes(one))
  if (!known || new Set(held).size !== held.length) return false
  if (keysAlone.test(key)) return true
  return otherKeys.test(key) && held.some((one) => one !== 'Shift')
}

/** The keys of a shortcut as the window shows them, such as `Ctrl Alt Shift R`. */
export function shownShortcut(text: string, isMac: boolean): string {
  const names: Readonly<Record<string, string>> = {
    CommandOrControl: isMac ? '⌘' : 'Ctrl',
    Control: 'Ctrl',
    Command: '⌘',
    Super: 'Super',
    Alt: isMac ? '⌥' : 'Alt',
    Shift: isMac ? '⇧' : 'Shift',
    Plus: '+',
  }
  return text
    .split('+')
    .map((part) => names[part] ?? part)
    .join(' ')
}

/** Of one shortcut: whether the system gives it to Parley. */
export const shortcutStates = ['off', 'on', 'taken', 'refused', 'asked'] as const
export type ShortcutState = (typeof shortcutStates)[number]
