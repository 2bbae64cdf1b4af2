import { resample } from '../speech/resample'
import { readWav, writeWav } from '../speech/wav'
import { wordErrorRate } from '../speech/word-error-rate'
import { join } from 'node:path'
import { expect, test } from './fixtures'
import { finalTurns, record, stop, transcript, unprocessed } from './recording'

const speech = process.env.PARLEY_SPEECH ?? ''
const reference = process.env.PARLEY_SPEECH_TEXT ?? ''

/** The speech as the fake microphone wants it, with a second before and three after. */
function microphone(folder: string): { path: string; seconds: number } {
  const { sampleRate, samples } = readWav(speech)
  const padded = new Int16Array(samples.length + 4 * sampleRate)
  padded.set(samples, sampleRate)
  const path = join(folder, 'speech.wav')
  writeWav(path, { sampleRate: 48_000, samples: resample(padded, sampleRate, 48_000) })
  return { path, seconds: padded.length / sampleRate }
}

test('real speech is written down by the engine on this computer', async ({
  launch,
  service,
  folder,
}) => {
  const { path, seconds } = microphone(folder)
  const parley = await launch({ microphone: path })
  await parley.value('settings:set', unprocessed)
  await expect
    .poll(async () => (await parley.value('engine:state', undefined)).state, { timeout: 30_000 })
    .toBe('ready')
  const id = await record(parley)
  await expect
    .poll(async () => (await parley.value('recording:status', undefined)).elapsedMs, {
      timeout: (seconds + 20) * 1_000,
    })
    .toBeGreaterThan(seconds * 1_000)
  await stop(parley)
  const meeting = await transcript(parley, id)
  const text = finalTurns(meeting)
    .map((turn) => turn.text)
    .join(' ')
  expect(wordErrorRate(reference, text), text).toBeLessThanOrEqual(0.1)
  expect(meeting.gaps).toEqual([])
  expect(service.log.requests).toEqual([])
  expect(service.log.connections).toEqual([])
})
