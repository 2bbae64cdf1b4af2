/** How loud a stretch of sound was; rms and peak are 0 to 1 of full scale. */
export interface FrameLevel {
  readonly rms: number
  readonly peak: number
  readonly clipped: boolean
}

/** The largest value below full scale that a 16-bit device can give: at it, the sound was cut off. */
const fullScale = 32_767 / 32_768

/** Measures what the device gave, before any filter could hide that it was clipped. */
export interface LevelMeter {
  /** The channels tell peak and clipping, their mix the rms. */
  add(channels: readonly Float32Array[], mono: Float32Array): void
  /** The level since the last call. */
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

/** The level of several frames of the same length as one. */
export function joinLevels(levels: readonly FrameLevel[]): FrameLevel {
  const squares = levels.reduce((sum, level) => sum + level.rms ** 2, 0)
  return {
    rms: levels.length === 0 ? 0 : Math.sqrt(squares / levels.length),
    peak: levels.reduce((highest, level) => Math.max(highest, level.peak), 0),
    clipped: levels.some((level) => level.clipped),
  }
}
