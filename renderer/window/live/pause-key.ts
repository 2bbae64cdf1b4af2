/** What takes the Space key for itself: fields that are typed in, and lists that are open. */
const typing = 'input, textarea, select, [contenteditable], [role="listbox"], [role="menu"]'
/** What Space presses where it was reached with the keyboard. */
const pressed = 'button, a, label, [role="button"], [role="switch"], [role="radio"], audio'

/**
 * Whether Space pauses here, or belongs to what has the focus. A button that was last clicked with
 * the mouse (`byPointer`) still has the focus, and nobody who presses Space means it.
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
