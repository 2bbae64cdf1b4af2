import type { Transcript } from '../../preload/model'
import { cuesOf } from './cues'
import { speakerOf } from './entries'
import { srtTime } from './times'

/**
 * SubRip, with CRLF and a number for each cue. It has no place for speakers, so where there are
 * several the name stands before the text; nor has it escapes, so the arrow of its time line
 * becomes another one.
 */
export function toSrt(transcript: Transcript, named: boolean): string {
  const speakers = new Set(named ? transcript.turns.map(speakerOf) : [])
  const prefix = (speaker: string) => (speakers.size > 1 ? `${speaker}:` : '')
  return cuesOf(transcript, prefix)
    .map(({ startMs, endMs, lines }, index) => {
      const text = lines.map((line) => line.replaceAll('-->', '→'))
      const times = `${srtTime(startMs)} --> ${srtTime(endMs)}`
      return [String(index + 1), times, ...text, '', ''].join('\r\n')
    })
    .join('')
}
