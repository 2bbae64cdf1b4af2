import { describe, expect, it } from 'vitest'
import { checkHealth, type HealthFacts } from '../../../main/recording/health-check'
import { createHealth, createLiveDelay } from '../../../main/recording/health'
import { turnOf } from '../library/folder'
import type { ErrorCode } from '../../../common/errors'

const well: HealthFacts = {
  sources: [{ source: 'microphone', silentMs: 0, wordlessMs: 1_000, spokenMs: 0 }],
  connection: 'live',
  delayMs: 700,
  freeBytes: 80e9,
}
/** Sources of which the first has no words, and the other one has. */
const wordless = (wordlessMs: number, spokenMs: number): Pick<HealthFacts, 'sources'> => ({
  sources: [
    { source: 'system', silentMs: 0, wordlessMs, spokenMs },
    { source: 'microphone', silentMs: 0, wordlessMs: 500, spokenMs: 300 },
  ],
})
const found = (facts: Partial<HealthFacts>) =>
  checkHealth({ ...well, ...facts }).flatMap(({ error }) => error?.code ?? [])

describe('the health check', () => {
  it.each<[string, Partial<HealthFacts>, ErrorCode[]]>([
    ['nothing if all is well', {}, []],
    [
      'a microphone that gives zeros',
      { sources: [{ source: 'microphone', silentMs: 4_000, wordlessMs: 4_000, spokenMs: 0 }] },
      ['microphone-silent'],
    ],
    [
      'no short silence',
      { sources: [{ source: 'microphone', silentMs: 3_900, wordlessMs: 3_900, spokenMs: 0 }] },
      [],
    ],
    [
      'no computer that plays nothing',
      {
        sources: [
          { source: 'microphone', silentMs: 0, wordlessMs: 0, spokenMs: 0 },
          { source: 'system', silentMs: 9_000, wordlessMs: 9_000, spokenMs: 0 },
        ],
      },
      [],
    ],
    ['speech without words on one side', wordless(20_000, 6_000), ['no-words']],
    [
      'speech without words while text catches up',
      { ...wordless(20_000, 6_000), connection: 'catching-up' },
      ['no-words'],
    ],
    ['no silent room', wordless(900_000, 2_000), []],
    ['no missing words while offline', { ...wordless(90_000, 80_000), connection: 'offline' }, []],
    ['a disk that is nearly full', { freeBytes: 499_000_000 }, ['disk-low']],
    ['no disk with room', { freeBytes: 500_000_000 }, []],
    ['no disk whose free space is unknown', { freeBytes: null }, []],
    ['words that come late', { delayMs: 10_001 }, ['service-behind']],
    [
      'no words that came late a while ago',
      {
        delayMs: 40_000,
        sources: [{ source: 'microphone', silentMs: 0, wordlessMs: 31_000, spokenMs: 0 }],
      },
      [],
    ],
    ['nothing before the first word', { delayMs: null }, []],
  ])('finds %s', (_name, facts, codes) => {
    expect(found(facts)).toEqual(codes)
  })

  it('returns a finding for each place, so that old ones are cleared', () => {
    expect(checkHealth(well).map(({ place, error }) => [place, error])).toEqual([
      ['source', null],
      ['disk', null],
      ['words', null],
      ['delay', null],
    ])
  })
})

describe('createHealth', () => {
  const level = (rms: number, peak: number) =>
    ({ source: 'microphone', rms, peak, clipped: false }) as const

  it('knows for how long a source has given zeros, or nothing', () => {
    const health = createHealth()
    const sources = (nowMs: number) => health.facts(nowMs).sources
    expect(sources(5_000)).toEqual([])
    health.captured('microphone', 1_000)
    health.level(level(0.1, 0.2), 1_100)
    for (let at = 1_200; at <= 3_000; at += 100) health.level(level(0, 0), at)
    expect(sources(3_000)).toMatchObject([{ source: 'microphone', silentMs: 1_900 }])
    health.level(level(0.000_02, 0.000_1), 3_100)
    expect(sources(9_100)).toMatchObject([{ source: 'microphone', silentMs: 6_000 }])
    health.absent('microphone')
    health.level(level(0.1, 0.2), 9_200)
    expect(sources(9_300)).toEqual([])
  })

  /** Levels ten times a second, and how long they sounded like speech. */
  const spoken = (rmsAt: (ms: number) => number) => {
    const health = createHealth()
    health.captured('microphone', 0)
    for (let at = 0; at <= 20_000; at += 100) health.level(level(rmsAt(at), 0.1), at)
    return { health, ms: health.facts(20_000).sources[0]?.spokenMs ?? NaN }
  }
  /** 300 ms of a word, 200 ms of a pause. */
  const speech = (ms: number) => (ms % 500 < 300 ? 0.05 : 0.003)

  it('knows how long somebody spoke without words', () => {
    const { health, ms } = spoken((at) => (at < 10_000 ? speech(at) : 0.001))
    expect(ms).toBeGreaterThan(5_500)
    expect(ms).toBeLessThan(6_500)
    expect(health.facts(20_000).sources).toMatchObject([{ wordlessMs: 20_000 }])
    health.words(turnOf(), { nowMs: 20_000, elapsedMs: 20_000 })
    expect(health.facts(21_000).sources).toMatchObject([{ spokenMs: 0, wordlessMs: 1_000 }])
  })

  it('counts words of the other source for nothing', () => {
    const { health } = spoken(speech)
    health.captured('system', 0)
    health.words(turnOf({ source: 'system' }), { nowMs: 20_000, elapsedMs: 20_000 })
    expect(health.facts(20_000).sources).toMatchObject([
      { source: 'microphone', wordlessMs: 20_000 },
      { source: 'system', wordlessMs: 0 },
    ])
  })

  it.each<[string, (ms: number) => number]>([
    ['a fan', (ms) => 0.05 + 0.005 * Math.sin(ms)],
    ['music', (ms) => 0.1 + 0.05 * Math.sin(ms / 80)],
    ['quiet keys', (ms) => (ms % 300 === 0 ? 0.008 : 0.0005)],
    ['breath', (ms) => Math.max(0.0005, 0.008 * Math.sin(ms / 700))],
  ])('takes %s for no speech', (_name, rmsAt) => {
    expect(spoken(rmsAt).ms).toBeLessThan(2_000)
  })

  it('does not count time in which no level arrived', () => {
    const health = createHealth()
    health.captured('microphone', 0)
    health.level(level(0.001, 0.1), 59_800)
    health.level(level(0.05, 0.1), 60_000)
    health.level(level(0.05, 0.1), 61_500)
    expect(health.facts(62_000).sources[0]?.spokenMs).toBe(400)
  })
})

describe('the live delay', () => {
  const word = (endMs: number) => ({ ...turnOf().words[0]!, endMs })
  it('is measured at each new last word, and not when the same words arrive again', () => {
    const delay = createLiveDelay()
    expect(delay.ms).toBeNull()
    delay.arrived(turnOf({ words: [] }), 900)
    expect(delay.ms).toBeNull()
    delay.arrived(turnOf({ words: [word(1_000)] }), 1_450)
    expect(delay.ms).toBe(450)
    delay.arrived(turnOf({ words: [word(1_000)] }), 4_000)
    expect(delay.ms).toBe(450)
    delay.arrived(turnOf({ words: [word(1_000), word(2_000)] }), 2_300)
    expect(delay.ms).toBe(300)
    delay.arrived(turnOf({ words: [word(3_000)] }), 2_900)
    expect(delay.ms).toBe(0)
  })
})
