import { join } from 'node:path'
import { noises, rate as noiseRate } from '../main/local-engine/noises'
import { voice } from '../main/echo/mixes'
import { resample } from '../speech/resample'
import { toneSpeech } from '../speech/tones'
import { writeWav } from '../speech/wav'
import { expect, test } from './fixtures'
import { chooseService, record, stop, transcript, unprocessed, waitForWord } from './recording'
import { expectProblem, problem } from './screens'

const microphoneRate = 48_000

/** Sound of -1 to 1 in the format of the fake microphone. */
function sampled(sound: Float32Array, rate: number): Int16Array {
  const samples = Int16Array.from(sound, (value) =>
    Math.max(-32_768, Math.min(32_767, value * 32_768)),
  )
  return resample(samples, rate, microphoneRate)
}

function microphoneOf(folder: string, parts: readonly Int16Array[]): string {
  const samples = new Int16Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    samples.set(part, at)
    at += part.length
  }
  const path = join(folder, 'microphone.wav')
  writeWav(path, { sampleRate: microphoneRate, samples })
  return path
}

test(
  'a voice without words for 20 seconds is reported, until words come',
  { tag: '@long' },
  async ({ launch, folder }) => {
    // The simulator reads tones alone, so a voice gives no words.
    const tones = toneSpeech({ words: 6, sampleRate: microphoneRate, startSilenceMs: 500 })
    const microphone = microphoneOf(folder, [sampled(voice(7, 36), 16_000), tones.samples])
    const parley = await launch({ microphone })
    await chooseService(parley)
    const id = await record(parley)
    const since = performance.now()
    await expectProblem(parley.window, 'no-words', 40_000)
    expect(performance.now() - since).toBeGreaterThan(15_000)
    expect(performance.now() - since).toBeLessThan(32_000)
    await waitForWord(parley, id, { number: 5, withinMs: 40_000 })
    await expect(problem(parley.window, 'no-words')).toHaveCount(0)
    await stop(parley)
  },
)

test(
  'noise, a keyboard, music and breathing give no words',
  { tag: '@long' },
  async ({ launch, folder }) => {
    test.setTimeout(150_000)
    const seconds = 14
    const kinds = Object.values(noises)
    const parts = kinds.map((make) => sampled(make(seconds * noiseRate), noiseRate))
    const parley = await launch({ microphone: microphoneOf(folder, parts) })
    await parley.value('settings:set', { engine: 'on-device', ...unprocessed })
    await expect
      .poll(async () => (await parley.value('local-engine:state', undefined)).state, {
        timeout: 30_000,
      })
      .toBe('ready')
    const id = await record(parley)
    await expect
      .poll(async () => (await parley.value('recording:status', undefined)).elapsedMs, {
        timeout: 90_000,
      })
      .toBeGreaterThan(kinds.length * seconds * 1_000)
    await stop(parley)
    const { turns } = await transcript(parley, id)
    expect(turns.flatMap(({ words }) => words.map(({ text }) => text)).length).toBeLessThanOrEqual(
      2,
    )
  },
)
