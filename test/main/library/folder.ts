import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openLibrary, type Library } from '../../../main/library/library'
import type { NewMeeting } from '../../../main/library/meetings'
import type { Result } from '../../../preload/errors'
import type { Turn } from '../../../preload/model'

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

export const meetingOf = (over: Partial<NewMeeting> = {}): NewMeeting => ({
  id: 'meeting-1',
  title: 'Meeting, 10:02',
  startedAt: Date.UTC(2026, 10, 25, 10, 2),
  engine: 'on-device',
  model: 'base',
  ...over,
})

export const turnOf = (over: Partial<Turn> = {}): Turn => ({
  source: 'microphone',
  sessionId: 'session-1',
  turnOrder: 0,
  startMs: 1_000,
  endMs: 2_000,
  text: 'hello there',
  words: [
    { text: 'hello', startMs: 1_000, endMs: 1_400, confidence: 0.9, isFinal: true, speaker: null },
    { text: 'there', startMs: 1_500, endMs: 2_000, confidence: null, isFinal: true, speaker: null },
  ],
  isFinal: true,
  speaker: null,
  language: 'en',
  timing: 'measured',
  firstSeenMs: 1_600,
  finalMs: 2_400,
  ...over,
})
