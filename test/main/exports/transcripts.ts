import fc from 'fast-check'
import type { Gap, Meeting, Source, Transcript, Turn, Word } from '../../../common/model'

export const meeting: Meeting = {
  id: 'meeting-1',
  title: 'Meeting, 10:02',
  startedAt: Date.UTC(2026, 10, 25, 10, 2),
  durationMs: 125_000,
  state: 'done',
  engine: 'on-device',
  model: 'base',
  audio: [{ source: 'microphone', samples: 2_000_000 }],
  turnCount: 2,
  textPercent: 100,
  missingTextMs: 0,
  missingSoundMs: 0,
  speakers: [],
  tags: [],
  binnedAt: null,
  sound: 'recorded',
}

/** With everything, and with the same time of day everywhere. */
export const all = { times: true, speakers: true, timeZone: 'UTC' }

/** A turn whose words follow each other, each 300 ms and 100 ms apart. */
export function said(text: string, startMs: number, over: Partial<Turn> = {}): Turn {
  const words: Word[] = text
    .split(' ')
    .filter(Boolean)
    .map((word, i) => ({
      text: word,
      startMs: startMs + i * 400,
      endMs: startMs + i * 400 + 300,
      confidence: null,
      isFinal: true,
      speaker: null,
    }))
  return {
    source: 'microphone',
    sessionId: 's',
    turnOrder: startMs % 1_000,
    startMs,
    endMs: words.at(-1)?.endMs ?? startMs,
    text,
    words,
    isFinal: true,
    speaker: null,
    language: null,
    timing: 'measured',
    firstSeenMs: startMs,
    filledIn: false,
    echo: false,
    finalMs: startMs,
    ...over,
  }
}

export function gapOf(startMs: number, endMs: number, over: Partial<Gap> = {}): Gap {
  return {
    id: `g${startMs}`,
    source: 'microphone',
    startMs,
    endMs,
    reason: 'network',
    sound: true,
    filled: false,
    ...over,
  }
}

export const transcriptOf = (
  turns: Turn[],
  gaps: Gap[] = [],
  over: Partial<Meeting> = {},
): Transcript => ({
  meeting: { ...meeting, ...over },
  turns,
  gaps,
})

const elevenHours = 11 * 3_600_000
const source = fc.constantFrom<Source>('microphone', 'system')
/** Any Unicode, and what breaks files: arrows, markup, line breaks, controls. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        'word',
        'an',
        '-->',
        '<b>',
        '&amp;',
        '\r\n',
        '\n\n',
        '\0',
        '12',
        '😀',
        'عربى',
        '漢字'.repeat(40),
        '\ud800',
      ),
      {
        maxLength: 80,
      },
    )
    .map((parts) => parts.join(' ')),
)
const word = fc.record({ text, startMs: fc.nat(60_000), lengthMs: fc.nat(9_000) })

/** The worst turns of engines: words out of order, without length, different from the text. */
const anyTurn = fc
  .record({
    source,
    text,
    at: fc.nat(elevenHours),
    lengthMs: fc.nat(60_000),
    words: fc.array(word, { maxLength: 12 }),
    fromWords: fc.boolean(),
    isFinal: fc.boolean(),
    speaker: fc.option(
      fc.oneof(fc.constantFrom('A', 'B', 'PENDING'), fc.string({ maxLength: 40 })),
    ),
  })
  .map(({ source, text, at, lengthMs, words, fromWords, isFinal, speaker }) =>
    said(fromWords ? words.map((each) => each.text).join(' ') : text, at, {
      source,
      endMs: at + lengthMs,
      isFinal,
      speaker,
      words: words.map((each) => ({
        text: each.text,
        startMs: at + each.startMs,
        endMs: at + each.startMs + each.lengthMs,
        confidence: null,
        isFinal,
        speaker: null,
      })),
    }),
  )
const anyGap = fc
  .record({
    at: fc.nat(elevenHours),
    lengthMs: fc.nat(90_000),
    source,
    sound: fc.boolean(),
    filled: fc.boolean(),
    reason: fc.constantFrom('network' as const, 'recorder-restart', 'device', 'engine'),
  })
  .map(({ at, lengthMs, ...over }) => gapOf(at, at + lengthMs, over))

export const anyTranscript = fc
  .record({
    turns: fc.array(anyTurn, { maxLength: 12 }),
    gaps: fc.array(anyGap, { maxLength: 4 }),
    title: text,
  })
  .map(({ turns, gaps, title }) => transcriptOf(turns, gaps, { title }))
