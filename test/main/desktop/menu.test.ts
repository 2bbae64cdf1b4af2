import { describe, expect, it, vi } from 'vitest'
import { menuTemplate } from '../../../main/desktop/menu'

const captions = {
  shown: false,
  clickThrough: false,
  toggle: vi.fn(),
  toggleClickThrough: vi.fn(),
}

function items(state: Parameters<typeof menuTemplate>[0], run = vi.fn()) {
  return menuTemplate(state, run).flatMap((menu) =>
    Array.isArray(menu.submenu) ? menu.submenu : [],
  )
}

describe('the application menu', () => {
  it.each(['darwin', 'win32', 'linux'] as const)('on %s runs its commands', (platform) => {
    const run = vi.fn()
    const all = items({ platform, packaged: true, muted: false, captions, state: 'idle' }, run)
    const ids = ['record-or-stop', 'pause-or-resume', 'import', 'search', 'open-settings']
    for (const id of ids) {
      const item = all.find((entry) => entry.id === id)
      item?.click?.({} as never, undefined, {})
    }
    expect(run.mock.calls.flat()).toEqual([
      'record-or-stop',
      'pause-or-resume',
      'import',
      'search',
      'open-settings',
    ])
  })

  it.for([
    ['idle', 'New recording', 'Pause recording', false],
    ['starting', 'Stop recording', 'Pause recording', false],
    ['recording', 'Stop recording', 'Pause recording', true],
    ['paused', 'Stop recording', 'Resume recording', true],
    ['finishing', 'Stop recording', 'Pause recording', false],
  ] as const)('names the right actions while %s', ([state, record, pause, enabled]) => {
    const all = items({ platform: 'linux', packaged: true, muted: false, captions, state })
    expect(all.find(({ id }) => id === 'record-or-stop')?.label).toBe(record)
    const item = all.find(({ id }) => id === 'pause-or-resume')
    expect(item).toMatchObject({ label: pause, enabled })
  })

  it('offers developer tools in unpackaged runs only', () => {
    const has = (packaged: boolean) =>
      items({ platform: 'linux', packaged, muted: false, captions, state: 'idle' }).some(
        (item) => item.role === 'toggleDevTools',
      )
    expect(has(false)).toBe(true)
    expect(has(true)).toBe(false)
  })

  it.each([
    [false, false],
    [true, false],
    [true, true],
  ])('shows the captions, and turns off click-through (open %s, through %s)', (shown, through) => {
    const all = items({
      platform: 'linux',
      packaged: true,
      muted: false,
      state: 'recording',
      captions: { ...captions, shown, clickThrough: through },
    })
    const item = (id: string) => all.find((entry) => entry.id === id)
    expect(item('captions')).toMatchObject({ label: 'Captions', checked: shown })
    expect(item('captions-click-through')).toMatchObject({ enabled: shown, checked: through })
    for (const id of ['captions', 'captions-click-through'])
      item(id)?.click?.({} as never, undefined, {})
    expect(captions.toggle).toHaveBeenCalled()
    expect(captions.toggleClickThrough).toHaveBeenCalled()
  })
})
