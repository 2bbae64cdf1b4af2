import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { launchParley, pageOf, type Parley } from '../e2e/app'
import { chooseService, recordButton, stopButton } from '../e2e/recording'
import { bundle } from './bundle'
import { stepMs } from './clock'
import type { CapturedSource } from '../../common/model'
import type { SpokenWords } from './fast-microphone'
import { startSteppedService } from './stepped-service'

/** The real app and the simulator, whose clocks move together and only here. */
export interface Soak {
  readonly parley: Parley
  readonly recorder: Page
  /** How many sessions the service has had. */
  readonly sessions: () => number
  /** Presses Record. Returns the meeting's id when it records. */
  record(): Promise<string>
  /** Moves all clocks by so many ms. */
  pass(ms: number): Promise<void>
  /** Lets the last turn end and presses Stop. Returns what was said, when everything is written. */
  stop(): Promise<SpokenWords[]>
  close(): void
}

/** The recorder reports its clock several times in this time, in ms. */
const settleMs = 30_000
/** The longest wait for something that needs no time of the recording, in ms of the recording. */
const patienceMs = 60_000

/** Makes a folder that Electron accepts as an app: it loads the stepped clock, then Parley. */
async function steppedApp(folder: string): Promise<string> {
  const project = resolve(process.env.PARLEY_APP ?? '.')
  const manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
    readonly main: string
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ ...manifest, type: 'commonjs', main: 'main.cjs' }),
  )
  writeFileSync(join(folder, 'clock.cjs'), await bundle('main-clock.ts', 'main'))
  writeFileSync(
    join(folder, 'main.cjs'),
    `require('./clock.cjs')
require('electron').app.setAppPath(${JSON.stringify(project)})
require(${JSON.stringify(join(project, manifest.main))})`,
  )
  return folder
}

/** How much slower the devices are than they say, in parts per million. */
export type SlowerPpm = Readonly<Record<CapturedSource, number>>

export async function startSoak(folder: string, slowerPpm: SlowerPpm): Promise<Soak> {
  const [appFolder, recorderScript, windowScript, service] = await Promise.all([
    steppedApp(join(folder, 'app')),
    bundle('recorder-clock.ts', 'page'),
    bundle('window-clock.ts', 'page'),
    startSteppedService(),
  ])
  const parley = await launchParley({
    dataFolder: join(folder, 'data'),
    serviceUrl: service.url,
    appFolder,
  }).catch((cause: unknown) => {
    service.close()
    throw cause
  })
  function close(): void {
    parley.kill()
    service.close()
  }

  try {
    await chooseService(parley)
    await parley.value('settings:set', { sources: { microphone: true, system: true } })
    const recorder = pageOf(parley, 'recorder')
    const { window } = parley
    await recorder.addInitScript({
      content: `globalThis.soakSlowerPpm = ${JSON.stringify(slowerPpm)};\n${recorderScript}`,
    })
    await window.addInitScript({ content: windowScript })
    await recorder.reload()
    await window.reload()
    await recordButton(window).first().waitFor()
    await parley.app.evaluate(() => globalThis.soak.hold())
    for (const page of [recorder, window]) await page.evaluate(() => globalThis.soak.hold())
    let now = Date.now()
    let sentFrames = 0

    /**
     * The recorder is a step ahead: main's clock moves when main has the sound of the step before.
     * Nothing else moves with it: the app takes the recorder's reports of its clock as the same age.
     */
    const step = async (): Promise<void> => {
      now += stepMs
      await parley.app.evaluate(
        async (_electron, [at, frames]) => {
          await globalThis.soakFrames.until(frames)
          await globalThis.soak.to(at)
        },
        [now, sentFrames] as const,
      )
      const [sent] = await Promise.all([
        recorder.evaluate(async (at) => {
          await globalThis.soak.to(at)
          // The answer comes after all earlier messages of the page, above all its heartbeat.
          await self.parley.call('recorder:token', { recordingId: '', source: 'microphone' })
          return globalThis.soakMicrophones.handedOn()
        }, now + stepMs),
        window.evaluate((at) => globalThis.soak.to(at), now),
        service.to(now),
      ])
      sentFrames = sent
    }

    async function pass(ms: number): Promise<void> {
      for (const until = now + ms; now < until;) await step()
    }

    async function passUntil(state: 'recording' | 'idle'): Promise<void> {
      const status = () => parley.value('recording:status', undefined)
      for (const until = now + patienceMs; (await status()).state !== state;) {
        if (now >= until) throw new Error(`Not ${state}: ${JSON.stringify(await status())}`)
        await step()
      }
    }

    // Until now each clock ran by itself: from here on they are the same, and main hears of it.
    await pass(settleMs)
    return {
      parley,
      recorder,
      sessions: () => service.sessions,
      pass,
      record: async () => {
        await recordButton(window)
          .first()
          .evaluate((button: HTMLElement) => button.click())
        // No time of the recording may pass while a device opens.
        await recorder.evaluate(() => globalThis.soakMicrophones.opened)
        await passUntil('recording')
        const { meetingId } = await parley.value('recording:status', undefined)
        if (meetingId === null) throw new Error('A recording without a meeting')
        return meetingId
      },
      stop: async () => {
        await recorder.evaluate(() => globalThis.soakMicrophones.hush())
        await pass(10_000)
        await stopButton(window).evaluate((button: HTMLElement) => button.click())
        await passUntil('idle')
        return recorder.evaluate(() => globalThis.soakMicrophones.spoken())
      },
      close,
    }
  } catch (cause) {
    close()
    throw cause
  }
}
