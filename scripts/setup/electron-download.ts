import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './run-command.mjs'

/** A download ends after this long without a byte. */
const patienceMs = 20_000
const lookEveryMs = 1000

/**
 * Runs the installer of the electron package in `packageFolder`, and ends it after 20 s without a
 * byte. Returns whether it succeeded.
 */
export async function downloadElectron(packageFolder: string): Promise<boolean> {
  const temporary = await mkdtemp(join(tmpdir(), 'parley-electron-'))
  const stalled = new AbortController()
  const size = async () =>
    (await folderSize(temporary)) + (await folderSize(join(packageFolder, 'dist')))
  let last = { size: 0, at: Date.now() }
  const look = async () => {
    const now = await size()
    if (now !== last.size) last = { size: now, at: Date.now() }
    else if (Date.now() - last.at > patienceMs) stalled.abort()
  }
  const timer = setInterval(() => void look(), lookEveryMs)
  try {
    const { code } = await run(process.execPath, [join(packageFolder, 'install.js')], {
      cwd: packageFolder,
      // The installer downloads to the temporary folder, where its progress can be measured.
      env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
      abort: stalled.signal,
    })
    return code === 0
  } finally {
    clearInterval(timer)
    await rm(temporary, { recursive: true, force: true })
  }
}

/** The bytes of all files in a folder. A file that disappears meanwhile counts as 0. */
async function folderSize(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  let total = 0
  for (const entry of entries.filter((one) => one.isFile())) {
    const info = await stat(join(entry.parentPath, entry.name)).catch(() => null)
    total += info?.size ?? 0
  }
  return total
}
