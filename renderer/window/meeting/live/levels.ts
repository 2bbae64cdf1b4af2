import type { Level, CapturedSource } from '../../../../common/model'
import { createStore, type Store } from '../../../shared/store'

/** One bar of the wave: its time on the timeline in ms, and its height, 0 to 1. */
export interface Bar {
  readonly atMs: number
  readonly height: number
}

/** What a person needs to know about the level of a source. */
export type Hearing = 'sound' | 'silent' | 'loud'

/** The levels of one source of a recording. They are drawn on a canvas, without React. */
export interface LevelStore {
  /** The latest bars, the newest last. */
  readonly bars: () => readonly Bar[]
  /** How many bars there were so far, with those that are no longer kept. */
  readonly count: () => number
  /** Changes rarely: after seconds of silence, on clipping, and back. */
  readonly hearing: Store<Hearing>
  readonly push: (level: Level, atMs: number) => void
  readonly reset: () => void
  readonly subscribe: (listener: () => void) => () => void
}

const keptBars = 400
/** Slightly less than the time between two levels of one source. */
const sharedBarMs = 80
/** Below this level (about -80 dBFS) a microphone is muted or not connected. */
const silenceRms = 0.0001
const silentAfterMs = 5000
const loudForMs = 3000
const floorDb = -54

/** The height of a bar: 0 at -54 dBFS and below, 1 at full scale, linear in decibels in between. */
export function drawnHeight(rms: number): number {
  if (rms <= 0) return 0
  return Math.min(1, Math.max(0, 1 - (20 * Math.log10(rms)) / floorDb))
}

/**
 * Creates a store of levels; `atMs` is the time of a level on the timeline. In a `shared` store, the
 * louder of two levels at about the same time becomes the bar.
 */
export function createLevelStore(shared = false): LevelStore {
  const hearing = createStore<Hearing>('sound')
  const listeners = new Set<() => void>()
  let kept: Bar[] = []
  let count = 0
  let lastSoundAt: number | null = null
  let lastClipAt = Number.NEGATIVE_INFINITY
  return {
    bars: () => kept,
    count: () => count,
    hearing,
    push: (level, atMs) => {
      const height = drawnHeight(level.rms)
      const last = kept.at(-1)
      const joins = shared && last !== undefined && atMs - last.atMs < sharedBarMs
      if (joins) kept[kept.length - 1] = { ...last, height: Math.max(last.height, height) }
      else {
        kept.push({ atMs, height })
        count += 1
      }
      if (kept.length > keptBars * 2) kept = kept.slice(-keptBars)
      if (lastSoundAt === null || level.rms > silenceRms) lastSoundAt = atMs
      if (level.clipped) lastClipAt = atMs
      if (atMs - lastClipAt < loudForMs) hearing.set('loud')
      else hearing.set(atMs - lastSoundAt >= silentAfterMs ? 'silent' : 'sound')
      for (const listener of listeners) listener()
    },
    reset: () => {
      kept = []
      count = 0
      lastSoundAt = null
      lastClipAt = Number.NEGATIVE_INFINITY
      hearing.set('sound')
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The levels of each source, and of all sources together. */
export interface Levels {
  readonly of: Record<CapturedSource, LevelStore>
  readonly all: LevelStore
  readonly push: (level: Level, atMs: number) => void
  readonly reset: () => void
}

/** Creates the level stores of this window; `reset` starts a new recording. */
export function createLevels(): Levels {
  const of = { microphone: createLevelStore(), system: createLevelStore() }
  const all = createLevelStore(true)
  return {
    of,
    all,
    push: (level, atMs) => {
      of[level.source].push(level, atMs)
      all.push(level, atMs)
    },
    reset: () => [of.microphone, of.system, all].forEach((store) => store.reset()),
  }
}
