import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fail, ok, type Result } from '../../common/errors'
import type { InstalledFile } from '../../common/model'
import type { CatalogueFile, Download } from './model'
import { RefusedArchive, unpack, type UnpackedFile } from './unpack'

/** One download that is on the disk as a whole. */
export interface Part extends Omit<Download, 'url'> {
  readonly path: string
  /** The name of a single file in the model's folder. */
  readonly name: string
  /** Whether the file is Parley's, so that it is moved; a person's own file is copied. */
  readonly isOurs: boolean
}

export interface InstallJob {
  readonly parts: readonly Part[]
  readonly files: readonly CatalogueFile[]
  /** The folder that the model's files are put in; it is made anew. */
  readonly into: string
}

/** Copies a person's own files, which nobody has published, and hashes them. */
export interface AdoptJob {
  readonly from: string
  readonly files: readonly { readonly role: InstalledFile['role']; readonly name: string }[]
  readonly into: string
}

const full = 'ENOSPC'

/**
 * Checks each part against its size and its hash before anything else reads it, then unpacks or
 * moves it, and checks each file. Errors: `model-wrong-length`, `model-wrong-hash`,
 * `model-archive-refused`, `model-disk-full`, `model-not-kept`. After an error, `into` is gone.
 */
export async function install({
  parts,
  files,
  into,
}: InstallJob): Promise<Result<InstalledFile[]>> {
  return withFolder(into, async () => {
    for (const part of parts) {
      const checked = await checkPart(part)
      if (!checked.ok) return checked
    }
    const found: UnpackedFile[] = []
    for (const part of parts) {
      if (part.unpacksTo === null) {
        const target = join(into, part.name)
        if (part.isOurs) await rename(part.path, target)
        else await copy(part.path, target)
        found.push({ name: part.name, bytes: part.bytes, sha256: part.sha256 })
      } else {
        const wanted = new Set(files.map(({ name }) => name))
        const { path: archive, unpacksTo: mostBytes } = part
        found.push(...(await unpack({ archive, into, wanted, mostBytes })))
      }
    }
    return matched(files, found)
  })
}

/** Errors: `model-disk-full`, `model-not-kept`. After an error, `into` is gone. */
export async function adopt({ from, files, into }: AdoptJob): Promise<Result<InstalledFile[]>> {
  return withFolder(into, async () => {
    const adopted: InstalledFile[] = []
    for (const { role, name } of files) {
      const target = join(into, name)
      await copy(join(from, name), target)
      const { size } = await stat(target)
      adopted.push({ role, name, bytes: size, sha256: await sha256Of(target) })
    }
    return ok(adopted)
  })
}

/** Runs an installation into a new folder, which is deleted if it fails. */
async function withFolder(
  into: string,
  run: () => Promise<Result<InstalledFile[]>>,
): Promise<Result<InstalledFile[]>> {
  const done = await (async () => {
    try {
      await rm(into, { recursive: true, force: true })
      await mkdir(into, { recursive: true, mode: 0o700 })
      return await run()
    } catch (cause) {
      return failureOf(cause)
    }
  })()
  if (!done.ok) await rm(into, { recursive: true, force: true })
  return done
}

function failureOf(cause: unknown) {
  const text = cause instanceof Error ? cause.message : String(cause)
  if (cause instanceof RefusedArchive) return fail('model-archive-refused', text)
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === full) return fail('model-disk-full')
  // An error without a code of the system comes from what reads the archive.
  return code === undefined ? fail('model-archive-refused', text) : fail('model-not-kept', text)
}

async function checkPart({ path, bytes, sha256 }: Part): Promise<Result<undefined>> {
  const { size } = await stat(path)
  if (size !== bytes) return fail('model-wrong-length', `${size} bytes in place of ${bytes}`)
  return (await sha256Of(path)) === sha256 ? ok(undefined) : fail('model-wrong-hash')
}

function matched(
  files: readonly CatalogueFile[],
  found: readonly UnpackedFile[],
): Result<InstalledFile[]> {
  const installed: InstalledFile[] = []
  for (const wanted of files) {
    const file = found.find(({ name }) => name === wanted.name)
    if (!file) {
      // A licence beside the model may be missing; what is loaded may not.
      if (wanted.role === 'other') continue
      return fail('model-archive-refused', `${wanted.name} is missing`)
    }
    if (wanted.bytes !== null && wanted.bytes !== file.bytes) {
      return fail('model-wrong-length', wanted.name)
    }
    if (wanted.sha256 !== null && wanted.sha256 !== file.sha256) {
      return fail('model-wrong-hash', wanted.name)
    }
    installed.push({ role: wanted.role, ...file })
  }
  return ok(installed)
}

/** The SHA-256 of a file of any size, in hex. */
async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash)
  return hash.digest('hex')
}

async function copy(from: string, to: string): Promise<void> {
  await pipeline(createReadStream(from), createWriteStream(to, { flags: 'wx', mode: 0o600 }))
}
