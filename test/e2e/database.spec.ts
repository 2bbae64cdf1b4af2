import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import type { Locator } from '@playwright/test'
import { messages } from '../../common/text/window'
import { wordText } from '../speech/tones'
import type { Parley } from './app'
import { expect, test } from './fixtures'
import {
  chooseService,
  count,
  finalNumbers,
  microphoneFile,
  recordButton,
  stopButton,
  storedSound,
  transcript,
  waitForIdle,
  wordsOfWav,
} from './recording'
import { expectProblem, openSettings, problem } from './screens'
import { seedLibrary } from './seeded-library'

const libraryOf = (parley: Parley) => join(parley.dataFolder, 'library')

/** How long another program holds the library, in ms. */
const lockedMs = 25_000
/** The longest that a person waits for the answer to a press, in ms. */
const answerMs = 1_000

test(
  'a library that another program locks for 25 s holds nobody up, and loses no word',
  { tag: '@long' },
  async ({ launch, folder }) => {
    test.setTimeout(120_000)
    const words = 24
    const { path } = microphoneFile(folder, { words })
    const parley = await launch({ microphone: path })
    await chooseService(parley)
    const status = () => parley.value('recording:status', undefined)
    const state = async () => (await status()).state
    /** Presses, and waits for a state; gives the ms that this took, without looking for the button. */
    const press = async (button: Locator, states: readonly string[]): Promise<number> => {
      await button.waitFor()
      const before = performance.now()
      await button.evaluate((element: HTMLElement) => element.click())
      for (;;) if (states.includes(await state())) return performance.now() - before
    }
    let slowest = 0
    let isLocked = true
    const watching = (async () => {
      while (isLocked) {
        const before = performance.now()
        await status()
        slowest = Math.max(slowest, performance.now() - before)
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    })()

    const other = new Database(join(libraryOf(parley), 'library.db'))
    other.exec('BEGIN EXCLUSIVE')
    const lockedAt = performance.now()
    const { window } = parley
    expect(await press(recordButton(window).first(), ['starting', 'recording'])).toBeLessThan(
      answerMs,
    )
    await expectProblem(window, 'library-busy')
    await expect(window.getByLabel(messages.meeting.live.transcript)).toContainText(
      new RegExp(wordText(words - 1), 'i'),
      { timeout: 40_000 },
    )
    const { meetingId } = await status()
    const pause = window.getByRole('button', {
      name: new RegExp(`^${messages.meeting.live.pause}`),
    })
    expect(await press(pause, ['paused'])).toBeLessThan(answerMs)
    const resume = window.getByRole('button', {
      name: new RegExp(`^${messages.meeting.live.resume}`),
    })
    expect(await press(resume, ['recording'])).toBeLessThan(answerMs)
    const leftMs = lockedMs - (performance.now() - lockedAt)
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, leftMs)))
    expect(await press(stopButton(window), ['finishing', 'idle'])).toBeLessThan(answerMs)
    await expect(problem(window, 'library-busy').first()).toBeVisible()
    isLocked = false
    await watching
    other.exec('ROLLBACK')
    other.close()

    await waitForIdle(parley)
    expect(slowest, 'ms of the slowest answer of main').toBeLessThan(answerMs)
    await expect(problem(window, 'library-busy')).toHaveCount(0)
    await expect.poll(async () => (await parley.meetings())[0]?.state).toBe('done')
    const heard = wordsOfWav(storedSound(parley, meetingId ?? '')).map(({ number }) => number)
    // The fake microphone begins anew after the pause.
    expect(heard.slice(0, words)).toEqual(count(0, words))
    expect(finalNumbers(await transcript(parley, meetingId ?? ''))).toEqual(heard)
  },
)

test(
  'a daily copy of the library is restored by a press',
  { tag: '@long' },
  async ({ launch, folder }) => {
    const dataFolder = join(folder, 'data')
    const startedAt = Date.UTC(2026, 10, 25, 9)
    seedLibrary(dataFolder, [{ id: 'board', title: 'Board', startedAt, said: [['A', 'Hello']] }])
    const first = await launch({ dataFolder })
    await expect
      .poll(async () => (await first.value('library:copies', undefined)).length, {
        timeout: 30_000,
      })
      .toBe(1)
    await first.value('corrections:edit', {
      id: 'board',
      edit: { kind: 'title', title: 'A mistake' },
    })
    const { window } = first
    // The test starts the app again by itself.
    await first.app.evaluate(({ app }) => {
      Object.assign(app, { relaunch: () => undefined })
    })
    await openSettings(window, 'storage')
    const { restore } = messages.settings.storage
    await window.getByRole('button', { name: restore }).click()
    const closed = first.app.waitForEvent('close')
    await window.getByRole('alertdialog').getByRole('button', { name: restore }).click()
    await closed

    const second = await launch({ dataFolder })
    await expect(second.window.locator('[data-meeting]')).toHaveText([/Board/])
    const copies = readdirSync(join(libraryOf(second), 'copies'))
    expect(copies.filter((name) => name.startsWith('library-replaced-'))).toHaveLength(1)
  },
)
