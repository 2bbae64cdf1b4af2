import { actionIds, textSizes, type ActionId } from '../../../common/model'
import { createStore, type Readable, type Store } from '../../shared/store'
import type { ConsentFeature } from '../calls/consent-store'
import type { Captions } from '../captions/store'
import type { Imports } from '../imports/store'
import type { Recording } from '../meeting/live/store'
import type { Navigation } from '../navigation/store'
import type { SearchStore } from '../search/store'
import type { SettingsFeature } from '../settings/store'
import type { MainProcess } from '../stores/main-process'

export type ActionHandlers = Readonly<Partial<Record<ActionId, () => unknown>>>

/** Runs actions, from the command palette, a key or the application menu. */
export interface Commands {
  /** Whether the command palette is open. */
  readonly paletteOpen: Store<boolean>
  /** Whether the list of keyboard shortcuts is open. */
  readonly shortcutsOpen: Store<boolean>
  /** The actions that were used in the palette, the latest first. */
  readonly recent: Readable<readonly ActionId[]>
  /** The actions that can run now, in the order of their list. */
  readonly available: () => readonly ActionId[]
  /** Does nothing if the action cannot run now. */
  readonly run: (id: ActionId) => void
  /** Closes the palette; the action runs once it is closed, so that it can move the focus. */
  readonly chooseInPalette: (id: ActionId) => void
  /** The palette has closed. */
  readonly paletteClosed: () => void
  /** Offers actions of a part of the window while it is shown. Returns the function that ends it. */
  readonly provide: (handlers: ActionHandlers) => () => void
}

interface CommandDeps {
  readonly navigation: Navigation
  readonly search: SearchStore
  readonly imports: Imports
  readonly recording: Recording
  readonly settings: SettingsFeature
  readonly captions: Captions
  readonly consent: ConsentFeature
}

const keptRecent = 5

/** The next text size up or down; the same one at the ends. */
export function nextTextSize(size: number, step: 1 | -1): (typeof textSizes)[number] {
  const at = textSizes.findIndex((other) => other >= size)
  return textSizes[Math.min(textSizes.length - 1, Math.max(0, at + step))] ?? 100
}

export function createCommands(main: MainProcess, deps: CommandDeps): Commands {
  const { navigation, search, imports, recording, settings, captions, consent } = deps
  const paletteOpen = createStore(false)
  const shortcutsOpen = createStore(false)
  const recent = createStore<readonly ActionId[]>([])
  const stepTextSize = (step: 1 | -1) => {
    const { textSize } = settings.current.get() ?? { textSize: 100 }
    void settings.save({ textSize: nextTextSize(textSize, step) })
  }
  const always: ActionHandlers = {
    'record-or-stop': recording.startOrStop,
    import: imports.open,
    search: search.askForField,
    'open-bin': navigation.openBin,
    'copy-consent-text': consent.copyText,
    'open-settings': () => navigation.openSettings(),
    'settings-keys': () => navigation.openSettings('keys'),
    'settings-transcription': () => navigation.openSettings('transcription'),
    'settings-summaries': () => navigation.openSettings('summaries'),
    'settings-audio': () => navigation.openSettings('audio'),
    'settings-calendar': () => navigation.openSettings('calendar'),
    'settings-calls': () => navigation.openSettings('calls'),
    'settings-storage': () => navigation.openSettings('storage'),
    'settings-appearance': () => navigation.openSettings('appearance'),
    'settings-shortcuts': () => navigation.openSettings('shortcuts'),
    'settings-desktop': () => navigation.openSettings('desktop'),
    'settings-about': () => navigation.openSettings('about'),
    'command-palette': () => paletteOpen.set(!paletteOpen.get()),
    captions: () => captions.show(!captions.shown.get()),
    'captions-click-through': () => {
      const now = settings.current.get()?.captions
      if (now) void settings.save({ captions: { ...now, clickThrough: !now.clickThrough } })
    },
    'theme-system': () => settings.save({ theme: 'system' }),
    'theme-light': () => settings.save({ theme: 'light' }),
    'theme-dark': () => settings.save({ theme: 'dark' }),
    'text-larger': () => stepTextSize(1),
    'text-smaller': () => stepTextSize(-1),
    'text-normal': () => settings.save({ textSize: 100 }),
    shortcuts: () => shortcutsOpen.set(true),
    'token-reference': navigation.openTokenReference,
  }
  /** The action to run once the palette is closed. */
  let chosen: ActionId | null = null
  /** The parts that are shown now, the innermost last. */
  let provided: readonly ActionHandlers[] = [always]

  function handlerOf(id: ActionId): (() => unknown) | undefined {
    const { state, meetingId } = recording.status.get()
    if (id === 'pause-or-resume') {
      return state === 'recording' || state === 'paused' ? recording.pauseOrResume : undefined
    }
    const isRunning = state === 'recording' || state === 'paused'
    if (id === 'mute') return isRunning ? recording.muteOrUnmute : undefined
    if (id === 'note-consent') {
      return isRunning && meetingId !== null ? () => consent.note(meetingId, 'spoken') : undefined
    }
    return provided.findLast((handlers) => handlers[id] !== undefined)?.[id]
  }
  const run = (id: ActionId) => void handlerOf(id)?.()
  main.on('app:command', run)
  return {
    paletteOpen,
    shortcutsOpen,
    recent,
    available: () => actionIds.filter((id) => handlerOf(id) !== undefined),
    run,
    chooseInPalette: (id) => {
      chosen = id
      recent.set([id, ...recent.get().filter((other) => other !== id)].slice(0, keptRecent))
      paletteOpen.set(false)
    },
    paletteClosed: () => {
      if (chosen !== null) run(chosen)
      chosen = null
    },
    provide: (handlers) => {
      provided = [...provided, handlers]
      return () => {
        provided = provided.filter((other) => other !== handlers)
      }
    },
  }
}
