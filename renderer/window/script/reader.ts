import { createStore, type Store } from '../stores/store'
import { notFinding, type Find } from './find'
import { createMountedTexts, type MountedTexts } from './mounted-texts'
import type { Place } from './places'

/** The word that the keyboard stands on. */
export interface Cursor extends Place {
  /** Whether the word takes the keyboard. */
  readonly focus: boolean
  /** Whether it was gone to from elsewhere and is to be seen at once. */
  readonly found: boolean
}

/** The menu of a turn: where it opens, and on which word. */
export interface TurnMenu extends Place {
  readonly anchor: Element
}

/** What is asked of the speaker of a turn. */
export interface SpeakerDialog {
  readonly kind: 'rename' | 'assign' | 'merge'
  readonly key: string
}

/** What plays the sound of a meeting. Times are ms of the time line. */
export interface Player {
  readonly playing: Store<boolean>
  /** 1 is the speed at which it was said. */
  readonly rate: Store<number>
  /** Why the sound cannot be played; false while it can. */
  readonly failed: Store<boolean>
  readonly position: () => number
  readonly playFrom: (ms: number) => void
  readonly toggle: () => void
  readonly pause: () => void
  readonly seek: (ms: number) => void
  readonly skip: (ms: number) => void
  readonly setRate: (rate: number) => void
  /** Told with each frame while it plays, and after each seek. Returns what stops listening. */
  readonly onTick: (listener: () => void) => () => void
}

/** What a script can do beyond being read: find, and with a player play and stand on words. */
export interface Reader {
  readonly player: Player | null
  readonly cursor: Store<Cursor | null>
  readonly find: Store<Find>
  /** The turn whose words are being written, and where in its text that begins. */
  readonly editing: Store<{ readonly key: string; readonly offset: number } | null>
  readonly menu: Store<TurnMenu | null>
  readonly dialog: Store<SpeakerDialog | null>
  /** Whether the keys are shown. */
  readonly help: Store<boolean>
  /** The turns under which stands what was heard. */
  readonly heard: Store<ReadonlySet<string>>
  readonly texts: MountedTexts
}

export function createReader(player: Player | null): Reader {
  return {
    player,
    cursor: createStore<Cursor | null>(null),
    find: createStore(notFinding),
    editing: createStore<{ readonly key: string; readonly offset: number } | null>(null),
    menu: createStore<TurnMenu | null>(null),
    dialog: createStore<SpeakerDialog | null>(null),
    help: createStore(false),
    heard: createStore<ReadonlySet<string>>(new Set()),
    texts: createMountedTexts(),
  }
}
