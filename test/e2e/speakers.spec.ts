import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { messages } from '../../common/text/window'
import { exportMessages } from '../../common/text'
import { openLibrary } from '../../main/library/library'
import { meetingOf, turnOf } from '../main/library/folder-fixtures'
import { madeMeeting, writeSpeakerModels, type MadeSpeech } from '../models/speakers'
import { resample } from '../speech/resample'
import { readWav, writeWav } from '../speech/wav'
import { unwrap } from '../unwrap'
import type { Parley } from './app'
import { noViolations } from './axe'
import { expect, test } from './fixtures'
import { record, stop, transcript, unprocessed } from './recording'
import { openSettings } from './screens'

const text = messages.speakers
const talk: readonly MadeSpeech[] = [
  { voice: 0, startMs: 1_000, endMs: 8_000 },
  { voice: 1, startMs: 9_000, endMs: 15_000 },
  { voice: 0, startMs: 16_000, endMs: 21_000 },
]
const lengthMs = 22_000

/** Made models in the place of the downloaded ones. They tell made voices apart, and no real ones. */
function installSpeakers(dataFolder: string): void {
  const folder = join(dataFolder, 'models', 'speakers')
  const { segmentation, embedding } = writeSpeakerModels(folder)
  const file = (role: string, path: string) => ({
    ...{ role, name: path.slice(folder.length + 1), bytes: statSync(path).size },
    sha256: '0'.repeat(64),
  })
  const manifest = {
    ...{ id: 'speakers', name: 'Speakers', family: 'speakers', languages: [], isOwn: false },
    gives: { wordTimes: false, confidence: false, streaming: false, punctuation: false },
    files: [file('segmentation', segmentation), file('embedding', embedding)],
  }
  writeFileSync(join(folder, 'model.json'), JSON.stringify(manifest))
}

/** Two meetings with the same two voices, transcribed on this computer, with these labels. */
function seedTalks(dataFolder: string, speakers: readonly string[] = []): void {
  const library = unwrap(openLibrary({ folder: join(dataFolder, 'library') }))
  const samples = Int16Array.from(madeMeeting(talk, lengthMs), (value) => value * 32_767)
  for (const id of ['first', 'second']) {
    unwrap(library.meetings.create({ ...meetingOf(), id, title: `The ${id}`, engine: 'on-device' }))
    const path = library.audioPath(id, 'microphone')
    mkdirSync(dirname(path), { recursive: true })
    writeWav(path, { sampleRate: 16_000, samples })
    for (const [turnOrder, { startMs, endMs }] of talk.entries()) {
      const word = { text: 'Words', startMs, endMs, confidence: null, isFinal: true, speaker: null }
      const own = { sessionId: 's', turnOrder, startMs, endMs, text: 'Words', words: [word] }
      const speaker = speakers[turnOrder] ?? null
      const turn = { ...own, source: 'microphone', isFinal: true, speaker } as const
      unwrap(library.turns.upsert(id, turnOf({ ...turn, finalMs: endMs })))
    }
    const audio = [{ source: 'microphone', samples: samples.length } as const]
    unwrap(library.meetings.setProgress(id, lengthMs, audio))
    unwrap(library.meetings.setState(id, 'done'))
  }
  library.close()
}

const speakersOf = async (parley: Parley, id: string) =>
  (await transcript(parley, id)).turns.map(({ speaker }) => speaker)

async function tellApart({ window }: Parley, title: string): Promise<void> {
  await window.getByRole('button', { name: title }).click()
  await window.getByRole('button', { name: messages.library.menu.label }).click()
  await window.getByRole('menuitem', { name: text.again.menu }).click()
  await window.getByRole('button', { name: text.again.start }).click()
}

/** The files below a folder in which the numbers of a kept voice lie, as bytes or in base64. */
function filesWith(folder: string, base64: string): string[] {
  const bytes = Buffer.from(base64, 'base64')
  const wanted = [bytes.subarray(60, 84), Buffer.from(base64.slice(80, 112))]
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => wanted.some((part) => readFileSync(path).includes(part)))
}

test('a kept voice is offered as a name, and deleted in the settings', async ({
  launch,
  folder,
}) => {
  const data = join(folder, 'data')
  seedTalks(data, ['A', 'B', 'A'])
  const id = 'c'.repeat(32)
  const vector = Buffer.from(Float32Array.from({ length: 80 }, (_, at) => Math.sin(at + 1)).buffer)
  const voice = { id, name: 'Dana', keptAt: 1, model: 'm', vector: vector.toString('base64') }
  mkdirSync(join(data, 'voices'))
  writeFileSync(join(data, 'voices', `${id}.json`), JSON.stringify(voice))
  const known = [{ meetingId: 'first', found: [{ label: 'A', voiceId: id }] }]
  writeFileSync(join(data, 'known-voices.json'), JSON.stringify(known))
  const parley = await launch()
  const { window } = parley
  await window.getByRole('button', { name: 'The first' }).click()
  const offer = window.getByRole('region', { name: messages.meeting.names.label })
  await expect(offer).toContainText(text.sounds(exportMessages.speaker('A'), 'Dana'))
  expect(await speakersOf(parley, 'first')).toEqual(['A', 'B', 'A'])
  await openSettings(window, 'transcription')
  await window.getByRole('button', { name: text.voices.removeOf('Dana') }).click()
  const question = window.getByRole('alertdialog')
  await question.getByRole('button', { name: text.voices.remove }).click()
  await expect(window.getByRole('region', { name: text.voices.title })).toHaveCount(0)
  expect(filesWith(parley.dataFolder, voice.vector)).toEqual([])
  await window.getByRole('button', { name: 'The first' }).click()
  await expect(offer).toHaveCount(0)
})

test(
  'speakers are told apart, a voice is kept, offered in another meeting, and deleted for good',
  { tag: '@long' },
  async ({ launch, folder }) => {
    const data = join(folder, 'data')
    installSpeakers(data)
    seedTalks(data)
    const parley = await launch()
    const { window } = parley
    await tellApart(parley, 'The first')
    await expect
      .poll(() => speakersOf(parley, 'first'), { timeout: 30_000 })
      .toEqual(['A', 'B', 'A'])
    await expect(window.getByRole('dialog')).toHaveCount(0)

    // Only a voice with a name can be kept.
    const openMenu = async () => {
      const line = window.getByRole('article').first()
      await line.hover()
      await line.getByRole('button', { name: messages.meeting.edit.menu }).click()
    }
    await openMenu()
    await expect(window.getByRole('menuitem', { name: messages.meeting.edit.rename })).toBeVisible()
    await expect(window.getByRole('menuitem', { name: text.keep.menu })).toHaveCount(0)
    await window.keyboard.press('Escape')
    const edit = { kind: 'rename', turn: { sessionId: 's', turnOrder: 0 }, name: 'Dana' } as const
    await parley.value('corrections:edit', { id: 'first', edit })
    await expect(window.getByText('Dana').first()).toBeVisible()
    await openMenu()
    await window.getByRole('menuitem', { name: text.keep.menu }).click()
    await expect(window.getByRole('dialog')).toContainText(text.keep.text)
    await noViolations(window, 'the question whether to keep a voice')
    expect(await parley.value('voices:list', undefined)).toEqual([])
    await window.getByRole('button', { name: text.keep.action }).click()
    await expect
      .poll(() => parley.value('voices:list', undefined))
      .toMatchObject([{ name: 'Dana' }])

    await tellApart(parley, 'The second')
    const offer = window.getByRole('region', { name: messages.meeting.names.label })
    await expect(offer).toContainText(text.sounds(exportMessages.speaker('A'), 'Dana'), {
      timeout: 30_000,
    })
    // It is an offer: nobody has the name before a press.
    expect(await speakersOf(parley, 'second')).toEqual(['A', 'B', 'A'])
    await offer.getByRole('button', { name: messages.meeting.names.accept('Dana') }).click()
    await expect.poll(() => speakersOf(parley, 'second')).toEqual(['Dana', 'B', 'Dana'])

    await openSettings(window, 'transcription')
    const [kept = ''] = readdirSync(join(parley.dataFolder, 'voices'))
    const file = join(parley.dataFolder, 'voices', kept)
    const { vector } = JSON.parse(readFileSync(file, 'utf8')) as { vector: string }
    expect(filesWith(parley.dataFolder, vector)).toEqual([file])
    await window.getByRole('button', { name: text.voices.removeOf('Dana') }).click()
    const question = window.getByRole('alertdialog')
    await question.getByRole('button', { name: text.voices.remove }).click()
    await expect(window.getByText(text.voices.none)).toBeVisible()
    expect(filesWith(parley.dataFolder, vector)).toEqual([])
    await noViolations(window, 'speakers and kept voices')
    await parley.quit()
    expect(filesWith(parley.dataFolder, vector)).toEqual([])
  },
)

test(
  'a turn gets its speaker while the meeting is recorded',
  { tag: '@long' },
  async ({ launch, folder }) => {
    const { sampleRate, samples } = readWav(process.env.PARLEY_SPEECH ?? '')
    const padded = new Int16Array(samples.length + 4 * sampleRate)
    padded.set(samples, sampleRate)
    const microphone = join(folder, 'speech.wav')
    writeWav(microphone, { sampleRate: 48_000, samples: resample(padded, sampleRate, 48_000) })
    installSpeakers(join(folder, 'data'))
    const parley = await launch({ microphone })
    const sources = { microphone: true, system: false }
    await parley.value('settings:set', { ...unprocessed, engine: 'on-device', sources })
    const id = await record(parley)
    await expect.poll(() => speakersOf(parley, id), { timeout: 60_000 }).toContain('A')
    expect((await parley.value('recording:status', undefined)).state).toBe('recording')
    await stop(parley)
    await expect
      .poll(async () => new Set(await speakersOf(parley, id)), { timeout: 30_000 })
      .toEqual(new Set(['A']))
  },
)
