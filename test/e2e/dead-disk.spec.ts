import { join } from 'node:path'
import { expect, test } from './fixtures'
import { chooseFiles, chooseService, recordTones, transcript } from './recording'

/** A disk that answers no read, with one file; null if this session has none. */
const deadDisk = process.env.PARLEY_DEAD_DISK || null

test.beforeEach(() => test.skip(deadDisk === null, 'There is no dead disk in this session'))

/** How long a system waits for a program that it ends, in ms. */
const limitMs = 8_000

test(
  'a read that never ends holds up neither the end by the system nor what it saves',
  { tag: '@long' },
  async ({ launch, folder }) => {
    const { parley, id } = await recordTones(launch, folder, {
      words: 12,
      heard: 6,
      withinMs: 40_000,
    })
    await chooseFiles(parley, [join(deadDisk ?? '', 'call.wav')])
    await parley.value('imports:choose-files', undefined)
    await expect
      .poll(() => parley.value('imports:list', undefined))
      .toMatchObject([{ name: 'call.wav', step: 'reading' }])

    const process = parley.app.process()
    const exited = new Promise((resolve) => process.once('exit', resolve))
    const before = performance.now()
    process.kill('SIGTERM')
    await exited
    expect(performance.now() - before).toBeLessThan(limitMs)

    const again = await launch()
    const [meeting] = await again.meetings()
    expect(meeting).toMatchObject({ id, state: 'done' })
    expect((await transcript(again, id)).turns.length).toBeGreaterThan(0)
    await again.quit()
  },
)

test('a person can quit while a read never ends', async ({ launch }) => {
  const parley = await launch()
  await chooseService(parley)
  await chooseFiles(parley, [join(deadDisk ?? '', 'call.wav')])
  await parley.value('imports:choose-files', undefined)
  await expect
    .poll(() => parley.value('imports:list', undefined))
    .toMatchObject([{ step: 'reading' }])
  const exited = new Promise((resolve) => parley.app.process().once('exit', resolve))
  const before = performance.now()
  // The app can be gone before it answers.
  await parley.app.evaluate(({ app }) => app.quit()).catch(() => undefined)
  await exited
  expect(performance.now() - before).toBeLessThan(limitMs)
})
