import { spawn } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { messages } from '../../preload/messages'
import { launchSpec } from '../../scripts/launch.mjs'
import type { Parley } from './app'
import { expect, test } from './fixtures'
import { chooseService, microphoneFile, record, stop, transcript, waitForWord } from './recording'

const { edit } = messages.meeting

/** Starts the app once more with these arguments, as the system does; resolves when that copy ends. */
function startAgain({ dataFolder }: Parley, args: readonly string[]): Promise<number | null> {
  const again = launchSpec({ args: [`--user-data-dir=${dataFolder}`, ...args] })
  const child = spawn(again.executablePath, again.args, { cwd: again.cwd, env: again.env })
  return new Promise((resolve) => child.once('exit', resolve))
}

test('a link opens its meeting at its time, in the app that runs and in one that it starts', async ({
  launch,
  folder,
}) => {
  const { path } = microphoneFile(folder, { words: 12, pauseEvery: 3 })
  const parley = await launch({ microphone: path })
  await chooseService(parley)
  const id = await record(parley)
  await waitForWord(parley, id, 11, 30_000)
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

  // Away from it, the link brings it back; what is no link brings the window alone.
  await window.getByRole('button', { name: messages.shell.settings, exact: true }).click()
  await startAgain(parley, ['parley://settings/delete', '--service-url=http://127.0.0.1:1'])
  await expect.poll(() => parley.output()).toContain('link refused')
  await expect(row).toBeHidden()
  await startAgain(parley, [link])
  await expect(row).toBeVisible()
  await expect(row.locator(':focus')).toBeVisible()
  expect((await parley.value('recording:status', undefined)).state).toBe('idle')

  // A file that is opened with the app is brought in, by its path or its address.
  await startAgain(parley, [pathToFileURL(path).href])
  await expect
    .poll(async () => (await parley.value('meetings:list', undefined)).map(({ title }) => title))
    .toContain('microphone')
  await parley.quit()

  // A link starts the app as well; a meeting that is not there says so.
  const linked = await launch({ serviceUrl: '', args: [link] })
  await expect(linked.window.getByText(last.text).first()).toBeVisible()
  await startAgain(linked, ['parley://meeting/not-there'])
  await expect(linked.window.getByText(/no longer in the library/)).toBeVisible()
})
