import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openLibrary } from '../../main/library/library'
import { messages } from '../../common/text/window'
import { noViolations } from './axe'
import { expect, test } from './fixtures'
import { unwrap } from '../unwrap'
import { filesWith } from './recording'
import { seedLibrary, type SeededMeeting } from './seeded-library'

const text = messages.library
const hour = 60 * 60_000

const talk = (count: number): SeededMeeting['said'] =>
  Array.from({ length: count }, (_, n) => [
    'A',
    `Item ${n} of the long list that we have to go through`,
  ])

function seed(folder: string): string {
  const dataFolder = join(folder, 'data')
  const now = Date.now()
  seedLibrary(dataFolder, [
    {
      id: 'standup',
      title: 'Stand-up',
      startedAt: now - 50 * hour,
      said: [
        ['A', 'Good morning from the Café'],
        ['B', 'We spoke of the travel line again'],
      ],
      names: { B: 'Priya' },
    },
    {
      id: 'review',
      title: 'Review',
      startedAt: now - hour,
      said: [...talk(60), ['A', 'and then the travel line was cut'], ...talk(60)],
      tags: ['Finance'],
    },
  ])
  return dataFolder
}

const field = (window: Page) => window.getByRole('combobox', { name: text.search.field })
const results = (window: Page) => window.getByRole('listbox', { name: text.search.results })
const row = (window: Page, title: string) =>
  window.getByRole('navigation', { name: messages.shell.meetings }).getByRole('button', {
    name: title,
  })
const heading = (window: Page, name: string) => window.getByRole('heading', { level: 1, name })

test('everything said is found by keyboard and opened at the word', async ({ launch, folder }) => {
  const { window } = await launch({ dataFolder: seed(folder) })
  await expect(row(window, 'Review')).toBeVisible()
  await window.keyboard.press('Control+K')
  await expect(field(window)).toBeFocused()
  await window.keyboard.type('trav')
  await expect(results(window).getByRole('option')).toHaveCount(4)
  await expect(results(window).locator('mark')).toHaveText(['travel', 'travel'])
  await window.keyboard.type(' cut')
  await expect(results(window).locator('mark')).toHaveText(['travel', 'cut'])
  await window.keyboard.press('Enter')
  await expect(heading(window, 'Review')).toBeVisible()
  const word = window.locator('[data-word]:focus')
  await expect(word).toHaveText('travel')
  await expect(word).toBeInViewport()

  // No result is shown as such; accents do not matter.
  await window.keyboard.press('Control+K')
  await expect(field(window)).toBeFocused()
  await window.keyboard.type('zebra "')
  await expect(window.getByText(text.search.nothing, { exact: true })).toBeVisible()
  await window.keyboard.press('Control+A')
  await window.keyboard.type('"the cafe"')
  await expect(results(window).locator('mark')).toHaveText(['the Café'])
  await window.keyboard.press('ArrowDown')
  await expect(results(window).getByRole('option', { selected: true })).toContainText('Café')
  await window.keyboard.press('Enter')
  await expect(heading(window, 'Stand-up')).toBeVisible()
  // The found word takes the focus as soon as the meeting is loaded.
  await expect(word).toBeInViewport()
  await window.keyboard.press('Control+K')
  await expect(field(window)).toBeFocused()
  await window.keyboard.press('Escape')
  await expect(row(window, 'Review')).toBeVisible()
})

test(
  'a search can be limited to a speaker and a tag',
  { tag: '@long' },
  async ({ launch, folder }) => {
    const { window } = await launch({ dataFolder: seed(folder) })
    await field(window).fill('travel')
    await expect(results(window).getByRole('group')).toHaveCount(2)
    await window.getByRole('combobox', { name: text.search.speaker }).click()
    await window.getByRole('option', { name: 'Priya', exact: true }).click()
    await expect(results(window).getByRole('group')).toHaveText(/Stand-up/)
    await window.getByRole('combobox', { name: text.search.speaker }).click()
    await window.getByRole('option', { name: text.search.anybody }).click()
    await window.getByRole('combobox', { name: text.search.tag, exact: true }).click()
    await window.getByRole('option', { name: 'Finance' }).click()
    await expect(results(window).getByRole('group')).toHaveText(/Review/)
    await window.getByRole('button', { name: text.search.clear }).click()
    await expect(row(window, 'Stand-up')).toBeVisible()
  },
)

test('a meeting gets a title and tags by keyboard', async ({ launch, folder }) => {
  const parley = await launch({ dataFolder: seed(folder) })
  const { window } = parley
  await row(window, 'Review').focus()
  await window.keyboard.press('F2')
  const title = window.getByRole('textbox', { name: text.title.field })
  await expect(title).toBeFocused()
  await window.keyboard.type('not kept')
  await window.keyboard.press('Escape')
  await expect(heading(window, 'Review')).toBeVisible()
  await window.keyboard.press('Enter')
  await expect(title).toBeFocused()
  await window.keyboard.type('Budget 2027')
  await window.keyboard.press('Enter')
  await expect(heading(window, 'Budget 2027')).toBeVisible()
  await expect(row(window, 'Budget 2027')).toBeVisible()

  await window.getByRole('button', { name: text.tags.add }).press('Enter')
  await window.keyboard.type('Board')
  await window.keyboard.press('Enter')
  const tags = window.getByRole('list', { name: text.tags.label })
  await expect(tags.getByRole('listitem')).toHaveText(['Board', 'Finance', text.tags.add])
  await window.getByRole('button', { name: text.tags.remove('Finance') }).press('Enter')
  await expect(tags.getByRole('listitem')).toHaveText(['Board', text.tags.add])
  expect(await parley.meetings()).toMatchObject([
    { id: 'review', title: 'Budget 2027', tags: ['Board'] },
    { id: 'standup' },
  ])
  await expect(row(window, 'Budget 2027')).toContainText('Board')

  // The tags and the title before come back by undo.
  await window.keyboard.press('Control+z')
  await expect(tags.getByRole('listitem')).toHaveText(['Board', 'Finance', text.tags.add])
  await window.keyboard.press('Control+z')
  await window.keyboard.press('Control+z')
  await expect(heading(window, 'Review')).toBeVisible()

  await window.getByTitle(text.tags.find('Finance')).click()
  await expect(results(window).getByRole('group')).toHaveText(/Review/)
})

test('a meeting goes to the bin, is restored completely, and is deleted permanently', async ({
  launch,
  folder,
}) => {
  const dataFolder = seed(folder)
  const parley = await launch({ dataFolder })
  const { window } = parley
  const before = await parley.value('meetings:get', { id: 'review' })
  await row(window, 'Review').focus()
  await window.keyboard.press('Delete')
  await expect(row(window, 'Review')).toBeHidden()
  await expect(row(window, 'Stand-up')).toBeFocused()
  await window.getByRole('button', { name: text.bin.undo }).press('Enter')
  await expect(row(window, 'Review')).toBeVisible()
  expect(await parley.value('meetings:get', { id: 'review' })).toEqual(before)

  await row(window, 'Review').click({ button: 'right' })
  await window.getByRole('menuitem', { name: text.menu.bin }).press('Enter')
  await window.getByRole('button', { name: text.bin.row(1) }).press('Enter')
  await expect(heading(window, text.bin.title)).toBeVisible()
  await window.getByRole('button', { name: text.menu.restore }).press('Enter')
  await expect(row(window, 'Review')).toBeVisible()
  expect(await parley.value('meetings:get', { id: 'review' })).toEqual(before)
  await expect(window.getByText(text.bin.isEmpty)).toBeVisible()

  await row(window, 'Review').press('Delete')
  await window.getByRole('button', { name: text.menu.delete }).press('Enter')
  const question = window.getByRole('alertdialog')
  await expect(question).toContainText(text.bin.confirmDelete('Review'))
  await expect(question.getByRole('button', { name: messages.shell.cancel })).toBeFocused()
  await question.getByRole('button', { name: text.bin.delete }).press('Enter')
  await expect(window.getByText(text.bin.isEmpty)).toBeVisible()
  await parley.quit()
  // The audio and every word are gone.
  const left = filesWith(join(dataFolder, 'library'), 'Item 17')
  expect(left).toEqual([])
  expect(filesWith(dataFolder, 'Good morning')).not.toEqual([])
})

test(
  'a meeting that was in the bin for 30 days is gone after a start, with its audio',
  { tag: '@long' },
  async ({ launch, folder }) => {
    const dataFolder = seed(folder)
    for (const [id, days] of Object.entries({ review: 31, standup: 29 })) {
      const now = () => Date.now() - days * 24 * hour
      const library = unwrap(openLibrary({ folder: join(dataFolder, 'library'), now }))
      unwrap(library.bin.put(id))
      expect(existsSync(library.audioPath(id, 'microphone'))).toBe(true)
      library.close()
    }
    const parley = await launch({ dataFolder })
    await parley.window.getByRole('button', { name: text.bin.row(1) }).click()
    await expect(parley.window.getByText(text.bin.left(1))).toBeVisible()
    expect(await parley.value('bin:list', undefined)).toMatchObject([{ id: 'standup' }])
    await parley.quit()
    const left = readdirSync(join(dataFolder, 'library'), { recursive: true }).map(String)
    expect(left.filter((name) => name.includes('standup'))).not.toEqual([])
    expect(left.filter((name) => name.includes('review'))).toEqual([])
    expect(filesWith(join(dataFolder, 'library'), 'Item 17')).toEqual([])
  },
)

test('the date of a meeting is corrected under its title, and Escape leaves it', async ({
  launch,
  folder,
}) => {
  const dataFolder = seed(folder)
  const parley = await launch({ dataFolder })
  const { window } = parley
  const start = async () => {
    const meetings = await parley.meetings()
    return meetings.find(({ title }) => title === 'Review')?.startedAt
  }
  await row(window, 'Review').click()
  const before = await start()
  const date = window.getByTitle(text.date.edit)
  const edit = window.getByLabel(text.date.field)
  await date.click()
  await edit.fill('2024-05-12T10:30')
  await edit.press('Escape')
  await expect(date).toBeFocused()
  expect(await start()).toBe(before)

  await date.click()
  await edit.fill('2024-05-12T10:30')
  for (const theme of ['light', 'dark'] as const) {
    await parley.value('settings:set', { theme })
    await noViolations(window, `the date, ${theme}`)
  }
  await edit.press('Enter')
  await expect(date).toHaveText('Sunday 12 May 2024, 10:30')
  const corrected = new Date(2024, 4, 12, 10, 30).getTime()
  expect(await start()).toBe(corrected)
  await window.keyboard.press('ControlOrMeta+z')
  await expect.poll(start).toBe(before)
  await expect(date).not.toContainText('2024')
  await window.keyboard.press('ControlOrMeta+Shift+z')
  await expect.poll(start).toBe(corrected)
  await parley.quit()
  const again = await launch({ dataFolder })
  await row(again.window, 'Review').click()
  await expect(again.window.getByTitle(text.date.edit)).toHaveText('Sunday 12 May 2024, 10:30')
})

test(
  'a meeting that is being recorded cannot be moved to the bin',
  { tag: '@long' },
  async ({ launch, folder }) => {
    const parley = await launch({ dataFolder: seed(folder) })
    const { meetingId } = await parley.value('recording:start', undefined)
    const refused = await parley.call('meetings:bin', { id: meetingId })
    expect(refused).toMatchObject({ ok: false, error: { code: 'meeting-recording' } })
    await parley.value('corrections:edit', {
      id: meetingId,
      edit: { kind: 'title', title: 'While it runs' },
    })
    await expect(row(parley.window, 'While it runs')).toBeVisible()
  },
)

for (const theme of ['light', 'dark'] as const) {
  const tag = theme === 'dark' ? '@long' : []
  test(
    `axe finds nothing in the results, the title, the tags and the bin, ${theme}`,
    { tag },
    async ({ launch, folder }) => {
      const { window, value } = await launch({ dataFolder: seed(folder) })
      await value('settings:set', { theme })
      await field(window).fill('trav')
      await expect(results(window).locator('mark')).toHaveCount(2)
      await window.keyboard.press('ArrowDown')
      await noViolations(window, 'results and filters')
      await window.getByRole('button', { name: text.search.clear }).click()
      await row(window, 'Review').press('F2')
      await expect(window.getByRole('textbox', { name: text.title.field })).toBeFocused()
      await noViolations(window, 'the title')
      await window.keyboard.press('Escape')
      await window.getByRole('button', { name: text.tags.add }).press('Enter')
      await expect(window.getByRole('combobox', { name: text.tags.field })).toBeFocused()
      await noViolations(window, 'a new tag')
      await row(window, 'Stand-up').press('Delete')
      await expect(window.getByRole('button', { name: text.bin.undo })).toBeVisible()
      await window.getByRole('button', { name: text.bin.row(1) }).click()
      await expect(heading(window, text.bin.title)).toBeVisible()
      await noViolations(window, 'the bin')
    },
  )
}
