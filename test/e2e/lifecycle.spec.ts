import { statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { errorSentences } from '../../preload/error-sentences'
import { mainMessages } from '../../preload/main-messages'
import { messages } from '../../preload/messages'
import type { Parley } from './app'
import { expect, test } from './fixtures'
import {
  chooseService,
  filesBelow,
  finalNumbers,
  finalTurns,
  microphoneFile,
  record,
  recordButton,
  recordTones,
  stop,
  storedSound,
  transcript,
  wordsOfWav,
} from './recording'
import { expectProblem, problem } from './screens'

const count = 40

/** Waits until the words of every gap with sound stand in the meeting. */
async function repaired(parley: Parley, id: string): Promise<void> {
  await expect
    .poll(
      async () => {
        const { meeting, gaps } = await transcript(parley, id)
        const open = gaps.filter(({ sound, filled }) => sound && !filled)
        return { open: open.length, textPercent: meeting.textPercent }
      },
      { timeout: 60_000 },
    )
    .toEqual({ open: 0, textPercent: 100 })
}

test('killed as a whole: found at the next start, offered once, and whole again', async ({
  launch,
  folder,
}) => {
  test.setTimeout(180_000)
  const { parley: first, id } = await recordTones(launch, folder, {
    words: count,
    heard: 12,
    withinMs: 30_000,
  })
  const before = await transcript(first, id)
  const { elapsedMs } = await first.value('recording:status', undefined)
  first.kill()

  const second = await launch()
  const line = second.window.getByRole('region', { name: messages.shell.recovered.label })
  await expect(line).toContainText('was not closed.')
  await expect(line.getByRole('button')).toHaveText([
    messages.shell.recovered.open,
    messages.shell.recovered.later,
  ])
  const found = await transcript(second, id)
  expect(found.meeting.state).toBe('interrupted')
  const finals = finalTurns(before).map(({ text }) => text)
  expect(finalTurns(found).map(({ text }) => text)).toEqual(expect.arrayContaining(finals))
  const storedMs = (statSync(storedSound(second, id)).size - 44) / 32
  expect(storedMs).toBeGreaterThan(elapsedMs - 1_000)
  expect(found.meeting.audio[0]?.samples).toBe(Math.floor(storedMs * 16))

  // The key was kept in memory only: with it, the words that were cut off are filled in.
  await chooseService(second)
  await repaired(second, id)
  expect(finalNumbers(await transcript(second, id))).toEqual(
    wordsOfWav(storedSound(second, id)).map(({ number }) => number),
  )

  await line.getByRole('button', { name: messages.shell.recovered.later }).click()
  await expect(line).toHaveCount(0)
  await second.window.reload()
  await second.nextWindow()
  await expect(recordButton(second.window).first()).toBeVisible()
  await expect(line).toHaveCount(0)
  await second.quit()

  const third = await launch()
  const again = third.window.getByRole('region', { name: messages.shell.recovered.label })
  await again.getByRole('button', { name: messages.shell.recovered.open }).click()
  await expect(third.window.getByRole('heading', { name: found.meeting.title })).toBeVisible()
  await expect(again).toHaveCount(0)
  await third.quit()

  const fourth = await launch()
  await expect(recordButton(fourth.window).first()).toBeVisible()
  expect(await fourth.value('meetings:recovered', undefined)).toEqual([])
})

test('after a sleep the recording goes on by itself, with a gap', async ({
  launch,
  service,
  folder,
}) => {
  test.setTimeout(120_000)
  const { parley, id } = await recordTones(launch, folder, {
    words: count,
    heard: 6,
    withinMs: 30_000,
  })
  await parley.app.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'))
  await expect.poll(() => service.log.open().length).toBe(0)
  await new Promise((resolve) => setTimeout(resolve, 6_000))
  const words = (await transcript(parley, id)).turns.length
  await parley.app.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'))
  await expectProblem(parley.window, 'slept')
  await expect(parley.window.locator('[data-fact=notice]')).toHaveText(
    messages.meeting.live.notices.slept,
  )
  await expect
    .poll(async () => (await transcript(parley, id)).turns.length, { timeout: 30_000 })
    .toBeGreaterThan(words)
  await stop(parley)
  const { meeting, gaps } = await transcript(parley, id)
  expect(gaps).toMatchObject([{ reason: 'sleep', sound: false }])
  const sleptMs = gaps.reduce((sum, gap) => sum + gap.endMs - gap.startMs, 0)
  expect(sleptMs).toBeGreaterThan(5_000)
  expect(sleptMs).toBeLessThan(12_000)
  expect(meeting).toMatchObject({ textPercent: 100, missingTextMs: 0, missingSoundMs: sleptMs })
  const storedMs = (statSync(storedSound(parley, id)).size - 44) / 32
  expect(Math.abs(meeting.durationMs - storedMs)).toBeLessThan(1_000)
  expect(finalNumbers(await transcript(parley, id))).toEqual(
    wordsOfWav(storedSound(parley, id)).map(({ number }) => number),
  )
  expect(service.log.leaked()).toEqual([])
})

test('a microphone that gives nothing is told in the status line until Stop', async ({
  launch,
  folder,
}) => {
  const { path } = microphoneFile(folder, { words: 2 })
  const parley = await launch({ microphone: path })
  await chooseService(parley)
  await record(parley)
  await expectProblem(parley.window, 'microphone-silent', 20_000)
  await expect(parley.window.locator('[data-fact=microphone]')).toContainText(
    messages.meeting.live.source.microphone.silent,
  )
  await stop(parley)
  await expect(problem(parley.window, 'microphone-silent')).toHaveCount(0)
})

test('the last window closed while recording says so once, and opens to the live view', async ({
  launch,
  folder,
}) => {
  const { parley } = await recordTones(launch, folder, {
    words: count,
    heard: 2,
    withinMs: 20_000,
  })
  await parley.app.evaluate(({ Notification }) => {
    const shown: string[] = []
    Object.assign(globalThis, { shown })
    Notification.isSupported = () => true
    Notification.prototype.show = function show(this: Electron.Notification) {
      shown.push(this.title)
    }
  })
  const shown = () =>
    parley.app.evaluate(() => (globalThis as unknown as { shown: string[] }).shown)
  for (let time = 0; time < 2; time += 1) {
    await parley.window.close()
    await expect.poll(shown).toEqual([mainMessages.stillRecording.title])
    await parley.app.evaluate(({ app }) => void app.emit('second-instance', {}, [], '/'))
    await parley.nextWindow()
    await expect(parley.window.getByLabel(messages.meeting.live.script)).toBeVisible()
    await expect(parley.window.locator('[data-fact=time]')).toBeVisible()
  }
  await stop(parley)
})

test('a library that cannot be brought up to date is read, and nothing is recorded', async ({
  launch,
  folder,
}) => {
  const {
    parley: first,
    id,
    path,
  } = await recordTones(launch, folder, {
    words: 6,
    heard: 5,
    withinMs: 30_000,
  })
  await stop(first)
  const before = await transcript(first, id)
  await first.quit()
  // Its first migration would make tables that are there already.
  const file = filesBelow(first.dataFolder).find((name) => name.endsWith('library.db')) ?? ''
  const database = new Database(file)
  database.exec('PRAGMA user_version = 0')
  database.close()

  const second = await launch({ microphone: path })
  await expectProblem(second.window, 'library-migration-failed')
  expect(await transcript(second, id)).toEqual(before)
  await recordButton(second.window).first().click()
  await expectProblem(second.window, 'library-read-only')
  const { state } = await second.value('recording:status', undefined)
  expect(state).toBe('idle')
  const info = await second.value('app:info', undefined)
  expect(info.readOnly?.sentence).toBe(errorSentences['library-migration-failed'])
  const copies = filesBelow(join(first.dataFolder, 'library', 'copies'))
  expect(copies).toHaveLength(1)
})
