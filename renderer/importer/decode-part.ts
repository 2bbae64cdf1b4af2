import type { ImporterMessage } from '../../common/model'
import { announcedEnd } from './announced-end'
import { hasEditList } from './edit-list'
import { encoderDelay } from './encoder-delay'
import { openMediaFile, type AudioStream, type MediaFile, type ReadBytes } from './media-decoder'
import { soundStreams } from './picture-streams'
import { riffFacts } from './riff'
import { createTrackSound, type TrackSound } from './track-sound'

/** What the decoder reports on its way. */
export type DecoderMessage = Extract<ImporterMessage, { type: 'facts' | 'pcm' | 'restart' }>
export type DecodeEnd = Extract<ImporterMessage, { type: 'done' | 'failed' }>
type Facts = Extract<DecoderMessage, { type: 'facts' }>
type FailureCode = Extract<ImporterMessage, { type: 'failed' }>['code']

export interface DecodePartOptions {
  readonly module: WebAssembly.Module
  /** In bytes; `read` counts from the start of the part. */
  readonly size: number
  readonly name: string
  readonly read: ReadBytes
  /** Further tracks are left out and named. */
  readonly mostTracks: number
  /** A factor for the samples of each track; null for none. */
  readonly gains: readonly number[] | null
  /** Called before any sound. */
  readonly onFacts: (facts: Facts) => void
  /** Takes the samples of a track at 16 kHz; the array is used again afterwards. */
  readonly put: (track: number, samples: Float32Array) => void
}

/** One packet, and one in so many, may be broken without a word, as at both ends of a stream. */
const damagedShare = 50
/** Less is the rounding of a header. */
const cutSeconds = 0.5
/** A header that announces more than a day is wrong. */
const longestSeconds = 86_400

export interface DecodedPart {
  readonly end: DecodeEnd
  readonly sounds: readonly TrackSound[]
}

/** Decodes every track that a decoder here knows, of a file or of one that is joined to others. */
export async function decodePart(options: DecodePartOptions): Promise<DecodedPart> {
  const { size, read, mostTracks, gains } = options
  const riff = riffFacts(size, read)
  const opening = { ...options, ...riff }
  const file = await openMediaFile(opening)
  if (file === null) {
    return failure(hasKnownSignature(read(0, 12)) ? 'import-damaged' : 'import-unsupported', '')
  }
  // A file that was cut off says nothing of its streams.
  if (!file.hasCodecs) return failure('import-damaged', '')
  const streams = await soundStreams(file, opening)
  if (streams.length === 0) return failure('import-no-sound', '')

  const selected: AudioStream[] = []
  const unreadable: string[] = []
  for (const stream of streams) {
    if (selected.length < mostTracks && file.select(stream.index)) selected.push(stream)
    else unreadable.push(stream.codec)
  }
  if (selected.length === 0) return failure('import-unsupported', unreadable.join(', '))
  const { format } = file
  const tags = file.tags.map(([key, value]): [string, string] => [key, value])
  const tracks = selected.map(({ durationSeconds }) => ({ seconds: durationSeconds }))
  options.onFacts({ type: 'facts', format, tags, tracks, unreadable })

  const saysDelay = format.startsWith('mov') && hasEditList(size, read)
  const sounds = selected.map(({ index, codec }, track) =>
    createTrackSound({
      resampler: file.resampler(index),
      delayOf: (first) => encoderDelay(saysDelay, codec, first),
      // An AVI has no stamps, and what FFmpeg makes of its bytes jumps.
      onlyFirstStamp: riff.isAvi,
      zeroSeconds: file.startSeconds ?? 0,
      mayRestart: file.mayRestart,
      gain: gains?.[track] ?? 1,
      take: (samples) => options.put(track, samples),
    }),
  )
  let frames = 0
  for (let frame = file.next(); frame !== null; frame = file.next()) {
    const { stream } = frame
    // A bare FLAC has no holes, and the stamps of one that lost its header count in a wrong unit.
    const placed = format === 'flac' ? { ...frame, timeSeconds: null } : frame
    sounds[selected.findIndex(({ index }) => index === stream)]?.add(placed)
    frames += 1
  }
  for (const sound of sounds) sound.end()
  if (frames === 0) {
    const codecs = selected.map(({ codec }) => codec)
    // Every decoder of PCM finds sound where there are bytes.
    const isEmpty = codecs.every((codec) => codec.startsWith('PCM'))
    return failure(isEmpty ? 'import-no-sound' : 'import-unsupported', codecs.join(', '))
  }
  // Where FFmpeg does not know the length, it calls whole packets damaged.
  const isDamaged = !riff.ignoreLength && file.damaged() > 1 + frames / damagedShare
  // The lengths in an AVI are of no use: of sound that starts late they count the delay, too.
  const knowsLength = !riff.isAvi && !riff.ignoreLength
  const isShort =
    knowsLength && selected.some((stream, track) => endsEarly(file, stream, sounds[track]))
  const endsAt = announcedEnd(read)
  const isCut = riff.isCut || (endsAt !== null && endsAt > size)
  return { end: { type: 'done', cut: isDamaged || isShort || isCut }, sounds }
}

/** Whether a track ends before its announced end; lengths that are only guessed do not count. */
function endsEarly(file: MediaFile, stream: AudioStream, sound: TrackSound | undefined): boolean {
  if (file.lengthGuessed || file.mayRestart || stream.durationSeconds === null || !sound)
    return false
  if (stream.durationSeconds > longestSeconds) return false
  // An ASF counts the delay of sound that starts late in its length, too.
  const startsAt = file.format === 'asf' ? 0 : (stream.startSeconds ?? 0)
  const start = Math.max(0, startsAt - (file.startSeconds ?? 0))
  return start + stream.durationSeconds - sound.endSeconds() > cutSeconds
}

function failure(code: FailureCode, detail: string) {
  return { end: { type: 'failed', code, detail: detail.slice(0, 500) } as const, sounds: [] }
}

/** How files of the usual containers begin; `ftyp` follows a length. */
const signatures = [
  'RIFF',
  'RIFX',
  'riff',
  'RF64',
  'OggS',
  'fLaC',
  'ID3',
  'FORM',
  'caff',
  '#!AMR',
  'FLV',
]
const matroska = '\x1a\x45\xdf\xa3'

/** Whether a file that cannot be opened is one that should be: then it is damaged. */
function hasKnownSignature(head: Uint8Array): boolean {
  const text = String.fromCharCode(...head)
  return (
    [...signatures, matroska].some((start) => text.startsWith(start)) || text.startsWith('ftyp', 4)
  )
}
