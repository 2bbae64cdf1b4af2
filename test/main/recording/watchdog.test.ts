import { describe, expect, it } from 'vitest'
import { judge, type Facts } from '../../../main/recording/watchdog'
import { createVitals } from '../../../main/recording/vitals'
import type { ErrorCode } from '../../../preload/errors'

const well: Facts = {
  sources: [{ source: 'microphone', silentMs: 0 }],
  connection: 'live',
  wordlessMs: 1_000,
  loudMs: 0,
  delayMs: 700,
  freeBytes: 80e9,
}
const told = (facts: Partial<Facts>) =>
  judge({ ...well, ...facts }).flatMap(({ error }) => error?.code ?? [])

describe('the watchdog', () => {
  it.each<[string, Partial<Facts>, ErrorCode[]]>([
    ['nothing where all is well', {}, []],
    [
      'a source of zeros',
      { sources: [{ source: 'microphone', silentMs: 4_000 }] },
      ['microphone-silent'],
    ],
    ['not yet a short silence', { sources: [{ source: 'microphone', silentMs: 3_900 }] }, []],
    [
      'not a computer that plays nothing',
      {
        sources: [
          { source: 'microphone', silentMs: 0 },
          { source: 'system', silentMs: 9_000 },
        ],
      },
      [],
    ],
    ['sound without words', { wordlessMs: 30_000, loudMs: 12_000 }, ['no-words']],
    [
      'also while text catches up',
      { wordlessMs: 30_000, loudMs: 12_000, connection: 'catching-up' },
      ['no-words'],
    ],
    ['not a silent room', { wordlessMs: 900_000, loudMs: 2_000 }, []],
    [
      'not what has another reason',
      { wordlessMs: 90_000, loudMs: 80_000, connection: 'offline' },
      [],
    ],
    ['a disk that is nearly full', { freeBytes: 499_000_000 }, ['disk-low']],
    ['not a disk with room', { freeBytes: 500_000_000 }, []],
    ['nothing of a disk that nobody knows', { freeBytes: null }, []],
    ['words that come late', { delayMs: 10_001 }, ['service-behind']],
    ['not words that came late a while ago', { delayMs: 40_000, wordlessMs: 31_000 }, []],
    ['nothing before the first word', { delayMs: null }, []],
  ])('tells %s', (_name, facts, codes) => {
    expect(told(facts)).toEqual(codes)
  })

  it('has a finding for each place also where there is nothing, so that it clears', () => {
    expect(judge(well).map(({ place, error }) => [place, error])).toEqual([
      ['source', null],
      ['disk', null],
      ['words', null],
      ['delay', null],
    ])
  })
})

describe('vitals', () => {
  const level = (rms: number, peak: number) =>
    ({ source: 'microphone', rms, peak, clipped: false }) as const

  it('know since when a source gives zeros, or nothing', () => {
    const vitals = createVitals()
    expect(vitals.sources(5_000)).toEqual([])
    vitals.capturing('microphone', 1_000)
    vitals.level(level(0.1, 0.2), 1_100)
    for (let at = 1_200; at <= 3_000; at += 100) vitals.level(level(0, 0), at)
    expect(vitals.sources(3_000)).toEqual([{ source: 'microphone', silentMs: 1_900 }])
    vitals.level(level(0.000_02, 0.000_1), 3_100)
    expect(vitals.sources(9_100)).toEqual([{ source: 'microphone', silentMs: 6_000 }])
    vitals.absent('microphone')
    vitals.level(level(0.1, 0.2), 9_200)
    expect(vitals.sources(9_300)).toEqual([])
  })

  it('know how long it was loud without words', () => {
    const vitals = createVitals()
    vitals.capturing('microphone', 0)
    for (let at = 0; at <= 20_000; at += 100)
      vitals.level(level(at < 10_000 ? 0.05 : 0.001, 0.1), at)
    expect(vitals.loudMs()).toBe(9_900)
    expect(vitals.wordlessMs(20_000)).toBe(20_000)
    vitals.words(20_000)
    expect([vitals.loudMs(), vitals.wordlessMs(21_000)]).toEqual([0, 1_000])
  })

  it('do not count the time in which no level came', () => {
    const vitals = createVitals()
    vitals.capturing('microphone', 0)
    vitals.level(level(0.05, 0.1), 100)
    vitals.level(level(0.05, 0.1), 60_000)
    expect(vitals.loudMs()).toBe(200)
  })
})
