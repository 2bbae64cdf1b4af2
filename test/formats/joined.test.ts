import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isLong } from '../../scripts/test/long-form'
import type { ToneWord } from '../speech/tones'
import { ffmpeg, hasFfmpeg, writeSpeech } from './ffmpeg'
import { heardByParley } from './parley'

/** How a voice is spread over the channels of a recording. */
const channels = {
  mono: 'aformat=channel_layouts=mono',
  stereo: 'pan=stereo|c0=c0|c1=c0',
  opposite: 'pan=stereo|c0=c0|c1=-1*c0',
  one: 'pan=stereo|c1=c0',
  surround: 'pan=5.1|FC=c0',
}
type Channels = keyof typeof channels

/** The tone words of one recording are the hundreds of its place in the file. */
const numbers = [0, 100, 200, 300]
const msOfRecording = 3_800

describe.skipIf(!hasFfmpeg)('recordings that are joined in one file', () => {
  let folder = ''
  const said: ToneWord[][] = []
  const path = (name: string) => join(folder, name)

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parley-joined-'))
    for (const firstNumber of numbers) {
      const options = { firstNumber, sampleRate: 48_000 }
      said.push([...(await writeSpeech(path(`${firstNumber}.wav`), options))])
    }
  })
  afterAll(() => rm(folder, { recursive: true }))

  /** Joins one recording for each of `order`, byte by byte; gives the words in the file. */
  async function heardIn(order: readonly Channels[], ending: string, args: readonly string[]) {
    const parts: Buffer[] = []
    for (const [index, spread] of order.entries()) {
      const source = ['-i', path(`${numbers[index]}.wav`), '-af', channels[spread]]
      // Its rules for the channels of a surround are not those of a pair.
      const family =
        args.includes('libopus') && spread !== 'surround' ? ['-mapping_family', '0'] : []
      await ffmpeg(...source, ...args, ...family, path(`part.${ending}`))
      parts.push(await readFile(path(`part.${ending}`)))
    }
    await writeFile(path(`joined.${ending}`), Buffer.concat(parts))
    const { end, tracks } = await heardByParley(path(`joined.${ending}`))
    expect(end).toEqual({ type: 'done', cut: false })
    return tracks[0] ?? []
  }

  const orders: readonly (readonly Channels[])[] = [
    ['mono', 'opposite', 'stereo'],
    ['opposite', 'stereo', 'mono', 'one'],
    ['mono', 'surround', 'opposite'],
    ['surround', 'mono'],
  ]
  const opus = ['-c:a', 'libopus', '-b:a', '192k']
  const kinds: readonly (readonly [ending: string, args: readonly string[]])[] = [
    ['opus', opus],
    ['webm', opus],
    ['webm', [...opus, '-live', '1']],
    ['ogg', ['-c:a', 'libvorbis']],
    ['oga', ['-c:a', 'flac']],
    ['mka', ['-c:a', 'aac']],
    ['m4a', ['-c:a', 'aac']],
    ['mov', ['-c:a', 'pcm_s16le']],
    ['wav', ['-c:a', 'pcm_s16le']],
    ['aiff', ['-c:a', 'pcm_s16be']],
    ['ac3', ['-c:a', 'ac3']],
    ['aac', ['-c:a', 'aac']],
  ]
  /** Each kind in every order, or every other kind in one of them. */
  const cases = kinds.flatMap(([ending, args], place) =>
    orders
      .filter((_, index) => isLong || 2 * index === place % (2 * orders.length))
      .map((order) => [ending, args.join(' '), order] as const),
  )

  test.each(cases)('%s with %s: %s', async (ending, args, order) => {
    const words = await heardIn(order, ending, args.split(' '))
    const all = said.slice(0, order.length).flat()
    expect(words.map(({ number }) => number)).toEqual(all.map(({ number }) => number))
    for (const [index, word] of words.entries()) {
      const place = Math.floor(index / 6)
      const off = word.startMs - (all[index]?.startMs ?? NaN) - place * msOfRecording
      // The last packet of each recording is full.
      expect(Math.abs(off), `${word.number} is ${off} ms late`).toBeLessThan(60 + place * 150)
    }
  })
})
