import { readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures'
import { chooseService } from './recording'
import { openSettings, expectProblem } from './screens'
import { messages } from '../../common/text/window'
import { fill } from './small-disk'

test.use({ hasKey: false })

test('a nearly full disk leaves the settings whole, and says that a change was not saved', async ({
  smallFolder,
  launch,
}) => {
  const dataFolder = join(smallFolder, 'data')
  const file = join(dataFolder, 'settings.json')
  const first = await launch({ dataFolder })
  await chooseService(first, 'keychain')
  // The file is longer than the last block that a full disk may still give.
  const keyTerms = Array.from({ length: 100 }, (_, index) => `${index} ${'term'.repeat(10)}`)
  await first.value('settings:set', { keyTerms })
  const before = readFileSync(file, 'utf8')
  expect(before.length).toBeGreaterThan(4_096)
  const filler = join(smallFolder, 'filler')
  fill(filler)
  truncateSync(filler, statSync(filler).size - 4_096)
  await openSettings(first.window, 'storage')
  await first.window.getByRole('radio', { name: messages.settings.storage.sounds.keep }).click()
  await expectProblem(first.window, 'settings-not-saved')
  expect(readFileSync(file, 'utf8')).toBe(before)
  first.kill()
  rmSync(filler)

  const second = await launch({ dataFolder })
  expect(await second.value('settings:get', undefined)).toMatchObject({
    keyTerms,
    sound: 'compress',
  })
  expect((await second.value('keys:list', undefined)).keys).toMatchObject([{ name: 'Work' }])
  await second.value('settings:set', { sound: 'keep' })
  await second.quit()

  // As an earlier version left it: the copy of the settings before the last change is read.
  truncateSync(file, 4_096)
  const third = await launch({ dataFolder })
  expect(await third.value('settings:get', undefined)).toMatchObject({
    keyTerms,
    sound: 'compress',
  })
  expect((await third.value('keys:list', undefined)).keys).toMatchObject([{ name: 'Work' }])
})
