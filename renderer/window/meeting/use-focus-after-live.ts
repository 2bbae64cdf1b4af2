import { useEffect, useRef, type RefObject } from 'react'

/**
 * The Stop button goes when a recording ends. If it had the focus, the first control of the bar that
 * follows gets it, so that a person with a keyboard or a screen reader does not start again at the top.
 */
export function useFocusAfterLive(live: boolean): RefObject<HTMLElement | null> {
  const pane = useRef<HTMLElement>(null)
  const wasLive = useRef(live)
  useEffect(() => {
    if (wasLive.current && !live && document.activeElement === document.body)
      pane.current?.querySelector<HTMLElement>('footer button:not(:disabled)')?.focus()
    wasLive.current = live
  }, [live])
  return pane
}
