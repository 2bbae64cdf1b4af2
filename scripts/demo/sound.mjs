import { readFile } from 'node:fs/promises'
import { SetupError } from '../setup/say.mjs'
import { resample } from './resample.mjs'
import { readWav, writeWav } from './wav.mjs'

/** What Chromium's fake microphone plays. */
const microphoneRate = 48_000
const leadSeconds = 1
const pauseSeconds = 2

/**
 * What the fake microphone is to play: the speech `times` times, with pauses of two seconds, after
 * a second of silence. Answers { wav, seconds }; `seconds` is where the speech ends.
 */
export async function microphoneSound(file, times) {
  const speech = await readSpeech(file)
  const lead = leadSeconds * microphoneRate
  const pause = pauseSeconds * microphoneRate
  const length = lead + times * speech.length + (times - 1) * pause
  // The silence after the last word is as long as a pause, as after any other.
  const samples = new Float32Array(length + pause)
  for (let time = 0; time < times; time++)
    samples.set(speech, lead + time * (speech.length + pause))
  return { wav: writeWav(samples, microphoneRate), seconds: length / microphoneRate }
}

async function readSpeech(file) {
  try {
    const { sampleRate, samples } = readWav(await readFile(file))
    if (samples.length === 0) throw new Error('This WAV file has no sound in it.')
    return resample(samples, sampleRate, microphoneRate)
  } catch (error) {
    throw new SetupError(`${file} cannot be played: ${error.message}`)
  }
}
