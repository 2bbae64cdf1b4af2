import { describe, expect, it, vi } from 'vitest'
import { trayTemplate } from '../../../main/desktop/tray-template'
import type { RecordingState } from '../../../preload/model'

const commands = { open: vi.fn(), recordOrStop: vi.fn(), pauseOrResume: vi.fn(), quit: vi.fn() }
const captions = {
  shown: true,
  clickThrough: true,
  toggle: vi.fn(),
  toggleClickThrough: vi.fn(),
}
const items = (state: RecordingState, hasNotice = false) =>
  trayTemplate({ state, hasNotice, captions }, commands)
const labels = (state: RecordingState) => items(state).map((item) => item.label)

describe('the menu of the tray', () => {
  it.each([
    ['idle', 'Ready to record', 'New recording', true],
    ['starting', 'Starting to record', 'Stop recording', false],
    ['recording', 'Recording', 'Stop recording', true],
    ['paused', 'Paused', 'Stop recording', true],
    ['finishing', 'Finishing the last words', 'Stop recording', false],
  ] as const)('%s says so', (state, says, action, enabled) => {
    expect(labels(state)[0]).toBe(says)
    expect(items(state).find((item) => item.label === action)?.enabled).toBe(enabled)
  })

  it.each([
    ['recording', 'Pause recording', true],
    ['paused', 'Resume recording', true],
    ['idle', 'Pause recording', false],
  ] as const)('%s: %s is there: %s', (state, label, visible) => {
    const item = items(state).find((entry) => entry.label === label)
    expect(item?.visible).toBe(visible)
  })

  it('names a notice while recording, and only then', () => {
    expect(items('recording', true)[0]?.label).toMatch(/problem/)
    expect(items('idle', true)[0]?.label).toBe('Ready to record')
  })

  it('takes back the clicks that go through the captions', () => {
    const item = items('recording').find(({ id }) => id === 'clicks-through')
    expect(item).toMatchObject({ enabled: true, checked: true })
    item?.click?.({} as never, undefined, {})
    expect(captions.toggleClickThrough).toHaveBeenCalledOnce()
  })
})
