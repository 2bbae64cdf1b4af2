import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { fail, ok, type Result } from '../../../common/errors'
import type { KnownJob } from '../../../main/service/transcribe'
import { createJobDeletion } from '../../../main/transcription/job-deletion'
import { createJobRecord } from '../../../main/transcription/job-record'
import { meetingOf, newLibrary, temporaryFolder, unwrap } from '../library/folder'
import { gapOf } from './samples'

const dayMs = 24 * 3_600_000
const gap = gapOf({ id: 'gap-1', startMs: 0, endMs: 5_000 })
const work = { meetingId: 'meeting-1', work: 'gap-1' }

function setUp(folder = temporaryFolder()) {
  const library = newLibrary(folder)
  if (!library.meetings.get('meeting-1').ok) {
    unwrap(library.meetings.create(meetingOf({ id: 'meeting-1' })))
    unwrap(library.meetings.setState('meeting-1', 'done'))
    unwrap(library.gaps.upsert('meeting-1', gap))
  }
  const clock = { wall: 1_000, ms: 0 }
  const removed: (string | null)[] = []
  const answers: Result<undefined>[] = []
  const deletion = createJobDeletion({
    library,
    removeJob: (job: KnownJob) => {
      removed.push(job.id)
      return Promise.resolve(answers.shift() ?? ok(undefined))
    },
    now: () => clock.ms,
    wallClock: () => clock.wall,
    random: () => 1,
  })
  onTestFinished(() => deletion.stop())
  const record = (over: Partial<Parameters<typeof createJobRecord>[0]> = {}) =>
    createJobRecord({
      jobs: library.jobs,
      paidUses: library.paidUses,
      work,
      startMs: 0,
      endMs: 5_000,
      isLast: true,
      open: unwrap(library.jobs.open(over.work ?? work)),
      capped: true,
      wallClock: () => clock.wall,
      ...over,
    })
  const buy = (id: string, over: Parameters<typeof record>[0] = {}) => {
    const bought = record(over)
    unwrap(bought.start('key-1'))
    unwrap(bought.uploaded(`https://cdn/${id}`))
    bought.created(id)
    return bought
  }
  return { folder, library, clock, removed, answers, deletion, record, buy }
}

describe('every job is finally deleted', () => {
  it('once its words are stored, and counts as bought after that', async () => {
    const { library, deletion, removed, buy } = setUp()
    unwrap(buy('job-1').finish())
    deletion.sweep()
    await vi.waitFor(() => expect(unwrap(library.jobs.finished())).toEqual([]))
    expect(removed).toEqual(['job-1'])
    expect(unwrap(library.jobs.bought(work, 0, 0))).toEqual({ ofWork: 1, all: 1 })
  })

  it('also after a crash between storing the words and ending the job', async () => {
    const before = setUp()
    before.buy('job-1')
    unwrap(before.library.gaps.upsert('meeting-1', { ...gap, filled: true }))
    before.library.close()

    const { deletion, removed } = setUp(before.folder)
    deletion.sweep()
    await vi.waitFor(() => expect(removed).toEqual(['job-1']))
  })

  it('also if its meeting was deleted permanently', async () => {
    const { library, deletion, removed, buy } = setUp()
    buy('job-1')
    unwrap(library.bin.put('meeting-1'))
    unwrap(await library.bin.remove('meeting-1'))
    deletion.sweep()
    await vi.waitFor(() => expect(removed).toEqual(['job-1']))
  })

  it('but not while its gap is open', async () => {
    const { library, deletion, removed, buy } = setUp()
    buy('job-1')
    deletion.sweep()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(removed).toEqual([])
    expect(unwrap(library.jobs.open(work))).toMatchObject({ id: 'job-1' })
  })

  it('later if the service does not answer; further events do not ask sooner', async () => {
    const { clock, deletion, removed, answers, buy } = setUp()
    answers.push(fail('offline'))
    unwrap(buy('job-1').finish())
    deletion.sweep()
    await vi.waitFor(() => expect(removed).toHaveLength(1))
    await new Promise((resolve) => setTimeout(resolve, 5))
    for (let count = 0; count < 10; count += 1) deletion.sweep()
    expect(removed).toHaveLength(1)
    clock.ms = 31_000
    deletion.sweep()
    await vi.waitFor(() => expect(removed).toHaveLength(2))
  })

  it('at once after a re-transcription is cancelled, a day after one that failed', async () => {
    const { clock, deletion, removed, buy } = setUp()
    const mine = { meetingId: 'meeting-1', work: 'retranscription microphone' }
    buy('job-1', { work: mine })
    deletion.sweep()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(removed).toEqual([])
    clock.wall += dayMs
    deletion.sweep()
    await vi.waitFor(() => expect(removed).toEqual(['job-1']))
    buy('job-2', { work: mine })
    deletion.cancelRetranscription('meeting-1')
    await vi.waitFor(() => expect(removed).toEqual(['job-1', 'job-2']))
  })
})

describe('the record of a job', () => {
  it('stops after three purchases for one part of a gap', () => {
    const { record, buy } = setUp()
    for (const id of ['a', 'b', 'c']) unwrap(buy(id).finish())
    expect(record().start('key-1')).toMatchObject({ error: { code: 'job-attempts' } })
    // Another part of the gap, and a re-transcription that a person requested.
    expect(record({ startMs: 6_000 }).start('key-1').ok).toBe(true)
    expect(record({ capped: false, work: { ...work, work: 'x' } }).start('key-1').ok).toBe(true)
  })

  it('stops after 200 purchases within a day, and continues the next day', () => {
    const { clock, record, buy } = setUp()
    for (let count = 0; count < 200; count += 1) {
      unwrap(buy(`job-${count}`, { startMs: count }).finish())
    }
    expect(record({ startMs: 999 }).start('key-1')).toMatchObject({
      error: { code: 'job-day-limit' },
    })
    clock.wall += dayMs
    expect(record({ startMs: 999 }).start('key-1').ok).toBe(true)
  })

  it('does not count jobs that were certainly not bought', () => {
    const { library, buy } = setUp()
    for (let count = 0; count < 10; count += 1) unwrap(buy('a').abandon())
    expect(unwrap(library.jobs.bought(work, 0, 0))).toEqual({ ofWork: 0, all: 0 })
  })
})
