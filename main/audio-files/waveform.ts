import { readFile, rename, writeFile } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { ok, type Result } from '../../common/errors'
import { sampleRate, type Waveform } from '../../common/model'
import { waveformSchema } from '../../common/schemas'
import { samplesToMs } from '../../common/time'
import { createLog } from '../platform'
import { bytesPerSample } from './wav-header'
import { readSamples } from './wav-read'

const log = createLog('waveform')

/** More than the bars that fit in a wide window. */
const maxSteps = 2_000
/** A step is never shorter than this, so a short meeting has fewer steps. */
const minStepSamples = sampleRate / 20
const floorDb = -72
const blockSamples = 256 * 1024
/** Main does something else after so many samples: a few milliseconds. */
const workSamples = 32 * 1024

/** The cache is valid only for these numbers of samples. */
const cacheSchema = z.object({ samples: z.array(z.number()), waveform: waveformSchema })

/**
 * Returns the loudness over the length of a meeting; each step has that of the louder source. It is
 * computed once, block by block, and stored in the file `cache`. Errors: `audio-read-failed`.
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
    const measured = await measure(source, stepSamples, levels)
    if (!measured.ok) return measured
  }
  const waveform: Waveform = { durationMs: samplesToMs(length), levels }
  await writeCache(cache, { samples, waveform })
  return ok(waveform)
}

/** Raises each level to that of this source if the source is louder. */
async function measure(
  { path, samples }: { readonly path: string; readonly samples: number },
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
    const read = await readSamples(path, from, Math.min(samples, from + blockSamples))
    if (!read.ok) return read
    const { pcm } = read.value
    const block = new Int16Array(pcm.buffer, pcm.byteOffset, pcm.length / bytesPerSample)
    for (let index = 0; index < block.length; index += 1) {
      const sample = block[index] as number // within the block
      squares += sample * sample
      counted += 1
      if (counted === stepSamples) close()
      if (index % workSamples === workSamples - 1) await setImmediate()
    }
  }
  if (counted > 0) close()
  return ok(undefined)
}

/** Converts to a linear scale of decibels: 0 at -72 dBFS and below, 255 at full scale. */
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
    // It does not exist yet, or is incomplete: it is computed again.
    return null
  }
}

async function writeCache(path: string, cache: z.infer<typeof cacheSchema>): Promise<void> {
  try {
    await writeFile(`${path}.new`, JSON.stringify(cache))
    await rename(`${path}.new`, path)
  } catch (cause) {
    // In a read-only library the waveform is computed each time.
    log.warn('waveform not cached', { cause })
  }
}
