import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fail, ok, type Result } from '../../../common/errors'
import { createPendingWrites, type RecordingWrite } from '../../../main/library/pending-writes'
import { temporaryFolder, turnOf } from './folder'

/** One write that waits. The database gives the answer that a test sets. */
function setUp(answer: { next: Result<undefined> }) {
  const file = join(temporaryFolder(), 'pending-writes.jsonl')
  const applied: RecordingWrite[] = []
  const pending = createPendingWrites({
    file,
    apply: (write) => {
      if (answer.next.ok) applied.push(write)
      return answer.next
    },
    transaction: (work) => ok(work()),
    retryMs: 60_000,
  })
  const write: RecordingWrite = { kind: 'turn', meetingId: 'meeting-1', turn: turnOf({}) }
  pending.run(write, () => fail('library-busy'), undefined)
  return { pending, applied, write, file }
}

describe('writes that wait', () => {
  it.each([
    fail('disk-full'),
    fail('library-read-only'),
    fail('library-write-failed', 'SQLITE_IOERR_WRITE: disk I/O error'),
  ] as const)('go on waiting if the disk cannot take them: %o', (refusal) => {
    const answer: { next: Result<undefined> } = { next: refusal }
    const { pending, applied, write, file } = setUp(answer)
    expect(pending.flush()).toEqual(refusal)
    expect(applied).toEqual([])
    expect(existsSync(file)).toBe(true)
    answer.next = ok(undefined)
    expect(pending.flush().ok).toBe(true)
    expect(applied).toEqual([write])
    expect(existsSync(file)).toBe(false)
  })

  it.each([fail('disk-full'), fail('library-read-only')] as const)(
    'do not begin to wait with this error, which a person sees: %o',
    (refusal) => {
      const { pending, write } = setUp({ next: ok(undefined) })
      pending.flush()
      expect(pending.run(write, () => refusal, undefined)).toEqual(refusal)
      expect(pending.error).toBeNull()
    },
  )

  it.each([
    fail('meeting-not-found'),
    fail('library-write-failed', 'SQLITE_CONSTRAINT_FOREIGNKEY: FOREIGN KEY constraint failed'),
  ] as const)('are dropped if nothing can ever take them: %o', (refusal) => {
    const { pending, file } = setUp({ next: refusal })
    expect(pending.flush().ok).toBe(true)
    expect(existsSync(file)).toBe(false)
    pending.close()
  })
})
