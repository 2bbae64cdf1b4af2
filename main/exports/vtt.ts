import type { Transcript } from '../../preload/model'
import { cuesOf } from './cues'
import { titleOf } from './header'
import { vttTime } from './times'

/** WebVTT (W3C); where they are named, with the speaker of each cue as a voice span. */
export function toVtt(transcript: Transcript, named: boolean): string {
  const blocks = cuesOf(transcript).map(({ startMs, endMs, lines, speaker }) => {
    const text = lines.map(escapeVtt).join('\n')
    return `${vttTime(startMs)} --> ${vttTime(endMs)}\n${span(text, speaker, named)}`
  })
  return ['WEBVTT', `NOTE ${escapeVtt(titleOf(transcript.meeting))}`, ...blocks].join('\n\n') + '\n'
}

/** A gap's note leans, so that nobody takes it for speech. */
function span(text: string, speaker: string | null, named: boolean): string {
  if (speaker === null) return `<i>${text}</i>`
  return named ? `<v ${escapeVtt(speaker)}>${text}</v>` : text
}

/** The three characters that begin markup in a cue; an escaped `>` cannot make an arrow either. */
function escapeVtt(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
