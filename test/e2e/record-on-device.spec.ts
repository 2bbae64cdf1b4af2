import { resample } from '../speech/resample'
import { readWav, writeWav } from '../speech/wav'
import { messages } from '../../preload/messages'
import type { Turn } from '../../preload/model'
import { wordErrorRate } from '../speech/word-error-rate'
import { join } from 'node:path'
import { expect, test } from './fixtures'
import { bringIn, finalTurns, record, stop, transcript, unprocessed } from './recording'

const { again } = messages.meeting
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

test('killed in the middle of a sentence, the engine here writes its words at the next start', async ({
  launch,
  service,
  folder,
}) => {
  const { path } = microphone(folder)
  const first = await launch({ microphone: path })
  await first.value('settings:set', unprocessed)
  await expect
    .poll(async () => (await first.value('engine:state', undefined)).state, { timeout: 30_000 })
    .toBe('ready')
  const id = await record(first)
  // Within a turn: some of its words are here, and none of them is final yet.
  const wordsOf = (turns: readonly Turn[]) => turns.flatMap(({ text }) => text.split(' '))
  let heard = 0
  await expect
    .poll(
      async () => {
        const { turns } = await transcript(first, id)
        heard = wordsOf(turns).length
        return turns.some(({ isFinal, startMs, text }) => {
          return !isFinal && startMs > 3_000 && text.split(' ').length >= 3
        })
      },
      { timeout: 30_000, intervals: [50] },
    )
    .toBe(true)
  first.kill()

  const second = await launch()
  await expect
    .poll(async () => (await transcript(second, id)).gaps.map((gap) => [gap.reason, gap.filled]), {
      timeout: 30_000,
    })
    .toEqual([['app-restart', true]])
  const meeting = await transcript(second, id)
  // A partial gives way to no fewer words than it has, so it may also stay and become final.
  expect(meeting.turns.filter((turn) => !turn.isFinal)).toEqual([])
  const written = wordsOf(finalTurns(meeting))
  expect(written.length).toBeGreaterThanOrEqual(heard - 2)
  const said = reference.split(/\s+/).slice(0, written.length).join(' ')
  // The kill takes up to a second of sound, and with it the end of the last words.
  expect(wordErrorRate(said, written.join(' ')), written.join(' ')).toBeLessThanOrEqual(0.25)
  expect(service.log.requests).toEqual([])
})

test('a spoken file is written down again by the engine here, whatever a person wrote', async ({
  launch,
  service,
}) => {
  const parley = await launch()
  const { window } = parley
  await parley.value('settings:set', { engine: 'on-device' })
  const id = await bringIn(parley, speech)
  const turns = async () => (await transcript(parley, id)).turns
  const errors = async () => {
    const text = (await turns()).map((turn) => turn.text).join(' ')
    return wordErrorRate(reference, text)
  }
  expect(await errors()).toBeLessThanOrEqual(0.1)
  const [first] = await turns()
  if (!first) throw new Error('no turn')
  const { sessionId, turnOrder } = first
  const wrong = first.text.split(' ').map(() => 'wrong')
  await parley.value('corrections:edit', {
    id,
    edit: { kind: 'text', turn: { sessionId, turnOrder }, text: wrong.join(' ') },
  })
  const edited = await turns()
  expect(await errors()).toBeGreaterThan(0.1)

  await window.locator('[data-meeting]').click()
  await window.getByRole('button', { name: again.button }).click()
  await expect(window.getByText(again.by['on-device'])).toBeVisible()
  await window.getByRole('button', { name: again.start }).click()
  await expect(window.getByText(again.done)).toBeVisible({ timeout: 60_000 })
  expect(await errors(), 'the words of the engine').toBeLessThanOrEqual(0.1)
  expect((await turns()).map((turn) => turn.sessionId)).not.toContain(sessionId)

  await window
    .getByRole('status')
    .getByRole('button', { name: messages.meeting.edit.undoNothing })
    .click()
  await expect.poll(turns).toEqual(edited)
  expect(service.log.requests).toEqual([])
})
