import { useMemo, useRef, type RefObject } from 'react'

/**
 * Where a popup stands in the page: in a landmark, so that who goes through the page by its
 * landmarks misses nothing. With null it stands where Base UI puts it.
 */
type Place = RefObject<HTMLElement | null>

/** The landmark of this kind, as it is when the popup opens. */
export function landmark(tag: 'main' | 'aside'): Place {
  return {
    get current() {
      return document.querySelector<HTMLElement>(tag)
    },
  }
}

/** The landmark around what opens the popup. */
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
