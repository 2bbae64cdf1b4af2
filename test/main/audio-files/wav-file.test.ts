import { describe, expect, it } from 'vitest'
import { encodePcm, encodeWav, parseWav } from '../../../main/audio-files/wav-file'

/** Builds a WAV with this format chunk and data. */
function wavOf(
  { format, channels, bits }: { format: number; channels: number; bits: number },
  data: Buffer,
): Buffer {
  const head = Buffer.alloc(16)
  head.writeUInt16LE(format, 0)
  head.writeUInt16LE(channels, 2)
  head.writeUInt32LE(8_000, 4)
  head.writeUInt16LE(bits, 14)
  const size = (bytes: Buffer) => {
    const field = Buffer.alloc(4)
    field.writeUInt32LE(bytes.length)
    return field
  }
  return Buffer.concat([
    Buffer.from('RIFF\0\0\0\0WAVEfmt ', 'latin1'),
    size(head),
    head,
    Buffer.from('data'),
    size(data),
    data,
  ])
}

describe('parseWav', () => {
  it('returns the exact samples of a mono s16 file', () => {
    const samples = Int16Array.from([0, 1, -1, 32_767, -32_768])
    const parsed = parseWav(encodePcm({ sampleRate: 16_000, samples }))
    expect(parsed.sampleRate).toBe(16_000)
    expect([...parsed.samples].map((sample) => sample * 0x8000)).toEqual([...samples])
  })

  it.each([
    ['u8', { format: 1, channels: 1, bits: 8 }, Buffer.from([0, 128, 192])],
    ['s24', { format: 1, channels: 1, bits: 24 }, Buffer.from('000080000000000040', 'hex')],
    ['s32', { format: 1, channels: 1, bits: 32 }, Buffer.from('000000800000000000000040', 'hex')],
    [
      'f32',
      { format: 3, channels: 1, bits: 32 },
      Buffer.from(new Uint8Array(Float32Array.from([-1, 0, 0.5]).buffer)),
    ],
    [
      'f64',
      { format: 3, channels: 1, bits: 64 },
      Buffer.from(new Uint8Array(Float64Array.from([-1, 0, 0.5]).buffer)),
    ],
    [
      'stereo s16',
      { format: 1, channels: 2, bits: 16 },
      Buffer.from(new Uint8Array(Int16Array.from([-32_768, -32_768, -5, 5, 32_767, 1]).buffer)),
    ],
  ])('reads %s', (_name, layout, data) => {
    expect([...parseWav(wavOf(layout, data)).samples]).toEqual([-1, 0, 0.5])
  })

  it.each([
    ['no WAV', Buffer.from('no WAV at all'), 'This is not a WAV file.'],
    ['no data', Buffer.from('RIFF\0\0\0\0WAVE', 'latin1'), 'This WAV file has no audio.'],
    [
      'ADPCM',
      wavOf({ format: 17, channels: 1, bits: 4 }, Buffer.alloc(8)),
      'This WAV file has an unsupported format (format 17, 4 bits).',
    ],
  ])('refuses a file with %s', (_name, bytes, sentence) => {
    expect(() => parseWav(bytes)).toThrow(sentence)
  })

  it('reads back what encodeWav writes and clips values beyond full scale', () => {
    const bytes = encodeWav({ sampleRate: 8_000, samples: Float32Array.from([0.5, 2, -2]) })
    expect([...parseWav(bytes).samples]).toEqual([0.5, 32_767 / 32_768, -1])
  })
})
