import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { messages } from '../../common/text/window'
import { writeLongMeeting } from '../bench/long-meeting'
import type { Parley } from './app'
import { expect, test } from './fixtures'
import { stopButton, transcript } from './recording'

const { review, find, edit, notes } = messages.meeting
const meeting = { id: 'talk', title: 'Budget talk', words: 900, hours: 0.05 }

/** Starts the app with a finished meeting and opens it. */
async function openMeeting(
  launch: () => Promise<Parley>,
  folder: string,
): Promise<{ parley: Parley; window: Page }> {
  writeLongMeeting(join(folder, 'data'), meeting)
  const parley = await launch()
  await parley.window.getByRole('button', { name: meeting.title }).click()
  await expect(unsure(parley.window)).toBeVisible()
  return { parley, window: parley.window }
}

const unsure = (window: Page) => window.getByRole('button', { name: /unsure/ })
const line = (window: Page, index: number) => window.getByRole('article').nth(index)
const text = (window: Page, index: number) => line(window, index).locator('[data-row]')
const position = (window: Page) => window.locator('[data-position]')
const focused = (window: Page) => window.locator('[data-word]:focus')
const playerTime = (window: Page): Promise<number> =>
  window.locator('audio').evaluate((audio: HTMLAudioElement) => audio.currentTime)

/** Where a word of a turn is on the screen. */
async function wordBox(window: Page, row: number, word: string): Promise<{ x: number; y: number }> {
  return text(window, row).evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(wanted)
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      const box = range.getBoundingClientRect()
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 }
    }
    throw new Error(`No ${wanted}`)
  }, word)
}

/** The loudest frequency that the player plays now, in Hz. */
function loudestHertz(window: Page): Promise<number[]> {
  return window.locator('audio').evaluate(async (audio: HTMLAudioElement) => {
    const context = new AudioContext({ sampleRate: 16_000 })
    const { captureStream } = audio as unknown as { captureStream: () => MediaStream }
    const analyser = context.createAnalyser()
    analyser.fftSize = 4_096
    context.createMediaStreamSource(captureStream.call(audio)).connect(analyser)
    const bins = new Float32Array(analyser.frequencyBinCount)
    for (let tries = 0; tries < 50; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      analyser.getFloatFrequencyData(bins)
      if (Math.max(...bins) > -50) break
    }
    const loud = [...bins.keys()].filter(
      (bin) =>
        (bins[bin] ?? -200) > -60 &&
        (bins[bin] ?? 0) >= (bins[bin - 1] ?? 0) &&
        (bins[bin] ?? 0) > (bins[bin + 1] ?? 0),
    )
    await context.close()
    return loud.map((bin) => (bin * 16_000) / 4_096)
  })
}

test('with the mouse: play from a word, hear both sources, continue, correct, undo', async ({
  launch,
  folder,
}) => {
  const { parley, window } = await openMeeting(launch, folder)
  const before = await transcript(parley, meeting.id)
  const second = before.turns[1]!
  const word = second.words[3]!

  const at = await wordBox(window, 1, word.text)
  await window.mouse.click(at.x, at.y)
  await expect.poll(() => playerTime(window)).toBeGreaterThan(word.startMs / 1_000 + 0.2)
  await expect(window.locator('[data-played]')).toBeVisible()
  // Exactly two tones, one of each source.
  const heard = await loudestHertz(window)
  expect(
    heard.some((hertz) => Math.abs(hertz - 220) < 6),
    `220 Hz in ${heard.join()}`,
  ).toBe(true)
  expect(
    heard.some((hertz) => Math.abs(hertz - 330) < 6),
    `330 Hz in ${heard.join()}`,
  ).toBe(true)
  await window.getByRole('button', { name: review.pause, exact: true }).click()
  const paused = await playerTime(window)
  await window.getByRole('button', { name: review.back }).click()
  await expect.poll(() => playerTime(window)).toBeLessThan(paused)

  await window.getByRole('combobox', { name: review.speed }).click()
  await window.getByRole('option', { name: review.rate(1.5) }).click()
  expect(
    await window.locator('audio').evaluate((audio: HTMLAudioElement) => audio.playbackRate),
  ).toBe(1.5)
  const slider = window.getByRole('slider', { name: review.timeLine })
  const box = (await slider.boundingBox())!
  await window.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  await expect(position(window)).toHaveText('0:01:30 / 0:03:00')

  await unsure(window).click()
  await expect(focused(window)).toBeVisible()
  const doubtful = before.turns.flatMap((turn) =>
    turn.words.filter(({ confidence }) => (confidence ?? 1) < 0.5),
  )
  const names = doubtful.map(({ text }) => text.replace('.', ''))
  expect(names).toContain(await focused(window).textContent())

  const first = before.turns[0]!
  await line(window, 0).scrollIntoViewIfNeeded()
  const place = await wordBox(window, 0, first.words[2]!.text)
  await window.mouse.dblclick(place.x, place.y)
  const field = window.getByRole('textbox', { name: edit.label })
  await field.fill('We look at the travel line again.')
  await field.press('Enter')
  await expect(text(window, 0)).toHaveText('We look at the travel line again.')
  await line(window, 0).getByRole('button', { name: edit.corrected }).click()
  await expect(line(window, 0)).toContainText(edit.original(first.text))

  await line(window, 0).hover()
  await line(window, 0).getByRole('button', { name: edit.menu }).click()
  await window.getByRole('menuitem', { name: edit.rename }).click()
  await window.getByRole('textbox', { name: edit.name }).fill('Dana')
  await window.getByRole('button', { name: edit.actions.rename, exact: true }).click()
  await expect(line(window, 0)).toContainText('Dana')
  await expect(line(window, 3)).toContainText('Dana')

  await line(window, 1).hover()
  await line(window, 1).getByRole('button', { name: edit.menu }).click()
  await window.getByRole('menuitem', { name: edit.merge }).click()
  await window.getByRole('radio', { name: 'Dana' }).check()
  await window.getByRole('button', { name: edit.actions.merge, exact: true }).click()
  await expect(line(window, 1)).toContainText('Dana')

  await line(window, 1).hover()
  await line(window, 1).getByRole('button', { name: edit.menu }).click()
  await window.getByRole('menuitem', { name: edit.undo.merge }).click()
  await expect(line(window, 1)).toContainText('Speaker B')
  const now = await transcript(parley, meeting.id)
  expect(now.turns[0]).toMatchObject({ text: 'We look at the travel line again.', speaker: 'Dana' })
  expect(now.turns[1]).toMatchObject({ text: second.text, speaker: 'B' })
})

test('with the keyboard alone: words, unsure words, find, correct, undo, mark, notes', async ({
  launch,
  folder,
}) => {
  const { parley, window } = await openMeeting(launch, folder)
  const before = await transcript(parley, meeting.id)
  const keys = async (...names: string[]) => {
    for (const name of names) await window.keyboard.press(name)
  }
  await window
    .getByRole('navigation', { name: messages.shell.meetings })
    .getByRole('button', { name: meeting.title })
    .focus()
  // The keys of a meeting work from anywhere.
  await keys('d')
  await expect(focused(window)).toBeVisible()
  await keys('Control+Home')
  await expect(focused(window)).toHaveText(before.turns[0]!.words[0]!.text)
  await keys('ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowRight')
  await expect(focused(window)).toHaveText(before.turns[1]!.words[1]!.text)

  await keys('Enter')
  const start = before.turns[1]!.words[1]!.startMs / 1_000
  await expect.poll(() => playerTime(window)).toBeGreaterThan(start + 0.2)
  await keys('Space')
  await expect(window.getByRole('button', { name: review.play, exact: true })).toBeVisible()
  const paused = await playerTime(window)
  await keys('Shift+ArrowRight')
  await expect.poll(() => playerTime(window)).toBeCloseTo(paused + 5, 0)

  // The search covers the whole meeting, although the page contains only a part.
  const last = before.turns.at(-1)!
  await keys('Control+f')
  const field = window.getByRole('textbox', { name: find.label })
  await expect(field).toBeFocused()
  await window.keyboard.type(last.text.split(' ').slice(0, 6).join(' ').toUpperCase())
  const status = window.getByRole('search').getByRole('status')
  const sought = last.text.split(' ').slice(0, 6).join(' ')
  const count = before.turns.filter((turn) => turn.text.includes(sought)).length
  await expect(status).toHaveText(find.count('1', String(count)))
  const found = window.getByRole('article').first()
  const highlight = () =>
    found.evaluate((turn) => getComputedStyle(turn, '::highlight(matches)').backgroundColor)
  for (const [theme, colour] of [
    ['dark', '51, 40, 15'],
    ['light', '253, 241, 216'],
  ] as const) {
    await parley.value('settings:set', { theme })
    await expect.poll(highlight, theme).toBe(`rgb(${colour})`)
  }
  await keys('Shift+Enter')
  await expect(status).toHaveText(find.count(String(count), String(count)))
  await expect(window.locator(`[data-row="session:${last.turnOrder}"]`)).toBeVisible()
  await keys('Escape')
  await expect(field).toBeHidden()
  await expect(focused(window)).toHaveText(last.words[0]!.text)

  await keys('F2')
  await expect(window.getByRole('textbox', { name: edit.label })).toBeFocused()
  await keys('Control+a')
  await window.keyboard.type('That was all.')
  await keys('Enter')
  const changed = window.locator(`[data-row="session:${last.turnOrder}"]`)
  await expect(changed).toHaveText('That was all.')
  await keys('Control+z')
  await expect(changed).toHaveText(last.text)
  await keys('Control+Shift+z')
  await expect(changed).toHaveText('That was all.')
  await expect(focused(window)).toBeVisible()

  await keys('b')
  await expect.poll(() => parley.value('marks:list', { id: meeting.id })).toHaveLength(1)
  await keys('n')
  const sheet = window.getByRole('textbox', { name: notes.label })
  await sheet.focus()
  await window.keyboard.type('# Decisions\nTwo visits a quarter')
  await expect
    .poll(async () => (await parley.value('notes:get', { id: meeting.id })).map((one) => one.text))
    .toEqual(['# Decisions', 'Two visits a quarter'])
  const [heading] = await parley.value('notes:get', { id: meeting.id })
  expect(heading?.atMs).toBeGreaterThan(start * 1_000)
  await expect(window.getByRole('button', { name: /^Go to 0:0/ })).toHaveCount(2)
  await window.keyboard.type('?')
  await expect(window.getByRole('dialog')).toBeHidden()

  await focused(window)
    .or(window.getByRole('slider', { name: review.timeLine }))
    .last()
    .focus()
  await keys('?')
  await expect(window.getByRole('dialog', { name: messages.meeting.keys.title })).toBeVisible()
  await keys('Escape')
  await expect(window.getByRole('dialog')).toBeHidden()
})

test('only the window gets the audio of meetings', async ({ launch, folder }) => {
  const { parley } = await openMeeting(launch, folder)
  // A page in the window's own session, and one in the session of the page that records.
  const heard = await parley.app.evaluate(async ({ BrowserWindow, session }) => {
    const isWindow = (each: Electron.BrowserWindow) =>
      each.webContents.getURL().startsWith('app://window/')
    const own = BrowserWindow.getAllWindows().find(isWindow)?.webContents.session
    const outcomes = []
    for (const used of [own ?? session.defaultSession, session.defaultSession]) {
      outcomes.push(await tryToHear(used))
    }
    return outcomes

    async function tryToHear(used: Electron.Session): Promise<unknown> {
      const stranger = new BrowserWindow({ show: false, webPreferences: { session: used } })
      await stranger.loadURL('data:text/html,<audio></audio>')
      const outcome: unknown = await stranger.webContents.executeJavaScript(`
      new Promise((resolve) => {
        const audio = document.querySelector('audio')
        for (const name of ['loadedmetadata', 'error']) {
          audio.addEventListener(name, () => resolve(name))
        }
        audio.src = 'media://meeting/talk/sound'
      })`)
      stranger.destroy()
      return outcome
    }
  })
  expect(heard).toEqual(['error', 'error'])
  expect(parley.output()).toContain('sound refused')
})

test('marks and notes during a recording have the time of the meeting', async ({ launch }) => {
  const parley = await launch()
  const { window } = parley
  await window.getByRole('button', { name: messages.shell.newRecording }).click()
  await expect(stopButton(window)).toBeVisible()
  await window.waitForTimeout(2_000)
  await window.getByRole('button', { name: notes.mark }).click()
  const { meetingId } = await parley.value('recording:status', undefined)
  const id = meetingId ?? ''
  await expect.poll(() => parley.value('marks:list', { id })).toHaveLength(1)
  const [mark] = await parley.value('marks:list', { id })
  expect(mark?.atMs).toBeGreaterThan(1_000)
  await window.getByRole('button', { name: notes.show }).click()
  await window.getByRole('textbox', { name: notes.label }).fill('Hello')
  await expect.poll(() => parley.value('notes:get', { id })).toHaveLength(1)
  expect((await parley.value('notes:get', { id }))[0]?.atMs).toBeGreaterThan(mark?.atMs ?? 0)
})
