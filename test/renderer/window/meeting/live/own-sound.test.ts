import { expect, it } from 'vitest'
import { openWindow } from '../../open-window'
import { recordingStatus } from '../../samples'

it.each([
  ['recording', true, 'playback-recorded'],
  ['recording', false, undefined],
  ['paused', true, undefined],
] as const)('%s, and own sound heard: %s', async (state, hearsOwnSound, code) => {
  const { parley } = await openWindow({ status: recordingStatus({ state, hearsOwnSound }) })
  parley.recording.played()
  expect(parley.notices.current.get()?.code).toBe(code)
})
