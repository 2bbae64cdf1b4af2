import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron } from '@playwright/test'
import { launchSpec } from '../../scripts/launch'
import { exampleAt } from '../docs/reference'
import { wordNumbers } from '../speech/tones'
import { expect, test } from './fixtures'
import { microphoneFile } from './recording'
import { goodKey } from './service-key'

const words = 30

/** A browser of one window, which is all that the page needs. */
const browser = `
const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => new BrowserWindow().loadURL(process.env.PAGE))
`

test(
  'the page of the reference streams in Chromium, refreshes before the end, and terminates',
  { tag: '@long' },
  async ({ service, folder }) => {
    test.setTimeout(120_000)
    // A session of 75 s: the page opens the next one when 60 s are left.
    service.configure({ session: { longestMs: 75_000 } })
    const files = join(folder, 'server')
    mkdirSync(files)
    for (const name of ['server.mjs', 'page.html']) {
      writeFileSync(join(files, name), exampleAt(name, service.url))
    }
    const env = { ...process.env, ASSEMBLYAI_API_KEY: goodKey, PORT: '0' }
    const server = spawn(process.execPath, ['server.mjs'], { cwd: files, env })
    const url = await new Promise<string>((resolve) =>
      server.stdout.once('data', (data: Buffer) => resolve(data.toString().trim())),
    )
    const shell = join(folder, 'browser')
    mkdirSync(shell)
    writeFileSync(
      join(shell, 'package.json'),
      JSON.stringify({ name: 'browser', main: 'main.cjs' }),
    )
    writeFileSync(join(shell, 'main.cjs'), browser)
    const { path } = microphoneFile(folder, { words })
    const app = await _electron.launch(
      launchSpec({
        app: shell,
        env: { PAGE: url },
        args: [
          `--user-data-dir=${join(folder, 'browser-data')}`,
          '--use-fake-ui-for-media-stream',
          '--use-fake-device-for-media-stream',
          `--use-file-for-fake-audio-capture=${path}%noloop`,
        ],
      }),
    )
    try {
      const page = await app.firstWindow()
      await page.getByRole('button', { name: 'Start' }).click()
      const heard = async () =>
        wordNumbers((await page.getByRole('listitem').allTextContents()).join(' '))
      await expect.poll(() => service.log.sessions().length, { timeout: 30_000 }).toBeGreaterThan(1)
      await expect
        .poll(async () => Math.max(-1, ...(await heard())), { timeout: 60_000 })
        .toBe(words - 1)
      await page.getByRole('button', { name: 'Stop' }).click()
      await expect.poll(() => service.log.open().length, { timeout: 10_000 }).toBe(0)
      const sessions = service.log.sessions()
      for (const session of sessions) {
        expect(session.received.at(-1)?.message).toEqual({ type: 'Terminate' })
        expect(session.closed).toMatchObject({ code: 1000, by: 'service' })
        expect(session.frames.length).toBeGreaterThan(10)
      }
      expect(new Set(sessions.map(({ query }) => query['token'])).size).toBe(sessions.length)
      const all = sessions.flatMap((session) => session.words.map(({ number }) => number))
      // The word during which a session takes over may be in neither of them.
      expect(new Set(all).size).toBeGreaterThan(words - sessions.length)
      expect(await page.content()).not.toContain(goodKey)
    } finally {
      await app.close()
      server.kill()
    }
  },
)
