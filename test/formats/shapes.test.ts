import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ToneWord } from '../speech/tones'
import { ffmpeg, hasFfmpeg, heardByFfmpeg, writeSpeech } from './ffmpeg'
import { heardByParley, type Heard } from './parley'

const toleranceMs = 60
const picture = ['-f', 'lavfi', '-i', 'color=black:s=64x64:r=25:d=6']
const video = ['-c:v', 'mpeg4']

/** Expects these words in a track, so much later than they were said. */
function expectWords(
  track: readonly ToneWord[] | undefined,
  said: readonly ToneWord[],
  laterMs = 0,
) {
  const times = (words: readonly ToneWord[]) => words.map(({ number }) => number)
  expect(times(track ?? [])).toEqual(times(said))
  for (const [index, word] of said.entries()) {
    const off = (track?.[index]?.startMs ?? NaN) - word.startMs - laterMs
    expect(Math.abs(off), `${word.number} is ${off} ms late`).toBeLessThanOrEqual(toleranceMs)
  }
}

describe.skipIf(!hasFfmpeg)('where sound belongs', () => {
  let folder = ''
  let first: readonly ToneWord[] = []
  let second: readonly ToneWord[] = []
  const path = (name: string) => join(folder, name)
  const sources = () => ['-i', path('first.wav'), '-i', path('second.wav')]
  /** What is heard in a file, of which nothing is missing. */
  async function heard(name: string): Promise<Heard> {
    const found = await heardByParley(path(name))
    expect(found.end).toEqual({ type: 'done', cut: false })
    return found
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parley-shapes-'))
    first = await writeSpeech(path('first.wav'), { sampleRate: 44_100 })
    second = await writeSpeech(path('second.wav'), { sampleRate: 44_100, firstNumber: 500 })
  })
  afterAll(() => rm(folder, { recursive: true }))

  test.each([
    ['late.mp4', 'aac', []],
    ['late.mov', 'pcm_s16le', []],
    ['late.frag.mp4', 'aac', ['-movflags', 'frag_keyframe+empty_moov']],
    ['late.mkv', 'flac', []],
    ['late.ts', 'mp2', []],
    ['late.wmv', 'wmav2', []],
    ['late.mpg', 'mp2', []],
    ['late.vob', 'ac3', []],
  ])('sound that starts after the picture keeps its delay: %s', async (name, codec, args) => {
    const late = ['-itsoffset', '2', '-i', path('first.wav')]
    const pictures = /mpg|vob/.test(name) ? ['-c:v', 'mpeg2video'] : video
    await ffmpeg(...picture, ...late, ...pictures, '-c:a', codec, ...args, path(name))
    expectWords((await heard(name)).tracks[0], first, 2_000)
  })

  test.each(['0', '60', '95000'])('a stream that starts at %s s starts at 0', async (offset) => {
    const name = `offset-${offset}.ts`
    const codec = ['-c:a', 'aac', '-output_ts_offset', offset]
    await ffmpeg('-i', path('first.wav'), ...codec, path(name))
    const { tracks, durationsMs } = await heard(name)
    expectWords(tracks[0], first)
    expect(durationsMs[0]).toBeLessThan(4_000)
  })

  test.each([
    ['ogg', 'libvorbis'],
    ['oga', 'flac'],
    ['mp3', 'libmp3lame'],
    ['aac', 'aac'],
    ['ts', 'mp2'],
    ['ac3', 'ac3'],
  ])('two recordings in one file follow each other: %s', async (ending, codec) => {
    const [name, other] = [`joined.${ending}`, `other.${ending}`]
    await ffmpeg('-i', path('first.wav'), '-c:a', codec, path(name))
    await ffmpeg('-i', path('second.wav'), '-c:a', codec, path(other))
    await appendFile(path(name), await readFile(path(other)))
    const words = (await heard(name)).tracks[0] ?? []
    expectWords(words.slice(0, first.length), first)
    const offset = (words[first.length]?.startMs ?? NaN) - (second[0]?.startMs ?? NaN)
    // The end of the first one is as long as a frame of its codec.
    expect(offset).toBeGreaterThanOrEqual(3_800 - toleranceMs)
    expect(offset).toBeLessThanOrEqual(3_800 + 150)
    expectWords(words.slice(first.length), second, offset)
  })

  test('two tracks are two sources', async () => {
    const tracks = ['-map', '0:a', '-map', '1:a', '-c:a:0', 'aac', '-c:a:1', 'flac']
    await ffmpeg(...sources(), ...tracks, path('two.mkv'))
    const found = await heard('two.mkv')
    expectWords(found.tracks[0], first)
    expectWords(found.tracks[1], second)
  })

  test('a track of an unknown codec is named and hides no other', async () => {
    const tracks = ['-map', '0:a', '-map', '1:a', '-c:a:0', 'pcm_s16be', '-c:a:1', 'alac']
    await ffmpeg(...sources(), ...tracks, path('known.mov'))
    const bytes = await readFile(path('known.mov'))
    bytes.write('zz9z', bytes.indexOf('twos'), 'latin1')
    await writeFile(path('unknown.mov'), bytes)
    const { end, tracks: found, unreadable } = await heardByParley(path('unknown.mov'))
    expect(end).toEqual({ type: 'done', cut: false })
    expect(unreadable).toEqual(['zz9z'])
    expectWords(found[0], second)
  })

  test('lost sound leaves a hole of its length', async () => {
    const name = 'hole.mkv'
    // Between the second and the fourth word, in whole packets.
    const without = ['-af', "aselect='not(between(t,1.32,2.45))'", '-c:a', 'pcm_s16le']
    await ffmpeg('-i', path('first.wav'), ...without, path(name))
    const found = await heardByParley(path(name))
    expectWords(
      found.tracks[0],
      first.filter((_, index) => index < 2 || index > 3),
    )
  })

  test('what an edit list cuts out is not there', async () => {
    await ffmpeg('-i', path('first.wav'), '-c:a', 'aac', path('whole.m4a'))
    await ffmpeg('-ss', '1.4', '-i', path('whole.m4a'), '-c', 'copy', path('edited.m4a'))
    expectWords((await heard('edited.m4a')).tracks[0], first.slice(2), -1_400)
  })

  test('a WebM that was streamed says no length', async () => {
    const streamed = ['-c:a', 'libvorbis', '-f', 'webm', '-live', '1']
    await ffmpeg('-i', path('first.wav'), ...streamed, path('streamed.webm'))
    expectWords((await heard('streamed.webm')).tracks[0], first)
  })

  test.each([
    ['m4a', 'aac', '-movflags', '+faststart'],
    ['avi', 'libmp3lame'],
    ['wav', 'pcm_s16le'],
    ['w64', 'pcm_s16le'],
    ['caf', 'pcm_s16be'],
    ['aiff', 'pcm_s16be'],
    ['mkv', 'flac'],
  ])('"cut off" is said of a file that ends too early: %s', async (ending, codec, ...args) => {
    const name = `cut.${ending}`
    await ffmpeg('-i', path('first.wav'), '-c:a', codec, ...args, path(name))
    expectWords((await heard(name)).tracks[0], first)
    const bytes = await readFile(path(name))
    await writeFile(path(name), bytes.subarray(0, Math.floor(bytes.length * 0.6)))
    const { end, tracks } = await heardByParley(path(name))
    expect(end).toEqual({ type: 'done', cut: true })
    expectWords(tracks[0], first.slice(0, tracks[0]?.length))
    expect(tracks[0]?.length).toBeGreaterThan(1)
  })

  test('an MP3 whose header announces years is not cut off', async () => {
    await ffmpeg('-i', path('first.wav'), path('years.mp3'))
    const bytes = await readFile(path('years.mp3'))
    const at = Math.max(bytes.indexOf('Xing'), bytes.indexOf('Info'))
    await writeFile(path('years.mp3'), bytes.fill(0xff, at + 4, at + 20))
    expectWords((await heard('years.mp3')).tracks[0], first)
  })

  test('a FLAC that lost its beginning keeps every word that is left', async () => {
    await ffmpeg('-i', path('first.wav'), '-c:a', 'flac', path('late.flac'))
    const bytes = await readFile(path('late.flac'))
    await writeFile(path('late.flac'), bytes.subarray(Math.floor(bytes.length * 0.3)))
    const { tracks } = await heardByParley(path('late.flac'))
    const left = await heardByFfmpeg(path('late.flac'))
    expect(left.length).toBeGreaterThanOrEqual(4)
    expectWords(tracks[0], left)
  })

  test('a WAV with nothing after its header has no sound', async () => {
    const bytes = await readFile(path('first.wav'))
    await writeFile(path('header.wav'), bytes.subarray(0, 44))
    const { end } = await heardByParley(path('header.wav'))
    expect(end).toMatchObject({ type: 'failed', code: 'import-no-sound' })
  })

  test.each([
    ['pcm_s16le', '44100'],
    ['libgsm_ms', '8000'],
    ['libmp3lame', '22050'],
  ])('a WAV that a crash left without lengths is not cut off: %s', async (codec, rate) => {
    await ffmpeg('-i', path('first.wav'), '-c:a', codec, '-ar', rate, path('crashed.wav'))
    const bytes = await readFile(path('crashed.wav'))
    const at = bytes.indexOf('data') + 4
    await writeFile(path('crashed.wav'), bytes.fill(0, 4, 8).fill(0, at, at + 4))
    expect((await heard('crashed.wav')).tracks[0]?.length).toBeGreaterThanOrEqual(5)
  })
})
