import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openLibrary, type Library } from '../../../main/library/library'
import type { Result } from '../../../preload/errors'

/** A folder of its own that goes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The value, or the test fails with the error. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail ?? ''}`)
  return result.value
}

export function newLibrary(folder = temporaryFolder()): Library {
  const library = must(openLibrary({ folder }))
  onTestFinished(() => library.close())
  return library
}

export { meetingOf, turnOf } from './folder-fixtures'
