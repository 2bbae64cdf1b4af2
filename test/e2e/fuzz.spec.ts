import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Role } from '../../common/ipc/channels'
import { bundle } from '../soak/bundle'
import { hostileFrame } from '../fuzz/frames'
import type { Plan, Report } from '../fuzz/preload'
import { createDraw } from '../fuzz/random'
import { effort } from '../effort'
import { fuzzSeed } from '../fuzz/seed'
import { openCaptions, pageOf, type Parley } from './app'
import { expect, test } from './fixtures'
import {
  chooseService,
  finalNumbers,
  microphoneFile,
  record,
  stop,
  transcript,
  waitForIdle,
  waitForWord,
} from './recording'

/** No message of a page may block main longer, in ms. */
const longestMs = 1_000
/** Channels whose well-formed calls really change something, whatever ids they name. */
const acting = [
  ...['settings:set', 'keys:add', 'recording:start', 'sound-check:start', 'bin:empty'],
  ...[
    'markdown:choose-folder',
    'markdown:stop',
    'links:open',
    'tokens:try',
    'imports:choose-files',
    'imports:drop',
  ],
  ...['captions:show', 'captions:set', 'captions:close'],
  ...['app:restart', 'models:choose-files', 'models:choose-folder'],
  ...['calendar:choose-file', 'calendar:set-address', 'calendar:remove'],
]

type Fuzzing = { fuzz: { run(plan: Plan): Promise<Report> } }

/** Adds the fuzzer to every page from its next load on, and replaces everything that opens outside. */
async function takeOver(parley: Parley, folder: string): Promise<void> {
  const preload = join(folder, 'fuzz.cjs')
  writeFileSync(preload, await bundle('../fuzz/preload.ts', 'main'))
  await parley.app.evaluate(({ webContents, session, dialog, shell }, path) => {
    const pages = webContents.getAllWebContents().map((contents) => contents.session)
    for (const each of new Set([session.defaultSession, ...pages])) {
      // Electron 33 takes a list; later versions take one preload at a time.
      const own = each as unknown as {
        setPreloads(paths: string[]): void
        registerPreloadScript?(script: { type: 'frame'; filePath: string }): void
      }
      if (own.registerPreloadScript) own.registerPreloadScript({ type: 'frame', filePath: path })
      else own.setPreloads([path])
    }
    dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' })
    dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] })
    shell.openExternal = () => Promise.resolve()
  }, preload)
  const pages = parley.app.windows()
  for (const page of pages) await page.reload()
  await expect.poll(() => parley.app.windows().length).toBe(pages.length)
}

/** A page that main did not open as its own, at this address. */
async function openForeign({ app }: Parley, url: string): Promise<Page> {
  const opened = app.waitForEvent('window')
  await app.evaluate(({ BrowserWindow }, address) => {
    const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
    void window.loadURL(address)
  }, url)
  const page = await opened
  await page.waitForLoadState()
  return page
}

const fuzz = (page: Page, plan: Plan): Promise<Report> =>
  page.evaluate((given) => (self as unknown as Fuzzing).fuzz.run(given), plan)

/**
 * Measures the longest time for which main's thread works without a pause, in ms, until the result
 * is read. A wait for the processor, which other programs of the computer cause, is not counted.
 */
async function watchMain({ app }: Parley): Promise<() => Promise<number>> {
  await app.evaluate(() => {
    const own = globalThis as unknown as { longestMs: number }
    const { readFileSync } = process.getBuiltinModule('node:fs')
    /** The processor time of the thread, in ms: Linux counts it in hundredths of a second. */
    const workedMs = (): number => {
      const stat = readFileSync(`/proc/self/task/${process.pid}/stat`, 'utf8')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return (Number(fields[11]) + Number(fields[12])) * 10
    }
    let last = performance.now()
    let worked = workedMs()
    own.longestMs = 0
    setInterval(() => {
      const waited = performance.now() - last - 20
      const now = workedMs()
      own.longestMs = Math.max(own.longestMs, Math.min(waited, now - worked))
      last = performance.now()
      worked = now
    }, 20)
  })
  return () => app.evaluate(() => (globalThis as unknown as { longestMs: number }).longestMs)
}

/** The data of a person: nothing in it may change. */
async function possessions(parley: Parley, id: string) {
  return {
    settings: readFileSync(join(parley.dataFolder, 'settings.json'), 'utf8'),
    keys: await parley.value('keys:list', undefined),
    meetings: await parley.meetings(),
    bin: await parley.value('bin:list', undefined),
    meeting: await transcript(parley, id),
    marks: await parley.value('marks:list', { id }),
    notes: await parley.value('notes:get', { id }),
  }
}

function expectNoAccident(parley: Parley): void {
  const accidents = /uncaught|unhandled rejection|handler threw/
  const lines = parley.output().split('\n')
  expect(lines.filter((line) => accidents.test(line)).slice(0, 5)).toEqual([])
}

async function recordOne(parley: Parley): Promise<string> {
  await chooseService(parley)
  const id = await record(parley)
  await waitForWord(parley, id, { number: 3, withinMs: 20_000 })
  await stop(parley)
  return id
}

test(
  '100,000 hostile calls from every page change nothing, block nothing and get their error codes',
  { tag: '@long' },
  async ({ launch, folder }) => {
    test.setTimeout(240_000)
    const seed = fuzzSeed('calls')
    const { path } = microphoneFile(folder, { words: 5 })
    const parley = await launch({ microphone: path })
    const id = await recordOne(parley)
    await openCaptions(parley)
    await takeOver(parley, folder)
    const before = await possessions(parley, id)
    const longest = await watchMain(parley)

    const foreign = [
      'app://window/index.html',
      'app://recorder/index.html',
      'data:text/html,foreign',
    ]
    const plans: [Page, Role | null, number][] = [
      [pageOf(parley, 'window'), 'window', 50_000],
      [pageOf(parley, 'recorder'), 'recorder', 25_000],
      [pageOf(parley, 'captions'), 'captions', 10_000],
    ]
    for (const url of foreign) plans.push([await openForeign(parley, url), null, 5_000])
    const began = Date.now()
    for (const [index, [page, role, calls]] of plans.entries()) {
      const strings = ['../..', 'app://window', '\u202e', 'x'.repeat(64)]
      const plan = { seed: seed + index, calls, role, strings, leaveOut: acting, corruptShare: 0.7 }
      const { answers, wrong } = await fuzz(page, plan)
      console.log(page.url(), JSON.stringify(answers))
      expect(wrong, page.url()).toEqual([])
      expect(answers['not-allowed']).toBeGreaterThan(50)
      if (role === null)
        expect(Object.keys(answers).sort()).toEqual(['no channel', 'not-allowed', 'sent'])
      else expect(answers['bad-input']).toBeGreaterThan(role === 'window' ? 10_000 : 100)
    }
    console.log(
      `100,000 calls in ${((Date.now() - began) / 1_000).toFixed(0)} s; main was held up for ${Math.round(await longest())} ms at most`,
    )
    expect(await longest()).toBeLessThan(longestMs)
    expectNoAccident(parley)
    expect(await possessions(parley, id)).toEqual(before)
  },
)

test(
  'calls of pages that close meanwhile, and of frames that are gone, do no harm',
  { tag: '@long' },
  async ({ launch, folder }) => {
    const parley = await launch()
    await openCaptions(parley)
    await takeOver(parley, folder)
    const seed = fuzzSeed('calls of pages that go away')
    for (let round = 0; round < 5; round += 1) {
      for (const role of ['window', 'recorder', 'captions'] as const) {
        const page = pageOf(parley, role)
        const plan = {
          seed: seed + round,
          calls: 5_000,
          role,
          strings: [],
          leaveOut: acting,
          corruptShare: 0.7,
        }
        const cut = fuzz(page, plan).then(
          () => 'whole',
          () => 'cut off',
        )
        await page.waitForTimeout(60)
        await page.reload()
        expect(await cut).toBe('cut off')
      }
      const foreign = await openForeign(parley, 'data:text/html,foreign')
      const plan = { seed, calls: 5_000, role: null, strings: [], leaveOut: [], corruptShare: 0.7 }
      void fuzz(foreign, plan).catch(() => undefined)
      await foreign.waitForTimeout(30)
      await foreign.close()
    }
    // Frames and pages that are gone, as Electron passes them: every property throws.
    await parley.app.evaluate(({ ipcMain }) => {
      const gone = new Proxy(
        {},
        {
          get: () => {
            throw new Error('Render frame was disposed before WebFrameMain could be accessed')
          },
        },
      )
      for (const senderFrame of [null, gone]) {
        for (const sender of [gone, { id: 1, mainFrame: senderFrame }]) {
          ipcMain.emit('recorder:event', { sender, senderFrame }, { type: 'devices', devices: [] })
          ipcMain.emit('recorder:alive', { sender, senderFrame }, { nowMs: 0 })
          ipcMain.emit('recorder:ready', { sender, senderFrame })
        }
      }
    })
    expectNoAccident(parley)
    await parley.nextWindow()
    expect((await parley.value('recording:status', undefined)).state).toBe('idle')
  },
)

test(
  'after well-formed calls in any order, also while recording, the app still works',
  { tag: '@long' },
  async ({ launch, folder }) => {
    test.setTimeout(180_000)
    const seed = fuzzSeed('calls in any order')
    const { path } = microphoneFile(folder, { words: 5 })
    const parley = await launch({ microphone: path })
    const id = await recordOne(parley)
    await takeOver(parley, folder)
    const longest = await watchMain(parley)
    const strings = [id, (await transcript(parley, id)).turns[0]?.sessionId ?? '']
    // The service accepts five sessions a minute, so most of these use the on-device engine.
    const leaveOut = ['keys:add', 'tokens:try', 'keys:replace', 'app:restart']
    for (let round = 0; round < effort({ short: 1, long: 3 }); round += 1) {
      const plan = { seed: seed + round, calls: 1_000, strings, leaveOut, corruptShare: 0.1 }
      const reports = await Promise.all([
        fuzz(pageOf(parley, 'window'), { ...plan, role: 'window' }),
        fuzz(pageOf(parley, 'recorder'), { ...plan, role: 'recorder' }),
      ])
      for (const { answers, wrong } of reports) {
        console.log(JSON.stringify(answers))
        expect(wrong).toEqual([])
      }
    }
    await parley.call('recording:stop', undefined)
    await waitForIdle(parley)
    expect(await longest()).toBeLessThan(longestMs)
    expectNoAccident(parley)
    // Every meeting can be read, and a new one can be recorded.
    for (const meeting of await parley.meetings()) {
      await transcript(parley, meeting.id)
      const choice = { times: true, speakers: true }
      await parley.value('meetings:clipping', { id: meeting.id, part: null, choice })
    }
    await parley.value('settings:set', { sources: { microphone: true, system: false } })
    const started = await parley.value('recording:start', undefined)
    // The recorder first works off the hundreds of starts and stops that it was asked for.
    await expect
      .poll(async () => (await parley.value('recording:status', undefined)).state, {
        timeout: 60_000,
      })
      .toBe('recording')
    await parley.value('recording:stop', undefined)
    await waitForIdle(parley)
    await transcript(parley, started.meetingId)
  },
)

test(
  'no address of audio or of a page leads out of its folder',
  { tag: '@long' },
  async ({ launch }) => {
    const { window } = await launch()
    const draw = createDraw(fuzzSeed('addresses'))
    const parts = [
      '..',
      '%2e%2e',
      '%2f',
      '..%5c',
      '',
      '.',
      'sound',
      'library',
      'settings.json',
      '%00',
      'a',
      '//',
      '?',
      '#',
      '@',
      ':80',
    ]
    const path = () => Array.from({ length: 1 + draw.index(7) }, () => draw.pick(parts)).join('/')
    const pages = Array.from({ length: 2_000 }, () => `app://window/${path()}`)
    const served = await window.evaluate(async (urls) => {
      const answers = await Promise.all(
        urls.map((url) =>
          fetch(url).then(
            ({ status }) => status,
            () => 404,
          ),
        ),
      )
      return urls.filter((_, index) => answers[index] !== 404)
    }, pages)
    expect(served).toEqual([])
    const sounds = Array.from(
      { length: 300 },
      () => `media://${draw.pick(['meeting', 'x', '..'])}/${path()}`,
    )
    const heard = await window.evaluate(async (urls) => {
      const can = (url: string) =>
        new Promise<boolean>((resolve) => {
          const audio = new Audio(url)
          audio.onerror = () => resolve(false)
          audio.onloadedmetadata = () => resolve(true)
        })
      const found: string[] = []
      for (const url of urls) if (await can(url)) found.push(url)
      return found
    }, sounds)
    expect(heard).toEqual([])
  },
)

test(
  'a service that sends anything costs no word: 4,000 hostile frames between the turns',
  { tag: '@long' },
  async ({ launch, service, folder }) => {
    const { path } = microphoneFile(folder, { words: 20, pauseEvery: 5 })
    const parley = await launch({ microphone: path })
    const draw = createDraw(fuzzSeed('frames'))
    await chooseService(parley)
    const id = await record(parley)
    await waitForWord(parley, id, { number: 2, withinMs: 20_000 })
    const longest = await watchMain(parley)
    // Random turns have other turn orders than the spoken ones.
    const odd = () => {
      const frame = hostileFrame(draw)
      return typeof frame === 'string' && /"turn_order":\d{1,3}\b/.test(frame) ? '{' : frame
    }
    for (let round = 0; round < 20; round += 1) {
      const frames = Array.from({ length: 200 }, odd)
      expect(service.inject({ kind: 'frames', frames })).toBe(1)
      await parley.window.waitForTimeout(100)
    }
    await waitForWord(parley, id, { number: 19, withinMs: 30_000 })
    await stop(parley)
    expect(service.log.sessions()).toHaveLength(1)
    const said = finalNumbers(await transcript(parley, id))
    expect([...new Set(said)].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, word) => word),
    )
    expect(await longest()).toBeLessThan(longestMs)
    expectNoAccident(parley)
    expect(readFileSync(join(parley.dataFolder, 'logs', 'parley.log'), 'utf8')).toContain(
      'unknown message type',
    )
  },
)
