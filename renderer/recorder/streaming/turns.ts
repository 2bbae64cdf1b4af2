import type { RecorderEvent, Source, Turn, Word } from '../../../common/model'
import { joinWords } from '../../../common/text/join-words'
import type { SpeakerRevisionMessage, TurnMessage, WireWord } from './protocol'
import { truncate } from './truncate'

/** What all turns of one session share. */
export interface SessionContext {
  readonly sessionId: string
  readonly source: Source
  /** Where the session's audio begins on the meeting's time line, in ms. */
  readonly offsetMs: number
  readonly timing: Turn['timing']
}

interface EndedTurn {
  readonly firstSeenMs: number
  readonly finalMs: number
}

/** The turns of one session that later messages can still change. */
export interface TurnsState {
  /** Turns without a final. */
  readonly open: ReadonlyMap<number, Turn>
  /** The latest finals. A second, formatted final may follow each. */
  readonly ended: ReadonlyMap<number, EndedTurn>
  /** The end of the last final word on the time line. */
  readonly finalUntilMs: number | null
}

export const noTurns: TurnsState = { open: new Map(), ended: new Map(), finalUntilMs: null }

/** A second final comes within the next two turns. */
const endedKept = 16

/** Labels of words that the service could not attribute, or not yet. */
const noSpeaker = new Set(['PENDING', 'UNKNOWN', ''])

function speakerOf(label: string | null | undefined): string | null {
  return label == null || noSpeaker.has(label) ? null : truncate(label, 40)
}

/** No session lasts longer, so a later time is invalid. */
const longestMs = 86_400_000

function wholeMs(value: number): number {
  return Math.min(longestMs, Math.max(0, Math.round(value)))
}

function toWord(wire: WireWord, offsetMs: number, final: boolean): Word {
  const startMs = offsetMs + wholeMs(wire.start)
  const { confidence } = wire
  return {
    text: truncate(wire.text.trim(), 500),
    startMs,
    endMs: Math.max(startMs, offsetMs + wholeMs(wire.end)),
    confidence: confidence == null ? null : Math.min(1, Math.max(0, confidence)),
    isFinal: final || wire.word_is_final === true,
    speaker: speakerOf(wire.speaker),
  }
}

function toWords(wire: readonly WireWord[], offsetMs: number, final: boolean): Word[] {
  return wire
    .filter(({ text }) => text.trim() !== '')
    .slice(0, 20_000)
    .map((word) => toWord(word, offsetMs, final))
}

function joined(words: readonly Word[]): string {
  return joinWords(words.map(({ text }) => text))
}

function without<V>(map: ReadonlyMap<number, V>, key: number): ReadonlyMap<number, V> {
  if (!map.has(key)) return map
  const rest = new Map(map)
  rest.delete(key)
  return rest
}

interface Step {
  readonly state: TurnsState
  /** What to report; null if nothing changed. */
  readonly event: RecorderEvent | null
}

/** A Turn message, its session, and now on the time line. */
export interface TurnInput {
  readonly message: TurnMessage
  readonly context: SessionContext
  readonly nowMs: number
}

/**
 * Applies one Turn message. Only `end_of_turn` makes a final, and a second final may follow. A
 * partial replaces a partial, never a final. The text of a partial is that of its words, because
 * `transcript` can be behind them; the text of a final is `transcript`.
 */
export function reduceTurn(state: TurnsState, { message, context, nowMs }: TurnInput): Step {
  const order = message.turn_order
  const isFinal = message.end_of_turn
  const shown = state.open.get(order)
  const ended = state.ended.get(order)
  const words = toWords(message.words, context.offsetMs, isFinal)
  const text = (isFinal && message.transcript.trim()) || joined(words)

  if (text === '') {
    if (!isFinal || shown === undefined) return { state, event: null }
    const { source, sessionId } = context
    return {
      state: { ...state, open: without(state.open, order) },
      event: { type: 'turn-dropped', source, sessionId, turnOrder: order },
    }
  }
  if (ended !== undefined && !isFinal) return { state, event: null }

  const startMs = words[0]?.startMs ?? shown?.startMs ?? state.finalUntilMs ?? context.offsetMs
  const lastEndMs = words.length > 0 ? startMs : (shown?.endMs ?? startMs)
  const turn: Turn = {
    source: context.source,
    sessionId: context.sessionId,
    turnOrder: order,
    startMs,
    endMs: words.reduce((end, word) => Math.max(end, word.endMs), lastEndMs),
    text: truncate(text, 100_000),
    words,
    isFinal,
    speaker: isFinal ? speakerOf(message.speaker_label) : null,
    language: message.language_code == null ? null : truncate(message.language_code, 20),
    ...confidenceOf(message.language_confidence),
    timing: context.timing,
    firstSeenMs: ended?.firstSeenMs ?? shown?.firstSeenMs ?? nowMs,
    filledIn: false,
    echo: false,
    finalMs: isFinal ? (ended?.finalMs ?? nowMs) : null,
  }
  return { state: withTurn(state, turn), event: { type: 'turn', turn } }
}

function confidenceOf(share: number | null | undefined): Pick<Turn, 'languageConfidence'> {
  return share == null ? {} : { languageConfidence: Math.min(1, Math.max(0, share)) }
}

function withTurn(state: TurnsState, turn: Turn): TurnsState {
  if (turn.finalMs === null) {
    return { ...state, open: new Map(state.open).set(turn.turnOrder, turn) }
  }
  const { firstSeenMs, finalMs } = turn
  const ended = [...without(state.ended, turn.turnOrder)].slice(1 - endedKept)
  return {
    open: without(state.open, turn.turnOrder),
    ended: new Map([...ended, [turn.turnOrder, { firstSeenMs, finalMs }]]),
    finalUntilMs: Math.max(state.finalUntilMs ?? 0, turn.endMs),
  }
}

export type SpeakersEvent = Extract<RecorderEvent, { type: 'speakers' }>

/** A revision is a delta: the last one wins, and what it does not mention stays. */
export function speakersEvent(
  message: SpeakerRevisionMessage,
  context: SessionContext,
): SpeakersEvent {
  const revisions = message.revisions.slice(0, 10_000).map((revision) => ({
    turnOrder: revision.turn_order,
    speaker: speakerOf(revision.speaker_label),
    words: revision.words ? toWords(revision.words, context.offsetMs, true) : null,
  }))
  return { type: 'speakers', sessionId: context.sessionId, revisions }
}

/** Returns the start of the earliest turn that is not final; null if all are final. */
export function openFromMs(state: TurnsState): number | null {
  const starts = [...state.open.values()].map(({ startMs }) => startMs)
  return starts.length === 0 ? null : Math.min(...starts)
}

/**
 * Closes the open turns of an ended session. Its sound is sent again from `againFromMs` on, and
 * everything before `finalUntilMs` has final words. A turn that is heard again is dropped, so that
 * no word appears twice. If sound was lost in between, the words before the new start are kept.
 */
export function closeOpenTurns(
  state: TurnsState,
  finalUntilMs: number,
  againFromMs: number,
): RecorderEvent[] {
  return [...state.open.values()].flatMap((turn): RecorderEvent[] => {
    const kept = turn.words.filter(({ endMs }) => endMs <= againFromMs).length
    const count = againFromMs <= finalUntilMs ? 0 : kept
    return count === turn.words.length ? [] : [keepFirstWords(turn, count)]
  })
}

/** Returns the turn with its first `count` words only. A turn without words is dropped. */
export function keepFirstWords(turn: Turn, count: number): RecorderEvent {
  if (count >= turn.words.length) return { type: 'turn', turn }
  const words = turn.words.slice(0, count)
  const { source, sessionId, turnOrder, startMs } = turn
  const last = words.at(-1)
  if (last === undefined) return { type: 'turn-dropped', source, sessionId, turnOrder }
  const endMs = Math.max(startMs, last.endMs)
  return { type: 'turn', turn: { ...turn, words, text: joined(words), endMs } }
}

/** Removes from the revisions the words that turns lost; `counts` are the words kept, by turn order. */
export function limitRevisions(
  event: SpeakersEvent,
  counts: ReadonlyMap<number, number>,
): SpeakersEvent {
  const revisions = event.revisions.map((revision) => {
    const count = counts.get(revision.turnOrder) ?? Infinity
    return { ...revision, words: revision.words?.slice(0, count) ?? null }
  })
  return { ...event, revisions }
}
