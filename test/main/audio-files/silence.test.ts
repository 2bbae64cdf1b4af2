import { expect, test } from 'vitest'
import { isSilent } from '../../../main/audio-files/silence'

test('silence is not confused with the quietest speech', () => {
  expect(isSilent(new Uint8Array(32_000))).toBe(true)
  const quiet = new Int16Array(16_000)
  quiet[9_000] = -200
  expect(isSilent(new Uint8Array(quiet.buffer))).toBe(false)
})
