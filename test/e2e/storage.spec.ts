import { mkdirSync, readdirSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openLibrary } from '../../main/library/library'
import { messages } from '../../preload/messages'
import { toneSpeech } from '../speech/tones'
import { writeWav } from '../speech/wav'
import type { Parley } from './app'
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

const { review, again, edit } = messages.meeting
const text = messages.settings.storage
const words = 40
const said = toneSpeech({ words, sampleRate: 48_000, pauseEvery: 8 })
const numbers = count(0, words)
const long = new Date(2026, 10, 20, 9, 30)

/** Brings in a file of tone words, whose meeting ended long ago. */
async function bringInTones(parley: Parley, folder: string, name: string): Promise<string> {
  const path = join(folder, `${name}.wav`)
  writeWav(path, said)
  utimesSync(path, long, long)
  return bringIn(parley, path)
}

const meetingOf = async (parley: Parley, title: string) =>
  (await parley.value('meetings:list', undefined)).find((meeting) => meeting.title === title)

const soundFiles = (parley: Parley, id: string) =>
  readdirSync(join(parley.dataFolder, 'library', 'audio', id)).sort()

const open = (window: Page, title: string) =>
  window.locator('[data-meeting]', { hasText: title }).click()

/** Has the open meeting written down again, and says yes. */
async function transcribeAgain(window: Page): Promise<void> {
  await window.getByRole('button', { name: again.button }).click()
  await expect(window.getByText(again.wholeTitle)).toBeVisible()
  await expect(window.getByText(again.by.service)).toBeVisible()
  await window.getByRole('button', { name: again.start }).click()
}

test('a meeting is compressed, and played, taken away and written down again as before', async ({
  launch,
  folder,
}) => {
  const parley = await launch()
  await chooseService(parley)
  const { window } = parley
  const id = await bringInTones(parley, folder, 'Board')
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
  await expect(window.getByText(again.done)).toBeVisible({ timeout: 30_000 })
  const after = await transcript(parley, id)
  expect(finalNumbers(after)).toEqual(numbers)
  expect(after.turns.map(({ sessionId }) => sessionId)).not.toContain(before.turns[0]?.sessionId)
  await window.getByRole('button', { name: edit.undoNothing, exact: true }).click()
  await expect.poll(async () => (await transcript(parley, id)).turns).toEqual(before.turns)
  await expect.poll(() => soundFiles(parley, id)).toEqual(['file.ogg', 'waveform.json'])
})

/** Puts a meeting of two sources, one heard after the other, into the library of a data folder. */
function makeMeeting(dataFolder: string, id: string): void {
  const library = openLibrary({ folder: join(dataFolder, 'library') })
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

test('of two sources each is compressed, and both are heard together', async ({
  launch,
  folder,
}) => {
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
})

test('text gives way to fewer words only where a person says so; a cancel leaves it', async ({
  launch,
  service,
  folder,
}) => {
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
  await expect(window.getByText(again.fewer(String(words + 4), String(words)))).toBeVisible({
    timeout: 30_000,
  })
  expect((await transcript(parley, id)).turns).toEqual(before)
  await window.getByRole('button', { name: again.keep }).click()
  expect((await transcript(parley, id)).turns).toEqual(before)

  service.configure({ transcripts: { processingMs: 3_600_000 } })
  await transcribeAgain(window)
  await expect(window.getByText(again.hearing(''), { exact: false })).toBeVisible()
  await window.getByRole('status').getByRole('button', { name: messages.shell.cancel }).click()
  await expect(window.getByText(again.hearing(''), { exact: false })).toBeHidden()
  expect((await transcript(parley, id)).turns).toEqual(before)

  // What is marked, which needs no mouse to stay so.
  const script = window.getByRole('article')
  await script.nth(2).locator('[data-row]').selectText()
  await window.getByRole('button', { name: again.button }).click()
  await expect(window.getByText(again.markedTitle)).toBeVisible()
  await window.keyboard.press('Escape')

  // One turn alone, from its menu.
  service.configure({ transcripts: { processingMs: 300 } })
  await window.getByRole('button', { name: edit.menu }).nth(1).click()
  await window.getByRole('menuitem', { name: edit.again }).click()
  await window.getByRole('button', { name: again.start }).click()
  await expect(window.getByText(again.done)).toBeVisible({ timeout: 30_000 })
  const after = (await transcript(parley, id)).turns
  expect(after.map(({ text: said }) => said)).toEqual(before.map(({ text: said }) => said))
  expect(after[1]?.sessionId).not.toBe(before[1]?.sessionId)
  expect(after.filter((_, at) => at !== 1)).toEqual(before.filter((_, at) => at !== 1))
})

test('writing again outlives a quit while it is heard, and a kill while it is asked', async ({
  launch,
  service,
  folder,
}) => {
  const first = await launch()
  await chooseService(first, 'keychain')
  const id = await bringInTones(first, folder, 'Board')
  await open(first.window, 'Board')
  const [turn] = (await transcript(first, id)).turns
  if (!turn) throw new Error('no turn')
  const { sessionId, turnOrder } = turn
  const edit = { kind: 'text', turn: { sessionId, turnOrder }, text: `${turn.text} extra` } as const
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
  await expect(second.window.getByText(again.hearing(''), { exact: false })).toBeVisible()
  expect((await transcript(second, id)).turns).toEqual(before)
  service.finishTranscripts()
  const question = again.fewer(String(words + 1), String(words))
  await expect(second.window.getByText(question)).toBeVisible({ timeout: 30_000 })
  second.kill()

  const third = await launch()
  await open(third.window, 'Board')
  await expect(third.window.getByText(question)).toBeVisible()
  await third.window.getByRole('button', { name: again.take }).click()
  await expect(third.window.getByText(again.done)).toBeVisible()
  const after = await transcript(third, id)
  expect(finalNumbers(after)).toEqual(numbers)
  expect(after.turns.map((each) => each.sessionId)).not.toContain(sessionId)
  expect(sent(), 'jobs that are paid for').toBe(paid)
  await third.quit()

  const fourth = await launch()
  await open(fourth.window, 'Board')
  expect(await fourth.value('again:state', undefined)).toBeNull()
  expect((await transcript(fourth, id)).turns).toEqual(after.turns)
  // Of a meeting in the bin nothing more is heard.
  await transcribeAgain(fourth.window)
  await expect.poll(() => fourth.value('again:state', undefined)).toMatchObject({ meetingId: id })
  await fourth.value('meetings:bin', { id })
  expect(await fourth.value('again:state', undefined)).toBeNull()
})

test('the settings show what takes space, and say what becomes of sound', async ({
  launch,
  folder,
}) => {
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
  await expect
    .poll(async () => (await meetingOf(parley, 'Kept'))?.sound, { timeout: 30_000 })
    .toBe('deleted')
  await open(window, 'Kept')
  await expect(window.getByText(review.soundDeleted)).toBeVisible()
  expect(finalNumbers(await transcript(parley, kept))).toEqual(numbers)
})
