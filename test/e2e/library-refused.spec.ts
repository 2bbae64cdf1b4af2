import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { launchSpec } from '../../scripts/launch'
import { appAfter } from './changed-app'
import { expect, test } from './fixtures'
import { killAll, processTree } from './process-tree'

/** The sentence must be shown for at least this time, in ms. */
const staysMs = 2_000

/** Writes down what is shown, and how many windows are open beside it. */
const noteDialogs = `const { BrowserWindow, dialog } = require('electron')
const show = dialog.showErrorBox
dialog.showErrorBox = (title, sentence) => {
  const windows = BrowserWindow.getAllWindows().length
  require('node:fs').writeFileSync(process.env.SHOWN, JSON.stringify({ sentence, windows }))
  show(title, sentence)
}`

test('a library of a newer version is refused with a sentence that stays, without a window', async ({
  folder,
}) => {
  const dataFolder = join(folder, 'data')
  mkdirSync(join(dataFolder, 'library'), { recursive: true })
  const newer = new Database(join(dataFolder, 'library', 'library.db'))
  newer.exec('CREATE TABLE later (id INTEGER); PRAGMA user_version = 999')
  newer.close()

  const shown = join(folder, 'shown.json')
  const app = appAfter(folder, noteDialogs)
  const { executablePath, args, env } = launchSpec({ app, env: { SHOWN: shown } })
  const child = spawn(executablePath, [...args, `--user-data-dir=${dataFolder}`], {
    env,
    stdio: 'ignore',
  })
  try {
    await expect.poll(() => existsSync(shown), { timeout: 15_000 }).toBe(true)
    await expect
      .poll(() => JSON.parse(readFileSync(shown, 'utf8')) as object)
      .toEqual({ sentence: expect.stringContaining('newer'), windows: 0 })
    await new Promise((resolve) => setTimeout(resolve, staysMs))
    expect(child.exitCode).toBeNull()
  } finally {
    killAll(processTree(child.pid ?? 0))
  }
})
