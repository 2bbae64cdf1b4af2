import { useEffect, type PointerEvent as ReactPointerEvent } from 'react'
import type { CaptionsDrag } from '../../common/model'

export type Drag = (drag: CaptionsDrag) => void

/** How far an arrow key moves the captions, in px. */
const keyStep = 24

/**
 * Moves the captions with the pointer until it is released. A native drag region would take every
 * pointer event, and then the controls could not show on hover.
 */
export function startDrag(
  event: ReactPointerEvent<HTMLElement>,
  edge: CaptionsDrag['edge'],
  drag: Drag,
): void {
  const isOnButton = event.target instanceof Element && event.target.closest('button') !== null
  if (event.button !== 0 || isOnButton) return
  event.stopPropagation()
  const { currentTarget: element, pointerId } = event
  let { screenX, screenY } = event
  const follow = (move: PointerEvent) => {
    const byX = Math.round(move.screenX - screenX)
    const byY = Math.round(move.screenY - screenY)
    if (byX === 0 && byY === 0) return
    screenX += byX
    screenY += byY
    drag({ edge, byX, byY })
  }
  element.setPointerCapture(pointerId)
  element.addEventListener('pointermove', follow)
  element.addEventListener(
    'lostpointercapture',
    () => element.removeEventListener('pointermove', follow),
    { once: true },
  )
}

const arrows: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-keyStep, 0],
  ArrowRight: [keyStep, 0],
  ArrowUp: [0, -keyStep],
  ArrowDown: [0, keyStep],
}

/** An arrow key moves the captions; with Shift it moves their right edge. */
export function dragOfKey({
  key,
  shiftKey,
}: Pick<KeyboardEvent, 'key' | 'shiftKey'>): CaptionsDrag | null {
  const by = arrows[key]
  if (by === undefined || (shiftKey && by[0] === 0)) return null
  return { edge: shiftKey ? 'right' : 'all', byX: by[0], byY: by[1] }
}

/** The keys of the captions: Escape closes them, the arrows move them. */
export function useCaptionsKeys(drag: Drag, close: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return
      const moved = dragOfKey(event)
      if (moved === null && event.key !== 'Escape') return
      event.preventDefault()
      if (moved === null) close()
      else drag(moved)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [drag, close])
}
