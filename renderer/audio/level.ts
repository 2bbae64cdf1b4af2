/** How loud some sound was; rms and peak are 0 to 1 of full scale. */
export interface FrameLevel {
  readonly rms: number
  readonly peak: number
  readonly clipped: boolean
}

/** The largest value of a 16-bit device below full scale. A sample at it is clipped. */
const fullScale = 32_767 / 32_768

/** Measures what the device delivered, before a filter could hide clipping. */
export interface LevelMeter {
  /** Peak and clipping come from the channels, the rms from their mix. */
  add(channels: readonly Float32Array[], mono: Float32Array): void
  /** Returns the level since the last call. */
  take(): FrameLevel
}

export function createLevelMeter(): LevelMeter {
  let squares = 0
  let count = 0
  let peak = 0

  return {
    add: (channels, mono) => {
      for (const value of mono) squares += value * value
      count += mono.length
      for (const channel of channels) {
        for (const value of channel) {
          const size = value < 0 ? -value : value
          if (size > peak) peak = size
        }
      }
    },
    take: () => {
      const rms = count === 0 ? 0 : Math.sqrt(squares / count)
      const level = {
        rms: Math.min(1, rms),
        peak: Math.min(1, peak),
        clipped: peak >= fullScale,
      }
      squares = 0
      count = 0
      peak = 0
      return level
    },
  }
}

/** Returns the level of several frames of the same length together. */
export function joinLevels(levels: readonly FrameLevel[]): FrameLevel {
  const squares = levels.reduce((sum, level) => sum + level.rms ** 2, 0)
  return {
    rms: levels.length === 0 ? 0 : Math.sqrt(squares / levels.length),
    peak: levels.reduce((highest, level) => Math.max(highest, level.peak), 0),
    clipped: levels.some((level) => level.clipped),
  }
}
