import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openLibrary, type Library } from '../../../main/library/library'
import { unwrap } from '../../unwrap'

/** A folder that is deleted after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function newLibrary(folder = temporaryFolder()): Library {
  const library = unwrap(openLibrary({ folder }))
  onTestFinished(() => library.close())
  return library
}

export { unwrap }
export { meetingOf, turnOf } from './folder-fixtures'
