import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { toneSpeech } from '../speech/tones'
import { writeWav } from '../speech/wav'
import { wordsOfLongWav, wrongWords } from './words'

const folder = mkdtempSync(join(tmpdir(), 'parley-words-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const counted = (count: number) => Array.from({ length: count }, (_, index) => index % 1_000)

describe('the words of a soak', () => {
  it('are right if they count up and start again after 999', () => {
    expect(wrongWords(counted(2_500), 2_500)).toBeNull()
  })

  it('are wrong if one is missing, doubled, out of place, or was never said', () => {
    expect(wrongWords([0, 1, 3], 4)).toBe('word 2 is w003, of 4')
    expect(wrongWords([0, 1, 1, 2], 3)).toBe('word 2 is w001, of 3')
    expect(wrongWords(counted(5), 6)).toBe('5 words instead of 6')
    expect(wrongWords(counted(7), 6)).toBe('7 words instead of 6')
  })

  it('are read from a file in pieces', async () => {
    const path = join(folder, 'long.wav')
    const speech = toneSpeech({ words: 40, sampleRate: 16_000 })
    writeWav(path, speech)
    const heard = await wordsOfLongWav(path)
    expect(heard.map(({ number }) => number)).toEqual(counted(40))
    const errors = heard.map(({ startMs }, index) =>
      Math.abs(startMs - (speech.words[index]?.startMs ?? NaN)),
    )
    expect(Math.max(...errors)).toBeLessThan(5)
  })
})
