import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { messages } from '../../common/text/window'
import { hear } from './accessibility-tree'
import { expect, test } from './fixtures'
import {
  microphoneFile,
  recordingId,
  serviceModel,
  transcript,
  unprocessed,
  waitForIdle,
  waitForWord,
} from './recording'
import { goodKey } from './service-key'

const { shell, keys, settings, meeting } = messages
const { live, review, exporting, edit } = meeting
const startingWith = (text: string) => new RegExp(`^${text}`)

test(
  'from the key to the exported text with the keyboard alone, as a screen reader finds it',
  { tag: '@long' },
  async ({ launch, folder }) => {
    test.setTimeout(120_000)
    const { path: microphone } = microphoneFile(folder, { words: 60, pauseEvery: 5 })
    const parley = await launch({ microphone })
    const { window } = parley
    await parley.value('settings:set', { serviceModel, ...unprocessed })
    const page = await hear(window)
    const { keyboard } = window

    // A key.
    await page.goTo('button', shell.settings)
    await keyboard.press('Enter')
    await page.goTo('tab', settings.tabs.keys)
    await page.goTo('textbox', keys.name)
    await keyboard.type('Work')
    await page.goTo('textbox', keys.key)
    await keyboard.type(goodKey)
    await page.goTo('button', keys.save)
    await keyboard.press('Enter')
    await expect
      .poll(async () => (await parley.value('keys:list', undefined)).keys.length, {
        timeout: 15_000,
      })
      .toBe(1)
    await parley.value('settings:set', { engine: 'service' })

    // A recording. What is said is in a live region, and each final is read once.
    await page.goTo('button', startingWith(shell.newRecording), 'Shift+Tab')
    await keyboard.press('Enter')
    const id = await recordingId(parley)
    await waitForWord(parley, id, { number: 6, withinMs: 30_000 })
    // A screen reader is given the finals, with who said them.
    await expect
      .poll(async () => (await page.tree()).map(({ name }) => name))
      .toContainEqual(expect.stringMatching(/^Me: W\d{3} w\d{3}/))
    await page.goTo('button', startingWith(live.pause))
    await keyboard.press('Enter')
    await expect
      .poll(async () => (await parley.value('recording:status', undefined)).state)
      .toBe('paused')
    // The same button, under the focus, goes on.
    expect((await page.focused()).name).toMatch(startingWith(live.resume))
    await keyboard.press('Enter')
    await expect
      .poll(async () => (await parley.value('recording:status', undefined)).state)
      .toBe('recording')
    await page.goTo('button', startingWith(meeting.notes.mark))
    await keyboard.press('Enter')
    await page.goTo('button', startingWith(live.mute))
    expect((await page.focused()).properties['pressed']).toBe('false')
    await keyboard.press('Space')
    await expect.poll(async () => (await page.focused()).properties['pressed']).toBe('true')
    await keyboard.press('Space')
    await page.goTo('button', startingWith(live.stop))
    await keyboard.press('Enter')
    await waitForIdle(parley)
    expect(await parley.value('marks:list', { id })).toHaveLength(1)
    // Stop is gone, and the focus is on Play in its place.
    await expect.poll(async () => (await page.focused()).name).toBe(review.play)

    // A correction.
    await expect(window.getByRole('button', { name: review.export, exact: true })).toBeVisible()
    await page.goTo('feed', review.transcript)
    await keyboard.press('Control+Home')
    await keyboard.press('F2')
    expect((await page.focused()).name).toBe(edit.label)
    await keyboard.press('Control+a')
    await keyboard.type('Corrected by hand.')
    await keyboard.press('Enter')
    await expect
      .poll(async () => (await transcript(parley, id)).turns[0]?.text)
      .toBe('Corrected by hand.')

    // The file.
    const saved = join(folder, 'out.txt')
    await parley.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, saved)
    await page.goTo('button', review.export, 'Shift+Tab')
    await keyboard.press('Enter')
    await page.goTo('radio', /./)
    await page.goTo('radio', exporting.formats.txt, 'ArrowDown')
    await page.goTo('button', exporting.save)
    await keyboard.press('Enter')
    await expect.poll(() => existsSync(saved)).toBe(true)
    const text = readFileSync(saved, 'utf8')
    for (const turn of (await transcript(parley, id)).turns) expect(text).toContain(turn.text)
    expect(page.nameless()).toEqual([])
  },
)
