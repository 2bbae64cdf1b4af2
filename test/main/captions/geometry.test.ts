import { describe, expect, it } from 'vitest'
import {
  dragged,
  heightOf,
  inside,
  minWidth,
  noMemory,
  placeOn,
  remember,
  withHeight,
  type Display,
} from '../../../main/captions/geometry'

const laptop: Display = { id: 'laptop', workArea: { x: 0, y: 25, width: 1440, height: 815 } }
const beamer: Display = { id: 'beamer', workArea: { x: 1440, y: -200, width: 1920, height: 1080 } }
const height = heightOf('medium')

describe('the place of the captions', () => {
  it('is first at the bottom in the middle of the first display, a little wider than half of it', () => {
    expect(placeOn([laptop, beamer], noMemory, height)).toEqual({
      x: 288,
      y: 25 + 815 - 32 - height,
      width: 864,
      height,
    })
  })

  it('is remembered for each display, and the captions open on the last one', () => {
    const onLaptop = { x: 10, y: 40, width: 700, height }
    const onBeamer = { x: 2000, y: 0, width: 900, height }
    const memory = remember(remember(noMemory, laptop, onLaptop), beamer, onBeamer)
    expect(placeOn([laptop, beamer], memory, height)).toEqual(onBeamer)
    // Disconnected, and connected again.
    expect(placeOn([laptop], memory, height)).toEqual(onLaptop)
    expect(placeOn([laptop, beamer], memory, height)).toEqual(onBeamer)
  })

  it('moves inside if its display is now smaller or elsewhere', () => {
    const memory = remember(noMemory, beamer, { x: 2400, y: 700, width: 950, height })
    const small = { id: 'beamer', workArea: { x: -800, y: 0, width: 800, height: 600 } }
    const box = placeOn([small], memory, height)
    expect(box).toEqual({ x: -800, y: 600 - height - (880 - 700 - height), width: 800, height })
  })

  it('keeps its bottom when the text grows', () => {
    const box = { x: 100, y: 600, width: 700, height }
    const large = withHeight(laptop.workArea, box, heightOf('large'))
    expect(large.y + large.height).toBe(box.y + box.height)
    const memory = remember(noMemory, laptop, box)
    expect(placeOn([laptop], memory, heightOf('large'))).toEqual(large)
  })

  it('is moved back inside, from each side', () => {
    const { workArea } = laptop
    const size = { width: 600, height }
    expect(inside(workArea, { x: -50, y: 0, ...size })).toEqual({ x: 0, y: 25, ...size })
    expect(inside(workArea, { x: 1300, y: 900, ...size })).toEqual({
      x: 840,
      y: 840 - height,
      ...size,
    })
    expect(inside(workArea, { x: 0, y: 25, width: 5000, height }).width).toBe(1440)
    expect(inside({ ...workArea, width: 300 }, { x: 0, y: 25, width: 500, height }).width).toBe(300)
  })
})

describe('a drag', () => {
  const box = { x: 100, y: 500, width: 700, height }

  it('moves the whole window', () => {
    expect(dragged(box, { edge: 'all', byX: 30, byY: -20 })).toEqual({ ...box, x: 130, y: 480 })
  })

  it('of an edge moves only that edge', () => {
    expect(dragged(box, { edge: 'right', byX: 40, byY: 9 })).toEqual({ ...box, width: 740 })
    expect(dragged(box, { edge: 'left', byX: 40, byY: 9 })).toEqual({ ...box, x: 140, width: 660 })
  })

  it('of an edge stops when the controls would not fit, and the other edge stays', () => {
    const left = dragged(box, { edge: 'left', byX: 600, byY: 0 })
    expect(left).toEqual({ ...box, x: 800 - minWidth, width: minWidth })
    expect(dragged(box, { edge: 'right', byX: -600, byY: 0 })).toEqual({ ...box, width: minWidth })
  })
})
