import { describe, expect, it, vi } from 'vitest'
import { trayTemplate } from '../../../main/desktop/tray-template'
import type { RecordingState } from '../../../preload/model'

const commands = { open: vi.fn(), recordOrStop: vi.fn(), quit: vi.fn() }
const labels = (state: RecordingState) => trayTemplate(state, commands).map((item) => item.label)

describe('the menu of the tray', () => {
  it.each([
    ['idle', 'Ready to record', 'New recording', true],
    ['starting', 'Starting to record', 'Stop recording', false],
    ['recording', 'Recording', 'Stop recording', true],
    ['finishing', 'Finishing the last words', 'Stop recording', false],
  ] as const)('%s says so', (state, says, action, enabled) => {
    expect(labels(state)[0]).toBe(says)
    expect(trayTemplate(state, commands).find((item) => item.label === action)?.enabled).toBe(
      enabled,
    )
  })
})
