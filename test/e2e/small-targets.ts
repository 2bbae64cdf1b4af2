import type { Page } from '@playwright/test'

/**
 * Targets that are smaller than 24 × 24 px and too near to another one, by WCAG 2.2, 2.5.8: a circle of
 * 24 px around a small target meets no other target. Links among words and what the system draws are
 * left out, as there.
 */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wanted = 24
    const selector =
      'button, a[href], input:not([type="hidden"]), textarea, select, summary, [role="switch"], [role="tab"], [role="option"], [role="menuitem"], [role="radio"], [role="checkbox"], [role="slider"], [tabindex="0"]'
    const shown = [...document.querySelectorAll<HTMLElement>(selector)].filter(
      (one) =>
        one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        one.closest('[aria-hidden="true"], [data-base-ui-inert]') === null &&
        one.getBoundingClientRect().width > 1,
    )
    /** A label is pressed in the place of its field. */
    const boxOf = (one: HTMLElement) => (one.closest('label') ?? one).getBoundingClientRect()
    const scrollerOf = (one: HTMLElement): HTMLElement | null => {
      for (let at = one.parentElement; at !== null; at = at.parentElement)
        if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at
      return null
    }
    const targets = shown.map((one) => ({ one, box: boxOf(one), scroller: scrollerOf(one) }))
    type Target = (typeof targets)[number]
    /** Whether all of a target is in view where it scrolls. */
    const isWhole = ({ box, scroller }: Target) => {
      const frame = scroller?.getBoundingClientRect()
      return frame === undefined || (box.top >= frame.top && box.bottom <= frame.bottom)
    }
    /** What scrolls apart is compared only if it is not hidden by scrolling. */
    const canMeet = (a: Target, b: Target) =>
      a.scroller === b.scroller || (isWhole(a) && isWhole(b))
    const isSmall = ({ width, height }: DOMRect) => width < wanted - 0.5 || height < wanted - 0.5
    const near = (from: DOMRect, to: DOMRect) => {
      const x = from.left + from.width / 2
      const y = from.top + from.height / 2
      if (isSmall(to)) {
        const toX = to.left + to.width / 2
        const toY = to.top + to.height / 2
        return Math.hypot(toX - x, toY - y) < wanted - 0.5
      }
      const dx = Math.max(to.left - x, 0, x - to.right)
      const dy = Math.max(to.top - y, 0, y - to.bottom)
      return Math.hypot(dx, dy) < wanted / 2 - 0.5
    }
    return targets.flatMap((target) => {
      const { one, box } = target
      if (!isSmall(box) || getComputedStyle(one).display === 'inline') return []
      const other = targets.find(
        (next) =>
          next.one !== one &&
          !next.one.contains(one) &&
          !one.contains(next.one) &&
          next.one.closest('label') !== (one.closest('label') ?? document) &&
          near(box, next.box) &&
          canMeet(target, next),
      )
      if (other === undefined) return []
      const nameOf = (element: HTMLElement) =>
        `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent}`
      const size = `${Math.round(box.width)} × ${Math.round(box.height)}`
      return [`${nameOf(one)}: ${size}, near ${nameOf(other.one)}`]
    })
  })
}
