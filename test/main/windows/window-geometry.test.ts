import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clampToScreens, type Box } from '../../../main/windows/window-geometry'

const laptop: Box = { x: 0, y: 25, width: 1440, height: 815 }
const projector: Box = { x: 1440, y: -200, width: 1920, height: 1080 }
const bounds: Box = { x: 100, y: 100, width: 1200, height: 700 }

describe('the place of the window', () => {
  it('is the same on the same screens', () => {
    expect(clampToScreens(bounds, [laptop, projector])).toEqual(bounds)
    const second = { ...bounds, x: 1800, y: -100 }
    expect(clampToScreens(second, [laptop, projector])).toEqual(second)
  })

  it('stays across two screens while its title bar can be reached', () => {
    const across = { ...bounds, x: 1000 }
    expect(clampToScreens(across, [laptop, projector])).toEqual(across)
  })

  it('moves to the nearest screen if its own is gone', () => {
    const box = clampToScreens({ ...bounds, x: 1800, y: -100 }, [laptop])
    expect(box).toEqual({ x: 240, y: 25, width: 1200, height: 700 })
  })

  it('moves down if its title bar is above the screen', () => {
    expect(clampToScreens({ ...bounds, y: -30 }, [laptop])).toMatchObject({ x: 100, y: 25 })
  })

  it('shrinks on a smaller screen, even below its usual smallest size', () => {
    const small = { x: 0, y: 0, width: 640, height: 480 }
    expect(clampToScreens(bounds, [small])).toEqual(small)
    expect(clampToScreens({ ...bounds, width: 10, height: 10 }, [laptop])).toMatchObject({
      width: 760,
      height: 520,
    })
  })

  it('can always be reached and never exceeds a screen', () => {
    const pixels = fc.integer({ min: -5000, max: 5000 })
    const size = fc.integer({ min: 1, max: 6000 })
    const box = fc.record({ x: pixels, y: pixels, width: size, height: size })
    const screens = fc.array(
      fc.record({
        x: pixels,
        y: pixels,
        width: fc.integer({ min: 640, max: 4000 }),
        height: fc.integer({ min: 480, max: 3000 }),
      }),
      { minLength: 1, maxLength: 4 },
    )
    fc.assert(
      fc.property(box, screens, (wanted, [first, ...others]) => {
        if (!first) return
        const found = clampToScreens(wanted, [first, ...others])
        const reachable = [first, ...others].some(
          (screen) =>
            Math.min(found.x + found.width, screen.x + screen.width) -
              Math.max(found.x, screen.x) >=
              100 &&
            found.y >= screen.y &&
            found.y + 40 <= screen.y + screen.height,
        )
        expect(reachable).toBe(true)
        expect(
          [first, ...others].some(
            (screen) => found.width <= screen.width && found.height <= screen.height,
          ),
        ).toBe(true)
      }),
    )
  })
})
