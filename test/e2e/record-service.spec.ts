import { messages } from '../../common/text/window'
import { expect, test } from './fixtures'
import {
  chooseService,
  expectEveryWord,
  microphoneFile,
  record,
  recordButton,
  recordTones,
  stop,
  stopButton,
  transcript,
  waitForIdle,
  waitForWord,
  withoutHoles,
} from './recording'
import { startAgain } from './start-again'

const count = 16

test('every word is transcribed once, in order, at its time in the audio', async ({
  launch,
  service,
  folder,
}) => {
  const { path } = microphoneFile(folder, { words: count })
  const parley = await launch({ microphone: path })
  await chooseService(parley)
  const id = await record(parley)
  // The word is on the screen while the speech continues.
  const script = parley.window.getByLabel(messages.meeting.live.transcript)
  await expect(script.getByText(/w00\d/i).first()).toBeVisible({ timeout: 30_000 })
  await waitForWord(parley, id, { number: count - 1, withinMs: 40_000 })
  await stop(parley)

  const meeting = await expectEveryWord(parley, id, { said: count })
  expect(withoutHoles(meeting.gaps)).toEqual([])

  const [session, ...others] = service.log.sessions()
  expect(others).toEqual([])
  expect(session?.query).toMatchObject({
    speech_model: 'universal-streaming-english',
    sample_rate: '16000',
    encoding: 'pcm_s16le',
    session_heartbeat: 'true',
    format_turns: 'true',
  })
  expect(new Set(session?.frames.map((frame) => frame.bytes))).toEqual(new Set([1_600]))
  expect(session?.closed).toMatchObject({ code: 1000, by: 'service' })
  expect(service.log.leaked()).toEqual([])
})

test(
  'a recording continues while its window is closed',
  { tag: '@long' },
  async ({ launch, folder }) => {
    const { parley, id } = await recordTones(launch, folder, {
      words: count,
      heard: 5,
      withinMs: 20_000,
    })
    await parley.window.close()
    await new Promise((resolve) => setTimeout(resolve, 5_000))
    // Starting the app again shows the window.
    await startAgain(parley)
    await parley.nextWindow()
    await expect(parley.window.getByRole('button', { name: /^Recording / })).toBeVisible()
    await waitForWord(parley, id, { number: count - 1, withinMs: 40_000 })
    await parley.window.getByRole('button', { name: /^Recording / }).click()
    await stop(parley)
    await expectEveryWord(parley, id, { said: count })
  },
)

test(
  'stop, quit, start again: the meeting is in the list with its text and its audio',
  { tag: '@long' },
  async ({ launch, folder }) => {
    const { parley: first, id } = await recordTones(launch, folder, {
      words: 10,
      heard: 9,
      withinMs: 30_000,
    })
    await stop(first)
    const before = await transcript(first, id)
    await first.quit()

    const second = await launch()
    const row = second.window
      .getByRole('navigation', { name: messages.shell.meetings })
      .getByRole('button', { name: before.meeting.title })
    await row.click()
    await expect(second.window.getByRole('heading', { name: before.meeting.title })).toBeVisible()
    await expect(second.window.getByText(before.turns[0]?.text ?? '')).toBeVisible()
    expect(await transcript(second, id)).toEqual(before)
    const sound = second.window.locator('audio')
    await expect
      .poll(() => sound.evaluate((player: HTMLAudioElement) => player.duration))
      .toBeGreaterThan(before.meeting.durationMs / 1_000 - 1.5)
    await expect
      .poll(() =>
        sound.evaluate(async (player: HTMLAudioElement) => {
          player.muted = true
          await player.play()
          return player.currentTime
        }),
      )
      .toBeGreaterThan(0.2)
  },
)

test('Stop immediately after Record leaves no session open', async ({
  launch,
  service,
  folder,
}) => {
  service.configure({ token: { delayMs: 800 } })
  const { path } = microphoneFile(folder, { words: 4 })
  const parley = await launch({ microphone: path })
  await chooseService(parley)
  await recordButton(parley.window).first().click()
  await stopButton(parley.window).click()
  await waitForIdle(parley)
  await new Promise((resolve) => setTimeout(resolve, 2_000))
  expect(service.log.open()).toEqual([])
  expect(service.log.leaked()).toEqual([])
})
