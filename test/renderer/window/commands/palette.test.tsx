// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { actionIds, actionOf, type ActionId } from '../../../../common/model'
import { actionText } from '../../../../common/text'
import { menuTemplate } from '../../../../main/desktop/menu'
import { CommandPalette } from '../../../../renderer/window/commands/palette'
import { shortcutGroups } from '../../../../renderer/window/commands/shortcuts-dialog'
import { MeetingPane } from '../../../../renderer/window/meeting/meeting-pane'
import { openWindow, type Given } from '../open-window'
import { renderIn } from '../render'
import { meeting, recordingStatus } from '../samples'

async function openPalette(given: Given = {}) {
  const window = await openWindow({
    answers: { 'recording:pause': undefined, 'captions:show': undefined },
    ...given,
  })
  renderIn(window.parley, <CommandPalette />)
  window.parley.commands.run('command-palette')
  await screen.findByRole('listbox')
  return { ...window, user: userEvent.setup() }
}

const names = () =>
  screen.getAllByRole('option').map((option) => option.querySelector('span')?.textContent)

describe('the command palette', () => {
  it('finds a command by the start of its words, and runs it with Enter', async () => {
    const { parley, user } = await openPalette()
    await user.keyboard('aud')
    expect(names()).toEqual(['Settings: Audio'])
    await user.keyboard('{Enter}')
    await waitFor(() =>
      expect(parley.navigation.view.get()).toEqual({ screen: 'settings', tab: 'audio' }),
    )
    expect(parley.commands.recent.get()).toEqual(['settings-audio'])
  })

  it('moves with the arrow keys, around both ends', async () => {
    const { user } = await openPalette()
    const selected = () => screen.getByRole('option', { selected: true })
    const first = selected().textContent
    await user.keyboard('{ArrowUp}')
    expect(selected()).toBe(screen.getAllByRole('option').at(-1))
    await user.keyboard('{ArrowDown}')
    expect(selected().textContent).toBe(first)
    expect(screen.getByRole('combobox')).toHaveAttribute('aria-activedescendant', selected().id)
  })

  it('offers Pause only during a recording, and says Stop instead of New recording', async () => {
    await openPalette()
    expect(names()).toContain('New recording')
    expect(names()).not.toContain('Pause recording')
  })

  it('runs Pause during a recording', async () => {
    const { asked, user } = await openPalette({ status: recordingStatus() })
    expect(names()).toContain('Stop recording')
    await user.keyboard('pau{Enter}')
    await waitFor(() => expect(asked()).toContain('recording:pause'))
  })

  it('says so if nothing matches', async () => {
    const { user } = await openPalette()
    await user.keyboard('zzz{Enter}')
    expect(screen.getByText('No matching command')).toBeVisible()
  })
})

describe('the list of actions', () => {
  const captions = {
    shown: false,
    clickThrough: false,
    toggle: vi.fn(),
    toggleClickThrough: vi.fn(),
  }
  const menu = menuTemplate(
    { platform: 'linux', packaged: true, state: 'recording', muted: false, captions },
    () => undefined,
  )
  const flat = (items: typeof menu): typeof menu =>
    items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
  const items = flat(menu).filter((item) => item.id !== undefined)

  it('is whole in the application menu, each action once, with its key', () => {
    expect(items).toHaveLength(actionIds.length)
    expect(new Set(items.map(({ id }) => id))).toEqual(new Set(actionIds))
    for (const id of actionIds) {
      const item = items.find((one) => one.id === id)
      const { accelerator, keys } = actionOf(id)
      if (accelerator !== undefined) expect(item?.accelerator).toBe(accelerator)
      // A key that a person may type is shown, and handled by the window.
      else expect([id, item?.registerAccelerator]).toEqual([id, keys[0] ? false : undefined])
      expect([id, item?.accelerator !== undefined]).toEqual([id, keys.length > 0])
    }
  })

  it('shows in the menu the same keys as in the palette and in the list of shortcuts', () => {
    const names: Readonly<Record<string, string>> = {
      CmdOrCtrl: 'Ctrl',
      Left: '←',
      Right: '→',
      Plus: '+',
    }
    const lines = shortcutGroups.flatMap((group) => group.lines)
    for (const { id, accelerator } of items) {
      const line = lines.find(({ name }) => name === actionText[id as ActionId])
      const shown = accelerator
        ?.toString()
        .replace('Shift+/', '?')
        .split('+')
        .map((part) => names[part] ?? part)
        .join(' ')
      expect([id, line?.keys.includes(shown ?? '') ?? null]).toEqual([id, shown ? true : null])
    }
  })

  it('is whole in the keyboard shortcuts, as far as actions have keys', () => {
    const lines = shortcutGroups.flatMap((group) => group.lines)
    for (const id of actionIds.filter((id) => actionOf(id).keys.length > 0)) {
      expect(lines).toContainEqual(
        expect.objectContaining({ name: actionText[id], keys: actionOf(id).keys }),
      )
    }
  })

  it('can all run in a finished meeting or a recording', async () => {
    const available = async (given: Given) => {
      const { parley } = await openWindow(given)
      await parley.meeting.open('meeting')
      const { unmount } = renderIn(parley, <MeetingPane />)
      const ids = parley.commands.available()
      unmount()
      expect(parley.commands.available().length).toBeLessThan(ids.length)
      return ids
    }
    const reviewed = await available({ meetings: [meeting()] })
    const recorded = await available({
      meetings: [meeting({ state: 'recording' })],
      status: recordingStatus(),
    })
    expect(new Set([...reviewed, ...recorded])).toEqual(new Set(actionIds))
    expect(recorded).not.toContain('play-or-pause')
    expect(reviewed).not.toContain('pause-or-resume')
  })
})
