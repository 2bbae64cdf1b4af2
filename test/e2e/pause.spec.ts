import { join } from 'node:path'
import { messages } from '../../common/text/window'
import { expect, test } from './fixtures'
import type { Parley } from './app'
import {
  chooseService,
  expectEveryWord,
  finalNumbers,
  record,
  recordButton,
  stop,
  storedSound,
  toneFile,
  transcript,
  waitForWord,
  wordsOfWav,
  withoutHoles,
} from './recording'
import { mouthOf } from './sound-server'

const state = async (parley: Parley) => (await parley.value('recording:status', undefined)).state
const elapsed = async (parley: Parley) =>
  (await parley.value('recording:status', undefined)).elapsedMs

test(
  'pauses are not part of the time line, the audio, the words and the session',
  { tag: '@long' },
  async ({ launch, sound, service, folder }) => {
    const parley = await launch({ realSound: true, env: sound.env })
    await chooseService(parley)
    const id = await record(parley)
    let said = 0
    for (let round = 0; round < 4; round += 1) {
      const part = toneFile(join(folder, `part-${round}.wav`), {
        words: 4,
        firstNumber: said,
        endSilenceMs: 200,
      })
      await sound.play(mouthOf('desk'), part)
      said += 4
      await waitForWord(parley, id, { number: said - 1, withinMs: 10_000 })
      await parley.value('recording:pause', undefined)
      const before = await elapsed(parley)
      const lost = toneFile(join(folder, 'lost.wav'), { words: 3, firstNumber: 900 })
      await sound.play(mouthOf('desk'), lost)
      expect(await elapsed(parley)).toBe(before)
      expect(await state(parley)).toBe('paused')
      await parley.value('recording:resume', undefined)
      expect(await state(parley)).toBe('recording')
    }
    // Four pauses of a few seconds each are one session.
    expect(service.log.sessions()).toHaveLength(1)
    const end = await elapsed(parley)
    await stop(parley)
    const meeting = await expectEveryWord(parley, id, { said })
    expect(withoutHoles(meeting.gaps)).toEqual([])
    expect(meeting.meeting).toMatchObject({ textPercent: 100, missingSoundMs: 0 })
    expect(Math.abs(meeting.meeting.durationMs - end)).toBeLessThan(300)
    expect(Math.abs((meeting.meeting.audio[0]?.samples ?? 0) / 16 - end)).toBeLessThan(700)
  },
)

test(
  'a pause of more than 10 s ends the session; Space resumes with a new one',
  { tag: '@long' },
  async ({ launch, sound, service, folder }) => {
    const parley = await launch({ realSound: true, env: sound.env })
    await chooseService(parley)
    await recordButton(parley.window).click()
    await expect.poll(() => state(parley)).toBe('recording')
    const { meetingId: id } = await parley.value('recording:status', undefined)
    if (id === null) throw new Error('A recording without a meeting')
    const first = toneFile(join(folder, 'first.wav'), { words: 6 })
    await sound.play(mouthOf('desk'), first)
    await waitForWord(parley, id, { number: 5, withinMs: 10_000 })
    // The focus is still on the button that was clicked.
    await parley.window.keyboard.press('Space')
    await expect.poll(() => state(parley)).toBe('paused')
    await expect(parley.window.getByText(messages.meeting.live.pausedText)).toBeVisible()
    await expect(parley.window.locator('[data-status="time"]')).toContainText('Paused')
    await expect.poll(() => service.log.open().length, { timeout: 20_000 }).toBe(0)
    expect(service.log.leaked()).toEqual([])
    await parley.window.keyboard.press('Space')
    await expect.poll(() => state(parley)).toBe('recording')
    const second = toneFile(join(folder, 'second.wav'), { words: 6, firstNumber: 6 })
    await sound.play(mouthOf('desk'), second)
    await waitForWord(parley, id, { number: 11, withinMs: 15_000 })
    await stop(parley)
    expect(service.log.sessions()).toHaveLength(2)
    await expectEveryWord(parley, id, { said: 12 })
  },
)

test(
  'a pause continues after a crash of the recorder and a sleep, and Stop ends it',
  { tag: '@long' },
  async ({ launch, sound, service, folder }) => {
    const parley = await launch({ realSound: true, env: sound.env })
    await chooseService(parley)
    const id = await record(parley)
    const part = (name: string, firstNumber: number) =>
      toneFile(join(folder, name), { words: 4, firstNumber })
    await sound.play(mouthOf('desk'), part('first.wav', 0))
    await waitForWord(parley, id, { number: 3, withinMs: 10_000 })
    await parley.value('recording:pause', undefined)
    const pausedAt = await elapsed(parley)
    await parley.app.evaluate(({ webContents }) => {
      const recorder = webContents
        .getAllWebContents()
        .find((page) => page.getURL().includes('//recorder'))
      recorder?.forcefullyCrashRenderer()
    })
    await parley.app.evaluate(({ powerMonitor }) => {
      powerMonitor.emit('suspend')
      powerMonitor.emit('resume')
    })
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    expect(await state(parley)).toBe('paused')
    expect(await elapsed(parley)).toBe(pausedAt)
    const open = service.log.open().length
    expect(open).toBe(0)
    await parley.value('recording:resume', undefined)
    await sound.play(mouthOf('desk'), part('second.wav', 4))
    await waitForWord(parley, id, { number: 7, withinMs: 15_000 })
    await parley.value('recording:pause', undefined)
    await stop(parley)
    const heard = wordsOfWav(storedSound(parley, id)).map(({ number }) => number)
    expect(heard).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    const meeting = await transcript(parley, id)
    expect(finalNumbers(meeting)).toEqual(heard)
    expect(withoutHoles(meeting.gaps).filter(({ sound: kept }) => !kept)).toEqual([])
  },
)
