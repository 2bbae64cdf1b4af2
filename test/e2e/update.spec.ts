import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { messages } from '../../common/text/window'
import { errorSentences } from '../../common/text'
import { createSigner, startUpdateServer } from '../main/update/server'
import { codeOf } from './app'
import { expect, test } from './fixtures'
import { record, stop } from './recording'
import { openSettings } from './screens'

const { update } = messages.shell
const { about } = messages.settings

test.skip(process.platform !== 'linux', 'An AppImage, which replaces itself by moving a file.')

test(
  'a new version is downloaded when nothing is recorded, offered, and started on request',
  { tag: '@long' },
  async ({ launch, folder }) => {
    const server = await startUpdateServer()
    try {
      const appImage = join(folder, 'Parley.AppImage')
      writeFileSync(appImage, 'the old program')
      server.release('0.0.1', 'an older program')
      const parley = await launch({
        env: { APPIMAGE: appImage, XDG_CACHE_HOME: join(folder, 'cache') },
        args: [`--update-url=${server.url}`, `--update-key=${server.publicKey}`],
      })
      const { window } = parley
      const stage = async () => (await parley.value('update:state', undefined)).stage
      const fetched = () => server.asked.filter(({ path }) => path.endsWith('.AppImage')).length
      await openSettings(window, 'about')
      await expect(window.getByText(/^Parley is up to date\./)).toBeVisible()

      // Turned off, it sends no request.
      const lookFor = window.getByRole('switch', { name: about.lookForUpdates })
      await lookFor.click()
      await expect(window.getByText(about.stage.off)).toBeVisible()
      await lookFor.click()

      const mark = join(folder, 'started')
      const program = `#!/bin/sh\ntouch '${mark}'\n`
      server.release('9.9.9', program)
      await record(parley)
      await parley.value('update:check', undefined)
      await expect.poll(stage).toBe('waiting')
      expect(fetched()).toBe(0)
      expect(codeOf(await parley.call('update:restart', undefined))).toBe('update-not-ready')
      await stop(parley)
      await expect.poll(stage).toBe('ready')
      expect(fetched()).toBe(1)
      const line = window.getByRole('region', { name: update.label })
      await expect(line).toContainText(update.ready('9.9.9'))

      // Not while another recording is on.
      await record(parley)
      await expect(line).toBeHidden()
      expect(codeOf(await parley.call('update:restart', undefined))).toBe('update-while-recording')
      await stop(parley)

      await line.getByRole('button', { name: update.later }).click()
      await expect(line).toBeHidden()
      await openSettings(window, 'about')
      await expect(window.getByText(about.stage.ready('9.9.9'))).toBeVisible()
      expect(readFileSync(appImage, 'utf8')).toBe('the old program')
      const exited = new Promise((resolve) => parley.app.process().once('exit', resolve))
      await window.getByRole('button', { name: update.restart }).click()
      await exited
      expect(readFileSync(appImage, 'utf8')).toBe(program)
      await expect.poll(() => existsSync(mark)).toBe(true)
    } finally {
      await server.close()
    }
  },
)

test('an update that the project did not sign is refused, and says so', async ({
  launch,
  folder,
}) => {
  const server = await startUpdateServer()
  try {
    const appImage = join(folder, 'Parley.AppImage')
    writeFileSync(appImage, 'the old program')
    server.release('9.9.9', 'a foreign program', { signer: createSigner() })
    const parley = await launch({
      env: { APPIMAGE: appImage, XDG_CACHE_HOME: join(folder, 'cache') },
      args: [`--update-url=${server.url}`, `--update-key=${server.publicKey}`],
    })
    await openSettings(parley.window, 'about')
    await expect(parley.window.getByText(errorSentences['update-not-signed'])).toBeVisible()
    expect(codeOf(await parley.call('update:restart', undefined))).toBe('update-not-ready')
    expect(readFileSync(appImage, 'utf8')).toBe('the old program')
  } finally {
    await server.close()
  }
})

test(
  'a copy without an update address looks for none, and says so',
  { tag: '@long' },
  async ({ launch }) => {
    const parley = await launch()
    await openSettings(parley.window, 'about')
    await expect(parley.window.getByText(about.stage.unsupported)).toBeVisible()
  },
)
