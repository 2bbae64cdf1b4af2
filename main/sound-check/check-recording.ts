import { msToSamples } from '../../common/time'
import { type AudioChunk, type CapturedSource } from '../../common/model'
import { type AudioSource, bytesPerSample, wavHeader } from '../audio-files'

/** The audio of a sound check; it exists only in memory. */
export interface CheckRecording {
  add(chunk: AudioChunk): void
  /** Sets the first sample of the check; earlier audio is dropped. */
  beginAt(sample: number): void
  /** Returns the audio of a source as a WAV file, or null without audio. */
  wav(source: CapturedSource): AudioSource | null
}

/** `longestMs` is the longest audio that is kept. */
export function createCheckRecording(longestMs: number): CheckRecording {
  const room = msToSamples(longestMs) * bytesPerSample
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
