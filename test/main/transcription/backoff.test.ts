import { expect, test } from 'vitest'
import { errorValue } from '../../../common/errors'
import { createBackoff } from '../../../main/transcription/backoff'

const offline = errorValue('offline')

function setUp() {
  const clock = { at: 0 }
  const backoff = createBackoff({
    now: () => clock.at,
    random: () => 1,
    firstMs: 1_000,
    longestMs: 10_000,
  })
  return { clock, backoff }
}

test('waits double up to the longest and end with a success', () => {
  const { backoff } = setUp()
  const waits = Array.from({ length: 6 }, () => {
    backoff.failed('service', offline, false)
    return backoff.waitMs('service')
  })
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 10_000, 10_000])
  expect(backoff.waitMs('on-device')).toBe(0)
  backoff.succeeded('service')
  expect(backoff.waitMs('service')).toBe(0)
  backoff.failed('service', offline, false)
  expect(backoff.waitMs('service')).toBe(1_000)
})

test('when the network is back, only the first wait since the last failure remains', () => {
  const { clock, backoff } = setUp()
  for (let tries = 0; tries < 4; tries += 1) backoff.failed('service', offline, false)
  clock.at = 400
  backoff.networkBack()
  expect(backoff.waitMs('service')).toBe(600)
  clock.at = 5_000
  backoff.networkBack()
  expect(backoff.waitMs('service')).toBe(0)
})

test.each(['disk-full', 'rate-limited', 'service-unavailable', 'transcript-failed'] as const)(
  'after %s neither the network nor a key shortens the wait',
  (code) => {
    const { clock, backoff } = setUp()
    for (let tries = 0; tries < 4; tries += 1) backoff.failed('service', errorValue(code), false)
    clock.at = 5_000
    backoff.networkBack()
    backoff.keysChanged()
    expect(backoff.waitMs('service')).toBe(3_000)
  },
)

test('a changed key ends the waits after failures of a key', () => {
  const { backoff } = setUp()
  for (let tries = 0; tries < 4; tries += 1) {
    backoff.failed('key', errorValue('key-rejected'), false)
    backoff.failed('gap-1', errorValue('no-key'), false)
  }
  backoff.networkBack()
  expect(backoff.waitMs('key')).toBe(8_000)
  backoff.keysChanged()
  expect(backoff.waitMs('key')).toBe(0)
  expect(backoff.waitMs('gap-1')).toBe(0)
})

test('five permanent failures wait for the next start, whatever happens', () => {
  const { backoff } = setUp()
  for (let tries = 0; tries < 5; tries += 1) backoff.failed('gap-1', errorValue('no-sound'), true)
  backoff.networkBack()
  backoff.keysChanged()
  expect(backoff.waitMs('gap-1')).toBe(Infinity)
})
