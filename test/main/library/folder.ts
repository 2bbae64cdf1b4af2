import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openLibrary, type Library } from '../../../main/library/library'
import { must } from '../../must'

/** A folder of its own that goes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function newLibrary(folder = temporaryFolder()): Library {
  const library = must(openLibrary({ folder }))
  onTestFinished(() => library.close())
  return library
}

export { must }
export { meetingOf, turnOf } from './folder-fixtures'
