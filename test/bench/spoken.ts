import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { resample } from '../speech/resample'
import { readWav, writeWav } from '../speech/wav'

/** A WAV of speech, mono, with what is said in it. */
export interface Spoken {
  readonly path: string
  readonly text: string
  /** How it was recorded: the word error rate is counted for each kind. */
  readonly kind: string
}

interface Row {
  readonly file: string
  readonly reference: string
  readonly kind: string
  readonly lang: string
}

/**
 * The English speech of a folder with a `manifest.json`: rows with `file`, `reference` (its words),
 * `kind` and `lang`. Nothing if no folder was given.
 */
export function spokenIn(folder: string | null): Spoken[] {
  if (folder === null) return []
  const manifest = join(folder, 'manifest.json')
  if (!existsSync(manifest)) throw new Error('The folder of speech has no manifest.json')
  return (JSON.parse(readFileSync(manifest, 'utf8')) as Row[])
    .filter(({ lang }) => lang === 'en')
    .map(({ file, reference, kind }) => ({ path: join(folder, file), text: reference, kind }))
}

/** Writes speech for a player: so many times, with the faintest noise before each and after the last. */
export function writeSpeech(
  path: string,
  spoken: Spoken,
  { times, pauseMs }: { readonly times: number; readonly pauseMs: number },
): void {
  const { sampleRate, samples } = readWav(spoken.path)
  const pause = Math.round((pauseMs * sampleRate) / 1_000)
  // A microphone that delivers only zeros would be opened again.
  const all = Int16Array.from(
    { length: times * (pause + samples.length) + pause },
    (_, at) => ((at * 7_919) % 5) - 2,
  )
  for (let time = 0; time < times; time += 1) {
    all.set(samples, pause + time * (pause + samples.length))
  }
  writeWav(path, { sampleRate: 48_000, samples: resample(all, sampleRate, 48_000) })
}
