import {
  ALL_FORMATS,
  AudioSampleSink,
  CustomSource,
  Input,
  UnsupportedInputFormatError,
  type AudioSample,
  type InputAudioTrack,
} from 'mediabunny'
import type { ImporterMessage } from '../../preload/model'
import { toPcm } from '../recorder/capture/pcm'
import { createConverter } from '../recorder/capture/converter'
import type { Main } from './port'

/** About ten seconds of sound go to main at once. */
const chunkSamples = 160_000
/** Less than this between two samples of sound is the rounding of the file. */
const holeSeconds = 0.02
/** A time stamp beyond this is none. */
const longestSeconds = 100 * 3_600

type Failed = Extract<ImporterMessage, { type: 'failed' }>

/** Decodes the sound of a file to 16 kHz, mono, and gives it to main piece by piece. */
export async function decode(size: number, main: Main): Promise<void> {
  const input = new Input({
    formats: ALL_FORMATS,
    source: new CustomSource({
      getSize: () => size,
      read: (start, end) => main.read(start, end),
      prefetchProfile: 'fileSystem',
    }),
  })
  try {
    const track = await input.getPrimaryAudioTrack()
    if (track === null) {
      // A file that was cut off says nothing of its tracks.
      const { length } = await input.getTracks()
      main.tell(failed(length === 0 ? 'import-damaged' : 'import-no-sound', ''))
    } else if (!(await track.canDecode())) {
      main.tell(failed('import-unsupported', (await track.getCodec()) ?? 'unknown codec'))
    } else {
      main.tell({ type: 'length', seconds: Math.max(0, await track.computeDuration()) })
      await giveSound(track, main)
      main.tell({ type: 'done' })
    }
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause)
    const code =
      cause instanceof UnsupportedInputFormatError ? 'import-unsupported' : 'import-damaged'
    main.tell(failed(code, detail))
  } finally {
    input.dispose()
  }
}

function failed(code: Failed['code'], detail: string): Failed {
  return { type: 'failed', code, detail: detail.slice(0, 500) }
}

async function giveSound(track: InputAudioTrack, main: Main): Promise<void> {
  const converter = createConverter()
  const chunk = new Float32Array(chunkSamples)
  let filled = 0
  /** Where the sound so far ends, in seconds of the file. */
  let endSeconds = 0
  let rate = 0

  async function put(samples: Float32Array): Promise<void> {
    for (let at = 0; at < samples.length;) {
      const part = samples.subarray(at, at + chunkSamples - filled)
      chunk.set(part, filled)
      filled += part.length
      at += part.length
      if (filled === chunkSamples) await give()
    }
  }

  async function give(): Promise<void> {
    if (filled > 0) await main.give(toPcm(chunk.subarray(0, filled)))
    filled = 0
  }

  async function convert(samples: Float32Array): Promise<void> {
    const output = new Float32Array(converter.outputRoom(rate, samples.length))
    await put(output.subarray(0, converter.process(rate, samples, output)))
  }

  for await (const sample of new AudioSampleSink(track).samples()) {
    rate = sample.sampleRate
    const hole = sample.timestamp - endSeconds
    if (!(hole < longestSeconds)) throw new Error('A time in the file is out of range.')
    // The file says that there is nothing here: silence, so that what follows keeps its place.
    for (let left = hole > holeSeconds ? Math.round(hole * rate) : 0; left > 0; left -= rate) {
      await convert(new Float32Array(Math.min(left, rate)))
    }
    // What stands before the beginning is the decoder's run-up.
    const skip = hole < -holeSeconds ? Math.round(-hole * rate) : 0
    const mono = toMono(sample)
    endSeconds = Math.max(endSeconds, sample.timestamp + sample.duration)
    sample.close()
    if (skip < mono.length) await convert(mono.subarray(skip))
  }
  await put(converter.flush())
  await give()
}

/** All channels at once, at the loudness of one. */
function toMono(sample: AudioSample): Float32Array {
  const { numberOfChannels, numberOfFrames } = sample
  const mono = new Float32Array(numberOfFrames)
  const plane = new Float32Array(numberOfFrames)
  for (let channel = 0; channel < numberOfChannels; channel += 1) {
    sample.copyTo(plane, { planeIndex: channel, format: 'f32-planar' })
    for (let at = 0; at < numberOfFrames; at += 1) {
      mono[at] = (mono[at] ?? 0) + (plane[at] ?? 0) / numberOfChannels
    }
  }
  return mono
}
