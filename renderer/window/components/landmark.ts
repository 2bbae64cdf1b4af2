import { useMemo, useRef, type RefObject } from 'react'

/**
 * The container of a popup. Inside a landmark, a screen reader user who moves by landmarks can
 * reach it. null leaves it where Base UI puts it.
 */
type Place = RefObject<HTMLElement | null>

/** The landmark of this kind, looked up when the popup opens. */
export function landmark(tag: 'main' | 'aside'): Place {
  return {
    get current() {
      return document.querySelector<HTMLElement>(tag)
    },
  }
}

/** The landmark around the trigger of the popup. */
export function useLandmark(): { trigger: RefObject<HTMLButtonElement | null>; around: Place } {
  const trigger = useRef<HTMLButtonElement>(null)
  const around = useMemo<Place>(
    () => ({
      get current() {
        return trigger.current?.closest<HTMLElement>('main, aside') ?? null
      },
    }),
    [],
  )
  return { trigger, around }
}
