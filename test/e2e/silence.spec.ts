import { messages } from '../../common/text/window'
import { expect, test } from './fixtures'
import { expectEveryWord, recordTones, stop, waitForWord, withoutHoles } from './recording'

test(
  'a long silence costs nothing after its first minute, and no word',
  { tag: '@long' },
  async ({ launch, service, folder }) => {
    test.setTimeout(200_000)
    const speech = { words: 8, pauseEvery: 4, pauseMs: 75_000 }
    const { parley, id } = await recordTones(launch, folder, {
      ...speech,
      heard: 3,
      withinMs: 30_000,
    })
    await expect.poll(() => service.log.open().length, { timeout: 80_000 }).toBe(0)
    // Not "Live" while nothing listens.
    const status = parley.window.locator('[data-status="connection"]')
    await expect(status).toHaveText(messages.meeting.live.waiting)
    // It opens by itself, when somebody speaks again.
    await waitForWord(parley, id, { number: 7, withinMs: 60_000 })
    await stop(parley)
    const meeting = await expectEveryWord(parley, id, { said: 8 })
    expect(withoutHoles(meeting.gaps)).toEqual([])
    expect(service.log.sessions()).toHaveLength(2)
    const billed = [...service.log.billed().values()].reduce((sum, { seconds }) => sum + seconds, 0)
    // Two times a few seconds of words, and a minute of silence; the meeting has a quarter more.
    expect(billed).toBeLessThan(80)
  },
)
