import { messages } from '../../common/text/window'
import type { Parley } from './app'
import { expect, test } from './fixtures'
import {
  bringIn,
  chooseService,
  microphoneFile,
  record,
  recordTones,
  serviceModel,
  stop,
  toneFile,
  waitForWord,
} from './recording'
import { openSettings, problem } from './screens'
import type { Service } from '../service/service'
import { join } from 'node:path'

const text = messages.settings.usage

/** The seconds that the app has stored of a meeting. */
async function stored(parley: Parley, id: string): Promise<number> {
  const models = await parley.value('usage:meeting', { id })
  return models.reduce((sum, { seconds }) => sum + seconds, 0)
}

function billed(service: Service): number {
  return [...service.log.billed().values()].reduce((sum, { seconds }) => sum + seconds, 0)
}

test(
  'rotation and a pause: the same seconds as on the bill',
  { tag: '@long' },
  async ({ launch, service, folder }) => {
    test.setTimeout(180_000)
    service.configure({ session: { longestMs: 20_000 } })
    const { parley, id } = await recordTones(launch, folder, {
      words: 40,
      heard: 20,
      withinMs: 60_000,
    })
    await parley.value('recording:pause', undefined)
    // The session ends in the pause.
    await expect.poll(() => service.log.open().length, { timeout: 20_000 }).toBe(0)
    await parley.value('recording:resume', undefined)
    await expect.poll(() => service.log.open().length, { timeout: 20_000 }).toBe(1)
    await stop(parley)
    expect(service.log.sessions().length).toBeGreaterThanOrEqual(3)
    expect(await stored(parley, id)).toBe(billed(service))
    const [line] = await parley.value('usage:meeting', { id })
    expect(line?.model).toBe(serviceModel)
    expect(line?.cents).toBeCloseTo((billed(service) * 15) / 3_600, 5)
  },
)

test(
  'a cut and a crash: a session without an end is counted to the second',
  { tag: '@long' },
  async ({ launch, service, folder }) => {
    test.setTimeout(120_000)
    const { parley, id } = await recordTones(launch, folder, {
      words: 40,
      heard: 8,
      withinMs: 30_000,
    })
    service.inject({ kind: 'cut' })
    await expect.poll(() => service.log.sessions().length, { timeout: 20_000 }).toBe(2)
    await waitForWord(parley, id, { number: 16, withinMs: 30_000 })
    parley.kill()
    await expect.poll(() => service.log.open().length, { timeout: 20_000 }).toBe(0)
    const bills = service.log.billed().size
    const again = await launch()
    const seconds = await stored(again, id)
    // Each of them may begin or end within the second that is rounded up.
    expect(Math.abs(seconds - billed(service))).toBeLessThanOrEqual(bills)
    expect(seconds).toBeGreaterThan(5)
  },
)

test('a job is paid for by its sound, at the price of the model that answered', async ({
  launch,
  service,
  folder,
}) => {
  test.setTimeout(120_000)
  const parley = await launch()
  await chooseService(parley)
  const id = await bringIn(parley, toneFile(join(folder, 'tones.wav'), { words: 12 }))
  const [line] = await parley.value('usage:meeting', { id })
  expect(line?.model).toBe('assemblyai-stt-3-7')
  const [job] = service.billedJobs()
  expect(Math.abs((line?.seconds ?? 0) - (job?.seconds ?? 0))).toBeLessThanOrEqual(1)
})

test(
  'the limit warns before Record and while recording, and a price can be corrected',
  { tag: '@long' },
  async ({ launch, folder }) => {
    test.setTimeout(120_000)
    const { path } = microphoneFile(folder, { words: 20 })
    const parley = await launch({ microphone: path })
    await chooseService(parley)
    const { window } = parley
    await openSettings(window, 'transcription')
    await window.getByRole('button', { name: text.showPrices }).click()
    const price = window.getByLabel('Universal-Streaming, English')
    await price.fill('900')
    await price.blur()
    await expect(window.getByText(text.ownPrice)).toBeVisible()
    const limit = window.getByLabel(text.limit)
    await limit.fill('1')
    await limit.blur()
    await expect
      .poll(async () => (await parley.value('settings:get', undefined)).monthLimit)
      .toBe(1)
    await expect(problem(window, 'cost-limit')).toHaveCount(0)
    await record(parley)
    // A dollar lasts four seconds.
    await expect(problem(window, 'cost-limit')).toBeVisible({ timeout: 20_000 })
    await stop(parley)
    await expect(window.locator('[data-usage]')).toContainText('Universal-Streaming, English')
    await expect(problem(window, 'cost-limit')).toBeVisible()
    await openSettings(window, 'transcription')
  },
)
