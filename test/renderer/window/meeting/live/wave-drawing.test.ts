import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Bar } from '../../../../../renderer/window/meeting/live/levels'
import { createWaveDrawing } from '../../../../../renderer/window/meeting/live/wave-drawing'

/** The left edges of the bars that were drawn, and how far the picture was moved. */
let drawn: number[]
let moved: number[]
let canvas: HTMLCanvasElement

beforeEach(() => {
  drawn = []
  moved = []
  vi.stubGlobal('devicePixelRatio', 1)
  vi.stubGlobal('window', { devicePixelRatio: 1 })
  vi.stubGlobal('getComputedStyle', () => ({ color: 'black', getPropertyValue: () => 'red' }))
  const nothing = () => undefined
  const context = {
    setTransform: nothing,
    clearRect: nothing,
    beginPath: nothing,
    fill: nothing,
    save: nothing,
    restore: nothing,
    roundRect: (left: number) => drawn.push(left),
    drawImage: (_: unknown, left: number) => moved.push(left),
  }
  canvas = { clientWidth: 100, clientHeight: 20, getContext: () => context } as never
})
afterEach(() => vi.unstubAllGlobals())

const bars = (count: number): Bar[] =>
  Array.from({ length: count }, (_, index) => ({ atMs: index * 100, height: 0.5 }))
const colour = () => '--s1' as const

test('it draws all bars at first, and then only the new ones', () => {
  const drawing = createWaveDrawing(canvas)
  drawing.draw(bars(30), 30, colour)
  expect(drawn).toHaveLength(20)
  drawn = []
  drawing.draw(bars(31), 31, colour)
  expect({ moved, drawn }).toEqual({ moved: [-5], drawn: [97, 92] })
})

test('the newest bar alone is drawn again where it has grown', () => {
  const drawing = createWaveDrawing(canvas)
  drawing.draw(bars(30), 30, colour)
  drawn = []
  drawing.draw(bars(30), 30, colour)
  expect({ moved, drawn }).toEqual({ moved: [], drawn: [97] })
})

test('all are drawn again from time to time, in another size, and in another recording', () => {
  const drawing = createWaveDrawing(canvas)
  const drawnBy = (count: number) => {
    drawn = []
    drawing.draw(bars(count), count, colour)
    return drawn.length
  }
  expect(drawnBy(30)).toBe(20)
  expect(drawnBy(49)).toBe(20)
  expect(drawnBy(50)).toBe(20)
  expect(drawnBy(51)).toBe(2)
  expect(drawnBy(3)).toBe(20)
  Object.assign(canvas, { clientWidth: 50 })
  expect(drawnBy(4)).toBe(10)
})
