import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { actionText } from '../../common/text'
import { messages } from '../../common/text/window'
import type { Parley } from './app'
import { noViolations } from './axe'
import { expect, test } from './fixtures'
import { openSettings, type SettingsTab } from './screens'
import { seedLibrary } from './seeded-library'

interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const bounds = ({ app }: Parley): Promise<Bounds> =>
  app.evaluate(({ BrowserWindow }) => {
    const all = BrowserWindow.getAllWindows()
    const main = all.find((one) => one.webContents.getURL().startsWith('app://window/'))
    if (!main) throw new Error('No main window')
    return main.getBounds()
  })

async function place({ app }: Parley, box: Bounds): Promise<void> {
  await app.evaluate(({ BrowserWindow }, to) => {
    const all = BrowserWindow.getAllWindows()
    all.find((one) => one.webContents.getURL().startsWith('app://window/'))?.setBounds(to)
  }, box)
}

test(
  'the window opens again at its place with its size, on a screen that exists',
  { tag: '@long' },
  async ({ launch, folder }) => {
    const first = await launch()
    const box = { x: 40, y: 60, width: 900, height: 600 }
    await place(first, box)
    await expect.poll(() => bounds(first)).toEqual(box)
    await first.quit()

    const second = await launch()
    expect(await bounds(second)).toEqual(box)
    await second.quit()

    const away = { bounds: { ...box, x: 9_000, y: -4_000 }, maximized: false, fullScreen: false }
    writeFileSync(join(folder, 'data', 'window.json'), JSON.stringify(away))
    const third = await launch()
    const found = await bounds(third)
    const area = await third.app.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea)
    expect(found.x).toBeGreaterThanOrEqual(area.x)
    expect(found.x + found.width).toBeLessThanOrEqual(area.x + area.width)
    expect(found.y).toBeGreaterThanOrEqual(area.y)
    await third.quit()

    writeFileSync(join(folder, 'data', 'window.json'), 'not JSON')
    const fourth = await launch()
    expect((await bounds(fourth)).width).toBe(1200)
  },
)

test('the command palette runs actions by keyboard, and shows their keys', async ({ launch }) => {
  const { window } = await launch()
  await window.getByRole('combobox', { name: messages.library.search.field }).waitFor()
  await window.keyboard.press('Control+Shift+P')
  const palette = window.getByRole('dialog', { name: messages.commands.title })
  await expect(palette).toBeVisible()
  await expect(
    palette.getByRole('option', { name: actionText.import }).getByText('Ctrl O'),
  ).toBeVisible()
  await noViolations(window, 'the command palette')
  await window.keyboard.type('appear')
  await window.keyboard.press('Enter')
  await expect(palette).toBeHidden()
  await expect(
    window.getByRole('heading', { level: 1, name: messages.settings.appearance.title }),
  ).toBeVisible()

  await window.keyboard.press('Control+Shift+P')
  await window.keyboard.type('search every')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('combobox', { name: messages.library.search.field })).toBeFocused()

  await window.keyboard.press('Control+Shift+P')
  await window.keyboard.type('keyboard shortcuts')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('dialog', { name: messages.meeting.keys.title })).toBeVisible()
  await noViolations(window, 'the keyboard shortcuts')
})

/** The window as the screen shows it; a screenshot of the page ignores its text size. */
async function picture({ app }: Parley): Promise<Buffer> {
  const png = await app.evaluate(async ({ BrowserWindow }) => {
    const all = BrowserWindow.getAllWindows()
    const main = all.find((one) => one.webContents.getURL().startsWith('app://window/'))
    return (await main?.webContents.capturePage())?.toPNG().toString('base64') ?? ''
  })
  return Buffer.from(png, 'base64')
}

/** The controls that cannot be scrolled into view, or that something else covers. */
async function unreachable(window: Page): Promise<string[]> {
  return window.evaluate(() => {
    const controls = [
      ...document.querySelectorAll<HTMLElement>(
        'button, input, textarea, a[href], [role="switch"], [role="tab"], [role="slider"], [role="radio"], summary',
      ),
    ]
    const shown = controls.filter(
      (one) =>
        one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        one.getAttribute('aria-hidden') !== 'true' &&
        one.getBoundingClientRect().width > 1,
    )
    return shown.flatMap((one) => {
      one.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
      const box = one.getBoundingClientRect()
      const inside = box.left >= -1 && box.right <= innerWidth + 1
      const x = Math.min(innerWidth - 1, Math.max(0, box.left + box.width / 2))
      const y = Math.min(innerHeight - 1, Math.max(0, box.top + Math.min(box.height, 40) / 2))
      const top = document.elementFromPoint(x, y)
      const label = one.closest('label')
      const reached =
        top !== null && (one.contains(top) || top.contains(one) || label?.contains(top))
      const name = one.getAttribute('aria-label') ?? one.textContent
      if (inside && reached) return []
      return [`${one.tagName} ${name} ${inside ? 'covered' : `at ${box.left} to ${box.right}`}`]
    })
  })
}

for (const [textSize, box] of [
  [100, { x: 0, y: 0, width: 760, height: 520 }],
  [200, { x: 0, y: 0, width: 1200, height: 760 }],
  [200, { x: 0, y: 0, width: 760, height: 520 }],
] as const) {
  test(
    `everything can be reached at ${textSize} % in ${box.width} × ${box.height}`,
    { tag: textSize === 200 && box.width === 760 ? [] : '@long' },
    async ({ launch, folder }) => {
      const dataFolder = join(folder, 'data')
      const said = [
        ['A', 'Before we lock the numbers, can we look at the travel line again?'],
        ['B', 'I can own it. Most of it is the Ghent office visits.'],
      ] as const
      seedLibrary(dataFolder, [
        { id: 'talk', title: 'Quarterly budget review', startedAt: 1_763_000_000_000, said },
      ])
      const parley = await launch({ dataFolder })
      const { window } = parley
      await place(parley, box)
      await parley.value('settings:set', { textSize })
      await expect
        .poll(() => window.evaluate(() => innerWidth))
        .toBeLessThanOrEqual(box.width / (textSize / 100))
      const look = async (screen: string) => {
        const output = process.env['PARLEY_OUTPUT']
        if (output) {
          const name = `window-${textSize}-${box.width}-${screen}.png`
          writeFileSync(join(output, name), await picture(parley))
        }
        expect(await unreachable(window), screen).toEqual([])
      }
      await look('start')
      for (const tab of Object.keys(messages.settings.tabs) as SettingsTab[]) {
        await openSettings(window, tab)
        await look(`settings-${tab}`)
      }
      await window.locator('[data-meeting]').click()
      await expect(window.getByRole('slider')).toBeVisible()
      await look('meeting')
      await window.keyboard.press('n')
      await expect(
        window.getByRole('textbox', { name: messages.meeting.notes.label }),
      ).toBeVisible()
      await look('notes')
    },
  )
}

test('contrast and motion follow the settings, in both themes', async ({ launch }) => {
  const parley = await launch()
  const { window } = parley
  const ink = () => window.evaluate(() => getComputedStyle(document.body).color.replaceAll(' ', ''))
  await parley.value('settings:set', { contrast: 'more', motion: 'reduced', theme: 'light' })
  await expect.poll(ink).toBe('rgb(0,0,0)')
  await openSettings(window, 'appearance')
  await noViolations(window, 'more contrast, light')
  await parley.value('settings:set', { theme: 'dark' })
  await expect.poll(ink).toBe('rgb(255,255,255)')
  await noViolations(window, 'more contrast, dark')
  await expect(window.locator('html')).toHaveAttribute('data-motion', 'reduced')
})
