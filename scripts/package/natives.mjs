import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensurePack, extractMembers } from '../setup/npm-pack.mjs'

/**
 * Electron runs on glibc alone.
 * @param {string} path
 */
export const isMusl = (path) => path.includes('musl')

/**
 * The packages of a lock file that carry the native files of one platform and architecture.
 * @typedef {{ path: string, name: string, version: string, integrity: string }} NativePackage
 * @param {{ packages: Record<string, any> }} lock
 * @param {string} platform
 * @param {string} arch
 * @returns {NativePackage[]}
 */
export function nativePackages(lock, platform, arch) {
  return Object.entries(lock.packages)
    .filter(([path, { optional, dev }]) => optional && !dev && !isMusl(path))
    .filter(([, { os, cpu }]) => os?.includes(platform) && cpu?.includes(arch))
    .map(([path, { version, integrity }]) => ({
      path,
      name: path.replace('node_modules/', ''),
      version,
      integrity,
    }))
}

/**
 * Puts the native packages of an architecture that is not this computer's into node_modules, each
 * checked against the lock file.
 */
export async function ensureNatives({ root, platform, arch, cacheDir, log }) {
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'))
  for (const { path, ...wanted } of nativePackages(lock, platform, arch)) {
    const target = join(root, path)
    if (existsSync(target)) continue
    const tarball = await ensurePack({ ...wanted, cacheDir, log })
    const work = await mkdtemp(join(tmpdir(), 'parley-native-'))
    await extractMembers(tarball, ['package'], work)
    await cp(join(work, 'package'), target, { recursive: true })
    await rm(work, { recursive: true })
  }
}
