import { z } from 'zod'
import type { CaptionsDrag, CaptionsSettings } from '../../preload/model'

/** A part of the desktop, in pixels of the display's scale. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Display {
  readonly id: string
  /** Without task bars and docks. */
  readonly workArea: Box
}

const spotSchema = z.object({ left: z.number(), bottom: z.number(), width: z.number() })
/** Where the captions are on a display, from the left and from below: text grows upwards. */
export type Spot = z.infer<typeof spotSchema>

export const memorySchema = z.object({
  /** The display that they were last put on. */
  last: z.string().nullable(),
  spots: z.record(z.string(), spotSchema),
})
export type Memory = z.infer<typeof memorySchema>

export const noMemory: Memory = { last: null, spots: {} }

/** What stands around the two lines: the line of the state, and the air. */
const aroundLines = 48
/** As in captions.module.css. */
const lineHeights = { small: 26, medium: 34, large: 44 } as const

/** Below this the controls do not fit. */
export const minWidth = 440
const usualShare = 0.6
const usualBottom = 32

/** How high the window is: the two lines of a text size always fit, and never move it. */
export function heightOf(size: CaptionsSettings['size']): number {
  return aroundLines + 2 * lineHeights[size]
}

function between(value: number, least: number, most: number): number {
  return Math.round(Math.min(Math.max(value, least), Math.max(least, most)))
}

/** The nearest box that is wholly on this work area. */
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

/** Where a box is on a work area. */
export function spotOf(area: Box, box: Box): Spot {
  const bottom = area.y + area.height - (box.y + box.height)
  return { left: box.x - area.x, bottom, width: box.width }
}

function boxOf(area: Box, { left, bottom, width }: Spot, height: number): Box {
  const y = area.y + area.height - bottom - height
  return inside(area, { x: area.x + left, y, width, height })
}

/** Below in the middle, and a little more than half as wide as the display. */
function usualSpot(area: Box): Spot {
  const width = Math.max(Math.min(minWidth, area.width), Math.round(area.width * usualShare))
  return { left: (area.width - width) / 2, bottom: usualBottom, width }
}

/**
 * Where the captions open: on the display that they were last put on, or on the first of `displays`
 * where that one is away, and there where they were before.
 */
export function placeOn(
  displays: readonly [Display, ...Display[]],
  memory: Memory,
  height: number,
): Box {
  const { id, workArea } = displays.find(({ id }) => id === memory.last) ?? displays[0]
  return boxOf(workArea, memory.spots[id] ?? usualSpot(workArea), height)
}

/** The memory with this place in it. */
export function remember(memory: Memory, { id, workArea }: Display, box: Box): Memory {
  return { last: id, spots: { ...memory.spots, [id]: spotOf(workArea, box) } }
}

/** The same place with another height: the bottom stays. */
export function withHeight(area: Box, box: Box, height: number): Box {
  return inside(area, { ...box, y: box.y + box.height - height, height })
}

/** Where the captions are after a drag; `inside` brings them back at its end. */
export function dragged(box: Box, { edge, byX, byY }: CaptionsDrag): Box {
  if (edge === 'all') return { ...box, x: box.x + byX, y: box.y + byY }
  const grown = Math.max(minWidth, box.width + (edge === 'right' ? byX : -byX))
  const x = edge === 'right' ? box.x : box.x + box.width - grown
  return { ...box, x, width: grown }
}
