import { constants, type Dirent } from 'node:fs'
import { open, readdir, stat, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../common/errors'
import { isMediaName } from './media-files'

/** A file that is open for reading. */
export interface OpenedFile {
  readonly handle: FileHandle
  /** In bytes. */
  readonly size: number
  /** When it was last written, in ms since 1970. */
  readonly writtenAt: number
}

/**
 * Opens a regular file that is not empty. Errors: `import-empty`, `import-not-a-file` (a pipe, a
 * socket or a device), `import-unreadable`.
 */
export async function openForImport(path: string): Promise<Result<OpenedFile>> {
  try {
    // Checked before it is opened, because opening a pipe waits for somebody who writes to it.
    const before = await stat(path)
    if (!before.isFile()) return fail('import-not-a-file')
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
    const found = await handle.stat()
    if (found.isFile() && found.size > 0) {
      return ok({ handle, size: found.size, writtenAt: found.mtimeMs })
    }
    await handle.close()
    return fail(found.isFile() ? 'import-empty' : 'import-not-a-file')
  } catch (cause) {
    return fail('import-unreadable', cause instanceof Error ? cause.message : String(cause))
  }
}

/** A folder with more files than this is no folder of recordings. */
const mostInFolder = 2_000
const deepest = 8

/** The content of the chosen paths: the files themselves, and the recordings in the folders. */
export interface FoundFiles {
  readonly files: readonly string[]
  /** Folders among the paths. */
  readonly folders: readonly string[]
  /** Audio and video files in these folders, sorted by name. */
  readonly inFolders: readonly string[]
  /** Whether there are more than these. */
  readonly more: boolean
}

/** Searches the folders among `paths`; unreadable and hidden files are omitted. */
export async function findFiles(paths: readonly string[]): Promise<FoundFiles> {
  const kinds = await Promise.all(paths.map(kindOf))
  const folders = paths.filter((_, index) => kinds[index] === 'folder')
  const found: string[] = []
  for (const folder of folders) await collect(folder, 0, found)
  return {
    // A missing file is reported when it is opened.
    files: paths.filter((_, index) => kinds[index] !== 'folder'),
    folders,
    inFolders: found.slice(0, mostInFolder),
    more: found.length > mostInFolder,
  }
}

async function collect(folder: string, depth: number, found: string[]): Promise<void> {
  // A folder that cannot be read has nothing to import.
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name))) {
    if (found.length > mostInFolder) return
    // macOS keeps metadata of a recording in a hidden file with nearly the same name.
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory() && depth < deepest) await collect(path, depth + 1, found)
    else if (isMediaName(entry.name) && (await isFile(entry, path))) found.push(path)
  }
}

/**
 * A link counts as its target file; links to folders are not followed, because they may form a
 * circle.
 */
async function isFile(entry: Dirent, path: string): Promise<boolean> {
  return entry.isFile() || (entry.isSymbolicLink() && (await kindOf(path)) === 'file')
}

async function kindOf(path: string): Promise<'file' | 'folder' | null> {
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory()) return 'folder'
  return found?.isFile() ? 'file' : null
}
