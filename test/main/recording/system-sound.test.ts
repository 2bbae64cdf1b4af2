import { expect, it } from 'vitest'
import { errorValue } from '../../../common/errors'
import { unwrap } from '../library/folder'
import { setUp } from './recordings-fixture'

it('says what is not heard while the system audio is recorded, and not before or after', async () => {
  const { recordings, systemSound, settings, capturing } = setUp()
  settings.sources = { microphone: true, system: true }
  systemSound.problem = errorValue('system-monitor-muted', 'Headset')
  systemSound.hearsOwn = true
  unwrap(recordings.start())
  recordings.recorderReady()
  capturing(0)
  const codes = () => recordings.status().notices.map(({ code }) => code)
  const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
  await after(60)
  expect([codes(), recordings.status().hearsOwnSound]).toEqual([[], false])
  capturing(0, 'system')
  await expect.poll(codes).toEqual(['system-monitor-muted'])
  expect(recordings.status().hearsOwnSound).toBe(true)
  settings.sources = { microphone: true, system: false }
  recordings.settingsChanged()
  expect(codes()).toEqual([])
})
