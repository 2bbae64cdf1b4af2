import { createReadStream } from 'node:fs'
import { createToneDecoder } from '../speech/decoder'
import { wordNumbers, wordText, type ToneWord } from '../speech/tones'
import type { Source, Turn } from '../../common/model'
import type { SpokenWords } from './fast-microphone'
import { wordStartMs } from './speech'

const wavHeaderBytes = 44

/** Returns the tone words of a WAV of 16 kHz that may be too long to read at once. */
export async function wordsOfLongWav(path: string): Promise<ToneWord[]> {
  const decoder = createToneDecoder()
  const words: ToneWord[] = []
  let odd = Buffer.alloc(0)
  for await (const chunk of createReadStream(path, { start: wavHeaderBytes })) {
    const bytes = Buffer.concat([odd, chunk as Buffer])
    const whole = bytes.length - (bytes.length % 2)
    odd = bytes.subarray(whole)
    words.push(...decoder.push(bytes.subarray(0, whole)))
  }
  words.push(...decoder.flush())
  return words
}

/** Returns the tone words of a source's finals, in the order of the meeting. */
export const wordsOfTurns = (turns: readonly Turn[], source: Source): number[] =>
  turns
    .filter((turn) => turn.isFinal && turn.source === source)
    .sort((a, b) => a.startMs - b.startMs)
    .flatMap((turn) => wordNumbers(turn.text))

/**
 * Returns what is wrong with words that should count up from 0, each once, and start again after 999;
 * null if nothing is.
 */
export function wrongWords(heard: readonly number[], said: number): string | null {
  const at = heard.findIndex((number, index) => number !== index % 1_000)
  if (at >= 0) return `word ${at} is ${wordText(heard[at] ?? 0)}, of ${said}`
  return heard.length === said ? null : `${heard.length} words instead of ${said}`
}

/**
 * How much later each word is in the file than it was said, in ms. The device was opened at `openedAt`
 * and is slower than its nominal rate by `slowerPpm`. All sources have the same unknown zero.
 */
export function wordDelays(
  words: readonly ToneWord[],
  { openedAt }: SpokenWords,
  slowerPpm: number,
): number[] {
  return words.map(
    ({ startMs }, index) => startMs - openedAt - wordStartMs(index) * (1 + slowerPpm / 1e6),
  )
}

/** The largest distance of words from each other's source and from real time, in ms. */
export function worstDrift(delays: readonly (readonly number[])[]): number {
  const first = delays[0]?.[0] ?? NaN
  return Math.max(
    ...delays.map((ofSource) =>
      ofSource.reduce((worst, delay) => Math.max(worst, Math.abs(delay - first)), 0),
    ),
  )
}
