import { parse as parseSubtitles } from '@plussub/srt-vtt-parser'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WebVTTParser, type VttNode } from 'webvtt-parser'
import entities from 'webvtt-parser/html-entities.json'
import { cuesOf } from '../../../main/exports/cues'
import { toSrt } from '../../../main/exports/srt'
import { toVtt } from '../../../main/exports/vtt'
import { anyTranscript, gapOf, said, transcriptOf } from './transcripts'
import { effort } from '../../effort'

/** The cues of a SubRip file, by a third-party reader. */
function readSrt(text: string) {
  return text === ''
    ? []
    : parseSubtitles(text).entries.map(({ from, to, text: lines }) => ({
        startMs: from,
        endMs: to,
        // It keeps the carriage returns.
        lines: lines.replaceAll('\r', '').split('\n'),
      }))
}

/** The cues of a WebVTT file, by the strict parser of the authors of the standard. */
function readVtt(text: string) {
  const { cues, errors } = new WebVTTParser(entities).parse(text)
  expect(errors).toEqual([])
  return cues.map(({ startTime, endTime, tree }) => {
    const voice = tree.children?.find(({ name }) => name === 'v')
    return {
      startMs: Math.round(startTime * 1_000),
      endMs: Math.round(endTime * 1_000),
      lines: textOf(tree).split('\n'),
      // It keeps character references here, where the standard also has them.
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
        '00:00:05,000 --> 00:00:07,150',
        '[No text, 0:00:05 to 0:00:06: no',
        'connection]',
        '',
        '2',
        '10:00:00,000 --> 10:00:00,833',
        'Hello there.',
        '',
        '',
      ].join('\r\n'),
    )
  })

  it('names the speakers if there are several, unless that is turned off', () => {
    const transcript = transcriptOf([
      said('Yes.', 0, { speaker: 'A' }),
      said('No.', 5_000, { speaker: 'B' }),
    ])
    const lines = (named: boolean) => readSrt(toSrt(transcript, named)).map((cue) => cue.lines)
    expect(lines(true)).toEqual([['Speaker A: Yes.'], ['Speaker B: No.']])
    expect(lines(false)).toEqual([['Yes.'], ['No.']])
  })

  it('marks text from right to left, so that a name before it and its punctuation keep their places', () => {
    const transcript = transcriptOf([
      said('מה שלומך?', 0, { speaker: 'A' }),
      said('Fine, שלום!', 5_000, { speaker: 'B' }),
      said('שלום Parley!', 10_000, { speaker: 'B' }),
    ])
    const lines = readSrt(toSrt(transcript, true)).map((cue) => cue.lines)
    expect(lines).toEqual([
      ['Speaker A: \u202bמה שלומך?\u202c'],
      ['Speaker B: Fine, \u202bשלום!\u202c'],
      ['Speaker B: \u202bשלום Parley!\u202c'],
    ])
    expect(
      readVtt(toVtt(transcript, { times: true, speakers: true })).map((cue) => cue.lines),
    ).toEqual([
      ...[['\u202bמה שלומך?\u202c'], ['Fine, \u202bשלום!\u202c'], ['\u202bשלום Parley!\u202c']],
    ])
  })

  it('reads back as the cues that it was made of, whatever was said', () => {
    fc.assert(
      fc.property(anyTranscript, (transcript) => {
        const shown = cuesOf(transcript).map(({ startMs, endMs, lines }) => ({
          startMs,
          endMs,
          lines: lines.map((line) => line.replaceAll('-->', '→')),
        }))
        const read = readSrt(toSrt(transcript, false).replaceAll(/[\u202b\u202c]/g, ''))
        expect(read).toEqual(shown)
      }),
      { numRuns: effort({ short: 80, long: 200 }) },
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
    expect(toVtt(transcript, { times: true, speakers: true })).toBe(
      file('<v Speaker A>Is 1 &lt; 2 &amp; 3?</v>'),
    )
    expect(toVtt(transcript, { times: true, speakers: false })).toBe(file('Is 1 &lt; 2 &amp; 3?'))
  })

  it('has no arrow in a voice, whatever a speaker is called', () => {
    const transcript = transcriptOf([said('Well.', 1_000, { speaker: '--' })])
    const text = toVtt(transcript, { times: true, speakers: true })
    expect(text.match(/-->/g)).toHaveLength(1)
    expect(readVtt(text)).toMatchObject([{ lines: ['Well.'], voice: '--' }])
  })

  it('reads back as the cues that it was made of, whatever was said', () => {
    fc.assert(
      fc.property(anyTranscript, fc.boolean(), (transcript, named) => {
        const expected = cuesOf(transcript).map(({ speakers, ...cue }) => ({
          ...cue,
          voice: named ? (speakers[0] ?? null) : null,
        }))
        const text = toVtt(transcript, { times: true, speakers: named }).replaceAll(
          /[\u202b\u202c]/g,
          '',
        )
        expect(readVtt(text)).toEqual(expected)
      }),
      { numRuns: effort({ short: 80, long: 200 }) },
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
