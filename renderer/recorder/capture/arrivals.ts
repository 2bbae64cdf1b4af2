import type { Block } from './block'

/** A block with times of the clock of where it comes from, in ms; that of the system, if it says so. */
export interface TimedBlock extends Pick<Block, 'rate' | 'channels'> {
  /** When its first sample was heard. */
  readonly heardAt: number
  /** When it was there to be read: it cannot arrive earlier. */
  readonly readyAt: number
}

/** When a block came, in ms of the worker's clock. */
export interface Arrival {
  readonly arrivedAt: number
  /** How long the worker waited for it. A block that was there already did not come just now. */
  readonly waitedMs: number
}

/** Nothing is held for longer than this, in ms, should no block ever be waited for. */
const longestHoldMs = 1_000
/** So many blocks must be waited for: one alone may be late itself. */
const freshBlocks = 2
/** The times of a block are those of the system's clock if its way took this long, in ms. */
const way = { shortestMs: -20, longestMs: 5_000 }

export interface Arrivals {
  take(block: TimedBlock, arrival: Arrival): void
  /** Passes on what is held back. */
  end(): void
}

/**
 * Puts the blocks of a device on the worker's clock. `systemZeroAt` is zero of the system's monotonic
 * clock there. Blocks with times of that clock are placed exactly, however late they come.
 *
 * Otherwise only their arrival says when they were heard. The first ones may have waited for a thread that
 * was still starting: they are held until the worker waits for two, and the earliest arrival counts.
 * The very first block does not count as waited for, because the stream itself is on its way then.
 */
export function createArrivals(
  onBlock: (block: Block) => void,
  systemZeroAt: number | null,
): Arrivals {
  let offsetMs = Infinity
  let isKnown = false
  let firstAt: number | null = null
  let fresh = 0
  const held: TimedBlock[] = []

  function passOn(block: TimedBlock, arrivedAt: number): void {
    const { rate, channels, heardAt } = block
    onBlock({ rate, channels, capturedAt: heardAt + offsetMs, arrivedAt })
  }

  /** What was held counts as if the worker had been there in time. */
  function release(): void {
    for (const block of held.splice(0)) passOn(block, block.readyAt + offsetMs)
  }

  return {
    take: (block, { arrivedAt, waitedMs }) => {
      if (firstAt === null && systemZeroAt !== null) {
        const wayMs = arrivedAt - (block.readyAt + systemZeroAt)
        isKnown = wayMs >= way.shortestMs && wayMs <= way.longestMs
        if (isKnown) offsetMs = systemZeroAt
      }
      if (isKnown) {
        firstAt ??= arrivedAt
        return passOn(block, arrivedAt)
      }
      held.push(block)
      offsetMs = Math.min(offsetMs, arrivedAt - block.readyAt)
      const blockMs = ((block.channels[0]?.length ?? 0) / block.rate) * 1_000
      if (firstAt !== null && waitedMs >= blockMs / 2) fresh += 1
      firstAt ??= arrivedAt
      isKnown = fresh >= freshBlocks || arrivedAt - firstAt >= longestHoldMs
      if (isKnown) release()
    },
    end: release,
  }
}
