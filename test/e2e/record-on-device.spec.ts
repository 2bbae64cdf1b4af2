import { resample } from '../speech/resample'
import { readWav, writeWav } from '../speech/wav'
import { messages } from '../../common/text/window'
import type { Turn } from '../../common/model'
import { wordErrorRate } from '../speech/word-error-rate'
import { constants } from 'node:os'
import { join } from 'node:path'
import { threadsOf } from './process-tree'
import { createWallClock } from '../faults/wall-clock'
import { expect, test } from './fixtures'
import type { Parley } from './app'
import { openSettings } from './screens'
import {
  bringIn,
  chooseService,
  finalTurns,
  record,
  stop,
  transcript,
  unprocessed,
} from './recording'

test.use({ hasKey: false })

const { retranscribe } = messages.meeting
const speech = process.env.PARLEY_SPEECH ?? ''
const reference = process.env.PARLEY_SPEECH_TEXT ?? ''

/** The speech in the format of the fake microphone, with a second before it and three after it. */
function microphone(folder: string): { path: string; seconds: number } {
  const { sampleRate, samples } = readWav(speech)
  const padded = new Int16Array(samples.length + 4 * sampleRate)
  padded.set(samples, sampleRate)
  const path = join(folder, 'speech.wav')
  writeWav(path, { sampleRate: 48_000, samples: resample(padded, sampleRate, 48_000) })
  return { path, seconds: padded.length / sampleRate }
}

const engineReady = (parley: Parley) =>
  expect
    .poll(async () => (await parley.value('local-engine:state', undefined)).state, {
      timeout: 30_000,
    })
    .toBe('ready')

test(
  'the on-device engine goes on when the clock of all processes is set back or forward',
  { tag: '@long' },
  async ({ launch, folder }) => {
    test.skip(process.platform !== 'linux', 'only Linux lets a test set the clock of processes')
    const clock = createWallClock(folder)
    const { path } = microphone(folder)
    const parley = await launch({ microphone: path, env: clock.env })
    await parley.value('settings:set', unprocessed)
    await engineReady(parley)
    const id = await record(parley)
    const words = async () =>
      (await transcript(parley, id)).turns.flatMap(({ text }) => text.split(' ')).length
    const more = async (than: number) =>
      expect.poll(words, { timeout: 30_000 }).toBeGreaterThan(than + 3)
    await more(0)
    clock.set(-600_000)
    await more(await words())
    clock.set(7_200_000)
    await more(await words())
    const sessions = new Set((await transcript(parley, id)).turns.map((turn) => turn.sessionId))
    expect(sessions.size).toBe(1)
    expect((await parley.value('recording:status', undefined)).notices).toEqual([])

    // Its next session has a token that main lends and the engine's process judges.
    clock.set(-600_000)
    await parley.app.evaluate(({ webContents }) => {
      const recorder = webContents
        .getAllWebContents()
        .find((page) => page.getURL().includes('//recorder/'))
      recorder?.forcefullyCrashRenderer()
    })
    await more(await words())
    await stop(parley)
    const { meeting, gaps } = await transcript(parley, id)
    expect(meeting.durationMs).toBeLessThan(120_000)
    expect(gaps.filter(({ sound }) => !sound)).toMatchObject([{ reason: 'recorder-restart' }])
  },
)

test(
  'the process of the on-device engine runs only once the engine is chosen',
  { tag: '@long' },
  async ({ launch }) => {
    const first = await launch()
    await engineReady(first)
    // Without a key Parley would choose this engine again.
    await chooseService(first, 'keychain')
    await first.quit()

    const parley = await launch()
    const enginePid = () =>
      parley.app.evaluate(
        ({ app }) => app.getAppMetrics().find(({ name }) => name === 'Parley engine')?.pid,
      )
    // Everything that starts with the app has started.
    await expect
      .poll(() => parley.app.windows().some((page) => page.url().startsWith('app://recorder/')))
      .toBe(true)
    expect(await enginePid()).toBeUndefined()
    expect((await parley.value('local-engine:state', undefined)).state).toBe('stopped')
    await parley.value('settings:set', { engine: 'on-device' })
    await engineReady(parley)
    const pid = await enginePid()
    expect(pid).toBeDefined()
    if (process.platform !== 'linux') return
    // The threads that decode give way to capture; the warm-up after loading is work already.
    const [busiest] = threadsOf(pid ?? 0).sort((a, b) => b.cpuMs - a.cpuMs)
    expect(busiest?.nice).toBe(constants.priority.PRIORITY_BELOW_NORMAL)
  },
)

test('the on-device engine transcribes real speech', async ({ launch, service, folder }) => {
  const { path, seconds } = microphone(folder)
  const parley = await launch({ microphone: path })
  await parley.value('settings:set', unprocessed)
  await engineReady(parley)
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
  // What it used, why, and what that cost: in the meeting and in the settings.
  const { uses, localModels } = messages.settings.transcription
  const used = parley.window.locator('[data-engine-use]')
  await expect(used).toContainText(uses.usual(localModels.base))
  await expect(used).toContainText(/Uses \d+\s?% of one core\. Final words come [\d.]+ s after/)
  await openSettings(parley.window, 'transcription')
  await expect(parley.window.getByText(/Ready\. Uses .* Final words come [\d.]+ s/)).toBeVisible()
})

test(
  'after a kill in the middle of a sentence, the on-device engine transcribes its words at the next start',
  { tag: '@long' },
  async ({ launch, service, folder }) => {
    const { path } = microphone(folder)
    const first = await launch({ microphone: path })
    await first.value('settings:set', unprocessed)
    await engineReady(first)
    const id = await record(first)
    // Inside a turn: some of its words have arrived, but none of them is final yet.
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
      .poll(
        async () => (await transcript(second, id)).gaps.map((gap) => [gap.reason, gap.filled]),
        {
          timeout: 30_000,
        },
      )
      .toEqual([['app-restart', true]])
    const meeting = await transcript(second, id)
    // A partial is replaced only by at least as many words, so it may also stay and become final.
    expect(meeting.turns.filter((turn) => !turn.isFinal)).toEqual([])
    const written = wordsOf(finalTurns(meeting))
    expect(written.length).toBeGreaterThanOrEqual(heard - 2)
    // The kill loses up to a second of audio: the last words are cut off, or guessed.
    const whole = written.length - 3
    const said = reference.split(/\s+/).slice(0, whole).join(' ')
    const heardWhole = written.slice(0, whole).join(' ')
    expect(wordErrorRate(said, heardWhole), written.join(' ')).toBeLessThanOrEqual(0.25)
    expect(service.log.requests).toEqual([])
  },
)

test(
  'the on-device engine transcribes a file again, whatever a person wrote',
  { tag: '@long' },
  async ({ launch, service }) => {
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
    await window.getByRole('button', { name: retranscribe.button }).click()
    await expect(window.getByText(retranscribe.by['on-device'])).toBeVisible()
    await window.getByRole('button', { name: retranscribe.start }).click()
    await window.getByRole('button', { name: retranscribe.acceptAll }).click({ timeout: 60_000 })
    await window.getByRole('button', { name: retranscribe.replaceCorrections }).click()
    await expect(window.getByText(retranscribe.done)).toBeVisible()
    expect(await errors(), 'the words of the engine').toBeLessThanOrEqual(0.1)
    // What was the same stays.
    expect((await turns())[0]?.sessionId).not.toBe(sessionId)

    await window
      .getByRole('status')
      .getByRole('button', { name: messages.meeting.edit.undoNothing })
      .click()
    await expect.poll(turns).toEqual(edited)
    expect(service.log.requests).toEqual([])
  },
)
