import { describe, expect, it, vi } from 'vitest'
import { errorValue, fail, ok, type ErrorCode } from '../../../common/errors'
import type { Transcript } from '../../../common/model'
import { wordNumbers, wordText } from '../../speech/tones'
import { unwrap, newLibrary, temporaryFolder } from '../library/folder'
import { heardOf, setUp, type Asked } from './rig'
import { gapOf, turnAt } from './samples'

const numbersOf = ({ turns }: Transcript, source = 'microphone') =>
  turns.filter((turn) => turn.source === source).flatMap((turn) => wordNumbers(turn.text))
const lengthMs = ({ channels }: Asked) => (channels[0]?.length ?? 0) / 32

describe('filling gaps', () => {
  it('transcribes the range with its context, stores and reports it, and marks the gap', async () => {
    const rig = setUp()
    const words = rig.meeting({ words: 30 })
    const [first, last] = [words[10]!, words[20]!]
    const live = turnAt(words.slice(0, 10).map((word) => [wordText(word.number), word.startMs]))
    unwrap(rig.library.turns.upsert('meeting-1', live))
    const gap = gapOf({ startMs: live.endMs, endMs: last.startMs - 10 })
    unwrap(rig.library.gaps.upsert('meeting-1', gap))
    // All words of a long meeting would block main.
    const whole = vi.spyOn(rig.library, 'originalTranscript')
    rig.start().trigger()
    await rig.filled()
    expect(whole).not.toHaveBeenCalled()

    const { turns, gaps } = rig.transcript()
    expect(numbersOf(rig.transcript())).toEqual(Array.from({ length: 20 }, (_, index) => index))
    const filled = turns.filter((turn) => turn.filledIn)
    expect(filled.flatMap((turn) => turn.words)[0]?.startMs).toBeCloseTo(first.startMs, -2)
    expect(gaps).toEqual([{ ...gap, filled: true }])
    expect(rig.asked).toHaveLength(1)
    expect(lengthMs(rig.asked[0]!)).toBeLessThanOrEqual(gap.endMs - gap.startMs + 1_000)
    expect(rig.payloads('transcript:turn').map(({ turn }) => turn)).toEqual(filled)
    expect(rig.payloads('transcript:gap')).toEqual([{ meetingId: 'meeting-1', gap: gaps[0] }])
    expect(rig.payloads('meetings:changed').at(-1)?.turnCount).toBe(turns.length)
  })

  it('transcribes both sources of one cut in one job, and each keeps its own words', async () => {
    const rig = setUp()
    rig.meeting({ words: 20 })
    rig.meeting({ words: 20, firstNumber: 500 }, 'system')
    const { durationMs } = rig.transcript().meeting
    unwrap(rig.library.gaps.upsert('meeting-1', gapOf({ startMs: 0, endMs: durationMs })))
    const system = gapOf({ id: 'gap-2', source: 'system', startMs: 200, endMs: durationMs })
    unwrap(rig.library.gaps.upsert('meeting-1', system))
    rig.start().trigger()
    await rig.filled()
    expect(rig.asked.map(({ channels }) => channels.length)).toEqual([2])
    const transcript = rig.transcript()
    expect(numbersOf(transcript)).toEqual(Array.from({ length: 20 }, (_, index) => index))
    expect(numbersOf(transcript, 'system')).toEqual(
      Array.from({ length: 20 }, (_, index) => 500 + index),
    )
  })

  it('sends nothing if the audio is silent, and marks the gap', async () => {
    const rig = setUp()
    rig.meeting({ words: 0, startSilenceMs: 5_000 })
    unwrap(rig.library.gaps.upsert('meeting-1', gapOf({ startMs: 1_000, endMs: 4_000 })))
    rig.start().trigger()
    await rig.filled()
    expect(rig.asked).toEqual([])
    expect(rig.transcript()).toMatchObject({ turns: [], gaps: [{ filled: true }] })
  })

  it('corrects a gap that has no audio after all', async () => {
    const rig = setUp()
    rig.meeting({ words: 1 })
    unwrap(rig.library.gaps.upsert('meeting-1', gapOf({ startMs: 60_000, endMs: 70_000 })))
    rig.start().trigger()
    await rig.filled()
    expect(rig.transcript().gaps).toMatchObject([{ sound: false, filled: false }])
    expect(rig.asked).toEqual([])
  })

  it('cuts a long gap in quiet places, and loses no word there', async () => {
    const rig = setUp()
    rig.meeting({ words: 60 })
    const { durationMs } = rig.transcript().meeting
    unwrap(rig.library.gaps.upsert('meeting-1', gapOf({ startMs: 0, endMs: durationMs })))
    rig.start({ pieceMs: { service: 6_000, 'on-device': 6_000 } }).trigger()
    await rig.filled()
    expect(rig.asked.length).toBeGreaterThan(5)
    for (const job of rig.asked) expect(lengthMs(job)).toBeLessThanOrEqual(6_000)
    expect(numbersOf(rig.transcript())).toEqual(Array.from({ length: 60 }, (_, index) => index))
  })

  it('replaces no partial by fewer words', async () => {
    const rig = setUp()
    const words = rig.meeting({ words: 6 })
    const partial = turnAt(
      words.map((word) => [wordText(word.number), word.startMs]),
      { isFinal: false, finalMs: null },
    )
    unwrap(rig.library.turns.upsert('meeting-1', partial))
    unwrap(rig.library.gaps.upsert('meeting-1', gapOf({ startMs: 0, endMs: 6_000 })))
    // An engine that recognises only the first of six words.
    rig.play.answer = (job) => {
      const heard = unwrap(heardOf(job))
      return ok({ ...heard, channels: heard.channels.map((channel) => channel.slice(0, 1)) })
    }
    rig.start().trigger()
    await rig.filled()
    const { turns } = rig.transcript()
    expect(turns.map(({ text, isFinal }) => [text, isFinal])).toEqual([[partial.text, true]])
  })
})

describe('the time of filling', () => {
  it('is not while a gap may still grow, and automatic when live text continues after it', async () => {
    const rig = setUp()
    rig.meeting({ words: 40 })
    unwrap(rig.library.meetings.setState('meeting-1', 'recording'))
    unwrap(rig.library.gaps.upsert('meeting-1', gapOf({ startMs: 2_000, endMs: 9_000 })))
    rig.start().trigger()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(rig.asked).toEqual([])
    const session = { id: 'session-2', source: 'microphone', model: 'base' } as const
    unwrap(rig.library.sessions.add('meeting-1', { ...session, offsetMs: 9_000, openedAt: 1 }))
    await rig.filled()
    expect(rig.asked).toHaveLength(1)
  })

  it('comes again automatically after a temporary failure', async () => {
    const rig = setUp()
    rig.meeting({ words: 10 })
    unwrap(rig.library.gaps.upsert('meeting-1', gapOf({ startMs: 0, endMs: 6_000 })))
    const failures: ErrorCode[] = ['offline', 'service-unavailable']
    rig.play.answer = (job) => {
      const code = failures.shift()
      return code === undefined ? heardOf(job) : fail(code)
    }
    rig.start().trigger()
    await rig.filled()
    expect(rig.asked).toHaveLength(3)
    expect(numbersOf(rig.transcript())).toEqual(Array.from({ length: 10 }, (_, index) => index))
  })

  it('is immediate after a long wait when the network is back, and not at any other event', async () => {
    const rig = setUp()
    rig.meeting({ words: 10 })
    unwrap(rig.library.gaps.upsert('meeting-1', gapOf({ startMs: 0, endMs: 6_000 })))
    rig.play.answer = () => fail('offline')
    // 50, 100, 200, 400, 800 ms …: the fifth pause is a long one.
    const repair = rig.start({ firstPauseMs: 50, longestPauseMs: 60_000 })
    repair.trigger()
    await vi.waitFor(() => expect(rig.asked).toHaveLength(5), { timeout: 20_000 })
    rig.play.answer = heardOf
    await new Promise((resolve) => setTimeout(resolve, 60))
    for (let count = 0; count < 20; count += 1) repair.trigger()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(rig.asked).toHaveLength(5)
    const before = performance.now()
    repair.networkBack()
    await rig.filled()
    expect(performance.now() - before).toBeLessThan(500)
    expect(rig.asked).toHaveLength(6)
  })

  it('is not delayed by other gaps, and one that always fails is given up', async () => {
    const rig = setUp()
    rig.meeting({ words: 20 })
    unwrap(rig.library.gaps.upsert('meeting-1', gapOf({ id: 'bad', startMs: 0, endMs: 3_000 })))
    unwrap(
      rig.library.gaps.upsert('meeting-1', gapOf({ id: 'good', startMs: 5_000, endMs: 9_000 })),
    )
    rig.play.answer = (job) => (lengthMs(job) < 4_500 ? fail('transcript-failed') : heardOf(job))
    rig.start({ longestPauseMs: 20 }).trigger()
    const filledOf = () => rig.transcript().gaps.filter((gap) => gap.filled)
    await vi.waitFor(() => expect(filledOf().map(({ id }) => id)).toEqual(['good']))
    await vi.waitFor(() => expect(rig.asked).toHaveLength(6), { timeout: 2_000 })
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(rig.asked).toHaveLength(6)
    expect(rig.transcript().gaps.find(({ id }) => id === 'bad')?.filled).toBe(false)
  })

  it('does not come without an engine: it waits for a key and sends no request', async () => {
    const rig = setUp()
    rig.meeting({ words: 10 })
    unwrap(rig.library.gaps.upsert('meeting-1', gapOf({ startMs: 0, endMs: 6_000 })))
    rig.play.choose = () => Promise.resolve({ ok: false, error: errorValue('keychain-locked') })
    const repair = rig.start()
    repair.trigger()
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(rig.asked).toEqual([])
    rig.play.choose = () => Promise.resolve(ok('on-device'))
    repair.keysChanged()
    await rig.filled()
    expect(rig.asked.map(({ engine }) => engine)).toEqual(['on-device'])
  })

  it('not after what a person must know: it says so for each gap, until it is filled', async () => {
    const rig = setUp()
    rig.meeting({ words: 20 })
    for (const [id, startMs] of [
      ['first', 0],
      ['second', 5_000],
    ] as const) {
      unwrap(rig.library.gaps.upsert('meeting-1', gapOf({ id, startMs, endMs: startMs + 3_000 })))
    }
    rig.play.answer = () => fail('job-day-limit')
    const queue = rig.start()
    queue.trigger()
    const of = (code: ErrorCode) =>
      ['first', 'second'].map((gapId) => ({
        meetingId: 'meeting-1',
        gapId,
        error: errorValue(code),
      }))
    await vi.waitFor(() => expect(queue.problems()).toEqual(of('job-day-limit')))
    expect(rig.payloads('gaps:problems-changed')).toEqual([of('job-day-limit')])
    rig.play.answer = () => fail('offline')
    await vi.waitFor(() => expect(queue.problems()).toEqual([]))
    rig.play.answer = heardOf
    await rig.filled()
    expect(queue.problems()).toEqual([])
  })

  it('may be interrupted: what was filled stays, and the next start continues after it', async () => {
    const rig = setUp()
    rig.meeting({ words: 40 })
    const { durationMs } = rig.transcript().meeting
    unwrap(rig.library.gaps.upsert('meeting-1', gapOf({ startMs: 0, endMs: durationMs })))
    const limits = { pieceMs: { service: 8_000, 'on-device': 8_000 } }
    let ended: AbortSignal | null = null
    rig.play.answer = (job) => {
      if (rig.asked.length < 3) return heardOf(job)
      ended = job.signal
      return new Promise((resolve) =>
        job.signal.addEventListener('abort', () => resolve(fail('cancelled'))),
      )
    }
    const first = rig.start(limits)
    first.trigger()
    await vi.waitFor(() => expect(ended).not.toBeNull())
    first.stop()
    const before = numbersOf(rig.transcript())
    expect(before.length).toBeGreaterThan(10)
    expect(rig.transcript().gaps).toMatchObject([{ filled: false }])

    rig.asked.length = 0
    rig.play.answer = heardOf
    rig.start(limits).trigger()
    await rig.filled()
    expect(numbersOf(rig.transcript())).toEqual(Array.from({ length: 40 }, (_, index) => index))
    const heardAgain = rig.asked.reduce((sum, job) => sum + lengthMs(job), 0)
    expect(heardAgain).toBeLessThan(durationMs - 14_000)
  })

  it('may be interrupted during a job: the next start asks for its words, of the same audio', async () => {
    const folder = temporaryFolder()
    const before = setUp(newLibrary(folder))
    before.meeting({ words: 20 })
    const { durationMs } = before.transcript().meeting
    unwrap(before.library.gaps.upsert('meeting-1', gapOf({ startMs: 0, endMs: durationMs })))
    const limits = { pieceMs: { service: 8_000, 'on-device': 8_000 } }
    before.play.answer = (job) => {
      unwrap(job.record?.start('key-1') ?? fail('internal'))
      unwrap(job.record?.uploaded('https://cdn/1') ?? fail('internal'))
      job.record?.created('job-1')
      return new Promise((resolve) =>
        job.signal.addEventListener('abort', () => resolve(fail('cancelled'))),
      )
    }
    const first = before.start(limits)
    first.trigger()
    await vi.waitFor(() => expect(before.asked).toHaveLength(1))
    first.stop()
    before.library.close()

    const rig = setUp(newLibrary(folder))
    // Other chunks than before: the job keeps its own audio.
    rig.start().trigger()
    await rig.filled()
    const [again, next] = rig.asked
    expect(again?.record?.known?.id).toBe('job-1')
    expect(again?.channels[0]?.length).toBe(before.asked[0]?.channels[0]?.length)
    expect(next?.record?.known).toBeNull()
    expect(numbersOf(rig.transcript())).toEqual(Array.from({ length: 20 }, (_, index) => index))
    expect(unwrap(rig.library.jobs.allOpen())).toEqual([])
    expect(unwrap(rig.library.jobs.finished())).toMatchObject([{ id: 'job-1', keyId: 'key-1' }])
  })

  it('finds the end of a meeting that was cut off, and fills it in', async () => {
    const folder = temporaryFolder()
    const before = setUp(newLibrary(folder))
    const words = before.meeting({ words: 20 })
    const live = turnAt(words.slice(0, 12).map((word) => [wordText(word.number), word.startMs]))
    unwrap(before.library.turns.upsert('meeting-1', live))
    unwrap(before.library.meetings.setState('meeting-1', 'recording'))
    before.library.close()

    const rig = setUp(newLibrary(folder))
    rig.start().trigger()
    await vi.waitFor(() => expect(rig.transcript().gaps).toHaveLength(1))
    await rig.filled()
    expect(rig.transcript().gaps).toMatchObject([{ reason: 'app-restart', startMs: live.endMs }])
    expect(numbersOf(rig.transcript())).toEqual(Array.from({ length: 20 }, (_, index) => index))
  })
})
