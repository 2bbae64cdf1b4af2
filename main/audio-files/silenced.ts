import { msToSamples, type Range, type SampleRange } from '../../common/time'
import type { AudioSource } from './audio-source'
import { bytesPerSample, wavHeaderBytes } from './wav-header'

/** How long the sound fades out before a silence and in after it, in samples: 10 ms. */
const fade = msToSamples(10)

/**
 * Returns the same WAV with silence in these ranges. The fades are outside of them: inside, every
 * sample is 0. It is read from even bytes on, so that no read begins within a sample.
 */
export function silenced(source: AudioSource, ranges: readonly Range[]): AudioSource {
  if (ranges.length === 0) return source
  const silent = ranges.map(({ startMs, endMs }) => ({
    start: msToSamples(startMs),
    end: msToSamples(endMs),
  }))
  return {
    ...source,
    read: async (start, count) => {
      const bytes = await source.read(start, count)
      return start < wavHeaderBytes ? bytes : faded(bytes, start - wavHeaderBytes, silent)
    },
  }
}

/** `offset`: the byte of the samples with which these bytes begin. */
function faded(bytes: Uint8Array, offset: number, silent: readonly SampleRange[]): Uint8Array {
  const first = offset / bytesPerSample
  const last = first + Math.ceil(bytes.length / bytesPerSample)
  const changed = Uint8Array.from(bytes)
  const view = new DataView(changed.buffer)
  for (const { start, end } of silent) {
    for (let at = Math.max(first, start - fade); at < Math.min(last, end + fade); at += 1) {
      const place = (at - first) * bytesPerSample
      if (place + 1 >= changed.length) break
      const away = at < start ? start - at : at - end + 1
      const gain = at >= start && at < end ? 0 : away / (fade + 1)
      view.setInt16(place, Math.round(view.getInt16(place, true) * gain), true)
    }
  }
  return changed
}
