import { z } from 'zod'
import type { CaptionsDrag, CaptionsSettings } from '../../common/model'

/** A part of the desktop, in pixels of the display's scale. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Display {
  readonly id: string
  /** The display without task bars and docks. */
  readonly workArea: Box
}

const spotSchema = z.object({ left: z.number(), bottom: z.number(), width: z.number() })
/** The place of the captions on a display, from the left and the bottom, because text grows upwards. */
export type Spot = z.infer<typeof spotSchema>

export const memorySchema = z.object({
  /** The display on which they were last placed. */
  last: z.string().nullable(),
  spots: z.record(z.string(), spotSchema),
})
export type Memory = z.infer<typeof memorySchema>

export const noMemory: Memory = { last: null, spots: {} }

/** The height around the two lines: the status line and the padding. */
const aroundLines = 48
/** The same values as in captions.module.css. */
const lineHeights = { small: 26, medium: 34, large: 44 } as const

/** The controls do not fit into a smaller width. */
export const minWidth = 440
const usualShare = 0.6
const usualBottom = 32

/** The height of the window: the two lines always fit, so the window never moves. */
export function heightOf(size: CaptionsSettings['size']): number {
  return aroundLines + 2 * lineHeights[size]
}

function between(value: number, least: number, most: number): number {
  return Math.round(Math.min(Math.max(value, least), Math.max(least, most)))
}

/** The nearest box that is completely inside this work area. */
export function inside(area: Box, box: Box): Box {
  const width = between(box.width, Math.min(minWidth, area.width), area.width)
  const { height } = box
  return {
    x: between(box.x, area.x, area.x + area.width - width),
    y: between(box.y, area.y, area.y + area.height - height),
    width,
    height,
  }
}

/** The place of a box in a work area. */
function spotOf(area: Box, box: Box): Spot {
  const bottom = area.y + area.height - (box.y + box.height)
  return { left: box.x - area.x, bottom, width: box.width }
}

function boxOf(area: Box, { left, bottom, width }: Spot, height: number): Box {
  const y = area.y + area.height - bottom - height
  return inside(area, { x: area.x + left, y, width, height })
}

/** At the bottom in the middle, a little wider than half the display. */
function usualSpot(area: Box): Spot {
  const width = Math.max(Math.min(minWidth, area.width), Math.round(area.width * usualShare))
  return { left: (area.width - width) / 2, bottom: usualBottom, width }
}

/**
 * Where the captions open: on their last display, or on the first of `displays` if that one is not
 * connected, at the place that they had there.
 */
export function placeOn(
  displays: readonly [Display, ...Display[]],
  memory: Memory,
  height: number,
): Box {
  const { id, workArea } = displays.find(({ id }) => id === memory.last) ?? displays[0]
  return boxOf(workArea, memory.spots[id] ?? usualSpot(workArea), height)
}

/** Returns the remembered places with this one added. */
export function remember(memory: Memory, { id, workArea }: Display, box: Box): Memory {
  return { last: id, spots: { ...memory.spots, [id]: spotOf(workArea, box) } }
}

/** The same place with another height; the bottom does not move. */
export function withHeight(area: Box, box: Box, height: number): Box {
  return inside(area, { ...box, y: box.y + box.height - height, height })
}

/** The place of the captions after a drag; `inside` moves them back onto the display at its end. */
export function dragged(box: Box, { edge, byX, byY }: CaptionsDrag): Box {
  if (edge === 'all') return { ...box, x: box.x + byX, y: box.y + byY }
  const grown = Math.max(minWidth, box.width + (edge === 'right' ? byX : -byX))
  const x = edge === 'right' ? box.x : box.x + box.width - grown
  return { ...box, x, width: grown }
}
