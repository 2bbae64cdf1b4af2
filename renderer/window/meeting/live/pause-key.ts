/** Elements that use Space themselves: text fields, open lists and menus. */
const typing = 'input, textarea, select, [contenteditable], [role="listbox"], [role="menu"]'
/** Elements that Space activates if they have the keyboard focus. */
const pressed = 'button, a, label, [role="button"], [role="switch"], [role="radio"], audio'

/**
 * Whether Space pauses, or belongs to the focused element. After a click with the mouse
 * (`byPointer`) a button still has the focus, but a person who presses Space does not mean it.
 */
export function isPauseKey(
  event: Pick<
    KeyboardEvent,
    'key' | 'repeat' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'target'
  >,
  byPointer: boolean,
): boolean {
  const { key, repeat, altKey, ctrlKey, metaKey, shiftKey } = event
  if (key !== ' ' || repeat || altKey || ctrlKey || metaKey || shiftKey) return false
  const target = event.target as Partial<Pick<Element, 'closest'>> | null
  if (target?.closest === undefined) return true
  return target.closest(typing) === null && (byPointer || target.closest(pressed) === null)
}
