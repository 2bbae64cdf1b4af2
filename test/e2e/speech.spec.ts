import { messages } from '../../common/text/window'
import { expect, test } from './fixtures'
import {
  chooseService,
  finalTurns,
  microphoneFile,
  record,
  recordTones,
  stop,
  transcript,
  waitForWord,
} from './recording'
import { openSettings } from './screens'
import type { Service } from '../service/service'

const text = messages.meeting.brief

/** What the session was told, without Terminate. */
function told(service: Service, session = 0): Record<string, unknown>[] {
  return (service.log.sessions()[session]?.received ?? [])
    .map(({ message }) => message as Record<string, unknown>)
    .filter(({ type }) => type === 'UpdateConfiguration')
}

test('subject, terms and languages reach the open session within a second', async ({
  launch,
  service,
  folder,
}) => {
  test.setTimeout(120_000)
  const { path } = microphoneFile(folder, { words: 40 })
  const parley = await launch({ microphone: path })
  await chooseService(parley)
  await parley.value('settings:set', {
    serviceModel: 'universal-3-6-pro',
    keyTerms: ['Parley'],
    languages: ['en'],
  })
  const id = await record(parley)
  await waitForWord(parley, id, { number: 4, withinMs: 30_000 })
  const { window } = parley
  await window.getByRole('button', { name: text.add }).click()
  const form = window.getByRole('dialog')
  await form.getByLabel(text.subject).fill('Budget review with Dana')
  await form.getByLabel(text.termsLabel).fill('Ghent\nZoë')
  const savedAt = Date.now()
  await form.getByRole('button', { name: text.save }).click()
  await service.log.until(() => told(service).length === 1, 'the subject', 1_500)
  expect(Date.now() - savedAt).toBeLessThan(1_000)
  expect(told(service)).toEqual([
    {
      type: 'UpdateConfiguration',
      keyterms_prompt: ['Ghent', 'Zoë', 'Parley'],
      prompt: 'Budget review with Dana',
      language_codes: ['en'],
    },
  ])
  await expect(window.locator('[data-brief]')).toHaveText('Budget review with Dana · 2 terms')

  const changedAt = Date.now()
  await parley.value('settings:set', { languages: ['fr', 'en'] })
  await service.log.until(() => told(service).length === 2, 'the languages', 1_500)
  expect(Date.now() - changedAt).toBeLessThan(1_000)
  await expect
    .poll(async () => (await transcript(parley, id)).turns.at(-1)?.language, { timeout: 20_000 })
    .toBe('fr')
  // No new session for it.
  expect(service.log.connections).toHaveLength(1)

  service.inject({ kind: 'cut' })
  await expect.poll(() => service.log.sessions().length, { timeout: 20_000 }).toBe(2)
  expect(service.log.sessions()[1]?.query).toMatchObject({
    keyterms_prompt: '["Ghent","Zoë","Parley"]',
    prompt: 'Budget review with Dana',
    language_codes: '["fr","en"]',
  })
  await stop(parley)
})

test(
  'terms that come while a session is open are paid for in it',
  { tag: '@long' },
  async ({ launch, folder }) => {
    const { path } = microphoneFile(folder, { words: 30 })
    const parley = await launch({ microphone: path })
    await chooseService(parley)
    const id = await record(parley)
    await waitForWord(parley, id, { number: 1, withinMs: 30_000 })
    const centsAnHour = async () => {
      const [used] = await parley.value('usage:meeting', { id })
      return Math.round(((used?.cents ?? 0) * 3_600) / (used?.seconds ?? 1))
    }
    await expect.poll(centsAnHour).toBe(15)
    await parley.value('meetings:set-brief', {
      id,
      brief: { subject: '', terms: ['Ghent'], maxSpeakers: null },
    })
    await expect.poll(centsAnHour).toBe(19)
    await stop(parley)
    expect(await centsAnHour()).toBe(19)
  },
)

test(
  'the choices of a person are in the address, and a doubtful language is marked',
  { tag: '@long' },
  async ({ launch, service, folder }) => {
    test.setTimeout(120_000)
    service.configure({ turns: { languageConfidence: 0.31, speakers: ['A', 'B', 'C'] } })
    const { path } = microphoneFile(folder, { words: 18, pauseEvery: 6 })
    const parley = await launch({ microphone: path })
    await chooseService(parley)
    await parley.value('settings:set', { serviceModel: 'assemblyai-stt-3-7-realtime' })
    const { window } = parley
    const { transcription } = messages.settings
    await openSettings(window, 'transcription')
    await window.getByRole('switch', { name: transcription.speakers }).click()
    await window.getByRole('combobox', { name: transcription.maxSpeakers }).click()
    await window.getByRole('option', { name: '2', exact: true }).click()
    await window.getByRole('combobox', { name: transcription.mode }).click()
    await window.getByRole('option', { name: transcription.modes.max_accuracy }).click()
    await window.getByRole('combobox', { name: transcription.focus.microphone }).click()
    await window.getByRole('option', { name: transcription.focuses['near-field'] }).click()
    await window.getByRole('switch', { name: transcription.redact }).click()

    const id = await record(parley)
    await waitForWord(parley, id, { number: 17, withinMs: 60_000 })
    await stop(parley)
    const [session] = service.log.sessions()
    expect(session?.query).toMatchObject({
      speaker_labels: 'true',
      max_speakers: '2',
      mode: 'max_accuracy',
      voice_focus: 'near-field',
      redact_pii: 'true',
    })
    // Nothing but finals: the captions wait for them.
    expect(service.log.sent('Turn').filter((turn) => turn['end_of_turn'] === false)).toEqual([])
    const turns = finalTurns(await transcript(parley, id))
    expect(turns.map(({ languageConfidence }) => languageConfidence)).toEqual(turns.map(() => 0.31))
    expect(new Set(turns.map(({ speaker }) => speaker))).toEqual(new Set(['A', 'B']))
    await expect(window.locator('[data-language="en"]').first()).toHaveText('English?')
    const [used] = await parley.value('usage:meeting', { id })
    expect(used).toMatchObject({ model: 'assemblyai-stt-3-7-realtime', cents: null })
  },
)

test(
  'a warning of the service is shown once',
  { tag: '@long' },
  async ({ launch, service, folder }) => {
    const { parley } = await recordTones(launch, folder, { words: 20, heard: 4, withinMs: 30_000 })
    const message = { type: 'Warning', warning_code: 7, warning: 'The sound is faint' }
    service.inject({ kind: 'message', message })
    const banner = parley.window.locator('[data-code="service-warning"]')
    await expect(banner).toContainText('7 The sound is faint')
    service.inject({ kind: 'message', message })
    await expect(banner).toHaveCount(1)
    await stop(parley)
    expect(parley.output().match(/The sound is faint/g)).toHaveLength(1)
  },
)
