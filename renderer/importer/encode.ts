import {
  AudioSample,
  AudioSampleSource,
  OggOutputFormat,
  Output,
  Quality,
  StreamTarget,
} from 'mediabunny'
import { sampleRate } from '../../common/model/sound'
import type { Main } from './port'

const bytesPerSample = 2
/** At this rate, speech of one source sounds as good as the original. */
const bitrate = 24_000
const chunkBytes = 10 * sampleRate * bytesPerSample

/** Compresses sound of 16 kHz, mono, to Opus in Ogg, and sends the file to main in pieces. */
export async function encode(size: number, main: Main): Promise<void> {
  let written = 0
  const target = new StreamTarget(
    new WritableStream({
      write: ({ data, position }: { data: Uint8Array; position: number }) => {
        if (position !== written) throw new Error('The file is not written in order.')
        written += data.length
        return main.sendPacked(data.slice().buffer)
      },
    }),
  )
  try {
    const output = new Output({ format: new OggOutputFormat(), target })
    const source = new AudioSampleSource({ codec: 'opus', quality: new Quality({ bitrate }) })
    output.addAudioTrack(source)
    await output.start()
    for (let at = 0; at < size; at += chunkBytes) {
      const bytes = await main.read(at, Math.min(size, at + chunkBytes))
      const sample = new AudioSample({
        data: bytes.slice().buffer,
        format: 's16',
        numberOfChannels: 1,
        sampleRate,
        timestamp: at / bytesPerSample / sampleRate,
      })
      await source.add(sample)
      sample.close()
    }
    await output.finalize()
    main.send({ type: 'done', cut: false })
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause)
    main.send({ type: 'failed', code: 'import-unsupported', detail: detail.slice(0, 500) })
  }
}
