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
  it('are right where they count up and begin again after 999', () => {
    expect(wrongWords(counted(2_500), 2_500)).toBeNull()
  })

  it('are wrong where one is missing, twice, in another place, or was never said', () => {
    expect(wrongWords([0, 1, 3], 4)).toBe('word 2 is w003, of 4')
    expect(wrongWords([0, 1, 1, 2], 3)).toBe('word 2 is w001, of 3')
    expect(wrongWords(counted(5), 6)).toBe('5 words instead of 6')
    expect(wrongWords(counted(7), 6)).toBe('7 words instead of 6')
  })

  it('are read out of a file piece by piece', async () => {
    const path = join(folder, 'long.wav')
    writeWav(path, toneSpeech({ words: 40, sampleRate: 16_000 }))
    expect(await wordsOfLongWav(path)).toEqual(counted(40))
  })
})
