/** The menus of the window in the order of the menu bar; a new action chooses one. */
export type ActionMenu = 'file' | 'view' | 'recording' | 'meeting' | 'help'

interface ActionShape {
  readonly menu: ActionMenu
  /** Its keys as the window shows them; `Ctrl` is ⌘ on a Mac. */
  readonly keys: readonly string[]
  /**
   * Its key in Electron's notation if the application menu handles the key itself. The window
   * handles all other keys, because a person may be typing.
   */
  readonly accelerator?: string
}

/**
 * Every action of the window. The command palette, the list of keyboard shortcuts and the
 * application menu are built from this list; their words are in common/text/en/actions.ts.
 */
export const actions = {
  'record-or-stop': { menu: 'file', keys: ['Ctrl N'], accelerator: 'CmdOrCtrl+N' },
  import: { menu: 'file', keys: ['Ctrl O'], accelerator: 'CmdOrCtrl+O' },
  search: { menu: 'file', keys: ['Ctrl K'], accelerator: 'CmdOrCtrl+K' },
  'open-bin': { menu: 'file', keys: [] },
  'copy-consent-text': {
    menu: 'file',
    keys: ['Ctrl Shift T'],
    accelerator: 'CmdOrCtrl+Shift+T',
  },
  'open-settings': { menu: 'file', keys: ['Ctrl ,'], accelerator: 'CmdOrCtrl+,' },
  'settings-keys': { menu: 'file', keys: [] },
  'settings-transcription': { menu: 'file', keys: [] },
  'settings-summaries': { menu: 'file', keys: [] },
  'settings-audio': { menu: 'file', keys: [] },
  'settings-calendar': { menu: 'file', keys: [] },
  'settings-calls': { menu: 'file', keys: [] },
  'settings-storage': { menu: 'file', keys: [] },
  'settings-appearance': { menu: 'file', keys: [] },
  'settings-shortcuts': { menu: 'file', keys: [] },
  'settings-desktop': { menu: 'file', keys: [] },
  'settings-about': { menu: 'file', keys: [] },

  'command-palette': {
    menu: 'view',
    keys: ['Ctrl Shift P'],
    accelerator: 'CmdOrCtrl+Shift+P',
  },
  captions: { menu: 'view', keys: ['C'] },
  'captions-click-through': { menu: 'view', keys: [] },
  notes: { menu: 'view', keys: ['N'] },
  minutes: { menu: 'view', keys: ['S'] },
  'theme-system': { menu: 'view', keys: [] },
  'theme-light': { menu: 'view', keys: [] },
  'theme-dark': { menu: 'view', keys: [] },
  'text-larger': { menu: 'view', keys: ['Ctrl +'], accelerator: 'CmdOrCtrl+Plus' },
  'text-smaller': { menu: 'view', keys: ['Ctrl -'], accelerator: 'CmdOrCtrl+-' },
  'text-normal': { menu: 'view', keys: ['Ctrl 0'], accelerator: 'CmdOrCtrl+0' },

  'pause-or-resume': {
    menu: 'recording',
    keys: ['Space', 'Ctrl P'],
    accelerator: 'CmdOrCtrl+P',
  },
  mark: { menu: 'recording', keys: ['B'] },
  'note-consent': { menu: 'recording', keys: [] },
  mute: { menu: 'recording', keys: ['Ctrl Shift M'], accelerator: 'CmdOrCtrl+Shift+M' },

  'play-or-pause': { menu: 'meeting', keys: ['Space'] },
  back: { menu: 'meeting', keys: ['←', 'Shift ←'] },
  forward: { menu: 'meeting', keys: ['→', 'Shift →'] },
  slower: { menu: 'meeting', keys: ['['] },
  faster: { menu: 'meeting', keys: [']'] },
  'next-doubtful': { menu: 'meeting', keys: ['D'] },
  'previous-doubtful': { menu: 'meeting', keys: ['Shift D'] },
  find: { menu: 'meeting', keys: ['Ctrl F'] },
  'find-next': { menu: 'meeting', keys: ['F3'] },
  'find-previous': { menu: 'meeting', keys: ['Shift F3'] },
  undo: { menu: 'meeting', keys: ['Ctrl Z'] },
  redo: { menu: 'meeting', keys: ['Ctrl Shift Z'] },
  hide: { menu: 'meeting', keys: ['H'] },
  rename: { menu: 'meeting', keys: [] },
  copy: { menu: 'meeting', keys: [] },
  export: { menu: 'meeting', keys: [] },
  retranscribe: { menu: 'meeting', keys: [] },
  'move-to-bin': { menu: 'meeting', keys: [] },

  shortcuts: { menu: 'help', keys: ['?'] },
  'token-reference': { menu: 'help', keys: [] },
} as const satisfies Record<string, ActionShape>

export type ActionId = keyof typeof actions
export const actionIds = Object.keys(actions) as [ActionId, ...ActionId[]]

/** An action by its id, with the optional parts that not every action has. */
export function actionOf(id: ActionId): ActionShape {
  return actions[id]
}
