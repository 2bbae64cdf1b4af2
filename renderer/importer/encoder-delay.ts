import type { DecodedFrame } from './media-decoder'

/** LAME and its relatives delay by 576 samples, and every decoder of MP3 by 529. */
const mp3Samples = 576 + 529
const mp3Frames = [576, 1_152]

/**
 * How long an encoder delayed the sound, in seconds, if neither the file nor FFmpeg has taken that
 * away; `saysItself` is true if it has. The last one is the first frame of the stream. An encoder of AAC or WMA delays by at least one
 * frame, over which neighbours overlap. A first frame of MP3 that is shorter
 * than usual was cut by what LAME wrote into the file.
 */
export function encoderDelay(
  saysItself: boolean,
  codec: string,
  { rate, planes }: Pick<DecodedFrame, 'rate' | 'planes'>,
): number {
  const samples = planes[0]?.length ?? 0
  if (rate === 0 || saysItself) return 0
  if (codec.startsWith('MP3')) return mp3Frames.includes(samples) ? mp3Samples / rate : 0
  const overlaps = codec.startsWith('AAC') || /^Windows Media Audio [12]$/.test(codec)
  return overlaps ? samples / rate : 0
}
