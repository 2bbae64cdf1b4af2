import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { toneFile } from '../e2e/recording'
import { mouthOf, startSoundServer } from '../e2e/sound-server'
import type { Service } from '../service/service'
import { wordNumbers } from '../speech/tones'
import type { Bench } from './bench'
import { figure, medians, percentile, type Figure } from './figures'
import { watchWords, type Seen } from './painted-words'
import { installed, startPlain } from './plain-app'
import { launchWith, startBenchService } from './rig'
import { watchFrames, type FrameDelays } from './sample-to-send'
import { setups } from './setups'
import { watchedMain } from './watched'

const secondsOfSpeech = 40
/** Other figures measure the start-up and the backlog before Begin. */
const settleMs = 5_000
/** In this time a player has begun, on a busy computer too: a microphone without sound is opened again. */
const soundStartsMs = 2_000
/** How long the delays are measured, in ms. */
const measureMs = 20_000

/** From the Turn with a new word to that word on the screen, in ms. */
function turnToPaint(service: Service, seen: readonly Seen[]): number[] {
  const sent = new Map<number, number>()
  const messages = service.log.sessions().flatMap((session) => session.sent)
  for (const { at, message } of messages) {
    const words = (message.words ?? []) as readonly { text: string }[]
    for (const number of words.flatMap((word) => wordNumbers(word.text))) {
      if (!sent.has(number)) sent.set(number, at)
    }
  }
  return seen.flatMap(({ number, at }) => {
    const from = sent.get(number)
    return from === undefined ? [] : [at - from]
  })
}

/** Measures the delays of a running recording. */
async function measureDelays(
  bench: Bench,
  folder: string,
  { name, sources }: (typeof setups)[number],
): Promise<Figure[]> {
  mkdirSync(folder, { recursive: true })
  const sound = await startSoundServer(folder)
  const words = secondsOfSpeech * 2
  const mine = toneFile(join(folder, 'mine.wav'), { words })
  const theirs = toneFile(join(folder, 'theirs.wav'), { words, firstNumber: 500 })
  const service = await startBenchService()
  const launch = { ...launchWith(folder, service), realSound: true, env: sound.env }
  await installed(launch, { sources })
  const { main, window, recorder, pressRecord, kill } = await startPlain(launch)
  try {
    return await watchedMain(bench, { name: `Recording ${name}`, main }, async () => {
      const delays = await watchFrames(recorder, main)
      // A microphone that delivers only zeros would be opened again.
      const playing = [sound.play(mouthOf('desk'), mine), sound.play('speakers', theirs)]
      await wait(soundStartsMs)
      await pressRecord()
      const painted = await watchWords(window)
      await wait(settleMs + measureMs)
      const frames = await delays()
      const figures = delayFigures(name, frames, turnToPaint(service, await painted()))
      await Promise.all(playing)
      return figures
    })
  } finally {
    kill()
    await service.close()
    await sound.kill()
  }
}

function delayFigures(name: string, frames: FrameDelays, paints: readonly number[]): Figure[] {
  const settled = (of: FrameDelays['send']) => of.flatMap((own) => own.slice(settleMs / 50))
  const ms = (what: string, value: number, target: number) =>
    figure(`${what}, ${name}`, value, { unit: 'ms', target })
  return [
    ms('Sample to send, p50', percentile(settled(frames.send), 0.5), 12),
    ms('Sample to send, p99', percentile(settled(frames.send), 0.99), 12),
    ms('Sample to main, p50', percentile(settled(frames.main), 0.5), 12),
    ms('Sample to main, p99', percentile(settled(frames.main), 0.99), 12),
    ms('Turn to painted word, p95', percentile(paints, 0.95), 40),
  ]
}

/** Measures the delays of a recording with the simulator. */
export async function measureRecording(bench: Bench): Promise<Figure[]> {
  // The sound server exists on Linux only.
  if (process.platform !== 'linux') return []
  const figures: Figure[] = []
  for (const setup of setups) {
    figures.push(
      ...(await medians(bench.runs, (run) =>
        measureDelays(bench, join(bench.folder, `${setup.name.replace(' ', '-')}-${run}`), setup),
      )),
    )
  }
  return figures
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
