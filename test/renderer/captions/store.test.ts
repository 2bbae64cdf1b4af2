import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CaptionsContent } from '../../../common/model'
import { createCaptionsStore } from '../../../renderer/captions/store'
import { partial, recordingStatus, turn } from '../window/samples'

const status = recordingStatus({ elapsedMs: 8_000 })
const content: CaptionsContent = {
  look: { size: 'medium', background: 'opaque', clickThrough: false, theme: 'system' },
  status,
  turns: [turn(0, 'Hello.', { endMs: 3_000 })],
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function opened(changes: Partial<CaptionsContent> = {}) {
  const store = createCaptionsStore()
  store.begin({ ...content, ...changes })
  const texts = () => store.turns.get().map(({ text }) => text)
  return { store, texts }
}

describe('the captions store', () => {
  it('keeps the turns of the running recording, and of no other meeting', () => {
    const { store, texts } = opened()
    store.turn('meeting', partial(1, 'and'))
    store.turn('another', turn(2, 'not here'))
    expect(texts()).toEqual(['Hello.', 'and'])
    store.drop('another', partial(1, ''))
    expect(texts()).toEqual(['Hello.', 'and'])
    store.drop('meeting', partial(1, ''))
    expect(texts()).toEqual(['Hello.'])
  })

  it('forgets a finished meeting', () => {
    const { store, texts } = opened()
    store.setStatus({ ...status, elapsedMs: 9_000 })
    expect(texts()).toEqual(['Hello.'])
    store.setStatus({ ...status, state: 'idle', meetingId: null })
    expect(texts()).toEqual([])
  })

  it('marks words as old 10 s after the last one, even if they arrived before the page opened', () => {
    const { store } = opened()
    expect(store.quiet.get()).toBe(false)
    vi.advanceTimersByTime(4_900)
    expect(store.quiet.get()).toBe(false)
    vi.advanceTimersByTime(200)
    expect(store.quiet.get()).toBe(true)
    store.turn('meeting', partial(1, 'and'))
    expect(store.quiet.get()).toBe(false)
    // Echo is not heard by those who read.
    vi.advanceTimersByTime(9_000)
    store.turn('meeting', turn(2, 'echo', { echo: true }))
    vi.advanceTimersByTime(1_100)
    expect(store.quiet.get()).toBe(true)
    expect(opened({ status: { ...status, elapsedMs: 60_000 } }).store.quiet.get()).toBe(true)
  })

  it('says for a while that clicks go through, from the moment they do', () => {
    const { store } = opened()
    expect(store.clicksNote.get()).toBe(false)
    store.setLook({ ...content.look, clickThrough: true })
    expect(store.clicksNote.get()).toBe(true)
    store.setLook({ ...content.look, clickThrough: true, size: 'large' })
    vi.advanceTimersByTime(8_100)
    expect(store.clicksNote.get()).toBe(false)
    store.setLook(content.look)
    store.setLook({ ...content.look, clickThrough: true })
    store.setLook(content.look)
    expect(store.clicksNote.get()).toBe(false)
  })
})
