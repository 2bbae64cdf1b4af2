import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { launchParley, pageOf, type Parley } from '../e2e/app'
import { chooseService, recordButton, stopButton } from '../e2e/recording'
import { bundle } from './bundle'
import { startSteppedService } from './stepped-service'

/** One step of all clocks, in ms: every part of the app keeps its sense of time within it. */
const stepMs = 500

/** The real app, the simulator and their clocks, which go on together and only here. */
export interface Soak {
  readonly parley: Parley
  readonly recorder: Page
  /** How many sessions of the service there were. */
  readonly sessions: () => number
  /** Presses Record; the meeting's id once it records. */
  record(): Promise<string>
  /** Time goes on by so many ms. */
  pass(ms: number): Promise<void>
  /** Lets the last turn end and presses Stop; how many words were said, once all is written. */
  stop(): Promise<number>
  close(): void
}

/** Waits within which something must come that takes no time of the recording, in ms of it. */
const patienceMs = 60_000

/** The app with a clock put before it: a folder that Electron takes for an app. */
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

export async function startSoak(folder: string): Promise<Soak> {
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
    const recorder = pageOf(parley, 'recorder')
    const { window } = parley
    await recorder.addInitScript({ content: recorderScript })
    await window.addInitScript({ content: windowScript })
    await recorder.reload()
    await window.reload()
    await recordButton(window).first().waitFor()
    await parley.app.evaluate(() => globalThis.soak.hold())
    for (const page of [recorder, window]) await page.evaluate(() => globalThis.soak.hold())
    let now = Date.now()
    let sentFrames = 0

    /** The recorder is a step ahead, and main has what was heard before its clock goes on. */
    const step = async (): Promise<void> => {
      now += stepMs
      const [sent] = await Promise.all([
        recorder.evaluate(async (at) => {
          await globalThis.soak.to(at)
          // Answered after all that the page told main before: that it is alive, above all.
          await self.parley.call('recorder:token', { recordingId: '', source: 'microphone' })
          return globalThis.soakMicrophones.handedOn()
        }, now + stepMs),
        window.evaluate((at) => globalThis.soak.to(at), now),
        parley.app.evaluate(
          async (_electron, [at, frames]) => {
            await globalThis.soakFrames.until(frames)
            await globalThis.soak.to(at)
          },
          [now, sentFrames] as const,
        ),
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

    // Until now each clock went as fast as its process was let: from here on they are one.
    await step()
    return {
      parley,
      recorder,
      sessions: () => service.sessions,
      pass,
      record: async () => {
        await recordButton(window)
          .first()
          .evaluate((button: HTMLElement) => button.click())
        // A device opens in its own time, in which none of the recording's may pass.
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
        const said = await recorder.evaluate(() => globalThis.soakMicrophones.words())
        return said[0] ?? 0
      },
      close,
    }
  } catch (cause) {
    close()
    throw cause
  }
}
