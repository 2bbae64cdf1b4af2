import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { events, type EventName, type Role } from '../../common/ipc/channels'
import { messages } from '../../common/text/window'
import { openCaptions, pageOf, type Parley } from './app'
import { expect, test } from './fixtures'
import { killAll } from './process-tree'
import { microphoneFile, record, stop, unprocessed, waitForWord } from './recording'
import { expectProblem, openSettings } from './screens'
import { goodKey } from './service-key'
import { wordNumbers } from '../speech/tones'
import {
  clipboardOf,
  createTraceFinder,
  filesIn,
  formsOf,
  heapOf,
  keySecret,
  processesOf,
  tokenSecret,
  wholeTexts,
  type Trace,
  type TraceFinder,
} from './traces'

const text = messages.keys
const { exporting, review } = messages.meeting
const wrongKey = '7wrong9key4that6nobody1knows3b2a'
test.use({ hasKey: false })

const secrets = [keySecret('the key', goodKey), keySecret('the rejected key', wrongKey)]

/** Types like the system's input method, so that the text is not in the scripts of the test. */
async function typeKey({ window }: Parley, key: string): Promise<void> {
  await window.getByPlaceholder(text.keyHint).click()
  await window.keyboard.insertText(key)
  await window.getByRole('button', { name: text.save }).click()
}

/** Keeps everything that main sends to a page, so that a snapshot of its heap contains it. */
async function keepEvents(page: Page, role: Role): Promise<void> {
  const names = Object.entries(events).flatMap(([name, roles]) =>
    roles.some((each) => each === role) ? [name as EventName] : [],
  )
  await page.evaluate((all) => {
    const heard: unknown[] = []
    Object.assign(self, { heard })
    for (const name of all) self.parley.on(name, (payload) => heard.push(payload))
  }, names)
}

/** Everything of a running app except its files. */
async function tracesOf(parley: Parley, find: TraceFinder): Promise<Trace[]> {
  const processes = processesOf(parley)
  if (process.platform === 'linux') {
    const main = parley.app.process().pid
    const seen = processes.map(({ place }) => place)
    expect(seen).toEqual(expect.arrayContaining([`/proc/${main}/cmdline`, `/proc/${main}/environ`]))
  }
  return [
    ...find('the output', Buffer.from(parley.output())),
    ...find('the clipboard', await clipboardOf(parley)),
    ...processes.flatMap(({ place, bytes }) => find(place, bytes)),
  ]
}

test('no page, file, log, clipboard or command line has a trace of a key, and only the recorder has one of a token', async ({
  launch,
  service,
  folder,
}) => {
  test.setTimeout(180_000)
  const { path } = microphoneFile(folder, { words: 30, pauseEvery: 5 })
  const parley = await launch({ microphone: path, args: [wholeTexts] })
  const { window } = parley
  const findKeys = createTraceFinder(secrets)
  await keepEvents(window, 'window')
  const captions = await openCaptions(parley)
  await keepEvents(captions, 'captions')

  // A key is refused and removed from the field; another one is saved and tested again.
  await openSettings(window, 'keys')
  await typeKey(parley, wrongKey)
  await expectProblem(window, 'key-rejected')
  await window.getByPlaceholder(text.keyHint).press('ControlOrMeta+a')
  await window.keyboard.press('Delete')
  await typeKey(parley, goodKey)
  await expect(window.locator('[data-key]').getByText(/^Works\./)).toBeVisible()
  await parley.value('settings:set', { engine: 'service', ...unprocessed })
  const { keys } = await parley.value('keys:list', undefined)
  await parley.value('keys:test', { id: keys[0]?.id ?? '' })
  expect(service.log.requests.filter(({ key }) => key === goodKey).length).toBeGreaterThan(1)
  const report = await parley.value('tokens:try', {
    expiresInSeconds: 60,
    maxSessionDurationSeconds: 60,
  })
  expect(report.token?.prefix).toBe('AQI')
  await window.keyboard.press('Escape')

  // Record; the connection breaks, the service repeats the key in its refusal, the page crashes.
  const id = await record(parley)
  await waitForWord(parley, id, { number: 5, withinMs: 20_000 })
  service.configure({
    token: {
      answers: [
        {
          kind: 'status',
          status: 500,
          body: { error: `Key ${goodKey} (Bearer ${goodKey}) failed` },
        },
        { kind: 'mint' },
      ],
      repeatLast: true,
    },
  })
  service.inject({ kind: 'cut' })
  await expect.poll(() => service.log.sessions().length).toBeGreaterThan(1)
  await parley.app.evaluate(({ webContents }) => {
    const recorder = webContents
      .getAllWebContents()
      .find((contents) => contents.getURL().startsWith('app://recorder/'))
    recorder?.forcefullyCrashRenderer()
  })
  await expect.poll(() => service.log.sessions().length, { timeout: 30_000 }).toBeGreaterThan(2)
  await waitForWord(parley, id, { number: 14, withinMs: 40_000 })

  // During a session only the recorder has the token; it has no part of a key.
  const tokens = service.tokens()
  expect(tokens.length).toBeGreaterThan(3)
  const findAll = createTraceFinder([
    ...secrets,
    ...tokens.map((token, index) => tokenSecret(`token ${index}`, token)),
  ])
  expect(findKeys('the recorder', await heapOf(pageOf(parley, 'recorder')))).toEqual([])
  expect(findAll('the window', await heapOf(window))).toEqual([])
  expect(wordNumbers(await captions.getByRole('region').innerText())).not.toEqual([])
  expect(findAll('the captions', await heapOf(captions))).toEqual([])
  await stop(parley)

  // Export to a file and copy.
  const exported = join(folder, 'out')
  mkdirSync(exported)
  await parley.app.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    },
    join(exported, 'meeting.json'),
  )
  await window.getByRole('button', { name: review.export, exact: true }).click()
  await window.getByRole('radio', { name: exporting.formats.json }).click()
  await window.getByRole('button', { name: exporting.save }).click()
  await expect(window.getByRole('status').filter({ hasText: exported })).toBeVisible()

  const answers = [report, await parley.value('keys:list', undefined)]
  expect(findAll('what main answered', Buffer.from(JSON.stringify(answers)))).toEqual([])
  expect(await tracesOf(parley, findAll)).toEqual([])
  expect(parley.app.windows()).toHaveLength(3)
  expect(findKeys('the recorder', await heapOf(pageOf(parley, 'recorder')))).toEqual([])
  for (const page of [window, captions]) {
    expect(findAll(page.url(), await heapOf(page))).toEqual([])
  }
  const inFiles = () => filesIn(folder).flatMap(({ place, bytes }) => findAll(place, bytes))
  expect(inFiles()).toEqual([])
  await parley.quit()
  expect(inFiles()).toEqual([])
})

test(
  'a planted secret is found: in a page, in the clipboard, in a file and in a process',
  { tag: '@long' },
  async ({ launch, folder }) => {
    const parley = await launch({ args: [wholeTexts] })
    const find = createTraceFinder(secrets)
    expect(find('the window', await heapOf(parley.window))).toEqual([])
    const piece = goodKey.slice(3, 28)
    const planted = {
      plain: piece,
      late: 'x'.repeat(5_000) + piece,
      base64: Buffer.from(`..${piece}`).toString('base64'),
      hex: Buffer.from(piece).toString('hex'),
    }
    for (const [name, value] of Object.entries(planted)) {
      await parley.window.evaluate((plant) => void Object.assign(self, { plant }), value)
      expect(find(name, await heapOf(parley.window)), name).not.toEqual([])
      await parley.window.evaluate(() => void Object.assign(self, { plant: null }))
    }

    await parley.app.evaluate(({ clipboard }, key) => clipboard.writeText(key), goodKey)
    expect((await tracesOf(parley, find)).map(({ place }) => place)).toContain('the clipboard')

    for (const [index, [form, bytes]] of [...formsOf(goodKey)].entries()) {
      const place = join(folder, `plant-${index}`)
      writeFileSync(place, Buffer.concat([Buffer.from('before'), bytes, Buffer.from('after')]))
      const found = filesIn(folder).flatMap((file) => find(file.place, file.bytes))
      expect(
        found.filter((trace) => trace.place === place),
        form,
      ).not.toEqual([])
    }

    if (process.platform !== 'linux') return
    const child = spawn('sleep', ['30'], { env: { PLANTED: goodKey } })
    const pid = child.pid ?? 0
    try {
      const own = { ...parley, app: { process: () => child } } as unknown as Parley
      await expect
        .poll(() => processesOf(own).flatMap(({ place, bytes }) => find(place, bytes)).length)
        .toBeGreaterThan(0)
    } finally {
      killAll([{ pid, parent: 0, command: '', cpuMs: 0 }])
    }
  },
)
