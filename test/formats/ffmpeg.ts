import { execFile, spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createToneDecoder } from '../speech/decoder'
import { toneSpeech, type ToneOptions, type ToneWord } from '../speech/tones'
import { wavBytes } from '../speech/wav'
import type { FormatCase } from './cases'

const run = promisify(execFile)
const quiet = ['-hide_banner', '-nostdin', '-v', 'error', '-y']

/** Whether Debian's ffmpeg is there. `npm test` installs it. */
export const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0

/** A file of a case, as it was written and as it is after its wound. */
export interface MadeFile {
  readonly said: readonly ToneWord[]
  readonly whole: string
  readonly path: string
}

/** Runs ffmpeg, which overwrites its output. Throws what it says. */
export async function ffmpeg(...args: readonly string[]): Promise<void> {
  await run('ffmpeg', [...quiet, ...args])
}

/** Writes six words of tone-coded speech as a WAV, which lasts 3.8 s. */
export async function writeSpeech(
  path: string,
  options: Pick<ToneOptions, 'firstNumber' | 'sampleRate'>,
): Promise<readonly ToneWord[]> {
  const { words, ...sound } = toneSpeech({ ...options, words: 6, endSilenceMs: 500 })
  await writeFile(path, wavBytes(sound))
  return words
}

/** Encodes tone-coded speech. */
export async function makeFile(each: FormatCase, folder: string): Promise<MadeFile> {
  const source = join(folder, 'source.wav')
  const { firstNumber, rate } = each
  const words = await writeSpeech(source, { firstNumber, sampleRate: rate })
  const whole = join(folder, `whole.${each.ending}`)
  await ffmpeg(
    ...['-i', source, '-af', each.filter],
    ...['-c:a', each.encoder, '-ar', String(rate), '-ac', String(each.channels)],
    ...[...each.args, whole],
  )
  if (each.wound === null) return { said: words, whole, path: whole }
  const path = join(folder, `wounded.${each.ending}`)
  await writeFile(path, each.wound.apply(await readFile(whole)))
  return { said: words, whole, path }
}

/** What ffmpeg hears in a file; nothing if it cannot read it. */
export async function heardByFfmpeg(path: string): Promise<ToneWord[]> {
  const to16k = ['-map', '0:a:0', '-ac', '1', '-ar', '16000', '-f', 's16le', '-']
  const options = { encoding: 'buffer', maxBuffer: 2 ** 28 } as const
  const pcm = await run('ffmpeg', [...quiet, '-i', path, ...to16k], options).then(
    ({ stdout }) => stdout,
    // It gives up with what it has read of a damaged file.
    (cause: unknown) => (cause as { readonly stdout?: Buffer }).stdout ?? Buffer.alloc(0),
  )
  return wordsIn(pcm)
}

/** The words in sound of 16 kHz. */
export function wordsIn(pcm: Uint8Array): ToneWord[] {
  const decoder = createToneDecoder()
  return [...decoder.push(pcm), ...decoder.flush()]
}
