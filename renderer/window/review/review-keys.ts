import type { Pressed } from '../script/word-keys'
import { useEffect } from 'react'

/** How far the arrows and the buttons skip, in ms. */
export const skipMs = 5000

export type ReviewCommand =
  | 'play-or-pause'
  | 'back'
  | 'forward'
  | 'slower'
  | 'faster'
  | 'next-doubtful'
  | 'previous-doubtful'
  | 'find'
  | 'find-next'
  | 'find-previous'
  | 'mark'
  | 'notes'
  | 'captions'
  | 'undo'
  | 'redo'
  | 'help'

/** What a key asks for in a finished meeting, wherever the keyboard is; null for nothing. */
export function reviewCommand(pressed: Pressed): ReviewCommand | null {
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
    case 'c':
      return 'captions'
    case '?':
      return 'help'
    default:
      return null
  }
}

const typing = 'input, textarea, select, [contenteditable="true"]'
/** What has keys of its own, apart from those with Control, Command or a function key. */
const ownKeys = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'
const ownSpace = 'button, a, summary, [aria-haspopup]'
const ownArrows = '[role="slider"], [role="tab"], [aria-haspopup], nav, aside'

/** Whether what the keyboard is in takes the key for itself. */
function isTaken(target: Element, command: ReviewCommand): boolean {
  if (command === 'find' || command === 'find-next' || command === 'find-previous') {
    return target.closest(ownKeys) !== null
  }
  if (target.closest(`${typing}, ${ownKeys}`) !== null) return true
  if (command === 'play-or-pause') return target.closest(ownSpace) !== null
  if (command === 'back' || command === 'forward') return target.closest(ownArrows) !== null
  return false
}

/** Runs the commands of the keys while a meeting is shown; `run` tells whether it had a use for one. */
export function useReviewKeys(run: (command: ReviewCommand) => boolean): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = event.defaultPrevented ? null : reviewCommand(event)
      const target = event.target instanceof Element ? event.target : document.body
      if (command === null || isTaken(target, command)) return
      if (run(command)) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [run])
}
