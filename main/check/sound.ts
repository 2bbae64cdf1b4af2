import { sampleRate, type AudioChunk, type CapturedSource } from '../../preload/model'
import type { Playable } from '../library/playable'
import { bytesPerSample, wavHeader } from '../library/wav-header'

/** The sound of a check, in memory alone. */
export interface CheckSound {
  add(chunk: AudioChunk): void
  /** From this sample on there is what was listened to; what came before is let go. */
  beginAt(sample: number): void
  /** A WAV file of what a source gave, or null where it gave nothing. */
  wav(source: CapturedSource): Playable | null
}

/** More than this is not kept, in ms. */
export function createCheckSound(longestMs: number): CheckSound {
  const room = Math.round((longestMs * sampleRate) / 1_000) * bytesPerSample
  const heard = new Map<CapturedSource, { readonly pcm: Buffer; end: number }>()
  let begin = 0

  return {
    add: ({ source, firstSample, pcm }) => {
      const sound = heard.get(source) ?? { pcm: Buffer.alloc(room), end: 0 }
      heard.set(source, sound)
      const at = firstSample * bytesPerSample
      if (at >= room) return
      Buffer.from(pcm).copy(sound.pcm, at)
      sound.end = Math.max(sound.end, Math.min(room, at + pcm.byteLength))
    },
    beginAt: (sample) => {
      begin = sample * bytesPerSample
    },
    wav: (source) => {
      const sound = heard.get(source)
      if (sound === undefined || sound.end <= begin) return null
      const pcm = sound.pcm.subarray(begin, sound.end)
      const file = Buffer.concat([wavHeader(pcm.length / bytesPerSample), pcm])
      return {
        contentType: 'audio/wav',
        size: file.length,
        read: (start, count) => Promise.resolve(file.subarray(start, start + count)),
        close: () => Promise.resolve(),
      }
    },
  }
}
