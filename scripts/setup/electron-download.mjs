import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './run.mjs'

/** How long a download may bring nothing before it is given up. */
const patienceMs = 20_000
const lookEveryMs = 1000

/**
 * Runs the installer of the electron package in `packageFolder`, for as long as it gets on: it ends
 * after 20 s without a byte. Answers whether it came to a good end.
 */
export async function downloadElectron(packageFolder) {
  const temporary = await mkdtemp(join(tmpdir(), 'parley-electron-'))
  const stalled = new AbortController()
  const size = async () =>
    (await folderSize(temporary)) + (await folderSize(join(packageFolder, 'dist')))
  let last = { size: 0, at: Date.now() }
  const timer = setInterval(async () => {
    const now = await size()
    if (now !== last.size) last = { size: now, at: Date.now() }
    else if (Date.now() - last.at > patienceMs) stalled.abort()
  }, lookEveryMs)
  try {
    const { code } = await run(process.execPath, [join(packageFolder, 'install.js')], {
      cwd: packageFolder,
      // The installer downloads to the folder for temporary files: there its progress is seen.
      env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
      abort: stalled.signal,
    })
    return code === 0
  } finally {
    clearInterval(timer)
    await rm(temporary, { recursive: true, force: true })
  }
}

/** Bytes of all files in a folder; what goes away while it is counted counts nothing. */
async function folderSize(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  let total = 0
  for (const entry of entries.filter((one) => one.isFile())) {
    const info = await stat(join(entry.parentPath ?? entry.path, entry.name)).catch(() => null)
    total += info?.size ?? 0
  }
  return total
}
