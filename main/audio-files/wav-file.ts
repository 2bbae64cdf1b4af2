import { wavHeader } from './wav-header'

/** One channel of audio, from -1 to 1. */
export interface WavAudio {
  /** In Hz. */
  readonly sampleRate: number
  readonly samples: Float32Array
}

const formats = { pcm: 1, float: 3, extensible: 0xfffe }

/**
 * Parses a whole WAV of any rate and number of channels, with PCM of 8, 16, 24 or 32 bits or floats
 * of 32 or 64 bits. Returns the mean of all channels; one channel of 16 bits keeps its exact values
 * (n / 32768). Throws an Error with a sentence for anything else.
 */
export function parseWav(bytes: Uint8Array): WavAudio {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length < 12 || tagAt(file, 0) !== 'RIFF' || tagAt(file, 8) !== 'WAVE') {
    throw new Error('This is not a WAV file.')
  }
  const chunks = chunksOf(file)
  const head = chunks.get('fmt ')
  const data = chunks.get('data')
  if (!head || head.length < 16 || !data) throw new Error('This WAV file has no audio.')
  let format = head.readUInt16LE(0)
  if (format === formats.extensible && head.length >= 26) format = head.readUInt16LE(24)
  const channels = head.readUInt16LE(2)
  const sampleRate = head.readUInt32LE(4)
  const bits = head.readUInt16LE(14)
  const read = readerFor(format, bits)
  if (!read || channels === 0 || sampleRate === 0) {
    throw new Error(`This WAV file has an unsupported format (format ${format}, ${bits} bits).`)
  }
  const width = bits / 8
  const samples = new Float32Array(Math.floor(data.length / (width * channels)))
  for (let frame = 0; frame < samples.length; frame += 1) {
    let sum = 0
    for (let channel = 0; channel < channels; channel += 1) {
      sum += read(data, (frame * channels + channel) * width)
    }
    samples[frame] = sum / channels
  }
  return { sampleRate, samples }
}

/** Returns one channel as a WAV of 16 bits; values beyond full scale are clipped. */
export function encodeWav({ sampleRate, samples }: WavAudio): Buffer {
  const data = Int16Array.from(samples, (sample) =>
    Math.max(-0x8000, Math.min(0x7fff, Math.round(sample * 0x8000))),
  )
  return encodePcm({ sampleRate, samples: data })
}

/** Returns one channel of s16 samples as a WAV. */
export function encodePcm({
  sampleRate,
  samples,
}: {
  readonly sampleRate: number
  readonly samples: Int16Array
}): Buffer {
  // Little-endian, like every processor that the app runs on.
  const data = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)
  return Buffer.concat([wavHeader(samples.length, { sampleRate }), data])
}

/** The chunks by name. A size beyond the end (a file that was cut off) means the rest of the file. */
function chunksOf(file: Buffer): Map<string, Buffer> {
  const chunks = new Map<string, Buffer>()
  for (let at = 12; at + 8 <= file.length;) {
    const size = file.readUInt32LE(at + 4)
    chunks.set(tagAt(file, at), file.subarray(at + 8, at + 8 + size))
    at += 8 + size + (size % 2)
  }
  return chunks
}

function tagAt(file: Buffer, at: number): string {
  return file.toString('latin1', at, at + 4)
}

function readerFor(format: number, bits: number): ((data: Buffer, at: number) => number) | null {
  if (format === formats.float && bits === 32) return (data, at) => data.readFloatLE(at)
  if (format === formats.float && bits === 64) return (data, at) => data.readDoubleLE(at)
  if (format !== formats.pcm) return null
  if (bits === 8) return (data, at) => (data.readUInt8(at) - 128) / 128
  if (bits === 16) return (data, at) => data.readInt16LE(at) / 0x8000
  if (bits === 24) return (data, at) => data.readIntLE(at, 3) / 0x80_0000
  if (bits === 32) return (data, at) => data.readInt32LE(at) / 0x8000_0000
  return null
}
