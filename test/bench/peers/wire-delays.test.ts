import { expect, test } from 'vitest'
import { placeIn, wireDelays, type HeardStream } from './wire-delays'

const frames = (count: number, ms: number, firstAt: number) =>
  Array.from({ length: count }, (_, index) => ({ at: firstAt + index * ms, bytes: ms * 32 }))
const word = (number: number, endMs: number) => ({ number, startMs: endMs - 300, endMs })

/** The device delivers 10 ms at a time; the stream begins 1 s later in it, in frames of 50 ms. */
const device: HeardStream = {
  arrivals: frames(400, 10, 10_010),
  words: [word(1, 1_500), word(2, 2_000)],
}
const sent: HeardStream = {
  arrivals: frames(40, 50, 11_055),
  words: [word(1, 500), word(2, 1_000)],
}

test('a place is found by the words that both streams have', () => {
  expect(placeIn(device, sent)?.(700)).toBe(1_700)
  expect(placeIn({ ...device, words: [] }, sent)).toBeNull()
})

test('the first sound of a frame waits for the last, and the way costs 5 ms', () => {
  const delays = wireDelays(sent, device)
  expect(Math.min(...delays)).toBe(5)
  expect(Math.max(...delays)).toBe(45)
})
