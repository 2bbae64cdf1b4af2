import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

type Colour = readonly [red: number, green: number, blue: number]

const renderer = join(import.meta.dirname, '..', '..', '..', 'renderer')
const tokens = readFileSync(join(renderer, 'shared', 'tokens.css'), 'utf8')
const captions = readFileSync(join(renderer, 'captions', 'captions.module.css'), 'utf8')

function token(name: string, theme: 'light' | 'dark'): Colour {
  const sides = new RegExp(`--${name}: light-dark\\(#(\\w{6}), #(\\w{6})\\)`).exec(tokens)
  const hex = sides?.[theme === 'light' ? 1 : 2] ?? ''
  expect(hex, name).toHaveLength(6)
  return [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as unknown as Colour
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: Colour, b: Colour): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const speakers = ['s1', 's2', 's3', 's4', 's5', 's6']

describe('the contrast of the captions', () => {
  it.each(['light', 'dark'] as const)('is at least 4.5 on their own background, %s', (theme) => {
    for (const name of ['ink', 'ink-2', 'ink-3', 'warn', ...speakers]) {
      expect(contrast(token(name, theme), token('raised', theme)), name).toBeGreaterThanOrEqual(4.5)
    }
  })

  it.each([0, 255])('is at least 4.5 with a clear background over a picture of %i', (under) => {
    const ground = /--ground: rgb\((\d+) \1 \1 \/ ([\d.]+)\)/.exec(captions)
    const [grey, share] = [Number(ground?.[1]), Number(ground?.[2])]
    const seen = grey * share + under * (1 - share)
    for (const name of ['ink', 'ink-2', 'warn', ...speakers]) {
      const ratio = contrast(token(name, 'dark'), [seen, seen, seen])
      expect(ratio, name).toBeGreaterThanOrEqual(4.5)
    }
  })
})
