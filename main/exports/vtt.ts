import type { Transcript } from '../../preload/model'
import { cuesOf } from './cues'
import { titleOf } from './header'
import { vttTime } from './times'

/** WebVTT (W3C), with the speaker of each cue as a voice span. */
export function toVtt(transcript: Transcript): string {
  const blocks = cuesOf(transcript).map(({ startMs, endMs, lines, speaker }) => {
    const text = lines.map(escapeVtt).join('\n')
    const shown = speaker === null ? `<i>${text}</i>` : `<v ${escapeVtt(speaker)}>${text}</v>`
    return `${vttTime(startMs)} --> ${vttTime(endMs)}\n${shown}`
  })
  return ['WEBVTT', `NOTE ${escapeVtt(titleOf(transcript.meeting))}`, ...blocks].join('\n\n') + '\n'
}

/** The three characters that begin markup in a cue; an escaped `>` cannot make an arrow either. */
function escapeVtt(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
