import { describe, expect, it } from 'vitest'
import type { RecordingState, WhenForgotten } from '../../../common/model'
import {
  answerMs,
  nextWatch,
  silentMs,
  type Watch,
  type WatchEvent,
} from '../../../main/forgotten/watch'

type Event<E = WatchEvent> = E extends WatchEvent ? Omit<E, 'now' | 'wall'> : never

/** A watch with a clock of its own; a status comes each second. */
function watching(whenForgotten: WhenForgotten = 'keep') {
  let now = 1_000
  let watch: Watch | null = null
  let stops = 0
  const take = (event: Event) => {
    const step = nextWatch(watch, { ...event, now, wall: 1_000_000 + now } as WatchEvent)
    watch = step.watch
    if (step.stop) stops += 1
  }
  const status = (state: RecordingState = 'recording', meetingId: string | null = 'one') =>
    take({ type: 'status', state, meetingId, whenForgotten })
  status()
  return {
    take,
    status,
    pass: (ms: number, state: RecordingState = 'recording') => {
      for (let passed = 0; passed < ms; passed += 1_000) {
        now += 1_000
        status(state)
      }
    },
    asked: () => watch?.question?.reason ?? null,
    stops: () => stops,
    endIn: (ms: number | null) =>
      take({ type: 'end-at', at: ms === null ? null : 1_000_000 + now + ms }),
    endAt: () => watch?.endAt ?? null,
  }
}

describe('a recording', () => {
  it('is asked about after 15 minutes without speech, and goes on without an answer', () => {
    const { pass, asked, stops } = watching()
    pass(silentMs - 1_000)
    expect(asked()).toBeNull()
    pass(1_000)
    expect(asked()).toBe('silence')
    pass(answerMs)
    expect(asked()).toBeNull()
    pass(silentMs - 1_000)
    expect(asked()).toBeNull()
    pass(1_000)
    expect(asked()).toBe('silence')
    expect(stops()).toBe(0)
  })

  it('stops once without an answer, if a setting says so', () => {
    const { pass, asked, stops, status } = watching('stop')
    pass(silentMs + answerMs - 1_000)
    expect([asked(), stops()]).toEqual(['silence', 0])
    pass(1_000)
    expect(stops()).toBe(1)
    pass(10_000)
    expect(stops()).toBe(1)
    status('finishing')
    expect(asked()).toBeNull()
  })

  it('goes on if somebody speaks during the question, or says so', () => {
    for (const type of ['speech', 'keep'] as const) {
      const { pass, asked, stops, take } = watching('stop')
      pass(silentMs)
      take({ type })
      expect(asked()).toBeNull()
      pass(silentMs - 1_000)
      expect([asked(), stops()]).toEqual([null, 0])
    }
  })

  it('is not asked about in a pause, which counts as no silence', () => {
    const { pass, asked } = watching('stop')
    pass(silentMs)
    pass(1_000, 'paused')
    expect(asked()).toBeNull()
    pass(silentMs * 2, 'paused')
    pass(silentMs - 1_000)
    expect(asked()).toBeNull()
    pass(1_000)
    expect(asked()).toBe('silence')
  })

  it('is asked about at its end time, also while somebody speaks and in a pause', () => {
    for (const state of ['recording', 'paused'] as const) {
      const { pass, asked, take, endIn, endAt, stops } = watching()
      endIn(60_000)
      pass(59_000, state)
      expect(asked()).toBeNull()
      pass(1_000, state)
      expect(asked()).toBe('end-time')
      take({ type: 'speech' })
      expect(asked()).toBe('end-time')
      pass(answerMs, state)
      expect([asked(), endAt(), stops()]).toEqual([null, null, 0])
    }
  })

  it('can be given another end time while it is asked about', () => {
    const { pass, asked, endIn, stops } = watching('stop')
    endIn(1_000)
    pass(1_000)
    expect(asked()).toBe('end-time')
    endIn(600_000)
    expect(asked()).toBeNull()
    pass(answerMs)
    expect(stops()).toBe(0)
    endIn(null)
    pass(700_000)
    expect(asked()).toBeNull()
  })

  it('knows nothing of the one before', () => {
    const { pass, asked, status, endIn, endAt } = watching()
    endIn(60_000)
    pass(30_000)
    status('idle', null)
    expect(endAt()).toBeNull()
    status()
    pass(60_000)
    expect(asked()).toBeNull()
    pass(silentMs - 60_000)
    expect(asked()).toBe('silence')
    status('recording', 'two')
    expect(asked()).toBeNull()
  })

  it('needs no answer while there is none', () => {
    expect(nextWatch(null, { type: 'keep', now: 1 })).toEqual({ watch: null, stop: false })
  })
})
