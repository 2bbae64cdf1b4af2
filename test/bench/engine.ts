import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launchParley, type Parley } from '../e2e/app'
import { proportionalMb, threadsOf } from '../e2e/process-tree'
import { bringIn, finalTurns, record, stop, transcript, unprocessed } from '../e2e/recording'
import { mouthOf, startSoundServer, type SoundServer } from '../e2e/sound-server'
import { readWav } from '../speech/wav'
import { wordErrorRate, wordsOf } from '../speech/word-error-rate'
import type { Bench } from './bench'
import { figure, medians, percentile, type Figure } from './figures'
import { spokenIn, writeSpeech, type Spoken } from './spoken'

/** How often the project's own speech is said. */
const times = 5
/** Before each time, in ms: long enough to end a turn. */
const pauseMs = 2_500
const readyMs = 60_000
/** From the end of the sound to Stop, in ms. */
const lastWordsMs = 3_000

const ms = { unit: 'ms' }

/** Starts the app with the engine on this computer, and waits for its model. */
async function launchReady(dataFolder: string, sound?: SoundServer): Promise<Parley> {
  const devices = sound === undefined ? {} : { realSound: true, env: sound.env }
  const parley = await launchParley({ dataFolder, ...devices })
  await parley.value('settings:set', { engine: 'on-device', ...unprocessed })
  const end = performance.now() + readyMs
  for (;;) {
    const { state } = await parley.value('local-engine:state', undefined)
    if (state === 'ready') return parley
    if (performance.now() > end) throw new Error(`The engine is ${state}`)
    await wait(100)
  }
}

async function enginePid({ app }: Parley): Promise<number> {
  const pid = await app.evaluate(
    ({ app: electron }) =>
      electron.getAppMetrics().find(({ name }) => name === 'Parley engine')?.pid,
  )
  if (pid === undefined) throw new Error('The engine has no process')
  return pid
}

/** How much the engine's busiest thread lets others go first, as a nice value. */
function niceOfBusiest(pid: number): number {
  const [busiest] = threadsOf(pid).sort((a, b) => b.cpuMs - a.cpuMs)
  return busiest?.nice ?? 0
}

interface Heard {
  readonly said: string
  readonly text: string
}

/** The word error rate over all words, in percent. */
function errorRate(heard: readonly Heard[]): number {
  const words = heard.reduce((sum, { said }) => sum + wordsOf(said).length, 0)
  const wrong = heard.reduce(
    (sum, { said, text }) => sum + (wordErrorRate(said, text) ?? 0) * wordsOf(said).length,
    0,
  )
  return (100 * wrong) / words
}

/** Somebody speaks into the microphone, in real time. */
async function measureLive(folder: string): Promise<Figure[]> {
  mkdirSync(folder, { recursive: true })
  const own = {
    path: process.env['PARLEY_SPEECH'] ?? '',
    text: process.env['PARLEY_SPEECH_TEXT'] ?? '',
    kind: 'own',
  }
  const path = join(folder, 'speech.wav')
  writeSpeech(path, own, { times, pauseMs })
  const sound = await startSoundServer(folder)
  const parley = await launchReady(join(folder, 'data'), sound)
  try {
    const id = await record(parley)
    await sound.play(mouthOf('desk'), path)
    await wait(lastWordsMs)
    const { load } = await parley.value('local-engine:state', undefined)
    const pid = await enginePid(parley)
    const mb = proportionalMb([{ pid }])
    const nice = niceOfBusiest(pid)
    await stop(parley)
    const meeting = await transcript(parley, id)
    const turns = finalTurns(meeting)
    const partials = turns.map(({ firstSeenMs, startMs }) => firstSeenMs - startMs)
    const finals = turns.map(({ finalMs, endMs }) => (finalMs ?? Infinity) - endMs)
    const text = turns.map((turn) => turn.text).join(' ')
    const said = new Array<string>(times).fill(own.text).join(' ')
    const lost = meeting.gaps.filter(({ sound }) => !sound)
    return [
      figure('Engine: share of one core for sound in real time', load ?? NaN, { unit: '' }),
      figure('Engine: start of a turn to its first words, p50', percentile(partials, 0.5), ms),
      figure('Engine: start of a turn to its first words, p90', percentile(partials, 0.9), ms),
      figure('Engine: end of a turn to its final words, p50', percentile(finals, 0.5), ms),
      figure('Engine: end of a turn to its final words, p90', percentile(finals, 0.9), ms),
      figure('Engine: memory of its process', mb, { unit: 'MB' }),
      figure('Engine: word error rate, own speech', errorRate([{ said, text }]), { unit: '%' }),
      figure('Engine: how much less its priority is than that of capture', nice, { unit: 'nice' }),
      figure(
        'Engine: sound lost while it works',
        lost.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0),
        { ...ms, target: 0 },
      ),
    ]
  } finally {
    parley.kill()
    await sound.kill()
  }
}

/** Files are imported, as fast as the engine is. */
async function measureFiles(folder: string, spoken: readonly Spoken[]): Promise<Figure[]> {
  if (spoken.length === 0) return []
  const parley = await launchReady(join(folder, 'data-files'))
  try {
    const heard: (Heard & Pick<Spoken, 'kind'>)[] = []
    let soundMs = 0
    const begun = performance.now()
    for (const { path, text: said, kind } of spoken) {
      const id = await bringIn(parley, path)
      const turns = finalTurns(await transcript(parley, id))
      heard.push({ said, kind, text: turns.map(({ text }) => text).join(' ') })
      const { samples, sampleRate } = readWav(path)
      soundMs += (samples.length * 1_000) / sampleRate
    }
    const tookMs = performance.now() - begun
    const kinds = [...new Set(heard.map(({ kind }) => kind))]
    return [
      figure('Engine: time for files beside their length', tookMs / soundMs, { unit: '' }),
      ...kinds.map((wanted) => {
        const same = heard.filter(({ kind }) => kind === wanted)
        return figure(`Engine: word error rate, ${wanted} speech`, errorRate(same), { unit: '%' })
      }),
    ]
  } finally {
    parley.kill()
  }
}

/** Measures the engine on this computer: with the project's own speech, and with a folder of speech. */
export async function measureEngine({ folder, runs, speech }: Bench): Promise<Figure[]> {
  // The sound server exists on Linux only.
  if (process.platform !== 'linux') return []
  return [
    ...(await medians(runs, (run) => measureLive(join(folder, `engine-${run}`)))),
    ...(await measureFiles(folder, spokenIn(speech))),
  ]
}

const wait = (waitMs: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, waitMs))
