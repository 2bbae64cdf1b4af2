import { describe, expect, it } from 'vitest'
import type { Planned } from '../../../main/system-sound/plan'
import {
  closedMonitors,
  createLoudness,
  findUnheard,
  peakOf,
  type UnheardFacts,
} from '../../../main/system-sound/unheard'

const sinks = [
  { index: 0, name: 'headset', description: 'Headset', monitor: 7, monitorName: 'headset.monitor' },
]
const monitor = {
  index: 7,
  name: 'headset.monitor',
  channels: 2,
  volume: 0x10000,
  muted: false,
  isMonitor: true,
}

function stream(key: string, isMeeting = true, corked = false): Planned {
  return { key, heard: { sinkInput: 1 }, isMeeting, corked, program: key, sink: 0 }
}

/** Loudness at 20 s of a stream that was audible for so long, up to then. */
function loudness(audibleMs: number) {
  const made = createLoudness(0)
  for (let ms = 20_000 - audibleMs; ms < 20_000; ms += 20) made.heard(0.3, 20, ms)
  return made
}

function facts(change: Partial<UnheardFacts>): UnheardFacts {
  const listened = [{ stream: stream('zoom'), loudness: loudness(0) }]
  const base = { way: 'programs', isPipeWire: false, sinks, sources: [monitor] } as const
  return { ...base, listened, nowMs: 20_000, ...change }
}

describe('findUnheard', () => {
  it('blames a muted or nearly muted monitor for a silent program', () => {
    const muted = [{ ...monitor, muted: true, isMonitor: true }]
    expect(findUnheard(facts({}))).toBeNull()
    const found = { kind: 'monitor-muted', device: 'Headset' }
    expect(findUnheard(facts({ sources: muted }))).toEqual(found)
    expect(findUnheard(facts({ sources: [{ ...monitor, volume: 0x1999 }] }))).toEqual(found)
    expect(closedMonitors(facts({ sources: muted })).map(({ source }) => source.index)).toEqual([7])
  })

  it('does not blame it while the program is heard, pauses, or has just begun', () => {
    const sources = [{ ...monitor, muted: true, isMonitor: true }]
    const of = (change: Partial<UnheardFacts>) => findUnheard(facts({ sources, ...change }))
    expect(of({ listened: [{ stream: stream('zoom'), loudness: loudness(3_000) }] })).toBeNull()
    const corked = stream('zoom', true, true)
    expect(of({ listened: [{ stream: corked, loudness: loudness(0) }] })).toBeNull()
    expect(of({ nowMs: 4_000 })).toBeNull()
    expect(of({ isPipeWire: true })).toBeNull()
    expect(of({ isPipeWire: true, way: 'monitors' })).not.toBeNull()
  })

  it('names a program that plays while the chosen one is silent', () => {
    const other = { stream: stream('music', false), loudness: loudness(3_000) }
    const chosen = (ms: number) => ({ stream: stream('zoom'), loudness: loudness(ms) })
    const found = { kind: 'not-chosen', program: 'music' }
    expect(findUnheard(facts({ listened: [chosen(0), other] }))).toEqual(found)
    expect(findUnheard(facts({ listened: [other] }))).toEqual(found)
    expect(findUnheard(facts({ listened: [chosen(500), other] }))).toBeNull()
    const beep = { ...other, loudness: loudness(300) }
    expect(findUnheard(facts({ listened: [chosen(0), beep] }))).toBeNull()
  })
})

it('measures the loudest sample', () => {
  expect(peakOf(Buffer.from(Int16Array.of(5, -16_384, 300).buffer))).toBe(0.5)
  expect(peakOf(Buffer.alloc(0))).toBe(0)
})
