import { describe, expect, it } from 'vitest'
import * as plan from '../../../main/transcription/chunking'
import { gapOf, turnAt } from './samples'

const session = (offsetMs: number, source: 'microphone' | 'system' = 'microphone') => ({
  id: `session-${offsetMs}`,
  source,
  model: 'base',
  offsetMs,
  openedAt: offsetMs,
})
const audio = (ms: number) => [{ source: 'microphone' as const, samples: ms * 16 }]

describe('whether a gap will not change any more', () => {
  const recording = { state: 'recording', audio: audio(26_000) } as const

  it('is always true in a finished meeting', () => {
    for (const state of ['done', 'interrupted'] as const) {
      expect(plan.isSettled(gapOf(), { state, audio: [] }, [])).toBe(true)
    }
  })

  it('is false while the recording finishes, because its last words are still coming', () => {
    const sessions = [session(20_000)]
    expect(plan.isSettled(gapOf(), { ...recording, state: 'finishing' }, sessions)).toBe(false)
  })

  it('is true while recording, when live text of its source has continued after it for five seconds', () => {
    const before = session(0)
    expect(plan.isSettled(gapOf(), recording, [before])).toBe(false)
    expect(plan.isSettled(gapOf(), recording, [before, session(20_000, 'system')])).toBe(false)
    const sessions = [before, session(20_000)]
    expect(plan.isSettled(gapOf(), { ...recording, audio: audio(24_000) }, sessions)).toBe(false)
    expect(plan.isSettled(gapOf(), recording, sessions)).toBe(true)
  })

  it('is false if the audio of the gap is sent live after all', () => {
    expect(plan.isSettled(gapOf(), recording, [session(0), session(10_000)])).toBe(false)
  })
})

describe('the range to transcribe for a gap', () => {
  it('is the gap and a second around it if no words are there', () => {
    expect(plan.rangeToTranscribe(gapOf(), [])).toEqual({ startMs: 9_000, endMs: 21_000 })
  })

  it('ends where the words of the neighbours begin', () => {
    const turns = [
      turnAt([['before', 9_300]]),
      turnAt([['after', 20_400]], { turnOrder: 1 }),
      turnAt([['elsewhere', 9_900]], { source: 'system', turnOrder: 2 }),
    ]
    expect(plan.rangeToTranscribe(gapOf(), turns)).toEqual({ startMs: 9_600, endMs: 20_400 })
  })

  it('starts inside the gap if a word crosses its edge', () => {
    const turns = [turnAt([['over', 9_800]])]
    expect(plan.rangeToTranscribe(gapOf(), turns).startMs).toBe(10_100)
  })

  it('includes words inside the gap', () => {
    const turns = [turnAt([['half', 14_000]], { isFinal: false })]
    expect(plan.rangeToTranscribe(gapOf(), turns)).toEqual({ startMs: 9_000, endMs: 21_000 })
  })

  it('continues after what was already filled', () => {
    const turns = [turnAt([['filled', 14_000]], { sessionId: plan.fillSessionId('gap-1') })]
    expect(plan.rangeToTranscribe(gapOf(), turns)).toEqual({ startMs: 14_300, endMs: 21_000 })
  })

  it('is never before zero, and never ends before it starts', () => {
    expect(plan.rangeToTranscribe(gapOf({ startMs: 200, endMs: 900 }), []).startMs).toBe(0)
    const turns = [turnAt([['all', 20_900]], { sessionId: plan.fillSessionId('gap-1') })]
    const { startMs, endMs } = plan.rangeToTranscribe(gapOf(), turns)
    expect(endMs).toBe(startMs)
  })
})

describe('one job for several sources', () => {
  it('contains the gaps that overlap the first one, one of each source', () => {
    const first = gapOf()
    const system = gapOf({ id: 'gap-2', source: 'system', startMs: 15_000, endMs: 30_000 })
    const later = gapOf({ id: 'gap-3', startMs: 40_000, endMs: 50_000 })
    const apart = gapOf({ id: 'gap-4', source: 'system', startMs: 40_000, endMs: 50_000 })
    expect(plan.overlappingGroup([first, system, later, apart])).toEqual([first, system])
    expect(plan.overlappingGroup([first, later, apart])).toEqual([first])
    expect(plan.overlappingGroup([])).toEqual([])
    expect(plan.enclosingRange([first, system])).toEqual({ startMs: 10_000, endMs: 30_000 })
  })
})

describe('chunks', () => {
  it('are no longer than allowed, and the last one is complete', () => {
    const rest = { startMs: 0, endMs: 1_500_000 }
    expect(plan.nextChunk(rest, 600_000)).toEqual({ startMs: 0, endMs: 600_000, cut: true })
    expect(plan.nextChunk({ ...rest, startMs: 900_000 }, 600_000)).toEqual({
      startMs: 900_000,
      endMs: 1_500_000,
      cut: false,
    })
  })

  it('are cut in the quietest fifth of a second of all channels', () => {
    const loud = noise(4_000)
    const other = noise(4_000)
    quieten(loud, 1_000, 1_400)
    quieten(other, 1_200, 1_400)
    quieten(other, 3_000, 3_200)
    expect(plan.quietestMs([bytes(loud), bytes(other)])).toBe(1_300)
  })
})

describe('the end of a meeting without a clean stop', () => {
  const meeting = { audio: audio(30_000) }

  it('is a gap from the last final word or gap to the end of the audio', () => {
    const turns = [
      turnAt([['said', 12_000]]),
      turnAt([['half', 14_000]], { turnOrder: 1, isFinal: false }),
    ]
    const [hole] = plan.tailGaps(meeting, turns, [])
    expect(hole).toMatchObject({ startMs: 12_300, endMs: 30_000, reason: 'app-restart' })
    expect(hole).toMatchObject({ id: 'restart-microphone', sound: true, filled: false })
    expect(plan.tailGaps(meeting, turns, [gapOf()])[0]?.startMs).toBe(20_000)
  })

  it('is found once', () => {
    const found = plan.tailGaps(meeting, [], [])
    expect(plan.tailGaps(meeting, [], found)).toEqual([])
  })

  it('is no gap if the words reach the end of the audio', () => {
    expect(plan.tailGaps(meeting, [turnAt([['end', 29_500]])], [])).toEqual([])
  })
})

function noise(ms: number): Int16Array {
  return Int16Array.from({ length: ms * 16 }, (_, index) => (index % 2 === 0 ? 900 : -900))
}
function quieten(samples: Int16Array, fromMs: number, toMs: number): void {
  samples.fill(1, fromMs * 16, toMs * 16)
}
const bytes = (samples: Int16Array) => new Uint8Array(samples.buffer)
