import { describe, expect, test } from 'vitest'
import { tracksToKeep } from '../../../main/import/track-choice'
import { createTrackLevels } from '../../../main/audio-files/track-levels'
import { toneSpeech } from '../../speech/tones'

const said = (firstNumber: number) =>
  toneSpeech({ words: 6, firstNumber, sampleRate: 16_000 }).samples
const silence = new Int16Array(48_000)
const moved = (samples: Int16Array, by: number) =>
  Int16Array.from({ length: samples.length }, (_, at) => (samples[at - by] ?? 0) / 2)
const mixed = (...tracks: Int16Array[]) =>
  Int16Array.from({ length: tracks[0]?.length ?? 0 }, (_, at) =>
    tracks.reduce((sum, track) => sum + (track[at] ?? 0) / 2, 0),
  )

function kept(...tracks: Int16Array[]): Promise<number[]> {
  const levels = tracks.map((samples) => {
    const found = createTrackLevels()
    found.add(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength))
    return found
  })
  return tracksToKeep(levels, (track, first, count) =>
    Promise.resolve(tracks[track]?.subarray(first, first + count) ?? new Int16Array(0)),
  )
}

describe('the tracks that are transcribed', () => {
  test('are those of two people who speak in turn or at once', async () => {
    expect(await kept(said(0), said(100))).toEqual([0, 1])
  })

  test('are not hidden by a silent one', async () => {
    expect(await kept(silence, said(0))).toEqual([1])
    expect(await kept(silence, silence)).toEqual([])
  })

  test('leave out a second copy, also at another level and a few ms later', async () => {
    expect(await kept(said(0), moved(said(0), 300))).toEqual([0])
  })

  test('leave out the mix of the others', async () => {
    const [a, b] = [said(123), said(987)]
    expect(await kept(mixed(a, b), a, b)).toEqual([1, 2])
  })
})
