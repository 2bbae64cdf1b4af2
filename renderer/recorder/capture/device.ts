import type { Processing } from '../../../preload/model'
import { readBlocks, type Block } from './blocks'

/** A device that is open, whatever kind it is of. */
export interface Device {
  readonly label: string
  /** Hands on its blocks, those that have come already first. */
  handTo(take: (block: Block) => void): void
  /** Told once where it goes away by itself, also where it is gone already. */
  whenEnded(tell: () => void): void
  /** Changes what is done to its sound; false where only opening it anew would. */
  process(processing: Processing): Promise<boolean>
  close(): void
}

/** Reads a track at once: what is said while others get ready is part of the recording. */
export function createDevice(track: MediaStreamTrack): Device {
  const waiting: Block[] = []
  let take = (block: Block): void => void waiting.push(block)
  void readBlocks(track, (block) => take(block))
  return {
    label: track.label,
    handTo: (taker) => {
      take = taker
      for (const block of waiting.splice(0)) taker(block)
    },
    whenEnded: (tell) => {
      track.onended = tell
      if (track.readyState === 'ended') tell()
    },
    process: async (processing) => {
      try {
        await track.applyConstraints({ ...track.getConstraints(), ...processing })
      } catch {
        // Refused: the caller opens the device anew, which says why where that fails too.
        return false
      }
      const now = track.getSettings()
      return (Object.keys(processing) as (keyof Processing)[]).every(
        (name) => now[name] === processing[name],
      )
    },
    close: () => {
      track.onended = null
      track.stop()
    },
  }
}
