import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { fail, ok, type Result } from '../../preload/errors'
import { decodeFile } from '../import/decode-job'
import { runPageJob, type ImporterPort } from '../import/page-job'
import type { Playable } from '../library/playable'
import { bytesPerSample, wavHeaderBytes } from '../library/wav-header'
import { createLog } from '../log'
import { createLikeness } from './likeness'

const log = createLog('pack')

export interface PackJob {
  /** The sound as a WAV. */
  readonly sound: Pick<Playable, 'size' | 'read'>
  readonly path: string
  readonly openPage: () => ImporterPort
  readonly signal: AbortSignal
}

/** What the last frame of the compressed sound may lack, or have too much, in samples. */
const endSamples = 1_600

/**
 * Compresses sound to Opus in Ogg, hears it again, and puts the file in its place once both are
 * alike. Errors: `sound-not-packed`, `cancelled`; nothing is left of a file then.
 */
export async function packFile({ path, ...job }: PackJob): Promise<Result<undefined>> {
  const beside = `${path}.new`
  try {
    const file = await open(beside, 'w+')
    try {
      const packed = await encode(file, job)
      if (!packed.ok) return named(packed)
      await file.sync()
      const alike = await verify(file, job)
      if (!alike.ok) return named(alike)
    } finally {
      await file.close()
    }
    await rename(beside, path)
    return ok(undefined)
  } catch (cause) {
    return fail('sound-not-packed', cause instanceof Error ? cause.message : String(cause))
  } finally {
    await rm(beside, { force: true }).catch((cause: unknown) =>
      log.warn('not taken away', { cause }),
    )
  }
}

type Job = Omit<PackJob, 'path'>

function encode(file: FileHandle, { sound, openPage, signal }: Job): Promise<Result<undefined>> {
  const size = sound.size - wavHeaderBytes
  const port = openPage()
  return runPageJob<undefined>({
    port,
    signal,
    begin: { type: 'encode', size },
    read: (start, end) => (end > size ? Promise.resolve(null) : pcmOf(sound, start, end)),
    answer: async (message) => {
      if (message.type === 'done') return ok(undefined)
      if (message.type !== 'packed') return fail('import-damaged', 'an answer to another question')
      await file.writeFile(new Uint8Array(message.bytes))
      port.post({ type: 'taken' })
      return null
    },
  })
}

/** Decodes what was written and compares it with the sound that it is to stand for. */
async function verify(
  file: FileHandle,
  { sound, openPage, signal }: Job,
): Promise<Result<undefined>> {
  const likeness = createLikeness()
  const bytes = sound.size - wavHeaderBytes
  let at = 0
  const decoded = await decodeFile({
    file,
    size: (await file.stat()).size,
    port: openPage(),
    signal,
    take: async (pcm) => {
      const before = await pcmOf(sound, Math.min(at, bytes), Math.min(at + pcm.length, bytes))
      at += pcm.length
      likeness.add(samplesOf(before), samplesOf(pcm))
      return ok(undefined)
    },
    onShare: () => undefined,
  })
  if (!decoded.ok) return decoded
  const offSamples = Math.abs(decoded.value.samples - bytes / bytesPerSample)
  if (offSamples > endSamples) return fail('sound-not-packed', `${offSamples} samples differ`)
  return likeness.isAlike() ? ok(undefined) : fail('sound-not-packed', 'the sound differs')
}

async function pcmOf(sound: Job['sound'], start: number, end: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(end - start)
  for (let done = 0; done < bytes.length;) {
    const part = await sound.read(wavHeaderBytes + start + done, bytes.length - done)
    if (part.length === 0) break
    bytes.set(part, done)
    done += part.length
  }
  return bytes
}

/** Little-endian on every processor that the app runs on. */
function samplesOf(pcm: Uint8Array): Int16Array {
  return new Int16Array(pcm.slice().buffer, 0, Math.floor(pcm.length / bytesPerSample))
}

function named(failed: Result<never> & { ok: false }): Result<never> {
  const { code, detail } = failed.error
  if (code === 'cancelled' || code === 'sound-not-packed') return failed
  return fail('sound-not-packed', [code, detail ?? []].flat().join(': '))
}
