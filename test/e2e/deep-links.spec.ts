import { pathToFileURL } from 'node:url'
import { messages } from '../../common/text/window'
import { expect, test } from './fixtures'
import { chooseService, microphoneFile, record, stop, transcript, waitForWord } from './recording'
import { startAgain } from './start-again'

const { edit } = messages.meeting

test(
  'a link opens its meeting at its time, in the running app and in one that it starts',
  { tag: '@long' },
  async ({ launch, folder }) => {
    const { path } = microphoneFile(folder, { words: 12, pauseEvery: 3 })
    const parley = await launch({ microphone: path })
    await chooseService(parley)
    const id = await record(parley)
    await waitForWord(parley, id, { number: 11, withinMs: 30_000 })
    await stop(parley)
    const { turns } = await transcript(parley, id)
    const last = turns.at(-1)
    if (!last) throw new Error('No turn')
    const { window } = parley

    // The menu of a turn copies the link of its place.
    const row = window.getByRole('article').last()
    await row.hover()
    await row.getByRole('button', { name: edit.menu }).click()
    await window.getByRole('menuitem', { name: edit.copyLink }).click()
    const link = `parley://meeting/${id}?t=${last.startMs / 1_000}`
    await expect
      .poll(() =>
        parley.app.evaluate(async ({ clipboard }) => await Promise.resolve(clipboard.readText())),
      )
      .toBe(link)

    // On another screen, the link opens the meeting again; other arguments only show the window.
    await window.getByRole('button', { name: messages.shell.settings, exact: true }).click()
    await startAgain(parley, {
      args: ['parley://settings/delete', '--service-url=http://127.0.0.1:1'],
    })
    await expect.poll(() => parley.output()).toContain('link refused')
    await expect(row).toBeHidden()
    await startAgain(parley, { args: [link] })
    await expect(row).toBeVisible()
    await expect(row.locator(':focus')).toBeVisible()
    expect((await parley.value('recording:status', undefined)).state).toBe('idle')

    // A file that is opened with the app is imported, by its path or its URL.
    await startAgain(parley, { args: [pathToFileURL(path).href] })
    await expect
      .poll(async () => (await parley.meetings()).map(({ title }) => title))
      .toContain('microphone')
    await parley.quit()

    // A link also starts the app; a missing meeting is reported.
    const linked = await launch({ serviceUrl: '', args: [link] })
    await expect(linked.window.getByText(last.text).first()).toBeVisible()
    await startAgain(linked, { args: ['parley://meeting/not-there'] })
    await expect(linked.window.getByText(/no longer in the library/)).toBeVisible()
  },
)
