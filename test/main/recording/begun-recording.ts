import { readFileSync } from 'node:fs'
import { vi } from 'vitest'
import type { Turn } from '../../../common/model'
import { unwrap, turnOf } from '../library/folder'
import { setUp } from './recordings-fixture'

/** Timers and ports are real here; a busy machine needs time. */
export const soon = (check: () => void) => vi.waitFor(check, { timeout: 10_000 })

/** A recording of the microphone that captures, with its session open. */
export function begun(options: Parameters<typeof setUp>[0] = {}) {
  const setting = setUp(options)
  setting.recordings.recorderReady()
  const { meetingId } = unwrap(setting.recordings.start())
  setting.capturing(0)
  setting.session('session-1')
  /** Samples that the library says are in the file. */
  const saved = () => unwrap(setting.library.meetings.get(meetingId)).audio[0]?.samples ?? 0
  return { ...setting, meetingId, saved }
}

/** The samples of a WAV file. */
export function samplesOf(path: string): number[] {
  const bytes = readFileSync(path)
  return Array.from({ length: bytes.readUInt32LE(40) / 2 }, (_, i) => bytes.readInt16LE(44 + 2 * i))
}

export const turnEvent = (over: Partial<Turn> = {}) => ({
  type: 'turn' as const,
  turn: turnOf(over),
})
