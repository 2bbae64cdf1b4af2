/** What the picture of the tray says besides that Parley runs. */
export type TrayPicture = 'idle' | 'recording' | 'paused' | 'offline'

/** Straight (not premultiplied) colours, 0 to 255. */
type Colour = readonly [red: number, green: number, blue: number]

const badges: Readonly<Record<Exclude<TrayPicture, 'idle'>, Colour>> = {
  recording: [214, 48, 49],
  paused: [214, 138, 20],
  offline: [120, 120, 120],
}

/**
 * Draws the badge of a state into the lower right corner of a square picture of `size` pixels a side,
 * four bytes each (blue, green, red, alpha, as nativeImage gives them). A recording is a dot, a pause
 * two bars, and no connection a ring, so that the shapes differ as well as the colours.
 */
export function drawTrayPicture(base: Uint8Array, size: number, picture: TrayPicture): Uint8Array {
  const drawn = Uint8Array.from(base)
  if (picture === 'idle') return drawn
  const radius = size * 0.3
  const middle = size - radius - 0.5
  const inside = insideOf(picture, radius)
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const dx = x + 0.5 - middle
      const dy = y + 0.5 - middle
      const at = (y * size + x) * 4
      // An empty edge keeps the badge apart from the picture under it.
      if (Math.hypot(dx, dy) <= radius + 1.5) drawn.fill(0, at, at + 4)
      if (!inside(dx, dy)) continue
      const [red, green, blue] = badges[picture]
      drawn.set([blue, green, red, 255], at)
    }
  }
  return drawn
}

function insideOf(
  picture: Exclude<TrayPicture, 'idle'>,
  radius: number,
): (dx: number, dy: number) => boolean {
  switch (picture) {
    case 'recording':
      return (dx, dy) => Math.hypot(dx, dy) <= radius
    case 'offline':
      return (dx, dy) => Math.hypot(dx, dy) <= radius && Math.hypot(dx, dy) >= radius * 0.55
    case 'paused':
      return (dx, dy) =>
        Math.abs(dy) <= radius * 0.9 &&
        Math.abs(dx) >= radius * 0.25 &&
        Math.abs(dx) <= radius * 0.8
  }
}
