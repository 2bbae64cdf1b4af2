import {
  closeSync,
  copyFileSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { randomUUID } from 'node:crypto'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createLog } from './log'

const log = createLog('atomic-write')

export interface WriteOptions {
  /** Keeps the file that is replaced as `<path>.last`. */
  readonly keepLast?: boolean
}

/** The path of the copy that `keepLast` keeps. */
export function lastCopyOf(path: string): string {
  return `${path}.last`
}

/**
 * Replaces a file, or creates it: after a crash or on a full disk there is the old file or the new
 * one, whole. Only its owner can read it. Throws the error of the system, and the old file stays.
 */
export function writeWholeFile(path: string, text: string, options: WriteOptions = {}): void {
  const beside = `${path}.new`
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  try {
    writeAndSync(beside, Buffer.from(text))
    if (options.keepLast) keepLast(path)
    renameSync(beside, path)
  } catch (cause) {
    rmSync(beside, { force: true })
    throw cause
  }
  syncFolder(dirname(path))
}

/**
 * Replaces a file of any size, or creates it, in a folder that a person chose. `write` fills it and
 * returns the number of bytes; if it rejects, or the disk is full, the old file stays and no part of
 * the new one does. Only its owner can read it.
 */
export async function replaceFile(
  path: string,
  write: (file: FileHandle) => Promise<number>,
): Promise<void> {
  // A short name of its own, since the chosen one may be as long as the disk allows.
  const beside = join(dirname(path), `.parley-${randomUUID()}`)
  try {
    const file = await open(beside, 'wx', 0o600)
    try {
      const written = await write(file)
      await file.sync()
      const { size } = await file.stat()
      if (size !== written) throw new Error(`${size} of ${written} bytes were written.`)
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch (cause) {
    await rm(beside, { force: true }).catch((problem: unknown) =>
      log.warn('part not deleted', { cause: problem }),
    )
    throw cause
  }
  try {
    syncFolder(dirname(path))
  } catch (cause) {
    // Some folders of a network cannot be synced, and the file is there.
    log.warn('folder not synced', { cause })
  }
}

/**
 * Writes all bytes into one file, for its owner alone, and waits for the disk. `flag` is that of the
 * system: `wx` makes a new file, `r+` writes over the beginning of one. Throws after a short write.
 */
export function writeAndSync(path: string, bytes: Uint8Array, flag: 'w' | 'wx' | 'r+' = 'w'): void {
  const handle = openSync(path, flag, 0o600)
  try {
    // It writes the rest after a short write, which a nearly full disk causes.
    writeFileSync(handle, bytes)
    // On macOS, libuv asks for F_FULLFSYNC: the disk itself has written it, not only its cache.
    fsyncSync(handle)
    const { size } = fstatSync(handle)
    if (size !== bytes.length) throw new Error(`${size} of ${bytes.length} bytes were written.`)
  } finally {
    closeSync(handle)
  }
}

/** The copy is always complete, because it is renamed, too. */
function keepLast(path: string): void {
  const copy = `${lastCopyOf(path)}.new`
  try {
    copyFileSync(path, copy)
    renameSync(copy, lastCopyOf(path))
  } catch (cause) {
    rmSync(copy, { force: true })
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) throw cause
  }
}

/** Makes a rename or a removal outlast a power failure. Windows opens no folders, and NTFS logs them. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
