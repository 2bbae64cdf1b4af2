import { toPcm } from '../audio/pcm'
import type { DecoderMessage } from './decode-part'

/** Gathers the samples of all tracks into chunks of about ten seconds. */
export interface Outlets {
  put(track: number, samples: Float32Array): void
  /** Fills the shorter tracks with silence, so that all go on at the same time. */
  align(): void
  /** Gives the rest. */
  end(): void
}

const chunkSamples = 160_000

export function createOutlets(tell: (message: DecoderMessage) => void): Outlets {
  const outlets: Outlet[] = []
  function outletOf(track: number): Outlet {
    for (let next = outlets.length; next <= track; next += 1) {
      outlets.push(createOutlet(next, tell))
    }
    return outlets[track] as Outlet // track < length
  }
  return {
    put: (track, samples) => outletOf(track).put(samples),
    align: () => {
      const longest = Math.max(0, ...outlets.map((outlet) => outlet.samples()))
      for (const outlet of outlets) outlet.pad(longest)
    },
    end: () => outlets.forEach((outlet) => outlet.end()),
  }
}

interface Outlet {
  put(samples: Float32Array): void
  /** Adds silence up to this length, in samples. */
  pad(length: number): void
  end(): void
  samples(): number
}

function createOutlet(track: number, tell: (message: DecoderMessage) => void): Outlet {
  const chunk = new Float32Array(chunkSamples)
  let filled = 0
  let given = 0
  function give(): void {
    if (filled > 0) tell({ type: 'pcm', track, pcm: toPcm(chunk.subarray(0, filled)) })
    given += filled
    filled = 0
  }
  function put(samples: Float32Array): void {
    for (let at = 0; at < samples.length;) {
      const part = samples.subarray(at, at + chunkSamples - filled)
      chunk.set(part, filled)
      filled += part.length
      at += part.length
      if (filled === chunkSamples) give()
    }
  }
  const samples = () => given + filled
  return {
    put,
    pad: (length) => {
      while (samples() < length) {
        put(new Float32Array(Math.min(chunkSamples, length - samples())))
      }
    },
    end: give,
    samples,
  }
}
