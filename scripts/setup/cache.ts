import { mkdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Whether this process runs as root (never on Windows). */
export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/**
 * The folder for downloads, outside the project so that clean clones find them again. Root's is
 * readable by everyone, because the app then runs as another account.
 */
export async function cacheDir(): Promise<string> {
  const folder = cachePath()
  await mkdir(folder, { recursive: true, mode: 0o755 })
  return folder
}

/** The path of `cacheDir` for this process; the folder may not exist yet. */
export function cachePath(): string {
  const { platform, env } = process
  return cacheFolder({ platform, env, home: homedir(), root: isRoot() })
}

interface User {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
  readonly root: boolean
}

/** The path of `cacheDir` for a user of a system. */
export function cacheFolder({ platform, env, home, root }: User): string {
  if (env.PARLEY_BUILD_CACHE) return env.PARLEY_BUILD_CACHE
  if (root) return '/var/cache/parley-build'
  if (platform === 'win32') {
    return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'parley-build', 'Cache')
  }
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'parley-build')
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'parley-build')
}
