import { describe, expect, it } from 'vitest'
import { createLevelStore, drawnHeight } from '../../../../../renderer/window/meeting/live/levels'

const level = (rms: number, clipped = false) => ({
  source: 'microphone' as const,
  rms,
  peak: rms,
  clipped,
})

describe('the height of a bar', () => {
  it('is linear in decibels, from silence to full scale', () => {
    expect(drawnHeight(0)).toBe(0)
    expect(drawnHeight(1)).toBe(1)
    expect(drawnHeight(0.0001)).toBe(0)
    expect(drawnHeight(10 ** (-27 / 20))).toBeCloseTo(0.5)
  })
})

describe('the state of a level', () => {
  it('is silent after five seconds of silence, until there is sound again', () => {
    const store = createLevelStore()
    for (let ms = 0; ms <= 4900; ms += 100) store.push(level(0), ms)
    expect(store.hearing.get()).toBe('sound')
    store.push(level(0), 5000)
    expect(store.hearing.get()).toBe('silent')
    store.push(level(0.02), 5100)
    expect(store.hearing.get()).toBe('sound')
  })

  it('is not silent in a quiet room', () => {
    const store = createLevelStore()
    for (let ms = 0; ms <= 20_000; ms += 100) store.push(level(0.0008), ms)
    expect(store.hearing.get()).toBe('sound')
  })

  it('is too loud for a while after clipping', () => {
    const store = createLevelStore()
    store.push(level(0.9, true), 0)
    expect(store.hearing.get()).toBe('loud')
    store.push(level(0.1), 2900)
    expect(store.hearing.get()).toBe('loud')
    store.push(level(0.1), 3000)
    expect(store.hearing.get()).toBe('sound')
  })
})

describe('the bars', () => {
  it('keeps only the newest bars of a long meeting', () => {
    const store = createLevelStore()
    for (let index = 0; index < 5000; index++) store.push(level(0.5), index * 100)
    expect(store.bars().length).toBeLessThanOrEqual(800)
    expect(store.bars().at(-1)?.atMs).toBe(499_900)
    store.reset()
    expect(store.bars()).toEqual([])
  })
})
