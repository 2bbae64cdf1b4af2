import { sampleRate } from '../../common/model/sound'

/**
 * FFmpeg's demuxers and audio decoders as WebAssembly (build/media-decoder). The module has no
 * imports but a function that reads bytes, so a file that breaks a decoder breaks only this module.
 */

/** Reads up to `length` bytes of the file from `offset`; empty at the end of the file. */
export type ReadBytes = (offset: number, length: number) => Uint8Array

/** A stream of sound in the file. Times are in seconds; null if the file does not say. */
export interface AudioStream {
  readonly index: number
  /** The codec's name for people, empty if unknown. */
  readonly codec: string
  readonly startSeconds: number | null
  readonly durationSeconds: number | null
}

/** A stretch of decoded sound. The planes are valid until the next call. */
export interface DecodedFrame {
  readonly stream: number
  /** Null if the frame has no time stamp. */
  readonly timeSeconds: number | null
  readonly rate: number
  readonly planes: readonly Float32Array[]
  /** For each plane, FFmpeg's AVChannel number (0 front left, 2 centre, 3 LFE …), or -1. */
  readonly channels: readonly number[]
}

export interface MediaFile {
  /** FFmpeg's short name of the container, for example `mov,mp4,m4a,3gp,3g2,mj2`. */
  readonly format: string
  readonly streams: readonly AudioStream[]
  /** False if the file names no codec of any stream, as one that was cut off does. */
  readonly hasCodecs: boolean
  /** The earliest time stamp of all streams, pictures included. */
  readonly startSeconds: number | null
  /** True if time stamps of this container may start again in the middle. */
  readonly mayRestart: boolean
  /** True if the lengths are estimates from the bit rate. */
  readonly lengthGuessed: boolean
  /** Tags of the file and its streams, in order. */
  readonly tags: readonly (readonly [key: string, value: string])[]
  /** Prepares a stream; false if no decoder here knows it. Streams that are not selected are skipped. */
  select(stream: number): boolean
  /** The next frame of a selected stream, or null at the end. */
  next(): DecodedFrame | null
  /** A resampler to 16 kHz for one channel of a stream. */
  resampler(stream: number): TrackResampler
  /** How many packets could not be decoded so far. */
  damaged(): number
}

/** Brings one channel to 16 kHz, without a delay. What it gives is valid until its next call. */
export interface TrackResampler {
  /** Takes samples at `rate` Hz, which may change from call to call. */
  process(rate: number, samples: Float32Array): Float32Array
  /** The samples that are still held back. */
  flush(): Float32Array
}

interface Exports {
  readonly memory: WebAssembly.Memory
  _initialize?(): void
  decoder_alloc(size: number): number
  decoder_text(): number
  decoder_open(size: number, name: number, ignoreLength: number, bigEndian: number): number
  decoder_select(stream: number): number
  decoder_ignore(stream: number): void
  decoder_next(): number
  decoder_damaged(): number
  stream_is_audio(stream: number): number
  stream_codec(stream: number): void
  stream_start(stream: number): number
  stream_duration(stream: number): number
  file_start(): number
  file_duration(): number
  file_may_restart(): number
  file_duration_guessed(): number
  file_format(): void
  file_tags(): void
  frame_time(stream: number): number
  frame_samples(): number
  frame_rate(): number
  frame_channels(): number
  frame_channel(channel: number): number
  frame_plane(channel: number): number
  resampler_open(stream: number, rate: number, wanted: number): number
  resampler_input(count: number): number
  resampler_run(stream: number, count: number): number
  resampler_output(): number
}

const endOfFile = -1
const nothingYet = -3
/** WASI's answer for a call that the module does not get. */
const notSupported = 52

export interface OpenOptions {
  readonly module: WebAssembly.Module
  readonly size: number
  /** The file's name; its ending helps to recognise formats without a signature. */
  readonly name: string
  /** Reads sound to the end of the file whatever a WAV header says. */
  readonly ignoreLength: boolean
  /** The samples of a WAV file are big-endian (RIFX). */
  readonly bigEndian: boolean
  readonly read: ReadBytes
}

/** Opens a file; null if its format is not known. */
export async function openMediaFile(options: OpenOptions): Promise<MediaFile | null> {
  const { module, size, name, ignoreLength, bigEndian, read } = options
  const instance = await WebAssembly.instantiate(module, {
    host: {
      host_read: (into: number, offset: number, length: number) => {
        const bytes = read(offset, length)
        new Uint8Array(exports.memory.buffer).set(bytes, into)
        return bytes.length
      },
    },
    wasi_snapshot_preview1: wasi(() => exports.memory),
    env: { emscripten_notify_memory_growth: () => undefined },
  })
  // The module is our own, and its exports are those of media-decoder.c.
  const exports = instance.exports as unknown as Exports
  exports._initialize?.()

  const text = () => {
    const bytes = new Uint8Array(exports.memory.buffer, exports.decoder_text())
    return new TextDecoder().decode(bytes.slice(0, bytes.indexOf(0)))
  }
  const textAfter = (call: () => void) => (call(), text())
  const orNull = (seconds: number) => (Number.isFinite(seconds) ? seconds : null)

  const nameBytes = new TextEncoder().encode(`${name}\0`)
  const namePlace = exports.decoder_alloc(nameBytes.length)
  new Uint8Array(exports.memory.buffer).set(nameBytes, namePlace)
  const count = exports.decoder_open(size, namePlace, Number(ignoreLength), Number(bigEndian))
  if (count < 0) return null

  const isAudio = (index: number) => exports.stream_is_audio(index) !== 0
  /** Matroska has one length for all streams: that of the sound if nothing else is there. */
  function durationOf(index: number): number | null {
    const own = orNull(exports.stream_duration(index))
    return own ?? (count === 1 ? orNull(exports.file_duration()) : null)
  }
  const streams: AudioStream[] = []
  let hasCodecs = false
  for (let index = 0; index < count; index += 1) {
    const codec = textAfter(() => exports.stream_codec(index))
    hasCodecs ||= codec !== ''
    if (!isAudio(index)) exports.decoder_ignore(index)
    else {
      streams.push({
        index,
        codec,
        startSeconds: orNull(exports.stream_start(index)),
        durationSeconds: durationOf(index),
      })
    }
  }

  function next(): DecodedFrame | null {
    for (;;) {
      const stream = exports.decoder_next()
      if (stream === nothingYet) continue
      if (stream <= endOfFile) return null
      const samples = exports.frame_samples()
      const channels = Array.from({ length: exports.frame_channels() }, (_, channel) => channel)
      return {
        stream,
        timeSeconds: orNull(exports.frame_time(stream)),
        rate: exports.frame_rate(),
        planes: channels.map(
          (channel) =>
            new Float32Array(exports.memory.buffer, exports.frame_plane(channel), samples),
        ),
        channels: channels.map((channel) => exports.frame_channel(channel)),
      }
    }
  }

  function resampler(stream: number): TrackResampler {
    let openRate = sampleRate
    function run(count: number): Float32Array {
      const given = exports.resampler_run(stream, count)
      if (given < 0) throw new Error('The resampler failed.')
      return new Float32Array(exports.memory.buffer, exports.resampler_output(), given)
    }
    const flush = () => (openRate === sampleRate ? new Float32Array(0) : run(0))
    return {
      process: (rate, samples) => {
        if (rate !== openRate) {
          // The end of the old rate is a few ms; it gives way to the new one.
          openRate = rate
          if (rate !== sampleRate && exports.resampler_open(stream, rate, sampleRate) !== 0) {
            throw new Error('The resampler failed.')
          }
        }
        if (rate === sampleRate) return samples
        const place = exports.resampler_input(samples.length)
        new Float32Array(exports.memory.buffer, place, samples.length).set(samples)
        return run(samples.length)
      },
      flush,
    }
  }

  return {
    format: textAfter(() => exports.file_format()),
    streams,
    hasCodecs,
    startSeconds: orNull(exports.file_start()),
    mayRestart: exports.file_may_restart() !== 0,
    lengthGuessed: exports.file_duration_guessed() !== 0,
    tags: parseTags(textAfter(() => exports.file_tags())),
    select: (stream) => {
      const ready = exports.decoder_select(stream) === 0
      if (!ready) exports.decoder_ignore(stream)
      return ready
    },
    next,
    resampler,
    damaged: () => exports.decoder_damaged(),
  }
}

function parseTags(text: string): (readonly [string, string])[] {
  return text.split('\n').flatMap((line) => {
    const at = line.indexOf('=')
    return at < 1 ? [] : [[line.slice(0, at).toLowerCase(), line.slice(at + 1)] as const]
  })
}

/** The few system calls that the C library links: there are no files, no clock and no environment. */
function wasi(memory: () => WebAssembly.Memory): Record<string, (...args: never[]) => unknown> {
  const zero = (...places: number[]) => {
    const view = new DataView(memory().buffer)
    for (const place of places) view.setUint32(place, 0, true)
    return 0
  }
  return {
    proc_exit: () => {
      throw new Error('The decoder stopped.')
    },
    fd_close: () => notSupported,
    fd_read: () => notSupported,
    fd_write: () => notSupported,
    fd_seek: () => notSupported,
    fd_fdstat_get: () => notSupported,
    environ_sizes_get: (count: number, size: number) => zero(count, size),
    environ_get: () => 0,
    clock_time_get: (_clock: number, _precision: bigint, place: number) => zero(place, place + 4),
    clock_res_get: (_clock: number, place: number) => zero(place, place + 4),
  }
}
