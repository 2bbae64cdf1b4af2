import { describe, expect, it } from 'vitest'
import { createRecordingAudio } from '../../../main/recording/audio'
import { must, temporaryFolder } from '../library/folder'

const second = 16_000
const chunk = (firstSample: number, samples: number, source = 'microphone') => ({
  source,
  firstSample,
  pcm: new ArrayBuffer(samples * 2),
})
const setUp = () => {
  const folder = temporaryFolder()
  return createRecordingAudio((source) => `${folder}/${source}.wav`)
}

describe('createRecordingAudio', () => {
  it('keeps a file for each source', async () => {
    const audio = setUp()
    expect(audio.accept(chunk(800, 800), second)).toEqual({
      source: 'microphone',
      endSample: 1_600,
    })
    audio.accept(chunk(0, 800, 'system'), second)
    expect(audio.infos()).toEqual([
      { source: 'microphone', samples: 0 },
      { source: 'system', samples: 0 },
    ])
    must(await audio.flush())
    expect(audio.infos()).toEqual([
      { source: 'microphone', samples: 1_600 },
      { source: 'system', samples: 800 },
    ])
    must(await audio.close())
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
    const audio = setUp()
    expect(audio.accept(message, 10 * second)).toBeNull()
    expect(audio.infos()).toEqual([])
  })

  it('takes two seconds at once', () => {
    expect(setUp().accept(chunk(0, 2 * second), 0)).not.toBeNull()
  })

  it('goes on where the clock of the computer is set back', async () => {
    const audio = setUp()
    for (let at = 0; at < 100; at += 1) audio.accept(chunk(at * second, second), at * second)
    expect(audio.accept(chunk(100 * second, second), 0)).not.toBeNull()
    must(await audio.flush())
    expect(audio.infos()).toEqual([{ source: 'microphone', samples: 101 * second }])
    expect(audio.lost()).toEqual([])
  })
})
