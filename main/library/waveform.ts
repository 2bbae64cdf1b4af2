import { readFile, rename, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { ok, type Result } from '../../preload/errors'
import { sampleRate, waveformSchema, type Waveform } from '../../preload/model'
import { createLog } from '../log'
import { bytesPerSample } from './wav-header'
import { readSound } from './wav-read'

const log = createLog('waveform')

/** More than a wide window has places for bars. */
const maxSteps = 2_000
/** A short meeting has fewer: less than this is not worth a step of its own. */
const minStepSamples = sampleRate / 20
const floorDb = -72
const blockSamples = 256 * 1024

/** Of what the levels were made; sound that has grown since needs new ones. */
const cacheSchema = z.object({ samples: z.array(z.number()), waveform: waveformSchema })

/**
 * The loudness of a meeting over its length, the louder source at each step. Made once, block by
 * block between other work, and kept in `cache`. `audio-read-failed` where a source cannot be read.
 */
export async function waveformOf(
  sources: readonly { readonly path: string; readonly samples: number }[],
  cache: string,
): Promise<Result<Waveform>> {
  const samples = sources.map((source) => source.samples)
  const known = await readCache(cache)
  if (known !== null && known.samples.join() === samples.join()) return ok(known.waveform)
  const length = Math.max(0, ...samples)
  const stepSamples = Math.max(minStepSamples, Math.ceil(length / maxSteps))
  const levels = new Array<number>(Math.ceil(length / stepSamples)).fill(0)
  for (const source of sources) {
    const measured = await measure(source.path, source.samples, stepSamples, levels)
    if (!measured.ok) return measured
  }
  const waveform: Waveform = { durationMs: Math.round((length / sampleRate) * 1_000), levels }
  await writeCache(cache, { samples, waveform })
  return ok(waveform)
}

/** Raises each level to that of this source where it is louder. */
async function measure(
  path: string,
  samples: number,
  stepSamples: number,
  levels: number[],
): Promise<Result<undefined>> {
  let step = 0
  let squares = 0
  let counted = 0
  const close = () => {
    const level = levelOf(Math.sqrt(squares / Math.max(1, counted)) / 32_768)
    levels[step] = Math.max(levels[step] ?? 0, level)
    step += 1
    squares = 0
    counted = 0
  }
  for (let from = 0; from < samples; from += blockSamples) {
    const read = await readSound(path, from, Math.min(samples, from + blockSamples))
    if (!read.ok) return read
    const { pcm } = read.value
    const block = new Int16Array(pcm.buffer, pcm.byteOffset, pcm.length / bytesPerSample)
    for (const sample of block) {
      squares += sample * sample
      counted += 1
      if (counted === stepSamples) close()
    }
  }
  if (counted > 0) close()
  return ok(undefined)
}

/** Even steps of decibels: 0 at -72 dBFS and below, 255 at full scale. */
function levelOf(rms: number): number {
  if (rms <= 0) return 0
  const share = 1 - (20 * Math.log10(rms)) / floorDb
  return Math.round(255 * Math.min(1, Math.max(0, share)))
}

async function readCache(path: string): Promise<z.infer<typeof cacheSchema> | null> {
  try {
    const parsed = cacheSchema.safeParse(JSON.parse(await readFile(path, 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    // Not made yet, or half written: it is made again.
    return null
  }
}

async function writeCache(path: string, cache: z.infer<typeof cacheSchema>): Promise<void> {
  try {
    await writeFile(`${path}.new`, JSON.stringify(cache))
    await rename(`${path}.new`, path)
  } catch (cause) {
    // A library that cannot be written to is drawn all the same.
    log.warn('waveform not kept', { cause })
  }
}
