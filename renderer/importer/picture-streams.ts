import { openMediaFile, type AudioStream, type MediaFile, type OpenOptions } from './media-decoder'

/** Bytes of a file that are tried: a few seconds of pictures, and of sound. */
const trialBytes = 4 * 1024 * 1024

/**
 * The streams that are sound. An MPEG program stream does not name the codec of its pictures, so
 * FFmpeg guesses it; without decoders of pictures it takes them for MP3, which then cannot be decoded.
 */
export async function soundStreams(
  file: MediaFile,
  options: OpenOptions,
): Promise<readonly AudioStream[]> {
  if (file.format !== 'mpeg') return file.streams
  const found: AudioStream[] = []
  for (const stream of file.streams) {
    if (!stream.codec.startsWith('MP3') || (await isSound(stream, options))) found.push(stream)
  }
  return found
}

async function isSound({ index }: AudioStream, options: OpenOptions): Promise<boolean> {
  const start = await openMediaFile({ ...options, size: Math.min(options.size, trialBytes) })
  if (start === null || !start.select(index)) return true
  let frames = 0
  while (start.next() !== null) frames += 1
  return frames >= start.damaged()
}
