import { messages } from '../../common/text/window'
import { defaultServiceModel } from '../../common/model'
import { expect, test } from './fixtures'
import {
  chooseService,
  expectEveryWord,
  finalNumbers,
  microphoneFile,
  record,
  stop,
  transcript,
  waitForWord,
} from './recording'
import { openSettings } from './screens'

const text = messages.settings.transcription
const words = 10
const notice = (code: string) => `[data-code="${code}"]`

test(
  'a name that the service routes on is said once, and its successor is remembered',
  { tag: '@long' },
  async ({ launch, service, folder }) => {
    test.setTimeout(120_000)
    service.configure({ session: { routes: { 'retired-model': 'universal-3-6-pro' } } })
    const { path } = microphoneFile(folder, { words })
    const parley = await launch({ microphone: path })
    await chooseService(parley)
    await parley.value('settings:set', { serviceModel: 'retired-model' })
    const id = await record(parley)
    const banner = parley.window.locator(notice('model-mismatch'))
    await expect(banner).toContainText('asked for retired-model, got universal-3-6-pro')
    service.inject({ kind: 'cut' })
    await expect.poll(() => service.log.sessions().length, { timeout: 20_000 }).toBe(2)
    await expect(banner).toHaveCount(1)
    await waitForWord(parley, id, { number: words - 1, withinMs: 40_000 })
    await stop(parley)

    await record(parley)
    await expect.poll(() => service.log.sessions().length, { timeout: 20_000 }).toBe(3)
    await expect
      .poll(async () => (await parley.value('recording:status', undefined)).connection)
      .toBe('live')
    await expect(banner).toHaveCount(0)
    await stop(parley)

    await openSettings(parley.window, 'transcription')
    await expect(parley.window.getByText(text.modelAnswered('Universal-3.6 Pro'))).toBeVisible()
  },
)

test(
  'a refused model: the default is tried once, and every word is there',
  { tag: '@long' },
  async ({ launch, service, folder }) => {
    service.configure({ session: { refusedModels: ['gone'] } })
    const { path } = microphoneFile(folder, { words })
    const parley = await launch({ microphone: path })
    await chooseService(parley)
    await parley.value('settings:set', { serviceModel: 'gone' })
    const id = await record(parley)
    await expect(parley.window.locator(notice('model-refused'))).toBeVisible({ timeout: 20_000 })
    await waitForWord(parley, id, { number: words - 1, withinMs: 60_000 })
    await stop(parley)
    expect(new Set(finalNumbers(await transcript(parley, id)))).toEqual(
      new Set(Array.from({ length: words }, (_, index) => index)),
    )
    const asked = service.log.connections.map(({ query }) => query['speech_model'])
    expect(asked).toEqual(['gone', defaultServiceModel])
  },
)

test(
  'a setting that the service does not take is said once',
  { tag: '@long' },
  async ({ launch, service, folder }) => {
    service.configure({ session: { echo: { speaker_labels: false, filter_profanity: false } } })
    const { path } = microphoneFile(folder, { words })
    const parley = await launch({ microphone: path })
    await chooseService(parley)
    await parley.value('settings:set', {
      speakerLabels: true,
      filterProfanity: { service: true, onDevice: true },
    })
    const id = await record(parley)
    const banner = parley.window.locator(notice('setting-not-applied'))
    await expect(banner).toContainText(
      'speaker_labels: asked for true, got false; filter_profanity: asked for true, got false',
    )
    await waitForWord(parley, id, { number: words - 1, withinMs: 40_000 })
    await stop(parley)
    await expectEveryWord(parley, id, { said: words, withinMs: 300 })
  },
)

test(
  'another model is a name that a person types',
  { tag: '@long' },
  async ({ launch, service, folder }) => {
    const { path } = microphoneFile(folder, { words: 4 })
    const parley = await launch({ microphone: path })
    await chooseService(parley)
    const { window } = parley
    await openSettings(window, 'transcription')
    await window.getByRole('combobox', { name: text.model }).click()
    await window.getByRole('option', { name: new RegExp(`^${text.otherModel}`) }).click()
    const name = window.getByLabel(text.otherModelName)
    await name.fill('two words')
    await name.blur()
    await expect(window.getByText(text.otherModelBad)).toBeVisible()
    await name.fill('universal-3-6')
    await name.blur()
    await expect
      .poll(async () => (await parley.value('settings:get', undefined)).serviceModel)
      .toBe('universal-3-6')
    await expect(name).toHaveValue('universal-3-6')
    await record(parley)
    await expect
      .poll(() => service.log.sessions().map(({ query }) => query['speech_model']), {
        timeout: 20_000,
      })
      .toEqual(['universal-3-6'])
    await stop(parley)
  },
)
