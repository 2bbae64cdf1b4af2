import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { launchSpec } from '../../scripts/launch'
import { defaultShortcuts } from '../../common/model'
import { errorSentences, mainMessages } from '../../common/text'
import { messages } from '../../common/text/window'
import type { Parley } from './app'
import { startTrayHost, type TrayHost } from './desktop-hosts'
import { expect, test } from './fixtures'
import { killAll, processTree } from './process-tree'
import { microphoneFile, recordingId, recordTones, stop, waitForIdle } from './recording'
import { openSettings } from './screens'
import { seedLibrary } from './seeded-library'
import { startAgain } from './start-again'

const text = mainMessages.tray
const labels = async (tray: TrayHost) => (await tray.menu()).map(({ label }) => label)
const state = async (parley: Parley) => (await parley.value('recording:status', undefined)).state

/** Presses keys on the display, whatever window has the focus. */
function press(accelerator: string | null): void {
  const keys = (accelerator ?? '')
    .replace('CommandOrControl', 'ctrl')
    .replace(/\+(\w)$/, (key) => key.toLowerCase())
  spawnSync('xdotool', [
    'key',
    '--clearmodifiers',
    keys.replace('Alt', 'alt').replace('Shift', 'shift'),
  ])
}

/** Runs the app with a verb, as a desktop or a script does. */
async function runVerb(folder: string, ...args: readonly string[]) {
  const spec = launchSpec({ args: [`--user-data-dir=${join(folder, 'data')}`, ...args] })
  const child = spawn(spec.executablePath, spec.args, { cwd: spec.cwd, env: spec.env })
  let output = ''
  child.stdout.on('data', (part: Buffer) => (output += part.toString()))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, answer: JSON.parse(output) as Record<string, unknown> }
}

test('the tray shows each state as words and as a picture, and runs the actions', async ({
  launch,
  tray,
  folder,
}) => {
  const { path } = microphoneFile(folder, { words: 40 })
  const title = 'Budget'
  seedLibrary(join(folder, 'data'), [{ id: 'old', title, startedAt: 0, said: [[null, 'Hello.']] }])
  const parley = await launch({ microphone: path, hasKey: false })
  await expect.poll(() => tray.tip()).toBe(text.tip(text.idle))
  const pictures = [await tray.picture()]
  expect(await labels(tray)).not.toContain(text.mark)

  await tray.choose(mainMessages.menu.record)
  const id = await recordingId(parley)
  await expect.poll(() => tray.tip()).toMatch(/^Parley · Recording \d:\d\d:\d\d$/)
  pictures.push(await tray.picture())
  await tray.choose(text.mark)
  await expect.poll(async () => (await parley.value('marks:list', { id })).length).toBe(1)
  await tray.choose(text.mute)
  await expect.poll(async () => (await labels(tray))[0]).toBe(text.muted)
  const { sources } = await parley.value('recording:status', undefined)
  expect(sources.find(({ source }) => source === 'microphone')?.state).toBe('off')
  await tray.choose(text.mute)

  await tray.choose(mainMessages.menu.pause)
  await expect.poll(() => tray.tip()).toMatch(/^Parley · Paused \d:\d\d:\d\d$/)
  pictures.push(await tray.picture())
  await tray.choose(mainMessages.menu.stop)
  await waitForIdle(parley)
  expect(new Set(pictures).size).toBe(3)

  await tray.choose(title)
  await expect(parley.window.getByRole('heading', { name: title })).toBeVisible()
})

test('a tray that comes later gets the icon, and without one the window stays', async ({
  launch,
  manager,
}) => {
  expect(manager).toBeDefined()
  const parley = await launch()
  await parley.value('settings:set', { keepRunning: true })
  const visible = () =>
    parley.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        // The page of a window that is closing is gone before it.
        .filter((one) => !one.webContents.isDestroyed())
        .filter((one) => one.webContents.getURL().startsWith('app://window/'))
        .map((one) => one.isMinimized()),
    )
  const closeWindow = () =>
    parley.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .filter((one) => !one.webContents.isDestroyed())
        .find((one) => one.webContents.getURL().startsWith('app://window/'))
        ?.close(),
    )
  await closeWindow()
  await expect.poll(visible).toEqual([true])

  const tray = await startTrayHost()
  try {
    await expect.poll(() => tray.tip()).toBe(text.tip(text.idle))
    // Chromium shows the icon before main hears of the tray, and until then the window is minimized.
    const visibleAfterClose = () => closeWindow().then(visible)
    await expect.poll(visibleAfterClose).toEqual([])
    await tray.click()
    await parley.nextWindow()
    await expect.poll(visible).toEqual([false])
  } finally {
    tray.close()
  }
})

test(
  'shortcuts of the system record, mark and stop while another program is in front',
  { tag: '@long' },
  async ({ launch, notices, tray, manager, folder }) => {
    expect([tray, manager]).toBeDefined()
    const { path } = microphoneFile(folder, { words: 40 })
    const parley = await launch({ microphone: path })
    await parley.value('settings:set', { keepRunning: true })
    expect(await parley.value('shortcuts:states', undefined)).toMatchObject({ mark: 'on' })
    await parley.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().forEach((one) => one.blur()),
    )
    await parley.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getFocusedWindow = () => null
    })

    press(defaultShortcuts.mark)
    await expect.poll(() => notices.shown.at(-1)?.body).toBe(errorSentences['not-recording'])
    press(defaultShortcuts['record-or-stop'])
    const id = await recordingId(parley)
    await expect.poll(() => notices.shown.at(-1)?.title).toBe(mainMessages.shortcut.recording)
    press(defaultShortcuts.mark)
    await expect.poll(async () => (await parley.value('marks:list', { id })).length).toBe(1)
    await expect.poll(() => notices.shown.at(-1)?.title).toBe(mainMessages.shortcut.marked)
    press(defaultShortcuts.mute)
    await expect
      .poll(async () => (await parley.value('recording:status', undefined)).muted)
      .toBe(true)
    press(defaultShortcuts['pause-or-resume'])
    await expect.poll(() => state(parley)).toBe('paused')
    press(defaultShortcuts.captions)
    await expect.poll(() => parley.value('captions:shown', undefined)).toBe(true)
    press(defaultShortcuts['record-or-stop'])
    await waitForIdle(parley)
    await expect.poll(() => notices.shown.at(-1)?.title).toBe(mainMessages.shortcut.stopped)
    expect(notices.shown.every(({ urgency }) => urgency === 1)).toBe(true)
    expect((await parley.value('recording:status', undefined)).muted).toBe(false)
  },
)

test(
  'a shortcut that another program has says so, and can be changed by its keys',
  { tag: '@long' },
  async ({ launch, manager, folder }) => {
    expect(manager).toBeDefined()
    const first = await launch()
    const second = await launch({ dataFolder: join(folder, 'second') })
    const page = messages.settings.shortcuts
    await openSettings(second.window, 'shortcuts')
    const row = second.window.getByRole('group', { name: page.actions.mark })
    await expect(row).toContainText(page.states.taken)
    await row.getByRole('button').first().click()
    await second.window.keyboard.press('Control+Alt+j')
    await expect(row).toContainText(page.states.on)
    await expect(row).toContainText('Ctrl Alt J')
    press('CommandOrControl+Alt+J')
    await expect(row).toContainText(page.works)
    await row.getByRole('button', { name: page.remove(page.actions.mark) }).click()
    await expect(row).toContainText(page.none)
    await first.quit()
  },
)

test(
  'the command line reaches the running app, and starts it if needed',
  { tag: '@long' },
  async ({ launch, folder }) => {
    expect(await runVerb(folder, '--status')).toEqual({
      code: 0,
      answer: { ok: true, running: false },
    })
    expect(await runVerb(folder, '--mark')).toMatchObject({
      code: 4,
      answer: { ok: false, error: { code: 'app-not-running' } },
    })
    const { path } = microphoneFile(folder, { words: 40 })
    const parley = await launch({ microphone: path })
    expect(await runVerb(folder, '--pause')).toMatchObject({
      code: 3,
      answer: { ok: false, running: true, error: { code: 'not-recording' } },
    })
    expect(await runVerb(folder, '--toggle-recording')).toMatchObject({ code: 0 })
    const id = await recordingId(parley)
    expect(await runVerb(folder, '--mark')).toMatchObject({ code: 0, answer: { meetingId: id } })
    expect(await runVerb(folder, '--pause')).toMatchObject({ answer: { state: 'paused' } })
    expect(await runVerb(folder, '--captions')).toMatchObject({ answer: { captions: true } })
    expect(await runVerb(folder, '--toggle-recording')).toMatchObject({ answer: { state: 'idle' } })
    expect(await parley.value('marks:list', { id })).toHaveLength(1)
    await parley.quit()

    // Without the app, this starts it, and the answer comes from there.
    const fake = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream']
    const started = await runVerb(folder, ...fake, '--toggle-recording')
    expect(started).toMatchObject({ code: 0, answer: { ok: true, running: true } })
    await expect
      .poll(async () => (await runVerb(folder, '--status')).answer.state)
      .toBe('recording')
    // The window comes after the microphone.
    await expect.poll(() => visibleWindows().length).toBeGreaterThan(0)
    await runVerb(folder, '--toggle-recording')
    killAll(processTree(Number(started.answer['pid'])))
  },
)

test('closing the last window while recording shows one notification, and a new window opens in the live view', async ({
  launch,
  folder,
  tray,
  notices,
}) => {
  expect(tray).toBeDefined()
  const { parley } = await recordTones(launch, folder, { words: 40, heard: 2, withinMs: 20_000 })
  for (let time = 0; time < 2; time += 1) {
    await parley.window.close()
    await expect
      .poll(() => notices.shown.map(({ title }) => title))
      .toEqual([mainMessages.stillRecording.title])
    const [shown] = notices.shown
    if (time === 0 && shown) notices.press(shown)
    else await startAgain(parley)
    await parley.nextWindow()
    await expect(parley.window.getByLabel(messages.meeting.live.transcript)).toBeVisible()
    await expect(parley.window.locator('[data-status=time]')).toBeVisible()
  }
  await stop(parley)
})

test('a start while the window is closing opens it again', async ({ launch, tray }) => {
  const parley = await launch()
  await expect.poll(() => tray.tip()).toBe(text.tip(text.idle))
  const closed = parley.window.waitForEvent('close')
  await parley.app.evaluate(({ app, BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((open) => open.isVisible())
    window?.close()
    app.emit('second-instance', {}, [], '/')
  })
  await closed
  await parley.nextWindow()
  await expect(
    parley.window.getByRole('button', { name: messages.shell.newRecording }),
  ).toBeVisible()
})

test(
  'starts at sign-in, in the tray and without its window, only if a person wants that',
  { tag: '@long' },
  async ({ launch, folder, tray }) => {
    const parley = await launch()
    const entry = join(homedir(), '.config', 'autostart', 'parley.desktop')
    expect(existsSync(entry)).toBe(false)
    await openSettings(parley.window, 'desktop')
    const row = parley.window.getByRole('switch', { name: messages.settings.desktop.startAtLogin })
    await row.click()
    await expect.poll(() => existsSync(entry)).toBe(true)
    expect(readFileSync(entry, 'utf8')).toMatch(/^Exec="[^"]+".* "--hidden"$/m)
    await row.click()
    await expect.poll(() => existsSync(entry)).toBe(false)
    await parley.quit()

    const spec = launchSpec({ args: [`--user-data-dir=${join(folder, 'data')}`, '--hidden'] })
    const child = spawn(spec.executablePath, spec.args, { cwd: spec.cwd, env: spec.env })
    try {
      await expect
        .poll(async () => (await runVerb(folder, '--status')).answer['running'])
        .toBe(true)
      await expect.poll(() => tray.tip()).toBe(text.tip(text.idle))
      expect(visibleWindows()).toEqual([])
      await tray.click()
      await expect.poll(() => visibleWindows().length).toBeGreaterThan(0)
    } finally {
      killAll(processTree(child.pid ?? 0))
    }
  },
)

/** The windows of Parley on the display. */
function visibleWindows(): readonly string[] {
  const found = spawnSync('xdotool', ['search', '--onlyvisible', '--name', '^Parley$'], {
    encoding: 'utf8',
  })
  return found.stdout
    .trim()
    .split('\n')
    .filter((line) => line !== '')
}
