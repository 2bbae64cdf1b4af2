import { exportMessages } from '../../common/text'
import type {
  Mark,
  Meeting,
  Minutes,
  NoteLine,
  Redaction,
  Transcript,
  TranscriptPart,
  Turn,
} from '../../common/model'
import { speakerLabel } from '../../common/speaker-name'
import { foldedWords } from '../library'
import { hidingOf, redactedOffset, redactedText, redactedTurn, type Hiding } from './hide'

/** A meeting without what it hides. */
export interface Redacted {
  readonly transcript: Transcript
  /** A text about the meeting, such as a question, without what the meeting hides. */
  readonly text: (text: string) => string
  /** A selected part of the original, as a part of the redacted transcript. */
  readonly part: (part: TranscriptPart) => TranscriptPart
  readonly notes: (notes: readonly NoteLine[]) => NoteLine[]
  readonly minutes: (minutes: Minutes) => Minutes
  /** The ranges in which exported sound is silent, in ms; of all sources, which hear each other. */
  readonly silent: Hiding['silent']
}

/** The notes, marks and minutes of a meeting. */
export interface RedactedAnnotations {
  readonly notes: NoteLine[]
  readonly marks: Mark[]
  readonly minutes: Minutes | null
}

/** Hides what the redactions of a meeting cover. The original is not changed. */
export function redact(transcript: Transcript, redactions: readonly Redaction[]): Redacted {
  const { meeting, turns } = transcript
  const hiding = hidingOf(turns, redactions)
  const { values } = hiding
  const speaker = speakersOf(turns, hiding)
  const clean = (text: string) => redactedText(text, values)
  const secrets = secretsByMoment(turns, hiding)

  /** A line of minutes also hides the words that were chosen by hand in its turns. */
  function line(text: string, moments: readonly number[]): string {
    const words = moments.flatMap((moment) => secrets.get(moment) ?? [])
    if (words.length === 0) return clean(text)
    const phrases = words.map((word) => ({ words: [word], kind: 'hand' as const }))
    return redactedText(text, { ...values, phrases: [...values.phrases, ...phrases] })
  }

  return {
    transcript: {
      ...transcript,
      meeting: redactedMeeting(meeting, clean, speaker),
      turns: turns.map((turn) => {
        const { words, ...hidden } = redactedTurn(turn, hiding.hidden)
        return {
          ...hidden,
          speaker: speaker(turn.speaker),
          words: words.map((word) => ({ ...word, speaker: speaker(word.speaker) })),
        }
      }),
    },
    text: clean,
    part: ({ from, to }) => {
      const place = (end: TranscriptPart['from'], side: 'from' | 'to') => {
        const turn = turns.find(
          ({ sessionId, turnOrder }) => sessionId === end.sessionId && turnOrder === end.turnOrder,
        )
        if (turn === undefined) return end
        return { ...end, offset: redactedOffset(turn, hiding.hidden, { offset: end.offset, side }) }
      }
      return { from: place(from, 'from'), to: place(to, 'to') }
    },
    notes: (notes) => notes.map((note) => ({ ...note, text: clean(note.text) })),
    minutes: (minutes) => ({
      ...minutes,
      sections: minutes.sections.map((section) => ({
        ...section,
        title: clean(section.title),
        lines: section.lines.map((each) => ({
          ...each,
          text: line(each.text, each.moments),
          who: each.who === null ? null : (speaker(each.who) ?? clean(each.who)),
          byWhen: each.byWhen === null ? null : line(each.byWhen, each.moments),
        })),
      })),
      notFound: minutes.notFound.map(clean),
    }),
    silent: hiding.silent,
  }
}

function redactedMeeting(
  meeting: Meeting,
  clean: (text: string) => string,
  speaker: (name: string | null) => string | null,
): Meeting {
  return {
    ...meeting,
    title: clean(meeting.title),
    tags: [...new Set(meeting.tags.map(clean))],
    speakers: meeting.speakers.map((name) => speaker(name) ?? name),
  }
}

/** Gives each speaker with a hidden name a number; others keep their names and labels. */
function speakersOf(turns: readonly Turn[], { values }: Hiding) {
  const numbers = new Map<string, string>()
  const names = new Set(turns.flatMap(({ speaker }) => speakerLabel(speaker) ?? []))
  for (const name of names) {
    if (redactedText(name, values) === name) continue
    numbers.set(name, exportMessages.hiddenSpeaker(numbers.size + 1))
  }
  return (name: string | null): string | null => {
    if (name === null) return null
    return numbers.get(name.trim()) ?? redactedText(name, values)
  }
}

/** The words chosen by hand, by the start of their turn. Short ones are too common to be hidden. */
function secretsByMoment(turns: readonly Turn[], { hidden }: Hiding) {
  const secrets = new Map<number, string[]>()
  for (const turn of turns) {
    for (const { kind, token } of hidden.get(turn)?.values() ?? []) {
      if (kind !== 'hand') continue
      const words = foldedWords(token.text).flatMap(({ word }) => (word.length > 3 ? word : []))
      secrets.set(turn.startMs, [...(secrets.get(turn.startMs) ?? []), ...words])
    }
  }
  return secrets
}
