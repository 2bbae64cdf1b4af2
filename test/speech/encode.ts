import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { registerAacEncoder } from '@mediabunny/aac-encoder'
import { registerFlacEncoder } from '@mediabunny/flac-encoder'
import { registerMp3Encoder } from '@mediabunny/mp3-encoder'
import type { Page } from '@playwright/test'
import {
  AudioSample,
  AudioSampleSource,
  BufferTarget,
  FlacOutputFormat,
  Mp3OutputFormat,
  Mp4OutputFormat,
  Output,
  Quality,
} from 'mediabunny'
import type * as Mediabunny from 'mediabunny'

registerMp3Encoder()
registerAacEncoder()
registerFlacEncoder()

export interface Sound {
  readonly sampleRate: number
  readonly samples: Int16Array
}

const floats = ({ samples }: Sound) => Float32Array.from(samples, (sample) => sample / 32_768)

/** Makes a file of this kind with third-party encoders. */
export async function encode(
  sound: Sound,
  kind: 'mp3' | 'm4a' | 'mp4' | 'flac',
): Promise<Uint8Array> {
  const [format, codec] = {
    mp3: [new Mp3OutputFormat(), 'mp3'],
    m4a: [new Mp4OutputFormat(), 'aac'],
    mp4: [new Mp4OutputFormat({ fastStart: 'in-memory' }), 'aac'],
    flac: [new FlacOutputFormat(), 'flac'],
  }[kind] as [Mp3OutputFormat, 'mp3']
  const target = new BufferTarget()
  const output = new Output({ format, target })
  const source = new AudioSampleSource({ codec, quality: new Quality('high') })
  output.addAudioTrack(source)
  await output.start()
  const sample = new AudioSample({
    data: floats(sound),
    format: 'f32',
    numberOfChannels: 1,
    sampleRate: sound.sampleRate,
    timestamp: 0,
  })
  await source.add(sample)
  sample.close()
  await output.finalize()
  return new Uint8Array(target.buffer ?? new ArrayBuffer(0))
}

const library = readFileSync(
  createRequire(import.meta.url)
    .resolve('mediabunny')
    .replace(/[^/]*$/, 'mediabunny.min.cjs'),
  'utf8',
)

/** Makes the same file with the browser's own Opus encoder, in a page of the app. */
export async function encodeInPage(
  page: Page,
  sound: Sound,
  kind: 'ogg' | 'webm',
): Promise<Uint8Array> {
  // The debugger evaluates it, so that the policy of the page need not change.
  await page.evaluate(
    `if (!self.mediabunny) { const module = { exports: {} }, exports = module.exports; ${library}; self.mediabunny = module.exports }`,
  )
  const encoded = await page.evaluate(
    async ([data, sampleRate, into]) => {
      const m = (self as unknown as { mediabunny: typeof Mediabunny }).mediabunny
      const target = new m.BufferTarget()
      const format = into === 'ogg' ? new m.OggOutputFormat() : new m.WebMOutputFormat()
      const output = new m.Output({ format, target })
      const source = new m.AudioSampleSource({ codec: 'opus', quality: new m.Quality('high') })
      output.addAudioTrack(source)
      await output.start()
      const sample = new m.AudioSample({
        data: Float32Array.from(data),
        format: 'f32',
        numberOfChannels: 1,
        sampleRate,
        timestamp: 0,
      })
      await source.add(sample)
      sample.close()
      await output.finalize()
      return [...new Uint8Array(target.buffer ?? new ArrayBuffer(0))]
    },
    [[...floats(sound)], sound.sampleRate, kind] as const,
  )
  return Uint8Array.from(encoded)
}
