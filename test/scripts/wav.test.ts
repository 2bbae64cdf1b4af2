import { describe, expect, it } from 'vitest'
import { readWav, writeWav } from '../../scripts/demo/wav.mjs'

interface Kind {
  readonly format: number
  readonly bits: number
  readonly channels: number
  readonly data: Buffer
  readonly extensible?: boolean
}

/** A WAV as other programs write it, with a chunk of odd length before the sound. */
function wav({ format, bits, channels, data, extensible = false }: Kind): Buffer {
  const head = Buffer.alloc(extensible ? 40 : 16)
  head.writeUInt16LE(extensible ? 0xfffe : format, 0)
  head.writeUInt16LE(channels, 2)
  head.writeUInt32LE(44_100, 4)
  head.writeUInt16LE(bits, 14)
  if (extensible) head.writeUInt16LE(format, 24)
  const body = [
    Buffer.from('WAVE'),
    chunk('fmt ', head),
    chunk('note', Buffer.from('odd')),
    chunk('data', data),
  ]
  return chunk('RIFF', Buffer.concat(body))
}

function chunk(name: string, data: Buffer): Buffer {
  const size = Buffer.alloc(4)
  size.writeUInt32LE(data.length)
  return Buffer.concat([Buffer.from(name), size, data, Buffer.alloc(data.length % 2)])
}

/** The frames (0.5, -0.5) and (-1, 0) in each kind; the mean of the channels is 0 and -0.5. */
const stereo: Record<string, Kind> = {
  '8 bits': { format: 1, bits: 8, channels: 2, data: Buffer.from([192, 64, 0, 128]) },
  '16 bits': { format: 1, bits: 16, channels: 2, data: integers(2) },
  '24 bits': { format: 1, bits: 24, channels: 2, data: integers(3) },
  '32 bits': { format: 1, bits: 32, channels: 2, data: integers(4) },
  'float of 32 bits': {
    format: 3,
    bits: 32,
    channels: 2,
    data: Buffer.from(Float32Array.of(0.5, -0.5, -1, 0).buffer),
  },
  'float of 64 bits': {
    format: 3,
    bits: 64,
    channels: 2,
    data: Buffer.from(Float64Array.of(0.5, -0.5, -1, 0).buffer),
  },
  'extensible of 16 bits': {
    format: 1,
    bits: 16,
    channels: 2,
    data: integers(2),
    extensible: true,
  },
}

function integers(width: number): Buffer {
  const full = 2 ** (8 * width - 1)
  const data = Buffer.alloc(4 * width)
  const values = [full / 2, -full / 2, -full, 0]
  values.forEach((value, index) => data.writeIntLE(value, index * width, width))
  return data
}

describe('readWav', () => {
  for (const [name, kind] of Object.entries(stereo)) {
    it(`reads ${name} and brings the channels together`, () => {
      const { sampleRate, samples } = readWav(wav(kind))
      expect(sampleRate).toBe(44_100)
      expect([...samples]).toEqual([0, -0.5])
    })
  }

  it('takes a file that was cut off as far as it goes', () => {
    const whole = writeWav(
      Float32Array.from({ length: 100 }, () => 0.25),
      16_000,
    )
    whole.writeUInt32LE(0xffffffff, 40)
    expect(readWav(whole.subarray(0, 44 + 21)).samples).toHaveLength(10)
  })

  it('refuses what it cannot read, with a sentence', () => {
    expect(() => readWav(Buffer.from('ID3 something else'))).toThrow('This is not a WAV file.')
    const adpcm = wav({ format: 2, bits: 4, channels: 1, data: Buffer.alloc(8) })
    expect(() => readWav(adpcm)).toThrow('of a kind that is not read here')
    expect(() => readWav(Buffer.from('RIFF\0\0\0\0WAVE'))).toThrow('no sound')
  })
})

describe('writeWav', () => {
  it('writes what readWav reads, and clips instead of wrapping', () => {
    const { sampleRate, samples } = readWav(writeWav(Float32Array.of(0.5, 2, -2), 48_000))
    expect(sampleRate).toBe(48_000)
    expect(samples[0]).toBeCloseTo(0.5, 4)
    expect(samples[1]).toBeCloseTo(1, 4)
    expect(samples[2]).toBe(-1)
  })
})
