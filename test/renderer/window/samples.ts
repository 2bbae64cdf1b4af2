import { rowsOf, withWords, type Row } from '../../../renderer/window/transcript/model/rows'
import type {
  Gap,
  KeyInfo,
  Meeting,
  RecordingStatus,
  Transcript,
  Turn,
} from '../../../common/model'

/** A final turn of one session; its words are those of the text, 300 ms each. */
export function turn(turnOrder: number, text: string, changes: Partial<Turn> = {}): Turn {
  const startMs = changes.startMs ?? turnOrder * 5000
  const isFinal = changes.isFinal ?? true
  const words = text === '' ? [] : text.split(' ')
  return {
    source: 'microphone',
    sessionId: 'session',
    turnOrder,
    startMs,
    endMs: startMs + words.length * 300,
    text,
    words: words.map((word, index) => ({
      text: word,
      startMs: startMs + index * 300,
      endMs: startMs + index * 300 + 300,
      confidence: 0.9,
      isFinal,
      speaker: null,
    })),
    isFinal,
    speaker: null,
    language: null,
    timing: 'measured',
    firstSeenMs: startMs + 500,
    filledIn: false,
    echo: false,
    finalMs: isFinal ? startMs + 3000 : null,
    ...changes,
  }
}

export function partial(turnOrder: number, text: string, changes: Partial<Turn> = {}): Turn {
  return turn(turnOrder, text, { ...changes, isFinal: false })
}

export function gap(
  id: string,
  range: Pick<Gap, 'startMs' | 'endMs'>,
  changes: Partial<Gap> = {},
): Gap {
  return {
    id,
    source: 'microphone',
    ...range,
    reason: 'network',
    sound: true,
    filled: false,
    ...changes,
  }
}

export function meeting(changes: Partial<Meeting> = {}): Meeting {
  return {
    id: 'meeting',
    title: 'Stand-up',
    startedAt: new Date(2026, 10, 25, 9, 15).getTime(),
    durationMs: 14 * 60_000 + 2000,
    state: 'done',
    engine: 'service',
    model: 'universal-3-6-pro',
    audio: [{ source: 'microphone', samples: 842 * 16_000 }],
    turnCount: 0,
    textPercent: 100,
    missingTextMs: 0,
    missingSoundMs: 0,
    speakers: [],
    tags: [],
    binnedAt: null,
    sound: 'recorded',
    ...changes,
  }
}

/** No recording. */
export const idle: RecordingStatus = {
  state: 'idle',
  meetingId: null,
  startedAt: null,
  elapsedMs: 0,
  sources: [],
  engine: 'on-device',
  connection: null,
  delayMs: null,
  savedAgeMs: null,
  muted: false,
  hearsOwnSound: false,
  notices: [],
}

/** A recording through the service, without problems. */
export function recordingStatus(changes: Partial<RecordingStatus> = {}): RecordingStatus {
  return {
    state: 'recording',
    meetingId: 'meeting',
    startedAt: 0,
    elapsedMs: 0,
    sources: [],
    engine: 'service',
    connection: 'live',
    delayMs: null,
    savedAgeMs: null,
    muted: false,
    hearsOwnSound: false,
    notices: [],
    ...changes,
  }
}

export function transcript(turns: readonly Turn[] = [], gaps: readonly Gap[] = []): Transcript {
  return { meeting: meeting(), turns: [...turns], gaps: [...gaps] }
}

/** The rows of a transcript with their words, as they are once all of it is here. */
export function rowsWithWords(turns: readonly Turn[], gaps: readonly Gap[] = []): readonly Row[] {
  const words = turns.map((said) => ({ ...said, words: JSON.stringify(said.words) }))
  return withWords(rowsOf(transcript(turns, gaps)), words)
}

export function keyInfo(changes: Partial<KeyInfo> = {}): KeyInfo {
  return {
    id: 'key',
    name: 'Work',
    zone: 'eu',
    ending: '9f3a',
    inUse: true,
    memoryOnly: false,
    check: null,
    ...changes,
  }
}
