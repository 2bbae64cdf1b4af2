import { messages } from '../../common/text/window'
import { webLinks } from '../../common/model'
import { reference } from '../docs/reference'
import { expect, test } from './fixtures'
import { openSettings } from './screens'

const text = messages.token
const find = messages.meeting.find

test(
  'the reference: copy buttons, links, contents that stay, and a search',
  { tag: '@long' },
  async ({ launch }) => {
    const parley = await launch()
    const { window, app } = parley
    await openSettings(window, 'keys')
    await window.getByRole('button', { name: text.reference }).click()
    const page = window.getByRole('article')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

    // Each block of code has its button, which copies it as it is.
    const blocks = [...reference.matchAll(/^```\w+\n([\s\S]*?)^```$/gm)].map(([, code]) => code)
    const buttons = page.getByRole('button', { name: text.copyCode, exact: true })
    await expect(buttons).toHaveCount(blocks.length)
    await buttons.nth(1).click()
    await expect(page.getByRole('button', { name: text.codeCopied })).toBeVisible()
    const copied = await app.evaluate(({ clipboard }) => clipboard.readText())
    expect(copied).toBe(blocks[1])

    // Links go through main, which opens the address of their name.
    await app.evaluate(({ shell }) => {
      const opened: string[] = []
      Object.assign(globalThis, { opened })
      shell.openExternal = (address) => {
        opened.push(address)
        return Promise.resolve()
      }
    })
    for (const name of [
      'API keys page',
      'temporary tokens',
      'this endpoint',
      'WebSocket',
      'messages of a session',
    ]) {
      await page.getByRole('button', { name, exact: true }).first().click()
    }
    await expect
      .poll(() => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened))
      .toEqual(Object.values(webLinks))

    // The contents stay beside the text and say where it is.
    const contents = window.getByRole('navigation', { name: text.onThisPage })
    await contents.getByRole('link', { name: 'Long recordings' }).click()
    await expect(page.getByRole('heading', { name: 'Long recordings' })).toBeInViewport()
    await expect(contents).toBeInViewport()
    await expect(contents.locator('[aria-current="location"]')).toHaveText('Long recordings')

    // Search within the page.
    const field = window.getByRole('textbox', { name: text.search })
    await field.fill('sec-fetch-site')
    const places = reference.match(/sec-fetch-site/gi)?.length ?? 0
    await expect(window.getByRole('search').getByRole('status')).toHaveText(
      find.count('1', String(places)),
    )
    await field.press('Enter')
    await expect(window.getByRole('search').getByRole('status')).toHaveText(
      find.count('2', String(places)),
    )
    const top = await window.evaluate(() => {
      const [place] = CSS.highlights.get('current-match') ?? []
      return place instanceof Range ? place.getBoundingClientRect().top : null
    })
    expect(top).toBeGreaterThan(0)
    expect(top).toBeLessThan(await window.evaluate(() => innerHeight))
    await field.fill('no such words here')
    await expect(window.getByRole('search').getByRole('status')).toHaveText(find.none)
  },
)
