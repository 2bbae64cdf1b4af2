import type { Level, CapturedSource } from '../../../preload/model'
import { createStore, type Store } from './store'

/** One bar of the wave: when it was heard on the time line, and how loud, 0 to 1 as drawn. */
export interface Bar {
  readonly atMs: number
  readonly height: number
}

/** What a person needs to know of a source, in a word. */
export type Hearing = 'sound' | 'silent' | 'loud'

/** The levels of one source of a recording, drawn on a canvas and never through React. */
export interface LevelStore {
  /** The latest bars, the newest last. */
  readonly bars: () => readonly Bar[]
  /** Changes seldom: after seconds of silence, at clipping, and back. */
  readonly hearing: Store<Hearing>
  readonly push: (level: Level, atMs: number) => void
  readonly reset: () => void
  readonly subscribe: (listener: () => void) => () => void
}

const keptBars = 400
/** A little less than from one level of a source to its next. */
const sharedBarMs = 80
/** Below this a microphone gives nothing: muted, or not connected. About -80 dBFS. */
const silenceRms = 0.0001
const silentAfterMs = 5000
const loudForMs = 3000
const floorDb = -54

/** Loudness as drawn: 0 at -54 dBFS and below, 1 at full scale, even steps of decibels between. */
export function drawnHeight(rms: number): number {
  if (rms <= 0) return 0
  return Math.min(1, Math.max(0, 1 - (20 * Math.log10(rms)) / floorDb))
}

/**
 * Makes a store of levels; `atMs` of each level is its time on the time line. In a `shared` one the
 * louder of two levels of about the same time is the bar.
 */
export function createLevelStore(shared = false): LevelStore {
  const hearing = createStore<Hearing>('sound')
  const listeners = new Set<() => void>()
  let kept: Bar[] = []
  let lastSoundAt: number | null = null
  let lastClipAt = Number.NEGATIVE_INFINITY
  return {
    bars: () => kept,
    hearing,
    push: (level, atMs) => {
      const height = drawnHeight(level.rms)
      const last = kept.at(-1)
      const joins = shared && last !== undefined && atMs - last.atMs < sharedBarMs
      if (joins) kept[kept.length - 1] = { ...last, height: Math.max(last.height, height) }
      else kept.push({ atMs, height })
      if (kept.length > keptBars * 2) kept = kept.slice(-keptBars)
      if (lastSoundAt === null || level.rms > silenceRms) lastSoundAt = atMs
      if (level.clipped) lastClipAt = atMs
      if (atMs - lastClipAt < loudForMs) hearing.set('loud')
      else hearing.set(atMs - lastSoundAt >= silentAfterMs ? 'silent' : 'sound')
      for (const listener of listeners) listener()
    },
    reset: () => {
      kept = []
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

/** The levels of each source by itself, and of all together. */
export interface Levels {
  readonly of: Record<CapturedSource, LevelStore>
  readonly all: LevelStore
  readonly push: (level: Level, atMs: number) => void
  readonly reset: () => void
}

/** Makes the stores of the levels of one recording after the other. */
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
