import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import type { Parley } from './app'
import { expect, test } from './fixtures'
import { filesBelow, recordTones, transcript, waitForWord } from './recording'
import { startAgain } from './start-again'

test.skip(process.platform === 'win32', 'Windows ends a session without signals')

/** How long the system waits, in ms. */
const limitMs = 8_000

function mainPid(parley: Parley): number {
  const { pid } = parley.app.process()
  if (pid === undefined) throw new Error('The app is not running')
  return pid
}

function databaseOf(dataFolder: string): Database.Database {
  const file = filesBelow(dataFolder).find((name) => name.endsWith('library.db')) ?? ''
  return new Database(file, { readonly: true })
}

/** How each system ends a program; the last three are what Electron reports of it. */
const endings: readonly (readonly [string, (parley: Parley) => unknown])[] = [
  ...(['SIGTERM', 'SIGINT', 'SIGHUP'] as const).map(
    (signal) => [signal, (parley: Parley) => process.kill(mainPid(parley), signal)] as const,
  ),
  [
    'a shutdown of the computer',
    ({ app }) => app.evaluate(({ powerMonitor }) => void powerMonitor.emit('shutdown')),
  ],
  ...(['query-session-end', 'session-end'] as const).map(
    (name) =>
      [
        `${name} of Windows`,
        ({ app }: Parley) =>
          app.evaluate(
            ({ BrowserWindow }, event) =>
              BrowserWindow.getAllWindows().forEach((window) => window.emit(event)),
            name,
          ),
      ] as const,
  ),
]

for (const [ending, begin] of endings) {
  const tag = ending === 'SIGTERM' ? [] : '@long'
  test(
    `${ending} while recording ends the app in time, without a question`,
    { tag },
    async ({ launch, folder, service }) => {
      const { parley, id } = await recordTones(launch, folder, {
        words: 8,
        heard: 3,
        withinMs: 40_000,
      })
      const exited = new Promise<number | null>((resolve) =>
        parley.app.process().once('exit', resolve),
      )
      const before = performance.now()
      await begin(parley)
      expect(await exited).toBe(0)
      expect(performance.now() - before).toBeLessThan(limitMs)

      const database = databaseOf(parley.dataFolder)
      expect(database.prepare('SELECT state FROM meetings WHERE id = ?').get(id)).toMatchObject({
        state: 'done',
      })
      database.close()
      expect(service.log.leaked()).toEqual([])
    },
  )
}

test(
  'a recorder that crashes after the window was closed continues without a question',
  { tag: '@long' },
  async ({ launch, folder }) => {
    const { parley } = await recordTones(launch, folder, { words: 30, heard: 3, withinMs: 40_000 })
    await parley.app.evaluate(({ app, dialog }) => {
      const asked: string[] = []
      Object.assign(globalThis, { asked })
      app.on('before-quit', () => asked.push('before-quit'))
      dialog.showMessageBox = () => {
        asked.push('dialog')
        return new Promise(() => undefined)
      }
    })
    await parley.window.close()
    await parley.app.evaluate(({ webContents }) => {
      const recorder = webContents
        .getAllWebContents()
        .find((page) => page.getURL().includes('//recorder/'))
      recorder?.forcefullyCrashRenderer()
    })
    // Wait until the page is opened again.
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    const asked = await parley.app.evaluate(
      () => (globalThis as unknown as { asked: string[] }).asked,
    )
    expect(asked).toEqual([])
    await startAgain(parley)
    await parley.nextWindow()
    expect((await parley.value('recording:status', undefined)).state).toBe('recording')
  },
)

test(
  'a closed output costs nothing, and the recorder restarts as fast as with an open one',
  { tag: '@long' },
  async ({ launch, folder }) => {
    const { parley, id } = await recordTones(launch, folder, {
      words: 30,
      heard: 3,
      withinMs: 40_000,
    })
    const { stdout, stderr } = parley.app.process()
    stdout?.destroy()
    stderr?.destroy()
    const crashed = performance.now()
    await parley.app.evaluate(({ webContents }) => {
      const recorder = webContents
        .getAllWebContents()
        .find((page) => page.getURL().includes('//recorder/'))
      recorder?.forcefullyCrashRenderer()
    })
    const cpu = () => parley.app.evaluate(() => process.cpuUsage().user + process.cpuUsage().system)
    const before = await cpu()
    const since = performance.now()
    await expect
      .poll(async () => (await transcript(parley, id)).gaps.map(({ reason }) => reason))
      .toContain('recorder-restart')
    expect(performance.now() - crashed, 'ms until it captures again').toBeLessThan(8_000)
    await waitForWord(parley, id, { number: 12, withinMs: 30_000 })
    const share = ((await cpu()) - before) / 1_000 / (performance.now() - since)
    expect(share, 'share of a processor core').toBeLessThan(0.5)
    const log = readFileSync(join(parley.dataFolder, 'logs', 'parley.log'), 'utf8')
    expect(log).not.toMatch(/EPIPE|uncaught/)
    expect(log.length).toBeLessThan(100_000)
  },
)

test('other accounts can read no user data', { tag: '@long' }, async ({ launch, folder }) => {
  const { parley } = await recordTones(launch, folder, { words: 6, heard: 2, withinMs: 40_000 })
  const open = (path: string) => (statSync(path).mode & 0o077) !== 0
  expect(open(parley.dataFolder)).toBe(false)
  const everything = readdirSync(parley.dataFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
  expect(everything.filter((path) => path.includes('library')).filter(open)).toEqual([])
  expect(
    everything.filter((path) => path.endsWith('.json') || path.endsWith('.log')).filter(open),
  ).toEqual([])
})
