import type { Transcript } from '../../common/model'
import { tagsOf } from './annotations'
import { cuesOf, type Cue } from './cues'
import { consentWords, titleOf } from './header'
import type { TextOptions } from './lines'
import { minutesOf, minutesSource, minutesText } from './minutes'
import { embedRightToLeft } from './right-to-left'
import { vttTime } from './times'

/** Returns a meeting as WebVTT (W3C). With speakers, each cue has them as voice spans. */
export function toVtt(transcript: Transcript, options: TextOptions): string {
  const blocks = cuesOf(transcript).map((cue) => {
    const times = `${vttTime(cue.startMs)} --> ${vttTime(cue.endMs)}`
    return `${times}\n${textOf(cue, options.speakers)}`
  })
  const { meeting } = transcript
  const consent = consentWords(meeting, options.timeZone)
  const tags = tagsOf(meeting)
  const notes = [titleOf(meeting), consent ?? [], tags ?? [], ...minutesNotes(options)].flat()
  const head = ['WEBVTT', ...notes.map((note) => `NOTE ${escapeVtt(note)}`)]
  return [...head, ...blocks].join('\n\n') + '\n'
}

/** The minutes as comments, which players do not show. */
function minutesNotes({ annotations, times, timeZone }: TextOptions): string[] {
  const parts = minutesOf(annotations, times)
  if (!annotations?.minutes || parts.length === 0) return []
  const sections = parts.map(({ title, lines }) => [title, ...lines.map(minutesText)].join('\n'))
  return [...sections, minutesSource(annotations.minutes, timeZone)]
}

/** A note about a gap is in italics, so that nobody takes it for speech. */
function textOf({ lines, speakers }: Cue, named: boolean): string {
  const escaped = lines.map((line) => escapeVtt(embedRightToLeft(line)))
  const [first] = speakers
  if (first === undefined) return `<i>${escaped.join('\n')}</i>`
  if (!named) return escaped.join('\n')
  if (speakers.length === 1) return voice(first, escaped.join('\n'))
  return escaped.map((line, index) => voice(speakers[index] ?? first, line)).join('\n')
}

/** A name that ends in hyphens would make an arrow with the end of its tag; readers trim the space. */
function voice(speaker: string, text: string): string {
  const space = speaker.endsWith('-') ? ' ' : ''
  return `<v ${escapeVtt(speaker)}${space}>${text}</v>`
}

/** Escapes the characters that start markup; an escaped `>` cannot be part of an arrow either. */
function escapeVtt(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
