import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow, microphoneFile } from '../e2e/recording'
import type { Service } from '../service/service'
import type { Bench } from './bench'
import { figure, median, type Figure } from './figures'
import { installed, startPlain, type PlainApp } from './plain-app'
import { launchWith, startBenchService } from './rig'
import { watchedMain } from './watched'

/** How long a token takes: not at all, and as from the real service. */
const tokens = [0, 800]
/** What may come on top of the token, in ms. */
const ownMs = 80
const diskMs = 60
const wordsInFile = 80
/** The header of a WAV file. */
const headerBytes = 44
const lookEveryMs = 2
/** Parley opens at most this many sessions in this time; the next one would wait for its turn. */
const sessionsInTurn = 4
const turnMs = 61_000

interface Started {
  readonly frameMs: number
  readonly diskMs: number
}

/** Resolves with the time at which a file of sound has more than its header, in ms since 1970. */
async function firstSound(folder: string, known: ReadonlySet<string>): Promise<number> {
  let path: string | undefined
  for (;;) {
    path ??= filesBelow(folder).find((file) => file.endsWith('.wav') && !known.has(file))
    if (path !== undefined && statSync(path).size > headerBytes) return Date.now()
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
  }
}

/** From the press of Record to the first frame at the service and to the first sound on the disk. */
async function recordOnce(app: PlainApp, service: Service, run: number): Promise<Started> {
  const folder = join(app.dataFolder, 'library')
  const known = new Set(filesBelow(folder))
  const sound = firstSound(folder, known)
  const pressed = await app.pressRecord()
  const first = () => service.log.sessions()[run]?.frames[0]
  await service.log.until(() => first() !== undefined, 'a first frame', 30_000)
  const onDisk = await sound
  await app.stop()
  return { frameMs: (first()?.at ?? NaN) - pressed, diskMs: onDisk - pressed }
}

/** Measures the start of a recording with a warm recorder. */
export async function measureRecord(bench: Bench): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const tokenMs of tokens) {
    const folder = join(bench.folder, `record-${tokenMs}`)
    mkdirSync(folder, { recursive: true })
    const { path } = microphoneFile(folder, { words: wordsInFile })
    const service = await startBenchService({ token: { delayMs: tokenMs } })
    const name = `Record, token in ${tokenMs} ms`
    const launch = { ...launchWith(folder, service), microphone: path }
    await installed(launch)
    const app = await startPlain(launch)
    const { main } = app
    try {
      const measured = await watchedMain(bench, { name, main }, async () => {
        const started: Started[] = []
        const begun: number[] = []
        for (let run = 0; run <= bench.runs; run += 1) {
          const free = (begun.at(-sessionsInTurn) ?? -turnMs) + turnMs
          await new Promise((resolve) => setTimeout(resolve, Math.max(0, free - Date.now())))
          begun.push(Date.now())
          const one = await recordOnce(app, service, run)
          // The first recording fills caches.
          if (run > 0) started.push(one)
        }
        return [
          figure(
            `${name}: press to first frame on the wire`,
            median(started.map((s) => s.frameMs)),
            {
              unit: 'ms',
              target: tokenMs + ownMs,
            },
          ),
          figure(`${name}: press to first sound on disk`, median(started.map((s) => s.diskMs)), {
            unit: 'ms',
            target: diskMs,
          }),
        ]
      })
      figures.push(...measured)
    } finally {
      app.kill()
      await service.close()
    }
  }
  return figures
}
