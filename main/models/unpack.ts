import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { extract } from 'tar-stream'
import unbzip2Stream from 'unbzip2-stream'

export interface UnpackOptions {
  /** A tar.bz2. */
  readonly archive: string
  /** An empty folder that exists. */
  readonly into: string
  /** The names of the files that are kept; they lie at the top or in the one folder at the top. */
  readonly wanted: ReadonlySet<string>
  /** The most bytes that may come out of the archive, in all. */
  readonly mostBytes: number
}

export interface UnpackedFile {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

/** Why an archive is refused: it holds what no archive of a model holds. */
export class RefusedArchive extends Error {}

const mostEntries = 10_000
/** What may wait in memory between decompressing and writing. */
const mostWaiting = 256 * 1024 * 1024
const readBytes = 64 * 1024
const plain: ReadonlySet<string> = new Set(['file', 'contiguous-file', 'directory'])

/**
 * Unpacks the wanted files of an archive, flat, each readable by its owner alone.
 * SECURITY: an archive with one link, device, absolute path or path upwards is refused as a whole,
 * and so is one that holds more than it may. Names of the archive never become paths: what is
 * written has a name of `wanted`. Throws RefusedArchive or the error of the system; what was
 * written until then stays for the caller to delete.
 */
export async function unpack(options: UnpackOptions): Promise<UnpackedFile[]> {
  const { archive, into, wanted, mostBytes } = options
  const tar = extract()
  const feeding = pipeline(Readable.from(decompress(archive, mostBytes)), tar)
  // It is awaited below; until then a failure also ends the loop.
  feeding.catch(() => undefined)
  const unpacked = new Map<string, UnpackedFile>()
  let entries = 0
  let bytes = 0
  try {
    for await (const entry of tar) {
      const { name, type, size } = entry.header
      entries += 1
      bytes += size ?? 0
      if (entries > mostEntries) throw new RefusedArchive(`more than ${mostEntries} entries`)
      if (bytes > mostBytes) throw new RefusedArchive(`more than ${mostBytes} bytes`)
      if (!plain.has(type ?? 'file')) throw new RefusedArchive(`${type} in the archive`)
      if (!isInside(name)) throw new RefusedArchive('a path that leaves the archive')
      const base = baseOf(name)
      if (type !== 'directory' && base !== null && wanted.has(base)) {
        if (unpacked.has(base)) throw new RefusedArchive(`${base} twice`)
        unpacked.set(base, await writeEntry(entry as AsyncIterable<Buffer>, join(into, base), base))
      } else {
        entry.resume()
      }
    }
    await feeding
  } finally {
    tar.destroy()
  }
  return [...unpacked.values()]
}

function isInside(name: string): boolean {
  if (name === '' || /[\0\\]/.test(name) || name.startsWith('/') || /^[a-z]:/i.test(name)) {
    return false
  }
  return !name.split('/').includes('..')
}

/** The name of a file at the top or in a folder at the top; null for one that is deeper. */
function baseOf(name: string): string | null {
  const parts = name.split('/').filter((part) => part !== '' && part !== '.')
  return parts.length <= 2 ? (parts.at(-1) ?? null) : null
}

async function writeEntry(
  entry: AsyncIterable<Buffer>,
  path: string,
  name: string,
): Promise<UnpackedFile> {
  const hash = createHash('sha256')
  const file = await open(path, 'wx', 0o600)
  let bytes = 0
  try {
    for await (const chunk of entry) {
      hash.update(chunk)
      await file.writeFile(chunk)
      bytes += chunk.length
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { name, bytes, sha256: hash.digest('hex') }
}

async function* decompress(archive: string, mostBytes: number): AsyncGenerator<Buffer> {
  const bzip2 = unbzip2Stream()
  let ready: Buffer[] = []
  let waiting = 0
  let total = 0
  let failure: Error | null = null
  bzip2.on('error', (cause) => (failure ??= cause))
  bzip2.on('data', (block) => {
    total += block.length
    waiting += block.length
    // Thrown into the decompressor, which then stops and reports it.
    if (total > mostBytes) throw new RefusedArchive(`more than ${mostBytes} bytes`)
    if (waiting > mostWaiting) throw new RefusedArchive('a part that unpacks to too much')
    ready.push(block)
  })
  function* drain(): Generator<Buffer> {
    const blocks = ready
    ready = []
    waiting = 0
    if (failure !== null) throw failure
    yield* blocks
  }
  const source: AsyncIterable<Buffer> = createReadStream(archive, { highWaterMark: readBytes })
  for await (const chunk of source) {
    bzip2.write(chunk)
    yield* drain()
  }
  bzip2.end()
  yield* drain()
}
