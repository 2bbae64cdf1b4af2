import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A new folder for one test. */
export function testFolder(): string {
  return mkdtempSync(join(tmpdir(), 'parley-models-'))
}

/** Packs a folder with the system's tar and bzip2; `extra` are arguments of tar. */
export function packed(folder: string, what: readonly string[], extra: readonly string[] = []) {
  const archive = join(testFolder(), 'model.tar.bz2')
  execFileSync('tar', ['-cjf', archive, '-C', folder, ...extra, ...what], { stdio: 'pipe' })
  return archive
}

/** Writes files with this content below a new folder. */
export function filesIn(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = testFolder()
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

/** What a download of this file has to have. */
export function fingerprint(path: string) {
  const bytes = readFileSync(path)
  return { bytes: statSync(path).size, sha256: sha256(bytes) }
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}
