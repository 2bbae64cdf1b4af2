import type { ActionId } from '../../../../common/model'
import type { Pressed } from '../../transcript/editing/word-keys'
import { useEffect } from 'react'

/** How far the arrows and the buttons skip, in ms. */
export const skipMs = 5000

/** The action of a key in an open meeting; null if the key has none. */
export function reviewAction(pressed: Pressed): ActionId | null {
  const { key, shiftKey, altKey } = pressed
  if (altKey) return null
  const again = shiftKey ? 'find-previous' : 'find-next'
  if (key === 'F3') return again
  if (pressed.ctrlKey || pressed.metaKey) {
    if (key.toLowerCase() === 'f' && !shiftKey) return 'find'
    if (key.toLowerCase() === 'g') return again
    if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo'
    return key.toLowerCase() === 'y' && !shiftKey ? 'redo' : null
  }
  switch (key) {
    case ' ':
      return 'play-or-pause'
    case 'ArrowLeft':
      return 'back'
    case 'ArrowRight':
      return 'forward'
    case '[':
      return 'slower'
    case ']':
      return 'faster'
    case 'd':
      return 'next-doubtful'
    case 'D':
      return 'previous-doubtful'
    case 'b':
      return 'mark'
    case 'n':
      return 'notes'
    case 's':
      return 'minutes'
    case 'h':
      return 'hide'
    case 'c':
      return 'captions'
    case '?':
      return 'shortcuts'
    default:
      return null
  }
}

const typing = 'input, textarea, select, [contenteditable="true"]'
/** Elements that handle plain keys themselves. */
const ownKeys = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'
const ownSpace = 'button, a, summary, [aria-haspopup]'
const ownArrows = '[role="slider"], [role="tab"], [aria-haspopup], nav, aside'

/** Whether the focused element uses the key itself. */
function isTaken(target: Element, action: ActionId): boolean {
  if (action === 'find' || action === 'find-next' || action === 'find-previous') {
    return target.closest(ownKeys) !== null
  }
  if (target.closest(`${typing}, ${ownKeys}`) !== null) return true
  if (action === 'play-or-pause') return target.closest(ownSpace) !== null
  if (action === 'back' || action === 'forward') return target.closest(ownArrows) !== null
  return false
}

/**
 * Runs the actions of the keys while a meeting is shown; `run` returns whether it handled the
 * action.
 */
export function useReviewKeys(run: (action: ActionId) => boolean): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = event.defaultPrevented ? null : reviewAction(event)
      const target = event.target instanceof Element ? event.target : document.body
      if (action === null || isTaken(target, action)) return
      if (run(action)) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [run])
}
