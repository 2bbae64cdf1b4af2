import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { mainMessages } from '../../common/text'
import { messages } from '../../common/text/window'
import { wordNumbers } from '../speech/tones'
import { captionsPage, openCaptions, pageOf, type Parley } from './app'
import { noViolations } from './axe'
import { expect, test } from './fixtures'
import {
  chooseService,
  expectEveryWord,
  microphoneFile,
  record,
  recordTones,
  stop,
  waitForWord,
} from './recording'

const text = messages.captions
const { live } = messages.meeting

const lines = (page: Page): Locator => page.getByRole('region', { name: text.words })
const button = (page: Page, name: string): Locator => page.getByRole('button', { name })
const captionsButton = ({ window }: Parley): Locator =>
  window.getByRole('button', { name: live.captions, exact: true })
const isShown = (parley: Parley) => parley.value('captions:shown', undefined)

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The state of the captions window as the system sees it. */
function windowOf({ app }: Parley) {
  return app.evaluate(({ BrowserWindow, screen }) => {
    const all = BrowserWindow.getAllWindows()
    const window = all.find((each) => each.webContents.getURL().includes('//captions/'))
    if (!window) throw new Error('No captions')
    const bounds = window.getBounds()
    return {
      bounds,
      workArea: screen.getDisplayMatching(bounds).workArea,
      onTop: window.isAlwaysOnTop(),
      visible: window.isVisible(),
      focused: window.isFocused(),
      resizable: window.isResizable(),
    }
  })
}
const boundsOf = async (parley: Parley): Promise<Box> => (await windowOf(parley)).bounds

/** Records what the captions show at each change: the words, and whether they are final. */
async function watch(page: Page): Promise<() => Promise<{ words: string; partial: boolean }[]>> {
  await lines(page).evaluate((element) => {
    const seen: { words: string; partial: boolean }[] = []
    Object.assign(self, { seen })
    const look = () => {
      const turns = [...element.querySelectorAll('[data-partial]')]
      for (const turn of turns) {
        const partial = turn.getAttribute('data-partial') === 'true'
        seen.push({ words: turn.textContent, partial })
      }
    }
    new MutationObserver(look).observe(element, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    })
  })
  return () =>
    page.evaluate(() => (self as unknown as { seen: { words: string; partial: boolean }[] }).seen)
}

/** Crashes the page. Returns the text of the page that replaces it. */
async function crashPage({ app }: Parley): Promise<() => Promise<string>> {
  await app.evaluate(async ({ webContents }) => {
    const all = webContents.getAllWebContents()
    const page = all.find((contents) => contents.getURL().includes('//captions/'))
    const loaded = new Promise<void>((resolve) => page?.once('did-finish-load', () => resolve()))
    page?.forcefullyCrashRenderer()
    await loaded
  })
  // Playwright cannot use a page that crashed, but main can.
  return () =>
    app.evaluate(async ({ webContents }) => {
      const all = webContents.getAllWebContents()
      const page = all.find((contents) => contents.getURL().includes('//captions/'))
      return String(await page?.executeJavaScript('document.body.innerText'))
    })
}

test(
  'the button and a key open them; words appear as they are said, and closing, reloading or a crash loses none',
  { tag: '@long' },
  async ({ launch, folder }) => {
    test.setTimeout(150_000)
    const count = 60
    const { parley, id } = await recordTones(launch, folder, {
      words: count,
      pauseEvery: 6,
      heard: 1,
      withinMs: 20_000,
    })
    const { window } = parley
    await expect(captionsButton(parley)).toHaveAttribute('aria-pressed', 'false')
    // No window manager here shows on which workspaces a window is, so the test checks what Electron
    // was told.
    await parley.app.evaluate(({ BrowserWindow }) => {
      const told: unknown[] = []
      Object.assign(globalThis, { told })
      const set = BrowserWindow.prototype.setVisibleOnAllWorkspaces
      BrowserWindow.prototype.setVisibleOnAllWorkspaces = function everywhere(...given) {
        told.push(...given)
        set.apply(this, given)
      }
    })
    await captionsButton(parley).click()
    const page = await captionsPage(parley)
    const told = await parley.app.evaluate(
      () => (globalThis as unknown as { told: unknown[] }).told,
    )
    expect(told).toEqual([true, { visibleOnFullScreen: true, skipTransformProcessType: true }])
    await expect(captionsButton(parley)).toHaveAttribute('aria-pressed', 'true')
    const seen = await watch(page)
    expect(await windowOf(parley)).toMatchObject({
      onTop: true,
      visible: true,
      focused: false,
      resizable: false,
    })

    await waitForWord(parley, id, { number: 20, withinMs: 30_000 })
    await expect(lines(page)).toContainText('w020', { ignoreCase: true })
    await expect(page.getByRole('status')).toContainText(live.live)
    const shown = await seen()
    const newest = shown.map(({ words }) => Math.max(-1, ...wordNumbers(words)))
    expect(Math.max(...newest)).toBeGreaterThanOrEqual(20)
    for (const { words } of shown) {
      const numbers = wordNumbers(words)
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
    }
    // A turn is first partial, then final.
    const ofTurn = shown.filter(({ words }) => wordNumbers(words)[0] === 12)
    expect(ofTurn[0]?.partial).toBe(true)
    expect(new Set(ofTurn.map(({ words }) => words)).size).toBeGreaterThan(3)
    expect(ofTurn.at(-1)?.partial).toBe(false)

    // The last words are there immediately after a reload, and continue after a crash.
    await page.reload()
    await expect(lines(page)).toContainText(/w0[2-5]\d/i)
    await expect.poll(await crashPage(parley)).toMatch(/w0[2-5]\d/i)
    expect(await isShown(parley)).toBe(true)

    await window.keyboard.press('c')
    await expect.poll(() => isShown(parley)).toBe(false)
    await expect(captionsButton(parley)).toHaveAttribute('aria-pressed', 'false')
    await window.keyboard.press('c')
    await expect.poll(() => isShown(parley)).toBe(true)
    const again = await captionsPage(parley)
    await again.keyboard.down('Escape')
    await expect.poll(() => isShown(parley)).toBe(false)
    const third = await openCaptions(parley)
    await button(third, text.close).focus()
    await third.keyboard.down('Enter')
    await expect.poll(() => isShown(parley)).toBe(false)
    await openCaptions(parley)

    await waitForWord(parley, id, { number: count - 1, withinMs: 60_000 })
    await stop(parley)
    await expectEveryWord(parley, id, { said: count })
    // They stay open until they are closed, and show the state.
    await expect(lines(pageOf(parley, 'captions'))).toHaveText(text.idle)
  },
)

test('they show each state, and dim old words', { tag: '@long' }, async ({ launch, folder }) => {
  const { path } = microphoneFile(folder, { words: 4 })
  const parley = await launch({ microphone: path })
  const page = await openCaptions(parley)
  await expect(lines(page)).toHaveText(text.idle)
  await expect(page.getByRole('status')).toHaveText('')
  await chooseService(parley)
  const id = await record(parley)
  await expect(lines(page)).toHaveText(live.listening)
  await waitForWord(parley, id, { number: 3, withinMs: 20_000 })
  await expect(lines(page)).toContainText(/w003/i)
  await expect(lines(page)).toHaveAttribute('data-old', 'false')
  await expect(lines(page)).toContainText(messages.meeting.exporting.sounds.microphone)
  await parley.value('recording:pause', undefined)
  await expect(page.getByRole('status')).toHaveText(live.paused)
  await expect(lines(page)).toHaveAttribute('data-old', 'true')
  await parley.value('recording:resume', undefined)
  await expect(lines(page)).toHaveAttribute('data-old', 'false')
  // The fake microphone says its words again, because it was opened again.
  await expect(lines(page)).toHaveAttribute('data-old', 'true', { timeout: 30_000 })
  await expect(lines(page)).toContainText(/w003/i)
  await stop(parley)
  await expect(lines(page)).toHaveText(text.idle)
})

test(
  'they can be dragged, widened and enlarged, remember their place, and return to the display',
  { tag: '@long' },
  async ({ launch, folder }) => {
    const parley = await launch()
    const page = await openCaptions(parley)
    const { bounds: first, workArea } = await windowOf(parley)
    expect(first.width).toBe(Math.round(workArea.width * 0.6))
    expect(Math.abs(first.x + first.width / 2 - workArea.x - workArea.width / 2)).toBeLessThan(2)
    expect(first.y + first.height).toBe(workArea.y + workArea.height - 32)
    /** Two lines fit exactly. */
    const rest = () =>
      page.evaluate(() => {
        const panel = document.querySelector('main')
        return panel ? panel.scrollHeight - panel.clientHeight : null
      })

    for (const size of ['large', 'small', 'medium'] as const) {
      await button(page, text.sizes[size]).focus()
      await page.keyboard.press('Enter')
      await expect(button(page, text.sizes[size])).toHaveAttribute('aria-pressed', 'true')
      await expect.poll(async () => (await boundsOf(parley)).height).not.toBe(0)
      const lineHeight = { small: 26, medium: 34, large: 44 }[size]
      await expect
        .poll(async () => (await boundsOf(parley)).height - 2 * lineHeight)
        .toBe(first.height - 68)
      await expect.poll(rest).toBe(0)
      const { y, height } = await boundsOf(parley)
      expect(y + height).toBe(first.y + first.height)
    }

    // The pointer moves once, because the window moves under it, and a simulated mouse does not follow.
    const dragBy = async (from: { x: number; y: number }, by: { x: number; y: number }) => {
      await page.mouse.move(from.x, from.y)
      await page.mouse.down()
      await page.mouse.move(from.x + by.x, from.y + by.y)
      await page.mouse.up()
    }
    await dragBy({ x: first.width / 2, y: first.height / 2 }, { x: -40, y: -60 })
    const moved = { ...first, x: first.x - 40, y: first.y - 60 }
    await expect.poll(() => boundsOf(parley)).toEqual(moved)
    await dragBy({ x: first.width - 4, y: first.height / 2 }, { x: -50, y: 0 })
    const narrower = { ...moved, width: moved.width - 50 }
    await expect.poll(() => boundsOf(parley)).toEqual(narrower)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Shift+ArrowRight')
    const settled = { ...narrower, y: narrower.y - 24, width: narrower.width + 24 }
    await expect.poll(() => boundsOf(parley)).toEqual(settled)

    await page.keyboard.down('Escape')
    await expect.poll(() => isShown(parley)).toBe(false)
    const other = await openCaptions(parley)
    expect(await boundsOf(parley)).toEqual(settled)
    const file = join(parley.dataFolder, 'captions.json')
    expect(existsSync(file) && readFileSync(file, 'utf8')).toContain(`"width":${settled.width}`)

    // Dragged off every display, it returns inside.
    for (let step = 0; step < 100; step += 1) await other.keyboard.press('ArrowLeft')
    await expect.poll(() => boundsOf(parley)).toEqual({ ...settled, x: workArea.x })
    await parley.quit()
    const restarted = await launch({ dataFolder: join(folder, 'data') })
    expect(await isShown(restarted)).toBe(false)
    await openCaptions(restarted)
    expect(await boundsOf(restarted)).toEqual({ ...settled, x: workArea.x })
  },
)

test(
  'clicks go through them, until the live view or the menu turns that off',
  { tag: '@long' },
  async ({ launch, folder }) => {
    const { path } = microphoneFile(folder, { words: 2 })
    const parley = await launch({ microphone: path })
    const { window } = parley
    await chooseService(parley)
    await record(parley)
    await captionsButton(parley).click()
    const page = await captionsPage(parley)
    await parley.app.evaluate(({ BrowserWindow }) => {
      const all = BrowserWindow.getAllWindows()
      const captions = all.find((each) => each.webContents.getURL().includes('//captions/'))
      if (!captions) throw new Error('No captions')
      const ignored: boolean[] = []
      Object.assign(globalThis, { ignored })
      const set = captions.setIgnoreMouseEvents.bind(captions)
      captions.setIgnoreMouseEvents = (ignore) => {
        ignored.push(ignore)
        set(ignore)
      }
    })
    const ignores = () =>
      parley.app.evaluate(() => (globalThis as unknown as { ignored: boolean[] }).ignored.at(-1))
    const letThrough = async () => {
      await button(page, text.clickThrough).focus()
      await page.keyboard.press('Enter')
      await expect.poll(ignores).toBe(true)
      await expect(page.getByRole('status')).toHaveText(text.clicksGoThrough)
    }
    const menuItem = (click: boolean) =>
      parley.app.evaluate(({ Menu }, press) => {
        const item = Menu.getApplicationMenu()?.getMenuItemById('captions-click-through')
        if (press) item?.click()
        return { label: item?.label, checked: item?.checked }
      }, click)

    await letThrough()
    expect(await menuItem(false)).toEqual({ label: mainMessages.menu.clicksThrough, checked: true })
    await window.getByRole('button', { name: live.captionsMore }).click()
    const through = window.getByRole('switch', { name: text.clickThrough })
    await expect(through).toBeChecked()
    await noViolations(window, 'more about the captions')
    await window.getByRole('combobox', { name: text.textSize }).click()
    await window.getByRole('option', { name: text.sizes.large }).click()
    await expect(page.getByRole('main')).toHaveAttribute('data-size', 'large')
    await window.getByRole('switch', { name: text.clear }).click()
    await expect(page.getByRole('main')).toHaveAttribute('data-background', 'clear')
    await window.getByRole('button', { name: text.goThere }).click()
    await expect.poll(async () => (await windowOf(parley)).focused).toBe(true)
    await through.click()
    await expect.poll(ignores).toBe(false)
    await expect(page.getByRole('status')).not.toHaveText(text.clicksGoThrough)

    await letThrough()
    await menuItem(true)
    await expect.poll(ignores).toBe(false)
    expect(await menuItem(false)).toMatchObject({ checked: false })
    await letThrough()
    // The setting is kept, and they say so again when they open.
    await parley.value('captions:show', { shown: false })
    const again = await openCaptions(parley)
    await expect(again.getByRole('status')).toHaveText(text.clicksGoThrough)
    await stop(parley)
  },
)

test(
  'axe finds nothing in them, in both themes and with both backgrounds',
  { tag: '@long' },
  async ({ launch, folder }) => {
    const { parley } = await recordTones(launch, folder, { words: 20, heard: 3, withinMs: 20_000 })
    const page = await openCaptions(parley)
    await expect(lines(page)).toContainText(/w0\d\d/i)
    for (const theme of ['light', 'dark'] as const) {
      for (const background of ['opaque', 'clear'] as const) {
        const captions = { size: 'medium', background, clickThrough: false } as const
        await parley.value('settings:set', { theme, captions })
        await expect(page.getByRole('main')).toHaveAttribute('data-background', background)
        await noViolations(page, `captions, ${theme}, ${background}`)
        await button(page, text.close).focus()
        await noViolations(page, `captions with their controls, ${theme}, ${background}`)
      }
    }
    await expect(page.getByRole('button', { name: text.sizes.medium })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
    await stop(parley)
  },
)

test('the page reaches only its own channels of main', async ({ launch }) => {
  const parley = await launch()
  const page = await openCaptions(parley)
  const outcome = await page.evaluate(async () => {
    const of = (work: () => Promise<unknown>) =>
      Promise.resolve()
        .then(work)
        .then(
          () => 'given',
          () => 'refused',
        )
    return {
      network: await of(() => fetch('http://127.0.0.1:9/')),
      otherPage: await of(() => fetch('app://window/index.html')),
      settings: await of(() => self.parley.call('settings:get', undefined)),
      stop: await of(() => self.parley.call('recording:stop', undefined)),
      text: await of(() => self.parley.call('meetings:get', { id: 'a' })),
      sound: await new Promise((resolve) => {
        const audio = new Audio('media://meeting/a/sound')
        audio.onerror = () => resolve('refused')
        audio.onloadedmetadata = () => resolve('given')
      }),
    }
  })
  expect(new Set(Object.values(outcome))).toEqual(new Set(['refused']))
  const refused = await page.evaluate(() =>
    self.parley.call('captions:set', { size: 'huge' } as never),
  )
  expect(refused).toMatchObject({ ok: false, error: { code: 'bad-input' } })
})
