import type { MenuItemConstructorOptions } from 'electron'
import {
  actionIds,
  actionOf,
  type ActionId,
  type ActionMenu,
  type RecordingState,
} from '../../common/model'
import { actionText, mainMessages, runningActionText } from '../../common/text'
import type { CaptionsMenu } from '../captions'
import { captionsItems } from './captions-items'

export interface MenuState {
  readonly platform: NodeJS.Platform
  readonly packaged: boolean
  readonly state: RecordingState
  readonly muted: boolean
  readonly captions: CaptionsMenu
}

type Item = MenuItemConstructorOptions
const separator: Item = { type: 'separator' }
const text = mainMessages.menu

/** Actions whose items the captions provide themselves, because they show a state. */
const ofCaptions: ReadonlySet<ActionId> = new Set(['captions', 'captions-click-through'])
/** Actions that belong under a submenu of their menu. */
const submenus = [
  { prefix: 'settings-', label: () => text.settingsPages },
  { prefix: 'theme-', label: () => text.theme },
] as const

const edit = ['undo', 'redo', null, 'cut', 'copy', 'paste', 'delete', null, 'selectAll'] as const

/** An item that Electron itself carries out, in the language of the app. */
function roleItem(role: keyof typeof text.roles): Item {
  return { role, label: text.roles[role] }
}

function itemOrLine(role: keyof typeof text.roles | null): Item {
  return role === null ? separator : roleItem(role)
}

/** What an action does now: a recording changes two of them. */
function nameOf(id: ActionId, state: RecordingState): string {
  if (id === 'record-or-stop' && state !== 'idle') return runningActionText[id]
  if (id === 'pause-or-resume' && state === 'paused') return runningActionText[id]
  return actionText[id]
}

/** Electron's names of the keys that the window handles itself. */
const keyNames: Readonly<Record<string, string>> = { '←': 'Left', '→': 'Right', '?': 'Shift+/' }

/**
 * The key of an action. The window handles a key that a person may type, so the menu only shows it;
 * macOS has no such items, and there the name of the action is all.
 */
function keyOf(id: ActionId, platform: NodeJS.Platform): Item {
  const { accelerator, keys } = actionOf(id)
  if (accelerator !== undefined) return { accelerator }
  const [first] = keys
  if (first === undefined || platform === 'darwin') return {}
  const parts = first.split(' ').map((part) => keyNames[part] ?? part)
  return { accelerator: parts.join('+'), registerAccelerator: false }
}

/**
 * The application menu as data, built from the list of actions; `run` is called with the action of
 * the item that was chosen.
 */
export function menuTemplate(
  { platform, packaged, state, muted, captions }: MenuState,
  run: (action: ActionId) => void,
): Item[] {
  const mac = platform === 'darwin'
  const recording = state === 'recording' || state === 'paused'
  const itemOf = (id: ActionId): Item => {
    const { menu } = actionOf(id)
    return {
      id,
      label: nameOf(id, state),
      ...keyOf(id, platform),
      ...(menu === 'recording' ? { enabled: recording } : {}),
      ...(id === 'mute' ? { type: 'checkbox', checked: muted } : {}),
      click: () => run(id),
    }
  }
  const itemsOf = (menu: ActionMenu): Item[] => {
    const ids = actionIds.filter((id) => actionOf(id).menu === menu && !ofCaptions.has(id))
    const direct = ids.filter((id) => !submenus.some(({ prefix }) => id.startsWith(prefix)))
    const nested = submenus.flatMap(({ prefix, label }): Item[] => {
      const own = ids.filter((id) => id.startsWith(prefix))
      return own.length === 0 ? [] : [{ label: label(), submenu: own.map(itemOf) }]
    })
    return [...direct.map(itemOf), ...nested]
  }
  const app: Item = {
    label: text.app,
    submenu: [
      roleItem('about'),
      separator,
      // Its accelerator is that of the File menu, which macOS shows only once.
      { label: actionText['open-settings'], click: () => run('open-settings') },
      separator,
      roleItem('hide'),
      roleItem('hideOthers'),
      roleItem('unhide'),
      separator,
      roleItem('quit'),
    ],
  }
  return [
    ...(mac ? [app] : []),
    {
      label: text.file,
      submenu: [...itemsOf('file'), separator, roleItem(mac ? 'close' : 'quit')],
    },
    { label: text.edit, submenu: edit.map(itemOrLine) },
    {
      label: text.view,
      submenu: [
        ...itemsOf('view'),
        separator,
        ...captionsItems(captions).map((item) => ({
          ...item,
          ...keyOf(item.id as ActionId, platform),
        })),
        separator,
        roleItem('togglefullscreen'),
        ...(packaged ? [] : [separator, roleItem('toggleDevTools')]),
      ],
    },
    { label: text.recording, submenu: itemsOf('recording') },
    { label: text.meeting, submenu: itemsOf('meeting') },
    {
      label: text.window,
      role: 'window',
      submenu: (mac
        ? (['minimize', 'zoom', null, 'front'] as const)
        : (['minimize', 'close'] as const)
      ).map(itemOrLine),
    },
    { label: text.help, role: 'help', submenu: itemsOf('help') },
  ]
}
