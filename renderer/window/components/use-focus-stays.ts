import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'

const controls = 'button:not(:disabled), a[href], input, textarea'

/**
 * Keeps the focus in a list when the row that had it is gone: on the control in its place, or on the last
 * one. `rows` is a new value whenever the rows change.
 */
export function useFocusStays<E extends HTMLElement>(rows: unknown): RefObject<E | null> {
  const place = useRef<E>(null)
  const last = useRef(-1)
  useLayoutEffect(() => {
    if (last.current < 0 || document.activeElement !== document.body) return
    const all = controlsOf(place.current)
    all[Math.min(last.current, all.length - 1)]?.focus()
  }, [rows])
  useEffect(() => {
    const element = place.current
    const note = () => {
      last.current = controlsOf(element).findIndex((one) => one === document.activeElement)
    }
    // A person who works elsewhere with the pointer does not expect the focus here.
    const forget = ({ target }: Event) => {
      if (!(target instanceof Node) || element?.contains(target) !== true) last.current = -1
    }
    element?.addEventListener('focusin', note)
    document.addEventListener('pointerdown', forget, true)
    return () => {
      element?.removeEventListener('focusin', note)
      document.removeEventListener('pointerdown', forget, true)
    }
  }, [rows])
  return place
}

function controlsOf(element: HTMLElement | null): HTMLElement[] {
  return [...(element?.querySelectorAll<HTMLElement>(controls) ?? [])]
}
