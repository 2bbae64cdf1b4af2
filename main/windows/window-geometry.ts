import { z } from 'zod'

/** A rectangle of the desktop, in density-independent px. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const windowStateSchema = z.object({
  /** Where the window is while it is neither maximized nor full screen. */
  bounds: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
  maximized: z.boolean(),
  fullScreen: z.boolean(),
})
export type WindowState = z.infer<typeof windowStateSchema>

const minimumSize = { width: 760, height: 520 } as const
/** A person needs this much of the title bar to drag the window. */
const grip = { width: 100, height: 40 } as const

function overlap(a: Box, b: Box): { readonly width: number; readonly height: number } {
  return {
    width: Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)),
    height: Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)),
  }
}

function area(box: Pick<Box, 'width' | 'height'>): number {
  return box.width * box.height
}

function between(value: number, least: number, most: number): number {
  return Math.round(Math.min(Math.max(value, least), Math.max(least, most)))
}

/** How far a box is from another one, in px; 0 if they touch. */
function distance(a: Box, b: Box): number {
  const x = Math.max(0, b.x - (a.x + a.width), a.x - (b.x + b.width))
  const y = Math.max(0, b.y - (a.y + a.height), a.y - (b.y + b.height))
  return Math.hypot(x, y)
}

/**
 * Where a window opens again. Bounds whose title bar can be reached are kept, also across two
 * screens. Otherwise the window moves onto the screen that it overlaps most, or onto the nearest
 * one. It is never larger than that screen. `workAreas` are the screens without panels and docks.
 */
export function clampToScreens(bounds: Box, workAreas: readonly [Box, ...Box[]]): Box {
  const titleBar = { ...bounds, height: grip.height }
  const best = workAreas.reduce((one, other) => {
    const difference = area(overlap(bounds, other)) - area(overlap(bounds, one))
    if (difference !== 0) return difference > 0 ? other : one
    return distance(bounds, other) < distance(bounds, one) ? other : one
  })
  const width = between(bounds.width, Math.min(minimumSize.width, best.width), best.width)
  const height = between(bounds.height, Math.min(minimumSize.height, best.height), best.height)
  const reachable = workAreas.some((workArea) => {
    const seen = overlap(titleBar, workArea)
    return seen.width >= grip.width && seen.height >= grip.height
  })
  const fits = width === bounds.width && height === bounds.height
  if (reachable && fits) return { x: Math.round(bounds.x), y: Math.round(bounds.y), width, height }
  return {
    x: between(bounds.x, best.x, best.x + best.width - width),
    y: between(bounds.y, best.y, best.y + best.height - height),
    width,
    height,
  }
}
