import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensurePack, extractMembers, type Pack, type PackOptions } from '../setup/npm-pack'

/** A package as the lock file lists it. */
export interface LockedPackage {
  readonly version?: string
  readonly integrity?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
}

/** The lock file: its packages by their paths. */
export interface LockFile {
  readonly packages: Readonly<Record<string, LockedPackage>>
}

/** Electron runs on glibc only. */
export const isMusl = (path: string) => path.includes('musl')

/** The packages of a lock file with the native files of one platform and architecture. */
export function nativePackages(
  lock: LockFile,
  platform: string,
  arch: string,
): readonly (Pack & { readonly path: string })[] {
  return Object.entries(lock.packages)
    .filter(([path, { optional, dev }]) => optional && !dev && !isMusl(path))
    .filter(([, { os, cpu }]) => os?.includes(platform) && cpu?.includes(arch))
    .map(([path, { version = '', integrity = '' }]) => ({
      path,
      name: path.replace('node_modules/', ''),
      version,
      integrity,
    }))
}

/** The lock file of the project in `root`. */
export async function readLock(root: string): Promise<LockFile> {
  return JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as LockFile
}

/**
 * Puts the native packages of another architecture into node_modules. Each is checked against the
 * lock file.
 */
export async function ensureNatives(
  { root, platform, arch }: Readonly<Record<'root' | 'platform' | 'arch', string>>,
  options: PackOptions,
): Promise<void> {
  for (const { path, ...wanted } of nativePackages(await readLock(root), platform, arch)) {
    const target = join(root, path)
    if (existsSync(target)) continue
    const tarball = await ensurePack({ ...wanted, ...options })
    const work = await mkdtemp(join(tmpdir(), 'parley-native-'))
    await extractMembers(tarball, ['package'], work)
    await cp(join(work, 'package'), target, { recursive: true })
    await rm(work, { recursive: true })
  }
}
