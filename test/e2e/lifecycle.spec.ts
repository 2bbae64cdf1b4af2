import { statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { errorSentences } from '../../common/text'
import { messages } from '../../common/text/window'
import { createWallClock } from '../faults/wall-clock'
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
  withoutHoles,
} from './recording'
import { expectProblem, problem } from './screens'

const count = 40

/** Waits until the words of every gap with audio are in the meeting. */
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

test(
  'killed with all processes: the next start finds the meeting, offers it once, and completes it',
  { tag: '@long' },
  async ({ launch, folder }) => {
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
    await expect(line).toContainText('ended unexpectedly.')
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

    // The key was only in memory: when it is added again, the missing words are filled in.
    await chooseService(second)
    await repaired(second, id)
    // The sound of the last words may not have been on the disk yet.
    const heard = wordsOfWav(storedSound(second, id)).map(({ number }) => number)
    const written = finalNumbers(await transcript(second, id))
    expect(written.filter((number) => heard.includes(number))).toEqual(heard)
    expect(written.length - heard.length, 'words without their sound').toBeLessThanOrEqual(1)

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
  },
)

test(
  'after a sleep the recording continues, with a gap',
  { tag: '@long' },
  async ({ launch, service, folder }) => {
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
    await expect(parley.window.locator('[data-status=notice]')).toHaveText(
      messages.meeting.live.notices.slept,
    )
    await expect
      .poll(async () => (await transcript(parley, id)).turns.length, { timeout: 30_000 })
      .toBeGreaterThan(words)
    await stop(parley)
    const { meeting, gaps: all } = await transcript(parley, id)
    const gaps = withoutHoles(all)
    expect(gaps).toMatchObject([{ reason: 'sleep', sound: false }])
    const sleptMs = all.reduce((sum, gap) => sum + gap.endMs - gap.startMs, 0)
    expect(sleptMs).toBeGreaterThan(5_000)
    expect(sleptMs).toBeLessThan(12_000)
    expect(meeting).toMatchObject({ textPercent: 100, missingTextMs: 0, missingSoundMs: sleptMs })
    const storedMs = (statSync(storedSound(parley, id)).size - 44) / 32
    expect(Math.abs(meeting.durationMs - storedMs)).toBeLessThan(1_000)
    expect(finalNumbers(await transcript(parley, id))).toEqual(
      wordsOfWav(storedSound(parley, id)).map(({ number }) => number),
    )
    expect(service.log.leaked()).toEqual([])
  },
)

test(
  'a sleep that stops the clock is a gap of its whole length',
  { tag: '@long' },
  async ({ launch, folder }) => {
    test.skip(process.platform !== 'linux', 'only the clock of Linux stops in sleep')
    test.setTimeout(120_000)
    const sleptMs = 600_000
    const clock = createWallClock(folder)
    const { parley, id } = await recordTones(
      (options) => launch({ ...options, env: clock.env }),
      folder,
      { words: count, heard: 6, withinMs: 30_000 },
    )
    const before = (await parley.value('recording:status', undefined)).elapsedMs
    await parley.app.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'))
    clock.sleep(sleptMs)
    await parley.app.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'))
    const last = (await transcript(parley, id)).turns.length
    await expect
      .poll(async () => (await transcript(parley, id)).turns.length, { timeout: 30_000 })
      .toBeGreaterThan(last)
    await stop(parley)
    const { meeting, gaps: all } = await transcript(parley, id)
    const gaps = withoutHoles(all)
    expect(gaps).toMatchObject([{ reason: 'sleep', sound: false }])
    const [gap] = gaps
    expect((gap?.endMs ?? 0) - (gap?.startMs ?? 0)).toBeGreaterThanOrEqual(sleptMs)
    expect((gap?.endMs ?? 0) - (gap?.startMs ?? 0)).toBeLessThan(sleptMs + 10_000)
    expect(meeting.durationMs).toBeGreaterThan(before + sleptMs)
    const sound = statSync(storedSound(parley, id))
    expect(Math.abs(meeting.durationMs - (sound.size - 44) / 32)).toBeLessThan(1_000)
    expect(sound.blocks * 512, 'bytes on the disk').toBeLessThan(4_000_000)
    expect(finalNumbers(await transcript(parley, id))).toEqual(
      wordsOfWav(storedSound(parley, id)).map(({ number }) => number),
    )
  },
)

test(
  'a microphone that delivers nothing is reported in the status line until Stop',
  { tag: '@long' },
  async ({ launch, folder }) => {
    const { path } = microphoneFile(folder, { words: 2 })
    const parley = await launch({ microphone: path })
    await chooseService(parley)
    await record(parley)
    await expectProblem(parley.window, 'microphone-silent', 20_000)
    await expect(parley.window.locator('[data-status=microphone]')).toContainText(
      messages.meeting.live.source.microphone.silent,
    )
    await stop(parley)
    await expect(problem(parley.window, 'microphone-silent')).toHaveCount(0)
  },
)

test(
  'a library that cannot be updated is read-only, and nothing is recorded',
  { tag: '@long' },
  async ({ launch, folder }) => {
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
    // Its first migration fails, because the tables exist already.
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
  },
)
