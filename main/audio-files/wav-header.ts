import { sampleRate as appSampleRate } from '../../common/model/sound'

export const wavHeaderBytes = 44
export const bytesPerSample = 2
/** The sizes in a WAV header have 32 bits: about 37 hours. Longer audio is stored beyond that size. */
const maxDataBytes = 0xffff_ffff - (wavHeaderBytes - 8) - 1

/** What a header says about the samples after it. */
export interface WavLayout {
  readonly channels?: number
  /** In Hz. */
  readonly sampleRate?: number
}

/** Returns the 44 bytes before s16 samples. `samples` is the number of samples of each channel. */
export function wavHeader(
  samples: number,
  { channels = 1, sampleRate = appSampleRate }: WavLayout = {},
): Buffer {
  const frameBytes = channels * bytesPerSample
  const dataBytes = Math.min(samples * frameBytes, maxDataBytes)
  const header = Buffer.alloc(wavHeaderBytes)
  header.write('RIFF', 0, 'latin1')
  header.writeUInt32LE(wavHeaderBytes - 8 + dataBytes, 4)
  header.write('WAVEfmt ', 8, 'latin1')
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(channels, 22)
  header.writeUInt32LE(sampleRate, 24)
  header.writeUInt32LE(sampleRate * frameBytes, 28)
  header.writeUInt16LE(frameBytes, 32)
  header.writeUInt16LE(bytesPerSample * 8, 34)
  header.write('data', 36, 'latin1')
  header.writeUInt32LE(dataBytes, 40)
  return header
}

/** Whether these bytes start with the header of a recording, whatever sizes it contains. */
export function isOwnHeader(bytes: Buffer): boolean {
  if (bytes.length < wavHeaderBytes) return false
  const expected = wavHeader(0)
  return (
    bytes.subarray(0, 4).equals(expected.subarray(0, 4)) &&
    bytes.subarray(8, 40).equals(expected.subarray(8, 40))
  )
}
