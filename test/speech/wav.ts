import { readFileSync, writeFileSync } from 'node:fs'

/** Mono 16-bit sound. */
export interface Sound {
  readonly sampleRate: number
  readonly samples: Int16Array
}

const headerBytes = 44

/** A WAV file, mono s16, as bytes. */
export function wavBytes(sound: Sound): Buffer {
  const { sampleRate, samples } = sound
  const data = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)
  const header = Buffer.alloc(headerBytes)
  header.write('RIFF', 0, 'latin1')
  header.writeUInt32LE(36 + data.length, 4)
  header.write('WAVEfmt ', 8, 'latin1')
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(sampleRate, 24)
  header.writeUInt32LE(sampleRate * 2, 28)
  header.writeUInt16LE(2, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36, 'latin1')
  header.writeUInt32LE(data.length, 40)
  return Buffer.concat([header, data])
}

/** Reads a mono s16 WAV; throws where it is anything else. A data size beyond the file ends with it. */
export function parseWav(bytes: Buffer): Sound {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WAVE') {
    throw new Error('Not a WAV file')
  }
  let sampleRate = 0
  for (let at = 12; at + 8 <= bytes.length;) {
    const name = bytes.toString('latin1', at, at + 4)
    const size = bytes.readUInt32LE(at + 4)
    const body = at + 8
    if (name === 'fmt ') {
      const format = [bytes.readUInt16LE(body), bytes.readUInt16LE(body + 2)]
      const bits = bytes.readUInt16LE(body + 14)
      if (format[0] !== 1 || format[1] !== 1 || bits !== 16) throw new Error('Not mono s16')
      sampleRate = bytes.readUInt32LE(body + 4)
    } else if (name === 'data') {
      if (sampleRate === 0) throw new Error('A WAV without a format')
      const length = Math.floor(Math.min(size, bytes.length - body) / 2)
      const samples = new Int16Array(length)
      for (let index = 0; index < length; index += 1) {
        samples[index] = bytes.readInt16LE(body + index * 2)
      }
      return { sampleRate, samples }
    }
    at = body + size + (size % 2)
  }
  throw new Error('A WAV without sound')
}

export function readWav(path: string): Sound {
  return parseWav(readFileSync(path))
}

export function writeWav(path: string, sound: Sound): void {
  writeFileSync(path, wavBytes(sound))
}
