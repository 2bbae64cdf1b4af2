import { describe, expect, it } from 'vitest'
import type { Result } from '../../../common/errors'
import { createAudioWriter } from '../../../main/recording/audio-writer'
import { temporaryFolder } from '../library/folder'
import { diskWithRoom } from './disk-with-room'

const second = 16_000
const chunk = (firstSample: number, samples: number, source = 'microphone') => ({
  source,
  firstSample,
  pcm: new ArrayBuffer(samples * 2),
})
/** `nowSample`: where the time line is. */
const setUp = (nowSample: number, reported: Result<unknown>[] = []) => {
  const folder = temporaryFolder()
  return createAudioWriter({
    pathOf: (source) => `${folder}/${source}.wav`,
    disk: diskWithRoom(reported),
    elapsedMs: () => nowSample / 16,
    now: () => 5_000,
  })
}

describe('createAudioWriter', () => {
  it('writes a file for each source', async () => {
    const reported: Result<unknown>[] = []
    const audio = setUp(second, reported)
    expect(audio.accept(chunk(800, 800))).toEqual({
      source: 'microphone',
      endSample: 1_600,
    })
    audio.accept(chunk(0, 800, 'system'))
    expect(audio.infos()).toEqual([
      { source: 'microphone', samples: 0 },
      { source: 'system', samples: 0 },
    ])
    expect(audio.savedAgeMs()).toBeNull()
    await audio.flush()
    // The first sound of each source is written at once.
    expect(reported).toMatchObject([{ ok: true }, { ok: true }, { ok: true }])
    expect(audio.savedAgeMs()).toBe(0)
    expect(audio.infos()).toEqual([
      { source: 'microphone', samples: 1_600 },
      { source: 'system', samples: 800 },
    ])
    await audio.close()
    expect(reported).toHaveLength(4)
  })

  it.each([
    ['nothing', undefined],
    ['no sound', chunk(0, 0)],
    ['half a sample', { ...chunk(0, 1), pcm: new ArrayBuffer(3) }],
    ['more than two seconds', chunk(0, 2 * second + 1)],
    ['another source', chunk(0, 800, 'camera')],
    ['a place before the start', chunk(-1, 800)],
    ['a place between samples', chunk(0.5, 800)],
    ['a place far in the future', chunk(20 * second, 800)],
    ['bytes of another kind', { ...chunk(0, 1), pcm: [1, 2] }],
  ])('refuses %s', (_name, message) => {
    const audio = setUp(10 * second)
    expect(audio.accept(message)).toBeNull()
    expect(audio.infos()).toEqual([])
  })

  it('takes two seconds at once', () => {
    expect(setUp(0).accept(chunk(0, 2 * second))).not.toBeNull()
  })

  it('takes sound that follows what is there, whatever the time line says', async () => {
    const audio = setUp(0)
    for (let at = 0; at < 100; at += 1) audio.accept(chunk(at * second, second))
    expect(audio.accept(chunk(100 * second, second))).not.toBeNull()
    await audio.flush()
    expect(audio.infos()).toEqual([{ source: 'microphone', samples: 101 * second }])
    expect(audio.lostGaps()).toEqual([])
  })

  it('does not open its files again after the end', async () => {
    const reported: Result<unknown>[] = []
    const audio = setUp(second, reported)
    audio.accept(chunk(0, 800))
    const closing = audio.close()
    await audio.flush()
    await closing
    await audio.flush()
    expect(reported).toMatchObject([{ ok: true }, { ok: true }])
  })
})
