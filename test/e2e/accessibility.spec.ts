import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { english } from '../../common/text/en'
import type { Parley } from './app'
import { noViolations } from './axe'
import { expect, test } from './fixtures'
import { chooseService, microphoneFile } from './recording'
import { seedLibrary } from './seeded-library'
import { smallTargets } from './small-targets'
import * as tours from './tour'

type Look = 'light' | 'dark' | 'forced colours' | 'twice the size'

const everyLook: readonly Look[] = ['light', 'dark', 'forced colours', 'twice the size']

/** Shows a page in one of its looks until the function that is returned is called. */
async function wear(parley: Parley, page: Page, look: Look): Promise<() => Promise<unknown>> {
  const theme = look === 'dark' ? 'dark' : 'light'
  await parley.value('settings:set', { theme })
  await expect(page.locator('html')).toHaveCSS('color-scheme', theme)
  if (look === 'forced colours') {
    await page.emulateMedia({ forcedColors: 'active' })
    return () => page.emulateMedia({ forcedColors: null })
  }
  // What opens must open at this size, so it stays.
  if (look === 'twice the size') await parley.value('settings:set', { textSize: 200 })
  return () => Promise.resolve()
}

/** A tour on which axe and the sizes of targets are looked at, in one app for all looks. */
function tourOf(parley: Parley, looks: readonly Look[]): tours.Tour {
  return {
    parley,
    text: english,
    look: async (screen, page = parley.window) => {
      for (const look of looks) {
        const undo = await wear(parley, page, look)
        await noViolations(page, `${screen}, ${look}`)
        expect.soft(await smallTargets(page), `targets of ${screen}, ${look}`).toEqual([])
        await undo()
      }
    },
  }
}

test('axe finds nothing, and no target is too small, in a meeting and the settings', async ({
  launch,
  folder,
  service,
}) => {
  seedLibrary(join(folder, 'data'), tours.tourMeetings)
  const parley = await launch()
  await tours.tourMeeting(tourOf(parley, ['light', 'dark']), service)
  await tours.tourSettings(tourOf(parley, ['light']))
})

for (const look of everyLook) {
  test(
    `nor in anything that opens, ${look}`,
    { tag: '@long' },
    async ({ launch, folder, service }) => {
      test.setTimeout(240_000)
      seedLibrary(join(folder, 'data'), tours.tourMeetings)
      const parley = await launch()
      const tour = tourOf(parley, [look])
      await chooseService(parley)
      await tours.tourMeeting(tour, service)
      await tours.tourMeetingPopups(tour)
      await tours.tourComparison(tour)
      await tours.tourEvents(tour)
      await tours.tourSettingsDialogs(tour)
    },
  )

  test(
    `nor in a first run, a recording and its captions, ${look}`,
    { tag: '@long' },
    async ({ launch, folder }) => {
      test.setTimeout(180_000)
      const { path } = microphoneFile(folder, { words: 120 })
      const parley = await launch({ asNew: true, microphone: path })
      const tour = tourOf(parley, [look])
      await tours.tourFirstRun(tour)
      await chooseService(parley)
      await parley.value('settings:set', { sources: { microphone: true, system: false } })
      await tours.tourRecording(tour, { heard: 8 })
    },
  )
}
