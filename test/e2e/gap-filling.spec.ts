import { join } from 'node:path'
import Database from 'libsql'
import { errorSentences } from '../../common/text'
import { messages } from '../../common/text/window'
import type { Parley } from './app'
import { wordNumbers } from '../speech/tones'
import { expect, test } from './fixtures'
import {
  chooseFiles,
  chooseService,
  expectEveryWord,
  recordTones,
  stop,
  toneFile,
  transcript,
  waitForWord,
  withoutHoles,
} from './recording'

/** After more than 3 s live text goes on with what is said now. */
const cutMs = 12_000
/** The next try comes within a second; then a token, Begin and a word, on a busy machine. */
const liveAgainMs = 4_000

test(
  'after a cut text is live again at once, and what was said meanwhile is filled in',
  { tag: '@long' },
  async ({ launch, service, folder }) => {
    test.setTimeout(180_000)
    const count = 60
    const { parley, id } = await recordTones(launch, folder, {
      words: count,
      heard: 8,
      withinMs: 20_000,
    })
    await service.goOffline()
    await new Promise((resolve) => setTimeout(resolve, cutMs))
    await service.goOnline()
    const onlineAt = Date.now()
    const firstLive = () => {
      const messages = service.log.sessions().at(-1)?.sent ?? []
      return messages.find(({ message }) => JSON.stringify(message).match(/"text":"w\d{3}/i))
    }
    const sessionsBefore = service.log.sessions().length
    await expect.poll(() => service.log.sessions().length).toBeGreaterThan(sessionsBefore)
    await expect.poll(firstLive).toBeDefined()
    expect((firstLive()?.at ?? Infinity) - onlineAt).toBeLessThan(liveAgainMs)
    const [firstNumber = 0] = wordNumbers(JSON.stringify(firstLive()?.message))
    // About nineteen words were said meanwhile, of which nothing is sent first.
    expect(firstNumber).toBeGreaterThan(20)

    const gapsOf = async () => withoutHoles((await transcript(parley, id)).gaps)
    await expect
      .poll(async () => (await gapsOf()).map((gap) => gap.filled), { timeout: 90_000 })
      .toEqual([true])
    // This happens before Stop, and is visible in the transcript.
    expect((await parley.value('recording:status', undefined)).state).toBe('recording')
    const sentence = new RegExp(messages.meeting.gap.filled.replaceAll('.', '\\.'))
    await expect(parley.window.getByText(sentence)).toBeVisible()
    await waitForWord(parley, id, { number: count - 1, withinMs: 40_000 })
    await stop(parley)

    const meeting = await expectEveryWord(parley, id, { said: count })
    const [gap] = withoutHoles(meeting.gaps)
    expect(gap).toMatchObject({ reason: 'network', sound: true, filled: true })
    if (!gap) throw new Error('no gap')
    expect(gap.endMs - gap.startMs).toBeGreaterThan(cutMs - 3_000)
    const filled = meeting.turns.filter((turn) => turn.filledIn)
    const words = filled.flatMap((turn) => wordNumbers(turn.text))
    expect(words.length).toBeGreaterThan(12)
    await expect(parley.window.getByText(filled[1]?.text ?? '')).toBeVisible()

    // Only this range was sent, and nothing stays at the service.
    const uploads = service.log.requests.filter(({ path: at }) => at === '/v2/upload')
    expect(uploads.filter(({ status }) => status === 200)).toHaveLength(1)
    const sentMs = Number(uploads.at(-1)?.body) / 32
    expect(sentMs).toBeLessThanOrEqual(gap.endMs - gap.startMs + 2_100)
    const created = service.log.requests.find(
      ({ path: at, method }) => at === '/v2/transcript' && method === 'POST',
    )
    expect(created?.body).toMatchObject({
      speech_models: ['assemblyai-stt-3-7', 'universal-2'],
      language_code: 'en',
    })
    const deleted = service.log.requests.filter(({ method }) => method === 'DELETE')
    expect(deleted.map(({ status }) => status)).toEqual([200])
  },
)

/** Imports a file of a few words and opens its meeting. */
async function importTones(parley: Parley, folder: string): Promise<void> {
  await chooseService(parley)
  await chooseFiles(parley, [toneFile(join(folder, 'Board.wav'), { words: 6, sampleRate: 48_000 })])
  await parley.value('imports:choose-files', undefined)
  await parley.window.locator('[data-meeting]', { hasText: 'Board' }).click()
}

test(
  'a part that failed three times is not paid for again, and says so',
  { tag: '@long' },
  async ({ launch, service, folder }) => {
    service.configure({ transcripts: { error: 'The model is not there.', processingMs: 100 } })
    const parley = await launch()
    await importTones(parley, folder)
    await expect(parley.window.getByText(errorSentences['job-attempts'])).toBeVisible({
      timeout: 80_000,
    })
    expect(service.billedJobs()).toHaveLength(3)
    await expect.poll(() => service.keptJobs()).toEqual([])
  },
)

test('after 200 jobs of a day no more are bought, and the meeting says so', async ({
  launch,
  service,
  folder,
}) => {
  const parley = await launch()
  const database = new Database(join(parley.dataFolder, 'library', 'library.db'))
  const insert = database.prepare(`
    INSERT INTO service_jobs VALUES
      (:mark, 'gone', 'gap', 0, 1, 1, '', 'https://cdn.example.com/1', 'job', 'deleted', :at)`)
  for (let job = 0; job < 200; job += 1) insert.run({ mark: `job-${job}`, at: Date.now() })
  database.close()
  await importTones(parley, folder)
  await expect(parley.window.getByText(errorSentences['job-day-limit'])).toBeVisible({
    timeout: 30_000,
  })
  expect(service.billedJobs()).toEqual([])
})
