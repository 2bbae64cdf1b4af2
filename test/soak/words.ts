import { createReadStream } from 'node:fs'
import { createToneDecoder } from '../speech/decoder'
import { wordNumbers, wordText } from '../speech/tones'
import type { Turn } from '../../preload/model'

const wavHeaderBytes = 44

/** The tone words of a WAV of 16 kHz that may be too long to be read at once. */
export async function wordsOfLongWav(path: string): Promise<number[]> {
  const decoder = createToneDecoder()
  const words: number[] = []
  let odd = Buffer.alloc(0)
  for await (const chunk of createReadStream(path, { start: wavHeaderBytes })) {
    const bytes = Buffer.concat([odd, chunk as Buffer])
    const whole = bytes.length - (bytes.length % 2)
    odd = bytes.subarray(whole)
    for (const { number } of decoder.push(bytes.subarray(0, whole))) words.push(number)
  }
  for (const { number } of decoder.flush()) words.push(number)
  return words
}

/** The tone words of a meeting's finals, in the order of the meeting. */
export const wordsOfTurns = (turns: readonly Turn[]): number[] =>
  turns
    .filter((turn) => turn.isFinal)
    .sort((a, b) => a.startMs - b.startMs)
    .flatMap((turn) => wordNumbers(turn.text))

/**
 * What is wrong with words that should count up from 0, each once, and begin again after 999;
 * null where nothing is.
 */
export function wrongWords(heard: readonly number[], said: number): string | null {
  const at = heard.findIndex((number, index) => number !== index % 1_000)
  if (at >= 0) return `word ${at} is ${wordText(heard[at] ?? 0)}, of ${said}`
  return heard.length === said ? null : `${heard.length} words instead of ${said}`
}
