import { createStore, type Store } from '../../../shared/store'
import { notFinding, type Find } from '../find/find'
import { createMountedTexts, type MountedTexts } from '../view/mounted-texts'
import type { WordRef } from './word-cursor'

/** The word that the keyboard is on. */
export interface Cursor extends WordRef {
  /** Whether the word takes the keyboard focus. */
  readonly focus: boolean
  /** Whether a search or a link led here, so that the word is marked. */
  readonly found: boolean
}

/** The menu of a turn: the element that it opens at, and its word. */
export interface TurnMenu extends WordRef {
  readonly anchor: Element
}

/** A question about the speaker of a turn, by the key of its row. */
export interface SpeakerDialog {
  readonly kind: 'rename' | 'assign' | 'merge'
  readonly key: string
}

/** Plays the audio of a meeting. Times are in ms from the start of the meeting. */
export interface Player {
  readonly playing: Store<boolean>
  /** 1 is the original speed. */
  readonly rate: Store<number>
  /** Whether the audio cannot be played. */
  readonly failed: Store<boolean>
  readonly position: () => number
  readonly playFrom: (ms: number) => void
  readonly toggle: () => void
  readonly pause: () => void
  readonly seek: (ms: number) => void
  readonly skip: (ms: number) => void
  readonly setRate: (rate: number) => void
  /** Calls the listener on each frame during playback and after each seek. Returns its stop function. */
  readonly onTick: (listener: () => void) => () => void
}

/** What a person does in one open transcript. Without a player it can only be read and searched. */
export interface TranscriptSession {
  readonly player: Player | null
  readonly cursor: Store<Cursor | null>
  readonly find: Store<Find>
  /** The turn whose text is being edited, and where in its text the caret starts. */
  readonly editing: Store<{ readonly key: string; readonly offset: number } | null>
  readonly menu: Store<TurnMenu | null>
  readonly dialog: Store<SpeakerDialog | null>
  /** The turns that show their original text, by the key of their row. */
  readonly originalShown: Store<ReadonlySet<string>>
  readonly texts: MountedTexts
}

export function createTranscriptSession(player: Player | null): TranscriptSession {
  return {
    player,
    cursor: createStore<Cursor | null>(null),
    find: createStore(notFinding),
    editing: createStore<{ readonly key: string; readonly offset: number } | null>(null),
    menu: createStore<TurnMenu | null>(null),
    dialog: createStore<SpeakerDialog | null>(null),
    originalShown: createStore<ReadonlySet<string>>(new Set()),
    texts: createMountedTexts(),
  }
}
