import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { fail, ok, type Result } from '../../common/errors'
import {
  type AudioSource,
  bytesPerSample,
  decodeFile,
  type ImporterPort,
  runPageJob,
  wavHeaderBytes,
} from '../audio-files'
import { createLog } from '../platform'
import { createCompressionCheck } from './verify-compressed'

const log = createLog('compress')

export interface CompressJob {
  /** The audio as a WAV. */
  readonly audio: Pick<AudioSource, 'size' | 'read'>
  readonly path: string
  readonly openPage: () => ImporterPort
  readonly signal: AbortSignal
}

/** How many samples the last compressed frame may be too short or too long. */
const endSamples = 1_600

/**
 * Compresses audio to Opus in Ogg, decodes the result, and renames the file into place if both are
 * alike. Errors: `sound-not-packed`, `cancelled`; no file is left then.
 */
export async function compressFile({ path, ...job }: CompressJob): Promise<Result<undefined>> {
  const partial = `${path}.new`
  try {
    const file = await open(partial, 'w+')
    try {
      const encoded = await encode(file, job)
      if (!encoded.ok) return compressError(encoded)
      await file.sync()
      const alike = await verify(file, job)
      if (!alike.ok) return compressError(alike)
    } finally {
      await file.close()
    }
    await rename(partial, path)
    return ok(undefined)
  } catch (cause) {
    return fail('sound-not-packed', cause instanceof Error ? cause.message : String(cause))
  } finally {
    await rm(partial, { force: true }).catch((cause: unknown) =>
      log.warn('file not deleted', { cause }),
    )
  }
}

type Job = Omit<CompressJob, 'path'>

function encode(
  file: FileHandle,
  { audio: sound, openPage, signal }: Job,
): Promise<Result<undefined>> {
  const size = sound.size - wavHeaderBytes
  const port = openPage()
  return runPageJob<undefined>({
    port,
    signal,
    begin: { type: 'encode', size },
    read: (start, end) => (end > size ? Promise.resolve(null) : pcmOf(sound, start, end)),
    answer: async (message) => {
      if (message.type === 'done') return ok(undefined)
      if (message.type !== 'packed') return fail('import-damaged', 'an unexpected message')
      await file.writeFile(new Uint8Array(message.bytes))
      port.post({ type: 'taken' })
      return null
    },
  })
}

/** Decodes the file and compares it with the original audio. */
async function verify(
  file: FileHandle,
  { audio: sound, openPage, signal }: Job,
): Promise<Result<undefined>> {
  const check = createCompressionCheck()
  const bytes = sound.size - wavHeaderBytes
  let at = 0
  const decoded = await decodeFile({
    file,
    size: (await file.stat()).size,
    name: 'sound.ogg',
    level: false,
    port: openPage(),
    signal,
    take: async (pcm) => {
      const before = await pcmOf(sound, Math.min(at, bytes), Math.min(at + pcm.length, bytes))
      at += pcm.length
      check.add(samplesOf(before), samplesOf(pcm))
      return ok(undefined)
    },
    restart: () => Promise.resolve(ok(undefined)),
    onShare: () => undefined,
  })
  if (!decoded.ok) return decoded
  const offSamples = Math.abs((decoded.value.tracks[0]?.samples ?? 0) - bytes / bytesPerSample)
  if (offSamples > endSamples) return fail('sound-not-packed', `${offSamples} samples differ`)
  return check.isAlike() ? ok(undefined) : fail('sound-not-packed', 'the audio differs')
}

async function pcmOf(sound: Job['audio'], start: number, end: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(end - start)
  for (let done = 0; done < bytes.length;) {
    const part = await sound.read(wavHeaderBytes + start + done, bytes.length - done)
    if (part.length === 0) break
    bytes.set(part, done)
    done += part.length
  }
  return bytes
}

/** Every processor that the app runs on is little-endian, like the samples. */
function samplesOf(pcm: Uint8Array): Int16Array {
  return new Int16Array(pcm.slice().buffer, 0, Math.floor(pcm.length / bytesPerSample))
}

function compressError(failed: Result<never> & { ok: false }): Result<never> {
  const { code, detail } = failed.error
  if (code === 'cancelled' || code === 'sound-not-packed') return failed
  return fail('sound-not-packed', [code, detail ?? []].flat().join(': '))
}
