import { bytesPerSample } from './wav-header'

/** Returns whether the audio is silent: every sample is below -60 dB of full scale. */
export function isSilent(pcm: Uint8Array): boolean {
  const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength)
  for (let at = 0; at + 1 < pcm.length; at += bytesPerSample) {
    if (Math.abs(view.getInt16(at, true)) > 32) return false
  }
  return true
}
