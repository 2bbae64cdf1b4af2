// Reading and writing WAV files, as far as speech needs it.

const pcm = 1
const float = 3
const extensible = 0xfffe

/**
 * Reads a RIFF WAV of any rate and number of channels, PCM of 8, 16, 24 or 32 bits or float of 32
 * or 64, and answers { sampleRate, samples }: one channel (the mean of all) from -1 to 1.
 * Throws an Error with a sentence for anything else.
 * @param {Buffer} bytes
 * @returns {{ sampleRate: number, samples: Float32Array }}
 */
export function readWav(bytes) {
  if (bytes.length < 12 || tag(bytes, 0) !== 'RIFF' || tag(bytes, 8) !== 'WAVE') {
    throw new Error('This is not a WAV file.')
  }
  const chunks = readChunks(bytes)
  const head = chunks.get('fmt ')
  const data = chunks.get('data')
  if (!head || head.length < 16 || !data) throw new Error('This WAV file has no sound in it.')
  let format = head.readUInt16LE(0)
  if (format === extensible && head.length >= 26) format = head.readUInt16LE(24)
  const channels = head.readUInt16LE(2)
  const sampleRate = head.readUInt32LE(4)
  const bits = head.readUInt16LE(14)
  const read = reader(format, bits)
  if (!read || channels === 0 || sampleRate === 0) {
    throw new Error(
      `This WAV file is of a kind that is not read here (format ${format}, ${bits} bits).`,
    )
  }
  const width = bits / 8
  const samples = new Float32Array(Math.floor(data.length / (width * channels)))
  for (let frame = 0; frame < samples.length; frame++) {
    let sum = 0
    for (let channel = 0; channel < channels; channel++) {
      sum += read(data, (frame * channels + channel) * width)
    }
    samples[frame] = sum / channels
  }
  return { sampleRate, samples }
}

/** The chunks by name. A size that runs past the end (a stream that was cut off) means the rest. */
function readChunks(bytes) {
  const chunks = new Map()
  let at = 12
  while (at + 8 <= bytes.length) {
    const size = bytes.readUInt32LE(at + 4)
    chunks.set(tag(bytes, at), bytes.subarray(at + 8, at + 8 + size))
    at += 8 + size + (size % 2)
  }
  return chunks
}

function tag(bytes, at) {
  return bytes.toString('latin1', at, at + 4)
}

function reader(format, bits) {
  if (format === float && bits === 32) return (data, at) => data.readFloatLE(at)
  if (format === float && bits === 64) return (data, at) => data.readDoubleLE(at)
  if (format !== pcm) return null
  if (bits === 8) return (data, at) => (data.readUInt8(at) - 128) / 128
  if (bits === 16) return (data, at) => data.readInt16LE(at) / 0x8000
  if (bits === 24) return (data, at) => data.readIntLE(at, 3) / 0x800000
  if (bits === 32) return (data, at) => data.readInt32LE(at) / 0x80000000
  return null
}

/**
 * One channel as a WAV of 16 bits; what is louder than full scale is clipped.
 * @param {Float32Array} samples
 * @param {number} sampleRate
 * @returns {Buffer}
 */
export function writeWav(samples, sampleRate) {
  const bytes = Buffer.alloc(44 + samples.length * 2)
  bytes.write('RIFF', 0, 'latin1')
  bytes.writeUInt32LE(bytes.length - 8, 4)
  bytes.write('WAVEfmt ', 8, 'latin1')
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(pcm, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(sampleRate, 24)
  bytes.writeUInt32LE(sampleRate * 2, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36, 'latin1')
  bytes.writeUInt32LE(samples.length * 2, 40)
  for (let i = 0; i < samples.length; i++) {
    const value = Math.round(samples[i] * 0x8000)
    bytes.writeInt16LE(Math.max(-0x8000, Math.min(0x7fff, value)), 44 + i * 2)
  }
  return bytes
}
