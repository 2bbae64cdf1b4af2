import { mkdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Whether this process runs as root (never on Windows). */
export function isRoot() {
  return process.getuid?.() === 0
}

/**
 * The folder for what set-up fetches: outside the project, so that clean clones find it again.
 * Root's is readable by everyone, since the app then runs as another account.
 */
export async function cacheDir() {
  const folder = cacheFolder(process.platform, process.env, homedir(), isRoot())
  await mkdir(folder, { recursive: true, mode: 0o755 })
  return folder
}

/**
 * Where `cacheDir` is for a platform, an environment, a home and a kind of user.
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @param {string} home
 * @param {boolean} root
 * @returns {string}
 */
export function cacheFolder(platform, env, home, root) {
  if (env.PARLEY_BUILD_CACHE) return env.PARLEY_BUILD_CACHE
  if (root) return '/var/cache/parley-build'
  if (platform === 'win32') {
    return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'parley-build', 'Cache')
  }
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'parley-build')
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'parley-build')
}
