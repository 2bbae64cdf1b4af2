import { parse as parseSubtitles } from '@plussub/srt-vtt-parser'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WebVTTParser, type VttNode } from 'webvtt-parser'
import entities from 'webvtt-parser/html-entities.json'
import { cuesOf } from '../../../main/exports/cues'
import { toSrt } from '../../../main/exports/srt'
import { toVtt } from '../../../main/exports/vtt'
import { anyTranscript, gapOf, said, transcriptOf } from './transcripts'

/** The cues of a SubRip file, by a reader that is not ours. */
function readSrt(text: string) {
  return text === ''
    ? []
    : parseSubtitles(text).entries.map(({ from, to, text: lines }) => ({
        startMs: from,
        endMs: to,
        // It leaves the carriage returns.
        lines: lines.replaceAll('\r', '').split('\n'),
      }))
}

/** The cues of a WebVTT file, by the parser of those who wrote the standard, which forgives nothing. */
function readVtt(text: string) {
  const { cues, errors } = new WebVTTParser(entities).parse(text)
  expect(errors).toEqual([])
  return cues.map(({ startTime, endTime, tree }) => {
    const voice = tree.children?.find(({ name }) => name === 'v')
    return {
      startMs: Math.round(startTime * 1_000),
      endMs: Math.round(endTime * 1_000),
      lines: textOf(tree).split('\n'),
      // It leaves the names of characters here, where the standard has them too.
      voice: voice?.value?.replaceAll(/&\w+;/g, (name) => String(names[name])) ?? null,
    }
  })
}

const names: Readonly<Record<string, unknown>> = entities

const textOf = (node: VttNode): string =>
  node.type === 'text' ? (node.value ?? '') : (node.children ?? []).map(textOf).join('')

describe('SubRip', () => {
  it('is what players read', () => {
    const transcript = transcriptOf([said('Hello there.', 36_000_000)], [gapOf(5_000, 6_200)])
    expect(toSrt(transcript, true)).toBe(
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

  it('names the speakers where there are several, unless that is not wanted', () => {
    const transcript = transcriptOf([
      said('Yes.', 0, { speaker: 'A' }),
      said('No.', 5_000, { speaker: 'B' }),
    ])
    const lines = (named: boolean) => readSrt(toSrt(transcript, named)).map((cue) => cue.lines)
    expect(lines(true)).toEqual([['Speaker A: Yes.'], ['Speaker B: No.']])
    expect(lines(false)).toEqual([['Yes.'], ['No.']])
  })

  it('reads back as the cues that it was made of, whatever was said', () => {
    fc.assert(
      fc.property(anyTranscript, (transcript) => {
        const shown = cuesOf(transcript).map(({ startMs, endMs, lines }) => ({
          startMs,
          endMs,
          lines: lines.map((line) => line.replaceAll('-->', '→')),
        }))
        expect(readSrt(toSrt(transcript, false))).toEqual(shown)
      }),
      { numRuns: 200 },
    )
  })
})

describe('WebVTT', () => {
  it('is what players read', () => {
    const transcript = transcriptOf([said('Is 1 < 2 & 3?', 3_599_000, { speaker: 'A' })])
    const file = (shown: string) =>
      ['WEBVTT', '', 'NOTE Meeting, 10:02', '', '00:59:59.000 --> 01:00:01.300', shown, ''].join(
        '\n',
      )
    expect(toVtt(transcript, true)).toBe(file('<v Speaker A>Is 1 &lt; 2 &amp; 3?</v>'))
    expect(toVtt(transcript, false)).toBe(file('Is 1 &lt; 2 &amp; 3?'))
  })

  it('reads back as the cues that it was made of, whatever was said', () => {
    fc.assert(
      fc.property(anyTranscript, fc.boolean(), (transcript, named) => {
        const expected = cuesOf(transcript).map(({ speaker, ...cue }) => ({
          ...cue,
          voice: named ? speaker : null,
        }))
        expect(readVtt(toVtt(transcript, named))).toEqual(expected)
      }),
      { numRuns: 200 },
    )
  })
})

describe('200,000 words', () => {
  it('are all there, in order, for under 2 s of the processor', () => {
    const word = (index: number) => `w${index}é`
    const turns = Array.from({ length: 10_000 }, (_, turn) =>
      said(Array.from({ length: 20 }, (_, i) => word(turn * 20 + i)).join(' '), turn * 8_000),
    )
    const before = process.cpuUsage()
    const text = toSrt(transcriptOf(turns), true)
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1_000).toBeLessThan(2_000)
    const words = readSrt(text).flatMap(({ lines }) => lines.join(' ').split(' '))
    expect(words).toHaveLength(200_000)
    expect(words.every((each, index) => each === word(index))).toBe(true)
  })
})
