import { describe, expect, it, vi } from 'vitest'
import type { CallOffer, RecordingState } from '../../../common/model'
import { createCallWatch, heldMs, playingMs, quietMs } from '../../../main/calls/call-watch'
import { createOffers } from '../../../main/calls/offers'
import { knownName } from '../../../main/calls/program-names'

const zoom = { key: 'zoom', name: 'Zoom' }
const teams = { key: 'teams', name: 'Teams' }

function watch() {
  let now = 0
  const heard: string[] = []
  const calls = createCallWatch({
    now: () => now,
    onFound: ({ key }) => heard.push(`found ${key}`),
    onEnded: ({ key }) => heard.push(`ended ${key}`),
  })
  return {
    heard,
    calls,
    use: (holds: boolean, plays = holds) =>
      calls.update({
        users: holds ? [{ ...zoom, plays }] : [],
        playing: plays ? ['zoom'] : [],
      }),
    pass: (ms: number) => {
      for (let passed = 0; passed < ms; passed += 1_000) {
        now += Math.min(1_000, ms - passed)
        calls.tick()
      }
    },
  }
}

describe('a call', () => {
  it('is found once, when a program has held the microphone for 5 s', () => {
    const { use, pass, heard } = watch()
    use(true)
    pass(heldMs - 1)
    expect(heard).toEqual([])
    pass(1)
    use(true)
    pass(60_000)
    expect(heard).toEqual(['found zoom'])
  })

  it('is not found if the microphone was let go before', () => {
    const { use, pass, heard, calls } = watch()
    use(true)
    pass(heldMs - 1_000)
    use(false)
    pass(10_000)
    expect(heard).toEqual([])
    expect(calls.isWaiting()).toBe(false)
  })

  it('goes on through a short loss of the microphone, and while a muted program plays', () => {
    const { use, pass, heard } = watch()
    use(true)
    pass(heldMs)
    use(false)
    pass(quietMs - 1_000)
    use(true)
    pass(10_000)
    use(false, true)
    pass(quietMs * 2)
    expect(heard).toEqual(['found zoom'])
    pass(playingMs)
    expect(heard).toEqual(['found zoom', 'ended zoom'])
  })

  it('ends when the program is quiet, and the next one is found again', () => {
    const { use, pass, heard } = watch()
    use(true)
    pass(heldMs)
    use(false)
    pass(quietMs)
    use(true)
    pass(heldMs)
    expect(heard).toEqual(['found zoom', 'ended zoom', 'found zoom'])
  })
})

function offers(ignored: readonly string[] = []) {
  let state: RecordingState = 'idle'
  const shown: (CallOffer | null)[] = []
  const notified: string[] = []
  const [record, stop, ignore] = [vi.fn(), vi.fn(), vi.fn()]
  const made = createOffers({
    recordingState: () => state,
    isIgnored: (key) => ignored.includes(key),
    ignore,
    record,
    stop,
    show: (offer, isNew) => {
      shown.push(offer)
      if (offer !== null && isNew) notified.push(`${offer.kind} ${offer.program.key}`)
    },
  })
  const become = (next: RecordingState) => {
    state = next
    made.recordingChanged()
  }
  return { made, shown, notified, record, stop, ignore, become }
}

describe('the question about a call', () => {
  it('records only after Yes, and never by itself', () => {
    const { made, shown, record } = offers()
    made.found(zoom)
    expect(shown).toEqual([{ kind: 'record', program: zoom }])
    expect(record).not.toHaveBeenCalled()
    made.answer('yes')
    made.answer('yes')
    expect(record).toHaveBeenCalledOnce()
  })

  it('asks about a program never again, if a person says so', () => {
    const { made, ignore } = offers()
    made.found(zoom)
    made.answer('never')
    expect(ignore).toHaveBeenCalledExactlyOnceWith(zoom)
    const other = offers(['zoom'])
    other.made.found(zoom)
    expect(other.shown).toEqual([])
  })

  it('goes when the call ends or a recording starts', () => {
    const { made, become } = offers()
    made.found(zoom)
    made.ended(zoom)
    expect(made.current()).toBeNull()
    made.found(teams)
    become('starting')
    expect(made.current()).toBeNull()
  })

  it('is about the newest call; an older one comes back without a second notification', () => {
    const { made, notified } = offers()
    const webex = { key: 'webex', name: 'Webex' }
    made.found(zoom)
    made.found(teams)
    made.found(webex)
    expect(notified).toEqual(['record zoom', 'record teams', 'record webex'])
    expect(made.current()).toEqual({ kind: 'record', program: webex })
    made.ended(teams)
    made.answer('no')
    expect(made.current()).toEqual({ kind: 'record', program: zoom })
    made.answer('never')
    expect(made.current()).toBeNull()
    expect(notified).toHaveLength(3)
  })

  it('is not asked any more once all calls are in a recording', () => {
    const { made, become, record } = offers()
    made.found(zoom)
    made.found(teams)
    made.answer('yes')
    become('recording')
    expect([made.current(), record.mock.calls.length]).toEqual([null, 1])
    made.ended(zoom)
    made.ended(teams)
    expect(made.current()).toEqual({ kind: 'stop', program: teams })
  })

  it('is whether to stop, when the last recorded call ends', () => {
    const { made, become, stop } = offers()
    made.found(zoom)
    become('recording')
    made.found(teams)
    expect(made.current()).toBeNull()
    made.ended(zoom)
    expect(made.current()).toBeNull()
    made.ended(teams)
    expect(made.current()).toEqual({ kind: 'stop', program: teams })
    made.answer('no')
    expect(stop).not.toHaveBeenCalled()
  })

  it('is not asked about a recording that had no call, or ended before', () => {
    const { made, become } = offers()
    become('recording')
    become('idle')
    made.found(zoom)
    made.answer('no')
    made.ended(zoom)
    expect(made.current()).toBeNull()
  })
})

it('names programs as people do', () => {
  expect(knownName({ key: 'zoom.real', name: 'ZOOM VoiceEngine' })).toBe('Zoom')
  expect(knownName({ key: 'teams-for-linux', name: 'Chromium input' })).toBe('Teams')
  expect(knownName({ key: 'mumble', name: 'Mumble' })).toBe('Mumble')
})
