import { expect, test } from 'vitest'
import {
  createSegmenter,
  segmenterDefaults,
  type SegmentEvent,
} from '../../../main/local-engine/segmenter'

const { window, longest, before, after } = segmenterDefaults
const windowsIn = (seconds: number) => Math.round((seconds * 16_000) / window)

/** Runs a script of seconds of voice or silence. Returns each event with its sample. */
function run(script: readonly (readonly ['voice' | 'silence', number, number?])[]) {
  const segmenter = createSegmenter()
  const events: (SegmentEvent & { at: number })[] = []
  let at = 0
  for (const [kind, seconds, loudness = 1] of script) {
    for (let count = windowsIn(seconds); count > 0; count -= 1) {
      at += window
      for (const event of segmenter.push(kind === 'voice', loudness)) events.push({ ...event, at })
    }
  }
  return { segmenter, events, at, types: events.map((event) => event.type) }
}

function ends(events: readonly SegmentEvent[]) {
  return events.flatMap((event) => (event.type === 'end' ? [event.segment] : []))
}

test('a turn begins with its voice, pauses early and ends after half a second', () => {
  const { events, types } = run([
    ['silence', 1],
    ['voice', 2],
    ['silence', 1],
  ])
  expect(types).toEqual(['start', 'pause', 'end'])
  const voiceEnd = (windowsIn(1) + windowsIn(2)) * window
  expect((events[1]!.at - voiceEnd) / 16).toBeCloseTo(200, -2)
  expect((events[2]!.at - voiceEnd) / 16).toBeCloseTo(500, -2)
})

test('a segment keeps 0.35 s before the voice and 0.2 s after it', () => {
  const { events } = run([
    ['silence', 1],
    ['voice', 2],
    ['silence', 1],
  ])
  const [segment] = ends(events)
  const voiceStart = windowsIn(1) * window
  const voiceEnd = voiceStart + windowsIn(2) * window
  expect(voiceStart - segment!.start).toBeGreaterThanOrEqual(before)
  expect(voiceStart - segment!.start).toBeLessThanOrEqual(before + 2 * window)
  expect(segment!.end).toBe(voiceEnd + after)
  expect(segment!.voiced).toEqual([{ start: voiceStart, end: voiceEnd }])
})

test('a click is not speech', () => {
  expect(
    run([
      ['silence', 1],
      ['voice', 0.04],
      ['silence', 1],
    ]).types,
  ).toEqual([])
})

test('a turn continues after a short pause; without more speech the early segment equals the final one', () => {
  const { events, types } = run([
    ['voice', 1],
    ['silence', 0.3],
    ['voice', 1],
    ['silence', 1],
  ])
  expect(types).toEqual(['start', 'pause', 'resume', 'pause', 'end'])
  const early = events[3]!
  expect(early.type === 'pause' && early.segment).toEqual(ends(events)[0])
})

test('a turn of six seconds and more already ends in a pause of 0.3 s', () => {
  const { events, types } = run([
    ['voice', 4],
    ['silence', 0.4],
    ['voice', 3],
    ['silence', 0.4],
    ['voice', 1],
  ])
  expect(types).toEqual(['start', 'pause', 'resume', 'pause', 'end', 'start'])
  const voiceEnd = (windowsIn(4) + windowsIn(0.4) + windowsIn(3)) * window
  expect((events[4]!.at - voiceEnd) / 16).toBeCloseTo(300, -2)
})

test('voiced ranges omit the pause', () => {
  const [segment] = ends(
    run([
      ['voice', 1],
      ['silence', 0.3],
      ['voice', 1],
      ['silence', 1],
    ]).events,
  )
  expect(segment!.voiced).toHaveLength(2)
})

test('long speech is cut in its last pause, and no sample is lost or doubled', () => {
  const { events, segmenter, at } = run([
    ['voice', 7],
    ['silence', 0.1],
    ['voice', 5],
  ])
  const [first, rest] = [ends(events)[0]!, ends(segmenter.finish(at))[0]!]
  expect(first.end).toBeGreaterThan(windowsIn(7) * window)
  expect(first.end).toBeLessThan((windowsIn(7) + windowsIn(0.1)) * window)
  expect(rest.start).toBe(first.end)
  expect(rest.end).toBe(at)
})

test('speech without any pause is cut where it is quietest', () => {
  const { events } = run([
    ['voice', 8, 5],
    ['voice', 0.032, 1],
    ['voice', 4, 5],
  ])
  const [first] = ends(events)
  expect(first!.end).toBe(windowsIn(8) * window + window / 2)
})

test('no segment is longer than nine seconds, however long the speech', () => {
  const { events, segmenter, at } = run([['voice', 60]])
  const all = [...ends(events), ...ends(segmenter.finish(at))]
  expect(all.length).toBeGreaterThan(5)
  for (const [index, segment] of all.entries()) {
    expect(segment.end - segment.start).toBeLessThanOrEqual(longest)
    expect(segment.start).toBe(index === 0 ? 0 : all[index - 1]!.end)
  }
})

test('a turn after a turn does not reach back into it', () => {
  const segments = ends(
    run([
      ['voice', 1],
      ['silence', 0.52],
      ['voice', 1],
      ['silence', 1],
    ]).events,
  )
  expect(segments).toHaveLength(2)
  expect(segments[1]!.start).toBeGreaterThanOrEqual(segments[0]!.end)
})

test('the end of the stream ends an open turn, if there is one', () => {
  const speaking = run([['voice', 2]])
  expect(ends(speaking.segmenter.finish(speaking.at))).toHaveLength(1)
  expect(speaking.segmenter.finish(speaking.at)).toEqual([])
  expect(createSegmenter().finish(0)).toEqual([])
})

test('audio that an event needs was never released before', () => {
  const segmenter = createSegmenter()
  let needed = 0
  for (let index = 0; index < 2_000; index += 1) {
    const voice = (index >> 5) % 3 !== 0
    for (const event of segmenter.push(voice, 1)) {
      const start = event.type === 'start' ? event.start : null
      if (start !== null) expect(start).toBeGreaterThanOrEqual(needed)
    }
    needed = segmenter.neededFrom()
  }
})
