import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tonesOfDigit, toneSpeech, wordNumbers, wordText } from './tones'
import { parseWav, readWav, wavBytes, writeWav } from './wav'

describe('tone-coded speech', () => {
  it('says words at the times that it returns, with pauses that end turns', () => {
    const said = toneSpeech({
      words: 5,
      firstNumber: 998,
      startSilenceMs: 100,
      wordGapMs: 150,
      pauseEvery: 2,
      pauseMs: 900,
      endSilenceMs: 400,
    })
    expect(said.words.map((word) => word.number)).toEqual([998, 999, 0, 1, 2])
    expect(said.words.map((word) => word.startMs)).toEqual([100, 550, 1_750, 2_200, 3_400])
    expect(said.samples.length).toBe((3_700 + 400) * 48)
    const loud = (fromMs: number, toMs: number) =>
      said.samples.subarray(fromMs * 48, toMs * 48).some((value) => Math.abs(value) > 3_000)
    for (const word of said.words) expect(loud(word.startMs, word.endMs)).toBe(true)
    expect([loud(0, 100), loud(401, 549), loud(851, 1_749), loud(3_701, 4_100)]).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  it('uses the tones of a telephone', () => {
    expect([1, 5, 9, 0].map(tonesOfDigit)).toEqual([
      [697, 1_209],
      [770, 1_336],
      [852, 1_477],
      [941, 1_336],
    ])
  })

  it('writes and reads words in a text, without half words', () => {
    expect(wordText(7)).toBe('w007')
    expect(wordNumbers('W007 w120, w99 w1 w999. w0001')).toEqual([7, 120, 999])
  })
})

describe('WAV files', () => {
  it('come back as they were written', () => {
    const folder = mkdtempSync(join(tmpdir(), 'wav-'))
    try {
      const said = toneSpeech({ words: 2, sampleRate: 16_000 })
      const path = join(folder, 'said.wav')
      writeWav(path, said)
      expect(readWav(path)).toEqual({ sampleRate: 16_000, samples: said.samples })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('are read to their end if the header announces more, and past unknown parts', () => {
    const bytes = wavBytes({ sampleRate: 8_000, samples: Int16Array.from([1, -2, 3]) })
    bytes.writeUInt32LE(0xffff_fff0, 40)
    const extra = Buffer.from('LIST\x03\x00\x00\x00abc\x00', 'latin1')
    const longer = Buffer.concat([bytes.subarray(0, 36), extra, bytes.subarray(36)])
    expect([...parseWav(longer).samples]).toEqual([1, -2, 3])
  })
})
