import { readFile } from 'node:fs/promises'
import { encodeWav, parseWav } from '../../main/audio-files/wav-file'
import { SetupError } from '../setup/log.mjs'
import { resample } from './resample'

/** The rate of Chromium's fake microphone, in Hz. */
const microphoneRate = 48_000
const leadSeconds = 1
const pauseSeconds = 2

/**
 * The audio for the fake microphone as a WAV: a second of silence, then the speech `times` times
 * with pauses of two seconds. `seconds` is the end of the speech.
 */
export async function microphoneAudio(
  file: string,
  times: number,
): Promise<{ readonly wav: Buffer; readonly seconds: number }> {
  const speech = await readSpeech(file)
  const lead = leadSeconds * microphoneRate
  const pause = pauseSeconds * microphoneRate
  const length = lead + times * speech.length + (times - 1) * pause
  // The silence after the last word is as long as the other pauses.
  const samples = new Float32Array(length + pause)
  for (let time = 0; time < times; time++)
    samples.set(speech, lead + time * (speech.length + pause))
  return {
    wav: encodeWav({ samples, sampleRate: microphoneRate }),
    seconds: length / microphoneRate,
  }
}

async function readSpeech(file: string): Promise<Float32Array> {
  try {
    const { sampleRate, samples } = parseWav(await readFile(file))
    if (samples.length === 0) throw new Error('This WAV file has no audio.')
    return resample(samples, sampleRate, microphoneRate)
  } catch (error) {
    throw new SetupError(
      `${file} cannot be played: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
