import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMicrophoneWatch } from '../../../main/system-sound/microphone-watch'
import type { SoundChild } from '../../../main/system-sound/system-sound'

interface FakeChild extends SoundChild<never> {
  exit(): void
}

function fakeChild(): FakeChild {
  let onExit: () => void = () => undefined
  return {
    postMessage: vi.fn(),
    onMessage: vi.fn(),
    onExit: (listener) => (onExit = listener),
    kill: vi.fn(),
    exit: () => onExit(),
  }
}

/** A watch of a computer whose sound server can come and go. */
function startWatch() {
  const server = { isThere: false }
  const children: FakeChild[] = []
  const startThread = () => {
    const child = fakeChild()
    children.push(child)
    return child
  }
  const watch = createMicrophoneWatch({ startThread, ownPid: 1, hasServer: () => server.isThere })
  const listener = vi.fn()
  const stop = watch?.(listener)
  return { server, children, listener, stop }
}

describe('createMicrophoneWatch', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('starts no thread without a sound server, and one as soon as it is there', () => {
    const { server, children } = startWatch()
    vi.advanceTimersByTime(600_000)
    expect(children).toHaveLength(0)
    server.isThere = true
    vi.advanceTimersByTime(10_000)
    expect(children).toHaveLength(1)
    vi.advanceTimersByTime(600_000)
    expect(children).toHaveLength(1)
  })

  it('reports no users of a microphone if the server is lost, and asks the server again', () => {
    const { server, children, listener } = startWatch()
    server.isThere = true
    vi.advanceTimersByTime(10_000)
    children[0]?.exit()
    expect(listener).toHaveBeenLastCalledWith({ users: [], playing: [] })
    vi.advanceTimersByTime(10_000)
    expect(children).toHaveLength(2)
  })

  it('ends at a stop', () => {
    const { server, children, stop } = startWatch()
    stop?.()
    server.isThere = true
    vi.advanceTimersByTime(60_000)
    expect(children).toHaveLength(0)
  })

  it('is null if there is nobody to ask', () => {
    expect(
      createMicrophoneWatch({ startThread: null, ownPid: 1, hasServer: () => true }),
    ).toBeNull()
  })
})
