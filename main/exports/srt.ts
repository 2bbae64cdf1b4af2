import type { Transcript } from '../../common/model'
import { cuesOf } from './cues'
import { speakerOf } from './entries'
import { embedRightToLeft } from './right-to-left'
import { srtTime } from './times'

/**
 * Returns a meeting as SubRip, with CRLF and a number for each cue. SubRip has no speakers, so with
 * several of them the name comes before the text. It has no escapes either, so an arrow in a text is
 * replaced.
 */
export function toSrt(transcript: Transcript, named: boolean): string {
  const speakers = new Set(named ? transcript.turns.map(speakerOf) : [])
  const prefix = (speaker: string) => (speakers.size > 1 ? `${speaker}:` : '')
  return cuesOf(transcript, prefix)
    .map(({ startMs, endMs, lines }, index) => {
      const text = lines.map((line) => embedRightToLeft(line.replaceAll('-->', '→')))
      const times = `${srtTime(startMs)} --> ${srtTime(endMs)}`
      return [String(index + 1), times, ...text, '', ''].join('\r\n')
    })
    .join('')
}
