import { unrotated } from '../service/rotations'
import { expect, test } from './fixtures'
import {
  chooseService,
  expectEveryWord,
  finalNumbers,
  microphoneFile,
  record,
  recordTones,
  stop,
  transcript,
  withoutHoles,
} from './recording'

/** With sessions of 20 s, a new one follows after 7 to 12 s, within the limit of new sessions. */
const shortLived = { session: { longestMs: 20_000, newSessionsPerMinute: 5 } }
const count = 50

for (const [name, pauseEvery] of [
  ['with pauses', 6],
  ['without a pause', count],
] as const) {
  test(
    `many sessions in one recording, speech ${name}: every word once, in order`,
    { tag: '@long' },
    async ({ launch, service, folder }) => {
      test.setTimeout(180_000)
      service.configure(shortLived)
      const { parley, id } = await recordTones(launch, folder, {
        words: count,
        pauseEvery,
        heard: count - 1,
        withinMs: 120_000,
      })
      await stop(parley)
      const meeting = await expectEveryWord(parley, id, { said: count })
      expect(withoutHoles(meeting.gaps)).toEqual([])
      expect(service.log.sessions().length).toBeGreaterThanOrEqual(4)
      expect(unrotated(service.log)).toEqual([])
    },
  )
}

test(
  'Stop waits for the words of all audio that was still to be sent',
  { tag: '@long' },
  async ({ launch, service, folder }) => {
    test.setTimeout(120_000)
    const { parley, id } = await recordTones(launch, folder, {
      words: 50,
      heard: 6,
      withinMs: 30_000,
    })
    service.configure({ session: { beginDelayMs: 2_500 } })
    service.inject({ kind: 'cut' })
    await expect
      .poll(async () => (await parley.value('recording:status', undefined)).connection, {
        timeout: 30_000,
        intervals: [100],
      })
      .toBe('catching-up')
    await stop(parley)
    const meeting = await transcript(parley, id)
    expect(withoutHoles(meeting.gaps)).toEqual([])
    const words = meeting.turns.flatMap((turn) => turn.words)
    expect(words.length).toBeGreaterThan(9)
    await expectEveryWord(parley, id, { said: words.length })
    expect(service.log.sessions()).toHaveLength(2)
    expect(service.log.leaked()).toEqual([])
  },
)

test(
  'Stop before a token arrived leaves a gap, and its words are filled in',
  { tag: '@long' },
  async ({ launch, service, folder }) => {
    service.configure({ token: { delayMs: 20_000 } })
    const { path } = microphoneFile(folder, { words: 4, startSilenceMs: 1_000 })
    const parley = await launch({ microphone: path })
    await chooseService(parley)
    const id = await record(parley)
    await new Promise((resolve) => setTimeout(resolve, 4_000))
    await stop(parley)
    const { meeting, gaps: all } = await transcript(parley, id)
    const gaps = withoutHoles(all)
    expect(gaps).toMatchObject([{ startMs: expect.any(Number), reason: 'network', sound: true }])
    expect(gaps[0]?.startMs).toBeLessThan(1_000)
    expect(gaps[0]?.endMs).toBeGreaterThan(meeting.durationMs - 500)
    expect(service.log.connections).toEqual([])
    await expect
      .poll(async () => (await transcript(parley, id)).gaps.every(({ filled }) => filled), {
        timeout: 30_000,
      })
      .toBe(true)
    expect(finalNumbers(await transcript(parley, id)).length).toBeGreaterThan(1)
  },
)
