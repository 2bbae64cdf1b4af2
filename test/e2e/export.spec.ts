import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { messages } from '../../common/text/window'
import { defaultSettings, exportFormats, type ExportChoice } from '../../common/model'
import { meetingFileSchema } from '../../main/exports/json'
import { render } from '../../main/exports/render'
import type { Parley } from './app'
import { expect, test } from './fixtures'
import {
  chooseService,
  microphoneFile,
  record,
  stop,
  storedSound,
  transcript,
  waitForWord,
} from './recording'
import { expectProblem, openSettings } from './screens'

const { exporting, review } = messages.meeting
const { storage } = messages.settings

/** What the system's dialog will return. */
async function answerDialogs(parley: Parley, path: string): Promise<void> {
  await parley.app.evaluate(({ dialog }, answer) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: answer })
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [answer] })
  }, path)
}

const clipboard = (parley: Parley) =>
  parley.app.evaluate(async ({ clipboard }) => {
    // Electron 33 has readHTML; since version 44 the clipboard has the form of the web's.
    const board = clipboard as unknown as {
      readText(): string | Promise<string>
      readHTML?: () => string
      read(): Promise<{ types: string[]; getType(type: string): Promise<Blob> }[]>
    }
    const text = await board.readText()
    if (board.readHTML) return { text, html: board.readHTML() }
    const item = (await board.read()).find(({ types }) => types.includes('text/html'))
    return { text, html: item ? await (await item.getType('text/html')).text() : '' }
  })

async function recordMeeting(
  launch: (options: { microphone: string }) => Promise<Parley>,
  folder: string,
): Promise<{ parley: Parley; id: string }> {
  const { path } = microphoneFile(folder, { words: 8, pauseEvery: 4 })
  const parley = await launch({ microphone: path })
  await chooseService(parley)
  const id = await record(parley)
  await waitForWord(parley, id, { number: 7, withinMs: 30_000 })
  await stop(parley)
  await expect(parley.window.getByRole('button', { name: review.export })).toBeVisible()
  return { parley, id }
}

test('a meeting is exported in every format, as chosen, and the choice is remembered', async ({
  launch,
  folder,
}) => {
  const { parley, id } = await recordMeeting(launch, folder)
  const { window } = parley
  const meeting = await transcript(parley, id)
  const open = () => window.getByRole('button', { name: review.export, exact: true }).click()
  const save = window.getByRole('button', { name: exporting.save })
  let choice: ExportChoice = defaultSettings.export
  for (const format of exportFormats) {
    const path = join(folder, `out.${format}`)
    await answerDialogs(parley, path)
    await open()
    await window.getByRole('radio', { name: exporting.formats[format] }).click()
    if (format === 'docx') {
      await window.getByRole('switch', { name: exporting.times }).click()
      await window.getByRole('switch', { name: exporting.speakers }).click()
    }
    const bare = exportFormats.indexOf(format) >= exportFormats.indexOf('docx')
    choice = { ...choice, format, times: !bare, speakers: !bare }
    await save.click()
    await expect(window.getByRole('status').filter({ hasText: path })).toBeVisible()
    const written = readFileSync(path)
    if (format === 'wav') expect(written).toEqual(readFileSync(storedSound(parley, id)))
    else if (format === 'docx') expect(written.subarray(0, 2).toString()).toBe('PK')
    else expect(written.toString()).toBe(await render(format, meeting, choice))
  }
  meetingFileSchema.parse(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')))
  expect((await parley.value('settings:get', undefined)).export).toEqual(choice)
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])

  await answerDialogs(parley, join(folder, 'gone', 'out.txt'))
  await open()
  await save.click()
  await expectProblem(window, 'export-failed')
})

test('by keyboard alone', { tag: '@long' }, async ({ launch, folder }) => {
  const { parley } = await recordMeeting(launch, folder)
  const { window } = parley
  const path = join(folder, 'out.txt')
  await answerDialogs(parley, path)
  await window.getByRole('button', { name: review.export, exact: true }).focus()
  await window.keyboard.press('Enter')
  await expect(window.getByRole('radio', { name: exporting.formats.md })).toBeFocused()
  await window.keyboard.press('ArrowUp')
  await expect(window.getByRole('radio', { name: exporting.formats.txt })).toBeChecked()
  await window.keyboard.press('Tab')
  await expect(window.getByRole('switch', { name: exporting.times })).toBeFocused()
  await window.keyboard.press('Space')
  await window.keyboard.press('Tab')
  await window.keyboard.press('Tab')
  await window.keyboard.press('Enter')
  await expect.poll(() => existsSync(path)).toBe(true)
  expect(readFileSync(path, 'utf8')).toMatch(/^Me: /m)
})

test(
  'copy copies everything, or the selection, as text and as HTML',
  { tag: '@long' },
  async ({ launch, folder }) => {
    const { parley, id } = await recordMeeting(launch, folder)
    const { window } = parley
    const { turns } = await transcript(parley, id)
    expect(turns.length).toBeGreaterThanOrEqual(2)
    const copy = window.getByRole('button', { name: review.copy, exact: true })
    const copied = window.getByRole('button', { name: review.copied })

    await copy.click()
    await expect(copied).toBeVisible()
    const all = await clipboard(parley)
    for (const { text } of turns) expect(all.text).toContain(`Me: ${text}\n`)
    expect(all.html).toMatch(/<h1[^>]*>Meeting, /)

    const mark = (from: number, to: number, offset: number) =>
      window.evaluate(
        ([first, last, at]) => {
          const texts = [...document.querySelectorAll('[data-row]')]
          const [start, end] = [texts[first]?.firstChild, texts[last]?.firstChild]
          if (!start || !end) throw new Error('No such turns')
          document.getSelection()?.setBaseAndExtent(start, at, end, at)
        },
        [from, to, offset] as const,
      )
    const firstWord = turns[0]?.text.split(' ')[0] ?? ''
    const offset = firstWord.length + 1
    await mark(0, 1, offset)
    await expect(copy).toBeVisible()
    await copy.click()
    await expect(copied).toBeVisible()
    const part = await clipboard(parley)
    expect(part.text.split('\n')).toHaveLength(2)
    expect(part.text).toMatch(/^\[0:00:0\d\] Me: /)
    expect(part.text).not.toContain(firstWord)
    expect(part.html).toContain('<strong')

    await window.keyboard.press('Control+A')
    await window.keyboard.press('Control+C')
    await expect.poll(async () => (await clipboard(parley)).text).toBe(all.text)
  },
)

test(
  'each finished meeting is written to a folder as Markdown, and none is lost while the folder is missing',
  { tag: '@long' },
  async ({ launch, folder }) => {
    const { path } = microphoneFile(folder, { words: 8 })
    const parley = await launch({ microphone: path })
    const { window } = parley
    await chooseService(parley)
    const notes = join(folder, 'notes')
    mkdirSync(notes)
    await answerDialogs(parley, notes)
    await openSettings(window, 'storage')
    await window.getByRole('button', { name: storage.choose }).click()
    await expect(window.getByText(notes)).toBeVisible()
    // A page cannot name a folder itself.
    await parley.value('settings:set', { markdownFolder: folder } as never)
    expect((await parley.value('settings:get', undefined)).markdownFolder).toBe(notes)

    renameSync(notes, `${notes}-away`)
    const id = await record(parley)
    await waitForWord(parley, id, { number: 7, withinMs: 30_000 })
    await stop(parley)
    await expectProblem(window, 'markdown-folder-missing')
    await parley.quit()

    renameSync(`${notes}-away`, notes)
    const again = await launch()
    await expect.poll(() => readdirSync(notes).length, { timeout: 15_000 }).toBe(1)
    const [name = ''] = readdirSync(notes)
    const meeting = await transcript(again, id)
    expect(readFileSync(join(notes, name), 'utf8')).toBe(
      await render('md', meeting, { times: true, speakers: true }),
    )
  },
)
