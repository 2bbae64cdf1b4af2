import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cuesOf } from '../../../main/exports/cues'
import { toSrt } from '../../../main/exports/srt'
import { toVtt } from '../../../main/exports/vtt'
import { anyTranscript, gapOf, said, transcriptOf } from './transcripts'

interface Parsed {
  startMs: number
  endMs: number
  lines: string[]
}

const toMs = (parts: (string | undefined)[]) => {
  const [h = 0, m = 0, s = 0, ms = 0] = parts.map(Number)
  expect(m).toBeLessThan(60)
  expect(s).toBeLessThan(60)
  return ((h * 60 + m) * 60 + s) * 1_000 + ms
}

/** A reader of SubRip as players have it: blocks apart by an empty line, nothing forgiven. */
function parseSrt(text: string): Parsed[] {
  if (text === '') return []
  expect(text.endsWith('\r\n\r\n')).toBe(true)
  return text
    .slice(0, -4)
    .split('\r\n\r\n')
    .map((block, index) => {
      const [number, times = '', ...lines] = block.split('\r\n')
      expect(number).toBe(String(index + 1))
      const match = /^(\d{2,}):(\d\d):(\d\d),(\d{3}) --> (\d{2,}):(\d\d):(\d\d),(\d{3})$/.exec(
        times,
      )
      expect(match).not.toBeNull()
      return { startMs: toMs(match!.slice(1, 5)), endMs: toMs(match!.slice(5, 9)), lines }
    })
}

/** A reader of WebVTT: the signature, then blocks; notes are left out, spans and escapes undone. */
function parseVtt(text: string): (Parsed & { voice: string | null })[] {
  const [signature, ...blocks] = text.trimEnd().split(/\n{2,}/)
  expect(signature).toBe('WEBVTT')
  const unescape = (escaped: string) =>
    escaped.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  return blocks
    .filter((block) => {
      if (!block.startsWith('NOTE')) return true
      expect(block).not.toContain('-->')
      return false
    })
    .map((block) => {
      const [times = '', ...rest] = block.split('\n')
      const match = /^(\d{2,}):(\d\d):(\d\d)\.(\d{3}) --> (\d{2,}):(\d\d):(\d\d)\.(\d{3})$/.exec(
        times,
      )
      expect(match).not.toBeNull()
      const payload = rest.join('\n')
      const span = /^(?:<v ([^<>\n]+)>([^<>]*)<\/v>|<i>([^<>]*)<\/i>)$/.exec(payload)
      expect(span).not.toBeNull()
      return {
        startMs: toMs(match!.slice(1, 5)),
        endMs: toMs(match!.slice(5, 9)),
        voice: span![1] === undefined ? null : unescape(span![1]),
        lines: unescape(span![2] ?? span![3] ?? '').split('\n'),
      }
    })
}

describe('SubRip', () => {
  it('is what players read', () => {
    const transcript = transcriptOf([said('Hello there.', 36_000_000)], [gapOf(5_000, 6_200)])
    expect(toSrt(transcript)).toBe(
      [
        '1',
        '00:00:05,000 --> 00:00:06,200',
        '[No text, 0:00:05 to 0:00:06: no',
        'connection]',
        '',
        '2',
        '10:00:00,000 --> 10:00:01,000',
        'Hello there.',
        '',
        '',
      ].join('\r\n'),
    )
  })

  it('names the speakers where there are several', () => {
    const transcript = transcriptOf([
      said('Yes.', 0, { speaker: 'A' }),
      said('No.', 5_000, { speaker: 'B' }),
    ])
    expect(parseSrt(toSrt(transcript)).map(({ lines }) => lines)).toEqual([
      ['Speaker A: Yes.'],
      ['Speaker B: No.'],
    ])
  })

  it('reads back as it was written, whatever was said', () => {
    fc.assert(
      fc.property(anyTranscript, (transcript) => {
        const parsed = parseSrt(toSrt(transcript))
        for (const [i, cue] of parsed.entries()) {
          expect(cue.endMs).toBeGreaterThan(cue.startMs)
          expect(cue.startMs).toBeGreaterThanOrEqual(parsed[i - 1]?.endMs ?? 0)
          expect(cue.lines.length).toBeGreaterThan(0)
          expect(cue.lines.join('')).not.toContain('-->')
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('WebVTT', () => {
  it('is what players read', () => {
    const transcript = transcriptOf([said('Is 1 < 2 & 3?', 3_599_000, { speaker: 'A' })])
    expect(toVtt(transcript)).toBe(
      [
        'WEBVTT',
        '',
        'NOTE Meeting, 10:02',
        '',
        '00:59:59.000 --> 01:00:01.300',
        '<v Speaker A>Is 1 &lt; 2 &amp; 3?</v>',
        '',
      ].join('\n'),
    )
  })

  it('reads back as the cues that it was made of, whatever was said', () => {
    fc.assert(
      fc.property(anyTranscript, (transcript) => {
        const expected = cuesOf(transcript).map(({ speaker, ...cue }) => ({
          ...cue,
          voice: speaker,
        }))
        expect(parseVtt(toVtt(transcript))).toEqual(expected)
      }),
      { numRuns: 200 },
    )
  })
})
