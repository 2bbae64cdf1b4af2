import { turnKey } from '../../../common/turn-key'
import { exportMessages } from '../../../common/text'
import type { EditKind, Source, Turn, TurnId } from '../../../common/model'
import { speakerLabel } from '../../../common/speaker-name'

/**
 * Corrections never change the engines' turns: a correction is a row of its own with the identity of
 * a turn, and the windows, the exports and the search read the turn with its correction applied. So
 * nothing that an engine sends later (a formatted final, a speaker revision, words for a gap, an echo
 * mark) can overwrite what a person did, and undo returns to what the engine says now. A correction
 * holds only what the person changed: the words, the speaker, or both. Everything else comes from
 * the engine's turn `from`.
 *
 * Turns that a person created by splitting have identities of their own. Names belong to a speaker's
 * key in a meeting, so they also apply to turns that come later.
 */
export interface Correction {
  /** The turn when it was corrected; its words are used if `said` is true. */
  readonly turn: Turn
  /** The engine's turn that supplies what was not corrected. */
  readonly from: TurnId
  readonly said: boolean
  /** The key of the speaker to whom the turn was assigned. */
  readonly speaker: string | null
  /** Removed, or joined with the turn before it. */
  readonly hidden: boolean
}

/** A person's correction of a speaker: a name, or the key of another speaker who is the same. */
export interface SpeakerRow {
  readonly name: string | null
  readonly sameAs: string | null
}

/** All corrections of one meeting; turns by turnKey, speakers by speakerKey. */
export interface Corrections {
  readonly turns: ReadonlyMap<string, Correction>
  readonly speakers: ReadonlyMap<string, SpeakerRow>
}

export const uncorrected: Corrections = { turns: new Map(), speakers: new Map() }

/** What one edit changed; undo and redo need nothing else. */
export interface Patch {
  readonly kind: EditKind
  readonly turns: readonly {
    readonly id: TurnId
    readonly before: Correction | null
    readonly after: Correction | null
  }[]
  readonly speakers: readonly {
    readonly key: string
    readonly before: SpeakerRow | null
    readonly after: SpeakerRow | null
  }[]
  /** When the meeting began, in ms since 1970; absent if that stays. */
  readonly start?: Change<number>
  /** What the meeting is called; absent if that stays. */
  readonly title?: Change<string>
  readonly tags?: Change<readonly string[]>
}

interface Change<T> {
  readonly before: T
  readonly after: T
}

/** The patch that undoes this one. */
export function inverse({ kind, turns, speakers, start, title, tags }: Patch): Patch {
  return {
    kind,
    ...(start && { start: swapped(start) }),
    ...(title && { title: swapped(title) }),
    ...(tags && { tags: swapped(tags) }),
    turns: turns.map(({ id, ...change }) => ({ id, ...swapped(change) })),
    speakers: speakers.map(({ key, ...change }) => ({ key, ...swapped(change) })),
  }
}

function swapped<T>({ before, after }: Change<T>): Change<T> {
  return { before: after, after: before }
}

/** The corrections after a patch. */
export function patched(corrections: Corrections, patch: Patch): Corrections {
  const turns = new Map(corrections.turns)
  for (const { id, after } of patch.turns) put(turns, turnKey(id), after)
  const speakers = new Map(corrections.speakers)
  for (const { key, after } of patch.speakers) put(speakers, key, after)
  return { turns, speakers }
}

function put<V>(map: Map<string, V>, key: string, value: V | null): void {
  if (value === null) map.delete(key)
  else map.set(key, value)
}

/** The key of a turn's speaker, before any correction. */
export function speakerKey(source: Source, speaker: string | null): string {
  const label = speakerLabel(speaker)
  return label === null ? source : `${source}/${label}`
}

/** The key that represents this speaker and all who were merged into it. */
export function rootOf(speakers: Corrections['speakers'], key: string): string {
  let root = key
  for (let steps = 0; steps <= speakers.size; steps += 1) {
    const next = speakers.get(root)?.sameAs ?? null
    if (next === null) return root
    root = next
  }
  return root
}

/** The key of the turn's own or assigned speaker, after merging. */
export function speakerOf(corrections: Corrections, turn: Turn, assigned: string | null): string {
  return rootOf(corrections.speakers, assigned ?? speakerKey(turn.source, turn.speaker))
}

/** The name or label that is shown for a key; null for the source of the turn itself. */
function displayName(
  speakers: Corrections['speakers'],
  key: string,
  source: Source,
): string | null {
  const root = rootOf(speakers, key)
  const name = speakers.get(root)?.name ?? null
  if (name !== null) return name
  const slash = root.indexOf('/')
  if (slash >= 0) return root.slice(slash + 1)
  return root === source ? null : exportMessages.sources[root as Source]
}

/** Applies a correction to the words and times; the speakers are still the engine's. */
export function withCorrection(
  id: TurnId,
  from: Turn | null,
  correction: Correction | undefined,
): Turn | null {
  if (!correction) return from
  if (correction.hidden) return null
  const { turn, said } = correction
  const base = from ?? turn
  // A turn that a person corrected is final and no echo.
  const kept = { ...base, ...id, isFinal: true, echo: false }
  if (!said) return kept
  const { startMs, endMs, text, words } = turn
  return { ...kept, startMs, endMs, text, words }
}

/** A corrected turn, with names instead of labels; null if a person removed it. */
export function correctedTurn(
  id: TurnId,
  from: Turn | null,
  corrections: Corrections,
): Turn | null {
  const correction = corrections.turns.get(turnKey(id))
  const turn = withCorrection(id, from, correction)
  const assigned = correction?.speaker ?? null
  if (turn === null || (assigned === null && corrections.speakers.size === 0)) return turn
  const { speakers } = corrections
  const { source } = turn
  const speaker = displayName(speakers, assigned ?? speakerKey(source, turn.speaker), source)
  return {
    ...turn,
    speaker,
    words: turn.words.map((word) => {
      if (assigned !== null) return { ...word, speaker }
      if (word.speaker === null) return word
      return { ...word, speaker: displayName(speakers, speakerKey(source, word.speaker), source) }
    }),
  }
}

/** The names of all speakers, each once, without those who are only known by their source. */
export function speakersOf(
  originals: readonly (TurnId & Pick<Turn, 'source' | 'speaker'>)[],
  corrections: Corrections,
): string[] {
  const byKey = new Map(originals.map((turn) => [turnKey(turn), turn]))
  const made = [...corrections.turns.values()].flatMap(({ turn }) =>
    byKey.has(turnKey(turn)) ? [] : [turn],
  )
  const names = [...originals, ...made].flatMap((turn) => {
    const correction = corrections.turns.get(turnKey(turn))
    if (correction?.hidden) return []
    const from = (correction && byKey.get(turnKey(correction.from))) ?? turn
    const key = correction?.speaker ?? speakerKey(from.source, from.speaker)
    return displayName(corrections.speakers, key, from.source) ?? []
  })
  return [...new Set(names)].sort()
}

export function isUncorrected({ turns, speakers }: Corrections): boolean {
  return turns.size === 0 && speakers.size === 0
}

/** All corrected turns of a meeting, in the order of the time line. */
export function correctedTurnsOf(originals: readonly Turn[], corrections: Corrections): Turn[] {
  if (isUncorrected(corrections)) return [...originals]
  const byKey = new Map(originals.map((turn) => [turnKey(turn), turn]))
  const made = [...corrections.turns]
    .filter(([key]) => !byKey.has(key))
    .map(([, { turn, from }]) => ({ id: idOf(turn), from: byKey.get(turnKey(from)) ?? null }))
  return [...originals.map((turn) => ({ id: idOf(turn), from: turn })), ...made]
    .flatMap(({ id, from }) => {
      const own = corrections.turns.get(turnKey(id))?.from
      const base = own === undefined ? from : (byKey.get(turnKey(own)) ?? null)
      const turn = correctedTurn(id, base, corrections)
      return turn === null ? [] : [turn]
    })
    .sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs)
}

export function idOf({ sessionId, turnOrder }: TurnId): TurnId {
  return { sessionId, turnOrder }
}
