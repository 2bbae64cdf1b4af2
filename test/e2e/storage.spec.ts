import { mkdirSync, readdirSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import Database from 'libsql'
import { openLibrary } from '../../main/library/library'
import { messages } from '../../common/text/window'
import { createWallClock } from '../faults/wall-clock'
import { toneSpeech } from '../speech/tones'
import { writeWav } from '../speech/wav'
import type { Parley } from './app'
import { noViolations } from './axe'
import { expect, test } from './fixtures'
import {
  bringIn,
  chooseService,
  count,
  finalNumbers,
  jobsAsked,
  transcript,
  wordsOfWav,
} from './recording'
import { openSettings } from './screens'

const { review, retranscribe, edit } = messages.meeting
const text = messages.settings.storage
const words = 40
const said = toneSpeech({ words, sampleRate: 48_000, pauseEvery: 8 })
const numbers = count(0, words)
const long = new Date(2026, 10, 20, 9, 30)

/** Imports a file of tone words that is old. */
async function bringInTones(parley: Parley, folder: string, name: string): Promise<string> {
  const path = join(folder, `${name}.wav`)
  writeWav(path, said)
  utimesSync(path, long, long)
  return bringIn(parley, path)
}

/** Makes the sound of a meeting this much older than it is. */
function age(parley: Parley, id: string, days: number): void {
  const database = new Database(join(parley.dataFolder, 'library', 'library.db'))
  const ms = days * 24 * 3_600_000
  database
    .prepare('UPDATE meetings SET received_at = received_at - :ms WHERE id = :id')
    .run({ ms, id })
  database.close()
}

const meetingOf = async (parley: Parley, title: string) =>
  (await parley.meetings()).find((meeting) => meeting.title === title)

const soundFiles = (parley: Parley, id: string) =>
  readdirSync(join(parley.dataFolder, 'library', 'audio', id)).sort()

const open = (window: Page, title: string) =>
  window.locator('[data-meeting]', { hasText: title }).click()

/** Re-transcribes the open meeting and confirms. */
async function transcribeAgain(window: Page): Promise<void> {
  await window.getByRole('button', { name: retranscribe.button }).click()
  await expect(window.getByText(retranscribe.wholeTitle)).toBeVisible()
  await expect(window.getByText(retranscribe.by.service)).toBeVisible()
  await window.getByRole('button', { name: retranscribe.start }).click()
}

test('a compressed meeting can be played, exported and re-transcribed as before', async ({
  launch,
  folder,
}) => {
  const parley = await launch()
  await chooseService(parley)
  const { window } = parley
  const id = await bringInTones(parley, folder, 'Board')
  // Nothing is done to sound that came just now, however old its file is.
  expect(soundFiles(parley, id)).toContain('file.wav')
  age(parley, id, 1)
  await parley.value('settings:set', { soundDays: 31 })
  await expect
    .poll(async () => (await meetingOf(parley, 'Board'))?.sound, { timeout: 30_000 })
    .toBe('packed')
  await expect.poll(() => soundFiles(parley, id)).toEqual(['file.ogg', 'waveform.json'])
  const packed = statSync(join(parley.dataFolder, 'library', 'audio', id, 'file.ogg')).size
  const seconds = said.samples.length / 48_000
  expect(packed / seconds, 'bytes a second').toBeLessThan(4_000)

  await open(window, 'Board')
  const audio = window.locator('audio')
  const player = (of: 'duration' | 'currentTime') =>
    audio.evaluate((element: HTMLAudioElement, name) => element[name], of)
  await expect.poll(() => player('duration')).toBeCloseTo(seconds, 0)
  await window.getByRole('button', { name: review.play, exact: true }).click()
  await expect.poll(() => player('currentTime')).toBeGreaterThan(0.3)
  await window.getByRole('button', { name: review.pause, exact: true }).click()

  const out = join(folder, 'out.wav')
  await parley.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, out)
  const choice = { format: 'wav', times: true, speakers: true, sound: 'mix' } as const
  await parley.value('meetings:export', { id, choice })
  const exported = wordsOfWav(out)
  expect(exported.map(({ number }) => number)).toEqual(numbers)
  exported.forEach(({ startMs }, at) =>
    expect(Math.abs(startMs - (said.words[at]?.startMs ?? 0))).toBeLessThanOrEqual(40),
  )
  expect(soundFiles(parley, id)).toEqual(['file.ogg', 'waveform.json'])

  const before = await transcript(parley, id)
  await transcribeAgain(window)
  await expect(window.getByText(retranscribe.same)).toBeVisible({ timeout: 30_000 })
  expect(finalNumbers(before)).toEqual(numbers)
  expect((await transcript(parley, id)).turns).toEqual(before.turns)
  await expect.poll(() => soundFiles(parley, id)).toEqual(['file.ogg', 'waveform.json'])
})

/** Adds a meeting of two sources, one after the other, to the library of a data folder. */
function makeMeeting(dataFolder: string, id: string, receivedAt = long.getTime()): void {
  const retentionNow = () => receivedAt
  const library = openLibrary({ folder: join(dataFolder, 'library'), retentionNow })
  if (!library.ok) throw new Error(library.error.sentence)
  const { meetings, audioFolder, audioPath, close } = library.value
  const startedAt = long.getTime()
  meetings.create({ id, title: 'Both', startedAt, engine: 'on-device', model: 'base' })
  mkdirSync(audioFolder(id), { recursive: true })
  const sounds = {
    microphone: toneSpeech({ words: 6, sampleRate: 16_000, endSilenceMs: 6_000 }),
    system: toneSpeech({ words: 6, sampleRate: 16_000, firstNumber: 6, startSilenceMs: 5_000 }),
  }
  const audio = (['microphone', 'system'] as const).map((source) => {
    writeWav(audioPath(id, source), sounds[source])
    return { source, samples: sounds[source].samples.length }
  })
  meetings.setProgress(id, Math.max(...audio.map(({ samples }) => samples)) / 16, audio)
  meetings.setState(id, 'done')
  close()
}

test(
  'each of two sources is compressed, and both are played together',
  { tag: '@long' },
  async ({ launch, folder }) => {
    const id = 'both'
    makeMeeting(join(folder, 'data'), id)
    const parley = await launch()
    const files = ['microphone.ogg', 'mix.ogg', 'system.ogg', 'waveform.json']
    await expect.poll(() => soundFiles(parley, id), { timeout: 30_000 }).toEqual(files)
    await open(parley.window, 'Both')
    const duration = () =>
      parley.window.locator('audio').evaluate((element: HTMLAudioElement) => element.duration)
    await expect.poll(duration).toBeGreaterThan(7)

    for (const [sound, expected] of [
      ['mix', count(0, 12)],
      ['microphone', count(0, 6)],
      ['system', count(6, 6)],
    ] as const) {
      const out = join(folder, `${sound}.wav`)
      await parley.app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
      }, out)
      const choice = { format: 'wav', times: true, speakers: true, sound } as const
      await parley.value('meetings:export', { id, choice })
      expect(wordsOfWav(out).map(({ number }) => number)).toEqual(expected)
    }
    expect(soundFiles(parley, id)).toEqual(files)
  },
)

test(
  'text is replaced by fewer words only if a person confirms; cancel keeps it',
  { tag: '@long' },
  async ({ launch, service, folder }) => {
    const parley = await launch()
    await chooseService(parley)
    const { window } = parley
    const id = await bringInTones(parley, folder, 'Board')
    await open(window, 'Board')
    const [turn] = (await transcript(parley, id)).turns
    if (!turn) throw new Error('no turn')
    const { sessionId, turnOrder } = turn
    const longer = `${turn.text} and some words more`
    await parley.value('corrections:edit', {
      id,
      edit: { kind: 'text', turn: { sessionId, turnOrder }, text: longer },
    })
    const before = (await transcript(parley, id)).turns

    await transcribeAgain(window)
    await expect(window.getByText(retranscribe.differ(1))).toBeVisible({ timeout: 30_000 })
    await window.getByRole('button', { name: retranscribe.acceptAll }).click()
    await expect(
      window.getByText(retranscribe.fewer(String(words + 4), String(words))),
    ).toBeVisible()
    await window.getByRole('button', { name: messages.shell.cancel }).click()
    expect((await transcript(parley, id)).turns).toEqual(before)

    // Both texts beside each other, decided by keys.
    await window.getByRole('button', { name: retranscribe.compare, exact: true }).click()
    const compared = window.getByRole('region', { name: retranscribe.compareTitle })
    await expect(compared.locator('del')).toHaveText('and some words more')
    await expect(compared).toContainText(retranscribe.byHand)
    await noViolations(window, 'both texts')
    await compared.getByRole('listitem').focus()
    await window.keyboard.press('k')
    await expect(compared).toBeHidden()
    expect((await transcript(parley, id)).turns).toEqual(before)

    service.configure({ transcripts: { processingMs: 3_600_000 } })
    await transcribeAgain(window)
    await expect(window.getByText(retranscribe.progress(''), { exact: false })).toBeVisible()
    await window.getByRole('status').getByRole('button', { name: messages.shell.cancel }).click()
    await expect(window.getByText(retranscribe.progress(''), { exact: false })).toBeHidden()
    expect((await transcript(parley, id)).turns).toEqual(before)

    // The selection, which stays without a mouse.
    const script = window.getByRole('article')
    await script.nth(2).locator('[data-row]').selectText()
    await window.getByRole('button', { name: retranscribe.button }).click()
    await expect(window.getByText(retranscribe.markedTitle)).toBeVisible()
    await window.keyboard.press('Escape')

    // One turn, from its menu.
    service.configure({ transcripts: { processingMs: 300 } })
    await window.getByRole('button', { name: edit.menu }).nth(1).click()
    await window.getByRole('menuitem', { name: edit.retranscribe }).click()
    await window.getByRole('button', { name: retranscribe.start }).click()
    await expect(window.getByText(retranscribe.same)).toBeVisible({ timeout: 30_000 })
    expect((await transcript(parley, id)).turns).toEqual(before)
  },
)

test(
  'a re-transcription survives a quit while it runs, and a kill during its question',
  { tag: '@long' },
  async ({ launch, service, folder }) => {
    const first = await launch()
    await chooseService(first, 'keychain')
    const id = await bringInTones(first, folder, 'Board')
    await open(first.window, 'Board')
    const [turn] = (await transcript(first, id)).turns
    if (!turn) throw new Error('no turn')
    const { sessionId, turnOrder } = turn
    const edit = {
      kind: 'text',
      turn: { sessionId, turnOrder },
      text: `${turn.text} extra`,
    } as const
    await first.value('corrections:edit', { id, edit })
    const before = (await transcript(first, id)).turns
    const sent = () =>
      service.log.requests.filter(
        ({ method, path }) => method === 'POST' && path === '/v2/transcript',
      ).length
    const imported = jobsAsked(service).size
    service.configure({ transcripts: { processingMs: 3_600_000 } })
    await transcribeAgain(first.window)
    // A job that is asked about is one whose id is kept.
    await expect.poll(() => jobsAsked(service).size, { timeout: 30_000 }).toBe(imported + 1)
    const paid = sent()
    await first.quit()

    const second = await launch()
    await open(second.window, 'Board')
    await expect(second.window.getByText(retranscribe.progress(''), { exact: false })).toBeVisible()
    expect((await transcript(second, id)).turns).toEqual(before)
    service.finishTranscripts()
    const question = retranscribe.differ(1)
    await expect(second.window.getByText(question)).toBeVisible({ timeout: 30_000 })
    second.kill()

    const third = await launch()
    await open(third.window, 'Board')
    await expect(third.window.getByText(question)).toBeVisible()
    await third.window.getByRole('button', { name: retranscribe.acceptAll }).click()
    await third.window.getByRole('button', { name: retranscribe.replaceCorrections }).click()
    await expect(third.window.getByText(retranscribe.done)).toBeVisible()
    const after = await transcript(third, id)
    expect(finalNumbers(after)).toEqual(numbers)
    expect(sent(), 'jobs that are paid for').toBe(paid)
    await third.quit()

    const fourth = await launch()
    await open(fourth.window, 'Board')
    expect(await fourth.value('retranscription:state', undefined)).toBeNull()
    expect((await transcript(fourth, id)).turns).toEqual(after.turns)
    // Nothing of a meeting in the bin is transcribed.
    await transcribeAgain(fourth.window)
    await expect
      .poll(() => fourth.value('retranscription:state', undefined))
      .toMatchObject({ meetingId: id })
    await fourth.value('meetings:bin', { id })
    expect(await fourth.value('retranscription:state', undefined)).toBeNull()
  },
)

test(
  'the settings show the used space, and what happens to audio',
  { tag: '@long' },
  async ({ launch, folder }) => {
    const parley = await launch()
    await chooseService(parley)
    const { window } = parley
    await openSettings(window, 'storage')
    for (const name of [text.audio, text.text, text.models]) {
      await expect(window.getByText(name, { exact: true })).toBeVisible()
    }
    await expect(window.getByText(/free on this disk/)).toBeVisible()
    await window.getByRole('radio', { name: text.sounds.keep }).click()
    const settings = () => parley.value('settings:get', undefined)
    await expect.poll(async () => (await settings()).sound).toBe('keep')
    const kept = await bringInTones(parley, folder, 'Kept')
    await window.waitForTimeout(1_000)
    expect(soundFiles(parley, kept)).toContain('file.wav')

    // The new meeting was shown meanwhile.
    await openSettings(window, 'storage')
    await window.getByRole('radio', { name: text.sounds.delete }).click()
    await window.getByRole('button', { name: messages.shell.cancel }).click()
    expect((await settings()).sound).toBe('keep')
    await window.getByRole('radio', { name: text.sounds.delete }).click()
    await window.getByRole('button', { name: text.deleteAction }).click()
    await expect.poll(async () => (await settings()).sound).toBe('delete')
    await parley.value('settings:set', { soundDays: 1 })
    await window.waitForTimeout(1_000)
    expect((await meetingOf(parley, 'Kept'))?.sound).not.toBe('deleted')
    age(parley, kept, 2)
    await parley.value('settings:set', { soundDays: 2 })
    await expect
      .poll(async () => (await meetingOf(parley, 'Kept'))?.sound, { timeout: 30_000 })
      .toBe('deleted')
    await open(window, 'Kept')
    await expect(window.getByText(review.soundDeleted)).toBeVisible()
    expect(finalNumbers(await transcript(parley, kept))).toEqual(numbers)
  },
)

test(
  'a clock that is a year ahead deletes nothing at the first start, and at the second one does',
  { tag: '@long' },
  async ({ launch, folder }) => {
    test.skip(process.platform !== 'linux', 'only Linux lets a test set the clock of processes')
    const dataFolder = join(folder, 'data')
    makeMeeting(dataFolder, 'both', Date.now())
    makeMeeting(dataFolder, 'binned', Date.now())
    const clock = createWallClock(folder)
    const start = () => launch({ dataFolder, env: clock.env })
    const before = await start()
    await before.value('settings:set', { sound: 'delete', soundDays: 30 })
    await before.value('meetings:bin', { id: 'binned' })
    await before.quit()

    clock.set(365 * 24 * 3_600_000)
    const state = async (parley: Parley) => ({
      sound: (await parley.meetings())[0]?.sound,
      binned: (await parley.value('bin:list', undefined)).length,
    })
    const first = await start()
    // Both are looked at as soon as the window is drawn.
    await first.window.waitForTimeout(3_000)
    expect(await state(first)).toEqual({ sound: 'recorded', binned: 1 })
    expect(soundFiles(first, 'both')).toContain('microphone.wav')
    await first.quit()

    const second = await start()
    await expect.poll(() => state(second)).toEqual({ sound: 'deleted', binned: 0 })
  },
)
