import { exportMessages } from '../../../preload/export-messages'
import type { EditKind, Source, Turn, TurnId } from '../../../preload/model'
import { speakerLabel } from '../../../preload/speaker-name'

/**
 * Corrections stand beside what the engines said and never change it: a correction is a row of its
 * own under the identity of a turn, and the windows, the exports and the search see the turn
 * through it. So nothing that comes later from an engine (a formatted final, a speaker revision,
 * words filled into a gap, a mark of echo) can undo what a person did, and undo gives back what the
 * engine says now. A correction holds only what the person changed: the words, the speaker, or
 * both; the rest is still the engine's, and is taken from the turn `from` as it stands.
 *
 * Turns that a person made by splitting have identities of their own. Names belong to the meeting
 * and to a speaker's key, so that they hold for turns that are yet to come.
 */
export interface Correction {
  /** The turn as it stood when it was corrected: its words count where `said`. */
  readonly turn: Turn
  /** The turn of the engine that gives what was not corrected. */
  readonly from: TurnId
  readonly said: boolean
  /** The key of the speaker that it was given to. */
  readonly speaker: string | null
  /** Taken out, or joined with the one before. */
  readonly hidden: boolean
}

/** What a person said of a speaker: a name, or that it is another one. */
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

/** One edit as what it changed, so that it can be taken back and done again without knowing why. */
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
}

export function turnKey({ sessionId, turnOrder }: TurnId): string {
  return `${sessionId}:${turnOrder}`
}

/** The patch that takes this one back. */
export function inverse({ kind, turns, speakers }: Patch): Patch {
  return {
    kind,
    turns: turns.map(({ id, before, after }) => ({ id, before: after, after: before })),
    speakers: speakers.map(({ key, before, after }) => ({ key, before: after, after: before })),
  }
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

/** The key of whoever says a turn, before any correction. */
export function speakerKey(source: Source, speaker: string | null): string {
  const label = speakerLabel(speaker)
  return label === null ? source : `${source}/${label}`
}

/** The key that stands for this one and for all that are the same speaker. */
export function rootOf(speakers: Corrections['speakers'], key: string): string {
  let root = key
  for (let steps = 0; steps <= speakers.size; steps += 1) {
    const next = speakers.get(root)?.sameAs ?? null
    if (next === null) return root
    root = next
  }
  return root
}

/** The turn's own speaker, or the one it was given to, after merging. */
export function speakerOf(corrections: Corrections, turn: Turn, assigned: string | null): string {
  return rootOf(corrections.speakers, assigned ?? speakerKey(turn.source, turn.speaker))
}

/** How a key is shown in a turn of this source: a name, a label, or null for the source itself. */
function shown(speakers: Corrections['speakers'], key: string, source: Source): string | null {
  const root = rootOf(speakers, key)
  const name = speakers.get(root)?.name ?? null
  if (name !== null) return name
  const slash = root.indexOf('/')
  if (slash >= 0) return root.slice(slash + 1)
  return root === source ? null : exportMessages.sources[root as Source]
}

/** Words and times with what a person changed, speakers still as the engine tells them. */
export function spoken(
  id: TurnId,
  from: Turn | null,
  correction: Correction | undefined,
): Turn | null {
  if (!correction) return from
  if (correction.hidden) return null
  const { turn, said } = correction
  const base = from ?? turn
  // What a person corrected is somebody's words for good, and nobody's echo.
  const kept = { ...base, ...id, isFinal: true, echo: false }
  if (!said) return kept
  const { startMs, endMs, text, words } = turn
  return { ...kept, startMs, endMs, text, words }
}

/** A turn as it is read: corrected, with names in place of labels; null where it was taken out. */
export function viewOf(id: TurnId, from: Turn | null, corrections: Corrections): Turn | null {
  const correction = corrections.turns.get(turnKey(id))
  const turn = spoken(id, from, correction)
  const assigned = correction?.speaker ?? null
  if (turn === null || (assigned === null && corrections.speakers.size === 0)) return turn
  const { speakers } = corrections
  const { source } = turn
  const speaker = shown(speakers, assigned ?? speakerKey(source, turn.speaker), source)
  return {
    ...turn,
    speaker,
    words: turn.words.map((word) => {
      if (assigned !== null) return { ...word, speaker }
      if (word.speaker === null) return word
      return { ...word, speaker: shown(speakers, speakerKey(source, word.speaker), source) }
    }),
  }
}

/** Who is shown to speak, each once, without those who are only known by their source. */
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
    return shown(corrections.speakers, key, from.source) ?? []
  })
  return [...new Set(names)].sort()
}

/** All turns of a meeting as they are read, in the order in which they were said. */
export function viewOfAll(originals: readonly Turn[], corrections: Corrections): Turn[] {
  if (corrections.turns.size === 0 && corrections.speakers.size === 0) return [...originals]
  const byKey = new Map(originals.map((turn) => [turnKey(turn), turn]))
  const made = [...corrections.turns]
    .filter(([key]) => !byKey.has(key))
    .map(([, { turn, from }]) => ({ id: idOf(turn), from: byKey.get(turnKey(from)) ?? null }))
  return [...originals.map((turn) => ({ id: idOf(turn), from: turn })), ...made]
    .flatMap(({ id, from }) => {
      const turn = viewOf(id, fromOf(id, from, corrections, byKey), corrections)
      return turn === null ? [] : [turn]
    })
    .sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs)
}

function fromOf(
  id: TurnId,
  own: Turn | null,
  corrections: Corrections,
  byKey: ReadonlyMap<string, Turn>,
): Turn | null {
  const from = corrections.turns.get(turnKey(id))?.from
  return from === undefined ? own : (byKey.get(turnKey(from)) ?? null)
}

export function idOf({ sessionId, turnOrder }: TurnId): TurnId {
  return { sessionId, turnOrder }
}
