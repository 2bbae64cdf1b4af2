import { messages } from '../../preload/messages'
import { wordNumbers } from '../speech/tones'
import { expect, test } from './fixtures'
import { expectEveryWord, recordTones, stop, transcript, waitForWord } from './recording'

/** The live backlog holds 20 s: a longer cut leaves a gap. */
const cutMs = 24_000

test('words that a long cut took are filled in while the meeting goes on', async ({
  launch,
  service,
  folder,
}) => {
  test.setTimeout(180_000)
  const count = 72
  const { parley, id } = await recordTones(launch, folder, {
    words: count,
    heard: 8,
    withinMs: 20_000,
  })
  await service.goOffline()
  await new Promise((resolve) => setTimeout(resolve, cutMs))
  await service.goOnline()

  const gapsOf = async () => (await transcript(parley, id)).gaps
  await expect
    .poll(async () => (await gapsOf()).map((gap) => gap.filled), { timeout: 90_000 })
    .toEqual([true])
  // Before Stop, and so that a reader sees it.
  expect((await parley.value('recording:status', undefined)).state).toBe('recording')
  const sentence = new RegExp(messages.meeting.gap.filled.replaceAll('.', '\\.'))
  await expect(parley.window.getByText(sentence)).toBeVisible()
  await waitForWord(parley, id, count - 1, 40_000)
  await stop(parley)

  const meeting = await expectEveryWord(parley, id, count)
  const [gap] = meeting.gaps
  expect(gap).toMatchObject({ reason: 'network', sound: true, filled: true })
  if (!gap) throw new Error('no gap')
  expect(gap.endMs - gap.startMs).toBeGreaterThan(20_000)
  const filled = meeting.turns.filter((turn) => turn.filledIn)
  const words = filled.flatMap((turn) => wordNumbers(turn.text))
  expect(words.length).toBeGreaterThan(25)
  await expect(parley.window.getByText(filled[1]?.text ?? '')).toBeVisible()

  // The range and nothing else was sent, and nothing of it stays at the service.
  const uploads = service.log.requests.filter(({ path: at }) => at === '/v2/upload')
  expect(uploads.filter(({ status }) => status === 200)).toHaveLength(1)
  const sentMs = Number(uploads.at(-1)?.body) / 32
  expect(sentMs).toBeLessThanOrEqual(gap.endMs - gap.startMs + 2_100)
  const created = service.log.requests.find(
    ({ path: at, method }) => at === '/v2/transcript' && method === 'POST',
  )
  expect(created?.body).toMatchObject({
    speech_models: ['universal-3-5-pro', 'universal-2'],
    language_code: 'en',
  })
  const deleted = service.log.requests.filter(({ method }) => method === 'DELETE')
  expect(deleted.map(({ status }) => status)).toEqual([200])
})
