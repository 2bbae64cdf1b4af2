import { readFileSync, writeFileSync } from 'node:fs'
import { encodePcm, parseWav as parseAnyWav } from '../../main/audio-files/wav-file'

/** Mono s16 audio. */
export interface Sound {
  readonly sampleRate: number
  readonly samples: Int16Array
}

/** A WAV file, mono s16, as bytes. */
export function wavBytes(sound: Sound): Buffer {
  return encodePcm(sound)
}

/** Parses a mono s16 WAV into its exact samples. */
export function parseWav(bytes: Buffer): Sound {
  const { sampleRate, samples } = parseAnyWav(bytes)
  return { sampleRate, samples: Int16Array.from(samples, (sample) => sample * 0x8000) }
}

export function readWav(path: string): Sound {
  return parseWav(readFileSync(path))
}

export function writeWav(path: string, sound: Sound): void {
  writeFileSync(path, wavBytes(sound))
}
