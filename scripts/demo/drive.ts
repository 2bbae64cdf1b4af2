// Uses the app as a person would: record, read, stop, export. scripts/commands/demo.ts starts it in
// a session, with the path of a DemoPlan as JSON.
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { _electron, type Page } from 'playwright'
import type { Meeting, Turn } from '../../common/model'
import { launchSpec } from '../launch'
import { call, engineReady, meetingsOf, windowPage, type WindowGlobals } from './window'
import { exportFiles } from './files'
import { makeReport, type DemoPlan } from './report'
import { TurnLog, type LoggedTurn } from './turn-log'

/** The picture is taken late enough for several turns, and before the speaker has finished. */
const pictureAt = 0.9
const quietMs = 2000
const launchMs = 60_000
/** The words may come this long after the end of the speech. */
const patienceMs = 30_000

const [, , planFile = ''] = process.argv
const output = process.env.PARLEY_OUTPUT ?? ''
const plan = JSON.parse(await readFile(planFile, 'utf8')) as DemoPlan

const app = await _electron.launch({
  ...launchSpec({
    args: [
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-audio-capture=${plan.wavFile}%noloop`,
    ],
  }),
  timeout: launchMs,
})
try {
  const page = await windowPage(app)
  const report = await record(page)
  await exportAll(page, report.meetingId)
  await writeFile(join(output, 'report.json'), `${JSON.stringify(report, null, 2)}\n`)
} finally {
  await app.close()
}

async function record(page: Page) {
  const info = await call(page, 'app:info', undefined)
  // The speech reaches the engine unprocessed: it contains nothing to clean.
  const settings = await call(page, 'settings:set', {
    engine: 'on-device',
    sources: { microphone: true, system: false },
    processing: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
  })
  const log = new TurnLog((line) => process.stdout.write(`${line}\n`))
  await page.exposeFunction('parleyDemoTurn', (event: { readonly turn: LoggedTurn }) =>
    log.add(event),
  )
  await page.evaluate(() => {
    const { parley, parleyDemoTurn } = globalThis as unknown as WindowGlobals
    parley.on('transcript:turn', (event) => void parleyDemoTurn(event))
  })
  await engineReady(page)
  await page.getByRole('button', { name: 'New recording' }).first().click()
  const pressed = Date.now()
  await page.waitForTimeout(plan.seconds * 1000 * pictureAt)
  await page.screenshot({ path: join(output, 'window.png') })
  await log.settled({ notBefore: pressed + plan.seconds * 1000, quietMs, patienceMs })
  const engine = await call(page, 'local-engine:state', undefined)
  await page.getByRole('button', { name: 'Stop' }).first().click()
  const meeting = await finishedMeeting(page)
  const packed = await call(page, 'meetings:get', { id: meeting.id })
  return {
    meetingId: meeting.id,
    electron: info.electron,
    chromium: info.chromium,
    engine: settings.engine,
    model: meeting.model,
    speech: plan.speech,
    speechSeconds: plan.seconds,
    ...makeReport({
      turns: JSON.parse(packed.turns) as Turn[],
      reference: plan.reference,
      load: engine.load,
    }),
  }
}

/** The meeting, after the app has finished it. */
async function finishedMeeting(page: Page): Promise<Meeting> {
  const deadline = Date.now() + patienceMs
  for (;;) {
    const [meeting] = await meetingsOf(page)
    if (meeting?.state === 'done') return meeting
    if (Date.now() > deadline) throw new Error('The recording did not finish.')
    await page.waitForTimeout(200)
  }
}

async function exportAll(page: Page, id: string): Promise<void> {
  for (const format of Object.keys(exportFiles) as (keyof typeof exportFiles)[]) {
    const filePath = join(output, exportFiles[format])
    await app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
    }, filePath)
    const choice = { format, times: true, speakers: true, sound: 'mix' } as const
    await call(page, 'meetings:export', { id, choice })
    if ((await stat(filePath)).size === 0) throw new Error(`${filePath} is empty.`)
  }
}
