import { describe, expect, it, vi } from 'vitest'
import { errorValue } from '../../../common/errors'
import {
  trayPicture,
  trayTemplate,
  trayTip,
  type TrayState,
} from '../../../main/desktop/tray-template'
import type { RecordingState } from '../../../common/model'

const commands = { open: vi.fn(), run: vi.fn(), openMeeting: vi.fn(), quit: vi.fn() }
const captions = {
  shown: true,
  clickThrough: true,
  toggle: vi.fn(),
  toggleClickThrough: vi.fn(),
}
const statusOf = (
  state: RecordingState,
  changes: Partial<TrayState['status']> = {},
): TrayState['status'] => ({
  state,
  elapsedMs: 3_723_000,
  connection: 'live',
  muted: false,
  notices: [],
  startedAt: null,
  ...changes,
})
const items = (
  state: RecordingState,
  changes: Partial<TrayState['status']> = {},
  meetings: TrayState['meetings'] = [],
) => trayTemplate({ status: statusOf(state, changes), captions, meetings }, commands)
const labels = (state: RecordingState) => items(state).map((item) => item.label)

describe('the menu of the tray', () => {
  it.for([
    ['idle', 'Ready to record', 'New recording', true],
    ['starting', 'Starting', 'Stop recording', false],
    ['recording', 'Recording', 'Stop recording', true],
    ['paused', 'Paused', 'Stop recording', true],
    ['finishing', 'Finishing', 'Stop recording', false],
  ] as const)('%s says so', ([state, says, action, enabled]) => {
    expect(labels(state)[0]).toBe(says)
    expect(items(state).find((item) => item.label === action)?.enabled).toBe(enabled)
  })

  it.each([
    ['recording', 'Pause recording', true],
    ['paused', 'Resume recording', true],
    ['idle', 'Pause recording', false],
    ['recording', 'Mark this moment', true],
    ['idle', 'Mark this moment', false],
    ['paused', 'Mute my side', true],
    ['idle', 'Mute my side', false],
  ] as const)('%s: %s is visible: %s', (state, label, visible) => {
    const item = items(state).find((entry) => entry.label === label)
    expect(item?.visible).toBe(visible)
  })

  it('runs the actions', () => {
    for (const { click } of items('recording')) click?.({} as never, undefined, {})
    expect(commands.run.mock.calls.flat()).toEqual([
      'record-or-stop',
      'pause-or-resume',
      'mark',
      'mute',
    ])
  })

  it('names a notice, a lost connection and a muted side, and only while it records', () => {
    const notices = [errorValue('disk-low')]
    expect(items('recording', { notices })[0]?.label).toMatch(/problem/)
    expect(items('recording', { connection: 'offline' })[0]?.label).toMatch(/offline/)
    expect(items('recording', { muted: true })[0]?.label).toMatch(/muted/)
    expect(items('idle', { notices })[0]?.label).toBe('Ready to record')
  })

  it('offers the last five meetings, each on one line', () => {
    const meetings = Array.from({ length: 7 }, (_, index) => ({
      id: `m${index}`,
      title: index === 0 ? 'Plans & \n prices' : 'x'.repeat(100),
    }))
    const shown = items('idle', {}, meetings)
    const first = shown.find(({ label }) => label === 'Plans && prices')
    first?.click?.({} as never, undefined, {})
    expect(commands.openMeeting).toHaveBeenCalledExactlyOnceWith('m0')
    const others = shown.filter(({ label }) => label?.startsWith('xxx'))
    expect(others.map(({ label }) => label?.length)).toEqual([60, 60, 60, 60])
  })

  it('turns off click-through of the captions', () => {
    const item = items('recording').find(({ id }) => id === 'captions-click-through')
    expect(item).toMatchObject({ enabled: true, checked: true })
    item?.click?.({} as never, undefined, {})
    expect(captions.toggleClickThrough).toHaveBeenCalled()
  })
})

describe('the tray', () => {
  it('says the time of a recording beside its state', () => {
    expect(trayTip(statusOf('recording'))).toBe('Parley · Recording 1:02:03')
    expect(trayTip(statusOf('paused'))).toBe('Parley · Paused 1:02:03')
    expect(trayTip(statusOf('idle'))).toBe('Parley · Ready to record')
  })

  it('says that a recording waits for sound', () => {
    expect(trayTip(statusOf('recording', { connection: 'waiting' }))).toBe(
      'Parley · Recording, waiting for sound 1:02:03',
    )
  })

  it.each([
    ['idle', 'live', 'idle'],
    ['recording', 'waiting', 'recording'],
    ['starting', 'connecting', 'recording'],
    ['recording', 'offline', 'offline'],
    ['paused', 'offline', 'paused'],
  ] as const)('draws %s, %s as %s', (state, connection, picture) => {
    expect(trayPicture(statusOf(state, { connection }))).toBe(picture)
  })
})
