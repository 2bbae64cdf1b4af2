import { expect, it } from 'vitest'
import { drawTrayPicture } from '../../../main/desktop/tray-picture'

const size = 32
const base = new Uint8Array(size * size * 4).fill(200)
const pictures = ['idle', 'recording', 'paused', 'offline'] as const

it('differs for each state, in its shape too, and leaves the rest of the picture alone', () => {
  const drawn = pictures.map((picture) => drawTrayPicture(base, size, picture))
  /** Which pixels have a colour of their own, whatever it is. */
  const shapes = drawn.map((bytes) =>
    Array.from({ length: size * size }, (_, at) =>
      bytes[at * 4] === 200 ? '.' : bytes[at * 4 + 3] === 0 ? ' ' : '#',
    ).join(''),
  )
  expect(new Set(shapes).size).toBe(pictures.length)
  expect(drawn[0]).toEqual(base)
  for (const bytes of drawn)
    expect(bytes.subarray(0, size * 4 * 10)).toEqual(base.subarray(0, 1280))
})
