// Drives the app as a person would: record, read, stop, export. Runs inside a session, started by
// scripts/demo.mjs with the path of a plan: { sound, seconds, reference, speech }.
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { _electron } from 'playwright'
import { launchSpec } from '../launch.mjs'
import { exportFiles } from './files.mjs'
import { makeReport } from './report.mjs'
import { TurnLog } from './turn-log.mjs'

/** Late enough for several turns to be on the screen, and the speaker still at it. */
const pictureAt = 0.9
const quietMs = 2000
const launchMs = 60_000
/** How long the engine may take to load its model before the recording starts anyway. */
const engineReadyMs = 30_000
/** How long after the end of speech the words may take. */
const patienceMs = 30_000

const output = process.env.PARLEY_OUTPUT
const plan = JSON.parse(await readFile(process.argv[2], 'utf8'))

const app = await _electron.launch({
  ...launchSpec({
    args: [
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-audio-capture=${plan.sound}%noloop`,
    ],
  }),
  timeout: launchMs,
})
try {
  const page = await windowPage()
  const report = await record(page)
  await exportAll(page, report.meetingId)
  await writeFile(join(output, 'report.json'), `${JSON.stringify(report, null, 2)}\n`)
} finally {
  await app.close()
}

async function windowPage() {
  const isWindow = (page) => page.url().startsWith('app://window/')
  return app.windows().find(isWindow) ?? app.waitForEvent('window', { predicate: isWindow })
}

async function record(page) {
  const info = await call(page, 'app:info')
  // The speech is played into the microphone as it is; nothing is to be cleaned out of it.
  const settings = await call(page, 'settings:set', {
    engine: 'on-device',
    sources: { microphone: true, system: false },
    processing: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
  })
  const log = new TurnLog(console.log)
  await page.exposeFunction('parleyDemoTurn', (event) => log.add(event))
  await page.evaluate(() => {
    window.parley.on('transcript:turn', (event) => void window.parleyDemoTurn(event))
  })
  await engineReady(page)
  await page.getByRole('button', { name: 'New recording' }).first().click()
  const pressed = Date.now()
  await page.waitForTimeout(plan.seconds * 1000 * pictureAt)
  await page.screenshot({ path: join(output, 'window.png') })
  await log.settled({ notBefore: pressed + plan.seconds * 1000, quietMs, patienceMs })
  const engine = await call(page, 'engine:state')
  await page.getByRole('button', { name: 'Stop' }).first().click()
  const meeting = await finished(page)
  const packed = await call(page, 'meetings:get', { id: meeting.id })
  const turns = JSON.parse(packed.turns)
  return {
    meetingId: meeting.id,
    ...makeReport({
      turns,
      reference: plan.reference,
      load: engine.load,
      info: {
        electron: info.electron,
        chromium: info.chromium,
        engine: settings.engine,
        model: meeting.model,
        speech: plan.speech,
        speechSeconds: plan.seconds,
      },
    }),
  }
}

/** As a person who reads "On-device engine · ready" before the meeting begins. */
async function engineReady(page) {
  const deadline = Date.now() + engineReadyMs
  while (Date.now() < deadline && (await call(page, 'engine:state')).state !== 'ready') {
    await page.waitForTimeout(200)
  }
}

/** The meeting, once the app has put it away. */
async function finished(page) {
  const deadline = Date.now() + patienceMs
  for (;;) {
    const [meeting] = await call(page, 'meetings:list')
    if (meeting?.state === 'done') return meeting
    if (Date.now() > deadline) throw new Error('The recording did not come to its end.')
    await page.waitForTimeout(200)
  }
}

async function exportAll(page, id) {
  for (const [format, name] of Object.entries(exportFiles)) {
    const filePath = join(output, name)
    await app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
    }, filePath)
    const choice = { format, times: true, speakers: true, sound: 'mix' }
    await call(page, 'meetings:export', { id, choice })
    if ((await stat(filePath)).size === 0) throw new Error(`${name} is empty.`)
  }
}

async function call(page, name, input) {
  const answer = await page.evaluate(
    ([channel, argument]) => window.parley.call(channel, argument),
    [name, input],
  )
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`)
  return answer.value
}
