import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { english } from '../../common/text/en'
import { isolateValues } from '../../common/text/isolate'
import { pseudoCatalogue } from '../../common/text/pseudo'
import type { Parley } from './app'
import { expect, test } from './fixtures'
import { chooseService, microphoneFile } from './recording'
import { seedLibrary } from './seeded-library'
import { cutOff, untranslated } from './text-check'
import * as tours from './tour'

/** The project as it is built: a package has no pseudo-language. */
const appFolder = process.cwd()
const whole = pseudoCatalogue(english)
/** As the scripts of the build have it. */
const rtl = { ...whole, window: isolateValues(whole.window), menus: isolateValues(whole.menus) }
const sizes = [
  { width: 760, height: 520 },
  { width: 1200, height: 760 },
] as const

async function resize({ app, window }: Parley, size: (typeof sizes)[number]): Promise<void> {
  await app.evaluate(({ BrowserWindow }, to) => {
    const all = BrowserWindow.getAllWindows()
    const main = all.find((one) => one.webContents.getURL().startsWith('app://window/'))
    main?.setContentSize(to.width, to.height)
  }, size)
  await expect.poll(() => window.evaluate(() => innerWidth)).toBe(size.width)
}

/** A tour that looks for faults of the text on each screen, in each size of the window. */
function tourOf(
  parley: Parley,
  direction: 'ltr' | 'rtl',
  sizesOfWindow: readonly (typeof sizes)[number][] = sizes,
): tours.Tour {
  /** What is wrong for longer than a page takes to change, in ms. */
  const faults = async (page: Page, withinMs = 2_000) => {
    for (const until = Date.now() + withinMs; ;) {
      const found = [...(await untranslated(page)), ...(await cutOff(page))]
      if (found.length === 0 || Date.now() > until) return found
      await page.waitForTimeout(100)
    }
  }
  return {
    parley,
    text: direction === 'rtl' ? rtl : whole,
    look: async (screen, page = parley.window) => {
      if (page !== parley.window) {
        expect.soft(await faults(page), screen).toEqual([])
        return
      }
      for (const size of sizesOfWindow) {
        await resize(parley, size)
        expect.soft(await faults(page), `${screen}, ${size.width} × ${size.height}`).toEqual([])
      }
    },
  }
}

/** The labels of the application menu. */
function menuLabels({ app }: Parley): Promise<string[]> {
  return app.evaluate(({ Menu }) => {
    const labels = (menu: Electron.Menu | null | undefined): string[] =>
      (menu?.items ?? []).flatMap((item) => [item.label, ...labels(item.submenu)])
    return labels(Menu.getApplicationMenu()).filter((label) => label !== '')
  })
}

// The name of a key is not translated.
test.use({ hasKey: false })

for (const direction of ['ltr', 'rtl'] as const) {
  const args = [`--pseudo-language=${direction}`]

  const tag = direction === 'rtl' ? '@long' : []
  test(
    `everything is translated and nothing is cut off, ${direction}`,
    { tag },
    async ({ launch, folder, service }) => {
      test.setTimeout(180_000)
      seedLibrary(join(folder, 'data'), tours.tourMeetings)
      const parley = await launch({ appFolder, args })
      await expect(parley.window.locator('html')).toHaveAttribute('dir', direction)
      expect((await menuLabels(parley)).filter((label) => !/^(⟦.*⟧|Parley)$/.test(label))).toEqual(
        [],
      )
      const tour = tourOf(parley, direction, direction === 'rtl' ? sizes : sizes.slice(0, 1))
      await tours.tourMeeting(tour, service)
      await tours.tourSettings(tour)
    },
  )

  test(`nor is anything that opens, ${direction}`, { tag: '@long' }, async ({ launch, folder }) => {
    test.setTimeout(180_000)
    seedLibrary(join(folder, 'data'), tours.tourMeetings)
    const parley = await launch({ appFolder, args })
    const tour = tourOf(parley, direction)
    await chooseService(parley)
    await tours.tourMeetingPopups(tour)
    await tours.tourComparison(tour)
    await tours.tourEvents(tour)
    await tours.tourSettingsDialogs(tour)
  })

  test(
    `nor is anything of a recording, ${direction}`,
    { tag: '@long' },
    async ({ launch, folder }) => {
      test.setTimeout(180_000)
      const { path } = microphoneFile(folder, { words: 60 })
      const parley = await launch({ appFolder, asNew: true, args, microphone: path })
      const tour = tourOf(parley, direction)
      await tours.tourFirstRun(tour)
      await chooseService(parley)
      await parley.value('settings:set', { sources: { microphone: true, system: false } })
      await tour.look('first start')
      await tours.tourRecording(tour, { heard: 8 })
    },
  )
}
