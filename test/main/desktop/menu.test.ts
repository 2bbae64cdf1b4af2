import { describe, expect, it, vi } from 'vitest'
import { menuTemplate } from '../../../main/desktop/menu'

function items(state: Parameters<typeof menuTemplate>[0], run = vi.fn()) {
  return menuTemplate(state, run).flatMap((menu) =>
    Array.isArray(menu.submenu) ? menu.submenu : [],
  )
}

describe('the application menu', () => {
  it.each(['darwin', 'win32', 'linux'] as const)('on %s runs its commands', (platform) => {
    const run = vi.fn()
    const all = items({ platform, packaged: true, recording: false }, run)
    for (const id of ['record-or-stop', 'open-settings']) {
      const item = all.find((entry) => entry.id === id)
      item?.click?.({} as never, undefined, {})
    }
    expect(run.mock.calls.flat()).toEqual(['record-or-stop', 'open-settings'])
  })

  it('says what the record item does now', () => {
    const label = (recording: boolean) =>
      items({ platform: 'linux', packaged: true, recording }).find((i) => i.id === 'record-or-stop')
        ?.label
    expect(label(false)).toBe('New recording')
    expect(label(true)).toBe('Stop recording')
  })

  it('offers developer tools in unpackaged runs only', () => {
    const has = (packaged: boolean) =>
      items({ platform: 'linux', packaged, recording: false }).some(
        (item) => item.role === 'toggleDevTools',
      )
    expect(has(false)).toBe(true)
    expect(has(true)).toBe(false)
  })
})
