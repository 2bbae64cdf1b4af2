import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entriesOf, speakerOf } from '../../../main/exports/entries'
import { meetingFileSchema } from '../../../main/exports/json'
import { escapeMarkdown } from '../../../main/exports/markdown'
import { exportText, type TextFormat } from '../../../main/exports/text'
import { anyTranscript, gapOf, meeting, said, transcriptOf } from './transcripts'

const options = { timeZone: 'UTC' }
const sample = transcriptOf(
  [
    said('Good morning.', 3_000),
    said('Hello, *everyone*.', 65_000, { source: 'system' }),
    said('This was the', 118_000, { isFinal: false, speaker: 'B' }),
  ],
  [gapOf(70_000, 82_500, { reason: 'recorder-restart' })],
)

describe('plain text', () => {
  it('has a line for each turn and each gap', () => {
    expect(exportText('txt', sample, options)).toBe(
      [
        'Meeting, 10:02',
        '2026-11-25 10:02 · 0:02:05 · base',
        '',
        '[0:00:03] Me: Good morning.',
        '[0:01:05] Others: Hello, *everyone*.',
        '[0:01:10] (No text, 0:01:10 to 0:01:22: the recorder started again)',
        '[0:01:58] Speaker B: This was the (not final)',
        '',
      ].join('\n'),
    )
  })

  it('says so where nothing was said, and where the recording was interrupted', () => {
    expect(exportText('txt', transcriptOf([], [], { state: 'interrupted' }), options)).toBe(
      [
        'Meeting, 10:02',
        '2026-11-25 10:02 · 0:02:05 · base · The recording was interrupted.',
        '',
        'No words were recognised.',
        '',
      ].join('\n'),
    )
  })

  it('has one line for a turn, whatever was said', () => {
    fc.assert(
      fc.property(anyTranscript, (transcript) => {
        const lines = exportText('txt', transcript, options).split('\n')
        const entries = entriesOf(transcript).length
        expect(lines).toHaveLength(3 + Math.max(1, entries) + 1)
        for (const line of lines.slice(3, 3 + entries)) expect(line).toMatch(/^\[\d+:\d\d:\d\d\] ./)
      }),
    )
  })
})

describe('echo', () => {
  const turns = [
    said('Good morning.', 3_000, { source: 'system' }),
    said('Good morning.', 3_080, { echo: true }),
  ]

  it.each(['txt', 'md', 'srt', 'vtt'] as const)('is left out of %s', (format) => {
    const text = exportText(format, transcriptOf(turns), options)
    expect(text.split('Good morning.')).toHaveLength(2)
  })

  it('is in JSON, with its mark', () => {
    const file = meetingFileSchema.parse(JSON.parse(exportText('json', transcriptOf(turns))))
    expect(file.turns.map(({ source, echo }) => [source, echo])).toEqual([
      ['system', false],
      ['microphone', true],
    ])
  })
})

describe('Markdown', () => {
  it('has a paragraph for each turn and a quote for each gap', () => {
    expect(exportText('md', sample, options)).toBe(
      [
        '# Meeting, 10:02',
        '2026-11-25 10:02 · 0:02:05 · base',
        '**Me** · 0:00:03  \nGood morning.',
        '**Others** · 0:01:05  \nHello, \\*everyone\\*.',
        '> *No text, 0:01:10 to 0:01:22: the recorder started again*',
        '**Speaker B** · 0:01:58  \nThis was the *(not final)*\n',
      ].join('\n\n'),
    )
  })

  it.each([
    ['<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
    ['1. first', '1\\. first'],
    ['- item', '\\- item'],
    ['# title [a](b) `c` a_b', '\\# title \\[a\\](b) \\`c\\` a\\_b'],
    ['naïve 漢字 😀', 'naïve 漢字 😀'],
  ])('keeps %j text', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped)
  })
})

describe('JSON', () => {
  it('has everything, under its schema', () => {
    const file = meetingFileSchema.parse(JSON.parse(exportText('json', sample)))
    expect(file).toEqual({
      format: 'parley-meeting',
      version: 1,
      meeting: { ...meeting, startedAtIso: '2026-11-25T10:02:00.000Z' },
      turns: [
        { ...sample.turns[0], speakerName: 'Me' },
        { ...sample.turns[1], speakerName: 'Others' },
        { ...sample.turns[2], speakerName: 'Speaker B' },
      ],
      gaps: sample.gaps,
    })
  })

  it('reads back, whatever was said', () => {
    fc.assert(
      fc.property(anyTranscript, (transcript) => {
        const file = meetingFileSchema.parse(JSON.parse(exportText('json', transcript)))
        expect(file.gaps).toEqual(transcript.gaps)
        expect(file.turns.map(({ text }) => text)).toEqual(
          entriesOf(transcript).flatMap((entry) =>
            entry.kind === 'turn' ? [entry.turn.text] : [],
          ),
        )
      }),
    )
  })
})

describe('every format', () => {
  it.each<TextFormat>(['txt', 'md', 'srt', 'vtt', 'json'])(
    '%s tells of a gap, its reason and whether it is filled',
    (format) => {
      const open = exportText(format, transcriptOf([], [gapOf(1_000, 9_000)]))
      const filled = exportText(format, transcriptOf([], [gapOf(1_000, 9_000, { filled: true })]))
      const words = (text: string) => text.replaceAll(/\s+/g, ' ')
      if (format === 'json') {
        expect(JSON.parse(open)).toMatchObject({ gaps: [{ reason: 'network', filled: false }] })
        expect(JSON.parse(filled)).toMatchObject({ gaps: [{ reason: 'network', filled: true }] })
      } else {
        expect(words(open)).toContain('No text, 0:00:01 to 0:00:09: no connection')
        expect(words(filled)).toContain('Filled in afterwards, 0:00:01 to 0:00:09: no connection')
      }
    },
  )
})

describe('entriesOf', () => {
  const textsOf = (...turns: Parameters<typeof said>[]) =>
    entriesOf(transcriptOf(turns.map((turn) => said(...turn)))).flatMap((entry) =>
      entry.kind === 'turn' ? [entry.turn.text] : [],
    )
  const partial = { isFinal: false }

  it('leaves a partial out where a final of its source covers it', () => {
    expect(textsOf(['one two three', 0], ['one two', 0, partial])).toEqual(['one two three'])
  })

  it('keeps it where nothing final does', () => {
    expect(textsOf(['one', 0], ['and two three', 300, partial])).toEqual(['one', 'and two three'])
    expect(textsOf(['one two', 0, { source: 'system' }], ['one two', 0, partial])).toHaveLength(2)
  })

  it('leaves out turns without words, and keeps the order of the time line', () => {
    expect(textsOf(['later', 9_000], [' \n', 100], ['first', 0])).toEqual(['first', 'later'])
  })
})

describe('speakerOf', () => {
  it.each([
    [null, 'microphone', 'Me'],
    [null, 'system', 'Others'],
    ['', 'system', 'Others'],
    ['PENDING', 'microphone', 'Me'],
    ['UNKNOWN', 'system', 'Others'],
    ['A', 'microphone', 'Speaker A'],
    ['12', 'system', 'Speaker 12'],
    ['Ana María', 'system', 'Ana María'],
  ] as const)('%j on %s is %s', (speaker, source, name) => {
    expect(speakerOf({ speaker, source })).toBe(name)
  })
})
