import { toneSpeech } from '../speech/tones'

/** Six words and a pause that ends a turn. */
export const wordsInTurn = 6
/** The silence before the first word, in ms. */
export const firstSilenceMs = 1_000

/** One turn of the soak's speech. All turns have the same length. */
export function spokenTurn(firstNumber: number, sampleRate: number): ReturnType<typeof toneSpeech> {
  return toneSpeech({
    words: wordsInTurn,
    firstNumber,
    sampleRate,
    startSilenceMs: 0,
    endSilenceMs: 1_000,
  })
}

const turn = spokenTurn(0, 16_000)
const turnMs = turn.samples.length / 16

/** When a word begins, in ms since the device was opened and by the clock of the device. */
export function wordStartMs(index: number): number {
  const turns = Math.floor(index / wordsInTurn)
  return firstSilenceMs + turns * turnMs + (turn.words[index % wordsInTurn]?.startMs ?? 0)
}
