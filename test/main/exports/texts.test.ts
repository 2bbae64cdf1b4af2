import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entriesOf, speakerOf } from '../../../main/exports/entries'
import { toHtml } from '../../../main/exports/html'
import { meetingFileSchema, toJson } from '../../../main/exports/json'
import { escapeMarkdown, toMarkdown } from '../../../main/exports/markdown'
import { render, type TextFormat } from '../../../main/exports/render'
import { toTxt } from '../../../main/exports/txt'
import { all, anyTranscript, gapOf, meeting, said, transcriptOf } from './transcripts'

const sample = transcriptOf(
  [
    said('Good morning.', 3_000),
    said('Hello, *everyone*.', 65_000, { source: 'system' }),
    said('This was the', 118_000, { isFinal: false, speaker: 'B' }),
  ],
  [gapOf(70_000, 82_500, { reason: 'recorder-restart' })],
)
const bare = { ...all, times: false, speakers: false }

describe('plain text', () => {
  it('has a line for each turn and each gap', () => {
    expect(toTxt(sample, all)).toBe(
      [
        'Meeting, 10:02',
        '2026-11-25 10:02 · 0:02:05 · base',
        '',
        '[0:00:03] Me: Good morning.',
        '[0:01:05] Others: Hello, *everyone*.',
        '[0:01:10] (No text, 0:01:10 to 0:01:22: the recorder restarted)',
        '[0:01:58] Speaker B: This was the (not final)',
        '',
      ].join('\n'),
    )
  })

  it.each([
    [
      { ...all, times: false },
      [
        'Me: Good morning.',
        'Others: Hello, *everyone*.',
        '(No text, for 0:00:12: the recorder restarted)',
        'Speaker B: This was the (not final)',
      ],
    ],
    [
      { ...all, speakers: false },
      [
        '[0:00:03] Good morning.',
        '[0:01:05] Hello, *everyone*.',
        '[0:01:10] (No text, 0:01:10 to 0:01:22: the recorder restarted)',
        '[0:01:58] This was the (not final)',
      ],
    ],
    [
      bare,
      [
        'Good morning.',
        'Hello, *everyone*.',
        '(No text, for 0:00:12: the recorder restarted)',
        'This was the (not final)',
      ],
    ],
  ])('omits what is not wanted, but never a gap', (options, lines) => {
    expect(toTxt(sample, options).split('\n').slice(3, -1)).toEqual(lines)
  })

  it('says so if nothing was said, or if the recording was interrupted', () => {
    expect(toTxt(transcriptOf([], [], { state: 'interrupted' }), all)).toBe(
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
        const lines = toTxt(transcript, all).split('\n')
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

  it.each(['txt', 'md', 'srt', 'vtt'] as const)('is not in %s', async (format) => {
    const text = await render(format, transcriptOf(turns), all)
    expect((text as string).split('Good morning.')).toHaveLength(2)
  })

  it('is in JSON, with its mark', () => {
    const file = meetingFileSchema.parse(JSON.parse(toJson(transcriptOf(turns), all)))
    expect(file.turns.map(({ source, echo }) => [source, echo])).toEqual([
      ['system', false],
      ['microphone', true],
    ])
  })
})

describe('Markdown', () => {
  it('has a paragraph for each turn and a quote for each gap', () => {
    expect(toMarkdown(sample, all)).toBe(
      [
        '# Meeting, 10:02',
        '2026-11-25 10:02 · 0:02:05 · base',
        '**Me** · 0:00:03  \nGood morning.',
        '**Others** · 0:01:05  \nHello, \\*everyone\\*.',
        '> *No text, 0:01:10 to 0:01:22: the recorder restarted*',
        '**Speaker B** · 0:01:58  \nThis was the *(not final)*\n',
      ].join('\n\n'),
    )
  })

  it('leaves out what is not wanted', () => {
    const paragraphs = (options: typeof all) =>
      toMarkdown(sample, options).split('\n\n').slice(2, 5)
    expect(paragraphs({ ...all, times: false })[0]).toBe('**Me**  \nGood morning.')
    expect(paragraphs({ ...all, speakers: false })[0]).toBe('0:00:03  \nGood morning.')
    expect(paragraphs(bare)).toEqual([
      'Good morning.',
      'Hello, \\*everyone\\*.',
      '> *No text, for 0:00:12: the recorder restarted*',
    ])
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

describe('notes, tags and marks', () => {
  const annotations = {
    notes: [
      { text: '', atMs: null },
      { text: '# Budget', atMs: 4_000 },
      { text: '- ask *Ana*\u2028', atMs: 4_500 },
      { text: '', atMs: 5_000 },
      { text: 'later', atMs: null },
      { text: ' ', atMs: null },
    ],
    marks: [{ atMs: 500 }, { atMs: 66_000 }, { atMs: 71_000 }],
  }
  const noted = { ...all, annotations }
  const tagged = { ...sample, meeting: { ...sample.meeting, tags: ['board', 'Q4 #1'] } }

  it('are above the words in plain text, and marks are where they were made', () => {
    expect(toTxt(tagged, noted)).toBe(
      [
        'Meeting, 10:02',
        '2026-11-25 10:02 · 0:02:05 · base',
        'Tags: board, Q4 #1',
        '',
        'Notes',
        '[0:00:04] # Budget',
        '- ask *Ana*',
        '',
        'later',
        '',
        'Transcript',
        '[0:00:03] Me: Good morning. (marked at 0:00:00)',
        '[0:01:05] Others: Hello, *everyone*. (marked at 0:01:06)',
        '[0:01:10] (No text, 0:01:10 to 0:01:22: the recorder restarted) (marked at 0:01:11)',
        '[0:01:58] Speaker B: This was the (not final)',
        '',
      ].join('\n'),
    )
  })

  it('are Markdown as they were typed, and tags are text', () => {
    const [head, words] = toMarkdown(tagged, noted).split('## Transcript')
    expect(head).toBe(
      [
        '# Meeting, 10:02',
        '2026-11-25 10:02 · 0:02:05 · base',
        'Tags: board, Q4 \\#1',
        '## Notes',
        '# Budget *(0:00:04)*\n- ask *Ana*\n\nlater',
        '',
      ].join('\n\n'),
    )
    expect(words).toContain('Hello, \\*everyone\\*. *(marked at 0:01:06)*')
  })

  it('do not swallow the words if they have an open fence', () => {
    const open = {
      notes: [
        { text: '~~~~', atMs: 1 },
        { text: '~~~', atMs: 2 },
      ],
      marks: [],
    }
    const text = toMarkdown(sample, { ...all, annotations: open })
    expect(text).toContain('~~~~\n~~~\n~~~~\n\n## Transcript')
  })

  it('have no times if times are left out', () => {
    const shown = toTxt(tagged, { ...bare, annotations })
    expect(shown).toContain('\nNotes\n# Budget\n- ask *Ana*\n')
    expect(shown).toContain('Hello, *everyone*. (marked)')
    expect(shown).not.toMatch(/\d:\d\d:\d\d\]/)
  })

  it('have their tags in the comments of WebVTT and in HTML for the clipboard', async () => {
    expect(toHtml(tagged, all)).toContain('<p>Tags: board, Q4 #1</p>')
    const hostile = { ...tagged, meeting: { ...tagged.meeting, tags: ['a --> b', '<b>\n\nc'] } }
    expect(await render('vtt', hostile, all)).toContain(
      '\n\nNOTE Tags: a --&gt; b, &lt;b&gt; c\n\n',
    )
    expect(toHtml(hostile, all)).toContain('&lt;b&gt; c')
  })

  it('are complete in JSON', () => {
    const file = meetingFileSchema.parse(JSON.parse(toJson(tagged, noted)))
    expect(file.meeting.tags).toEqual(['board', 'Q4 #1'])
    expect(file.notes).toEqual(annotations.notes)
    expect(file.marks).toEqual(annotations.marks)
    const text = toJson(tagged, { ...bare, annotations })
    expect(text).not.toContain('atMs')
    expect(meetingFileSchema.parse(JSON.parse(text)).notes).toHaveLength(6)
  })

  it('do not change the words, whatever was noted', async () => {
    const anyBeside = fc.record({
      notes: fc.array(
        fc.record({
          text: fc.string({ unit: 'binary', maxLength: 60 }),
          atMs: fc.option(fc.nat(9_000_000)),
        }),
        { maxLength: 8 },
      ),
      marks: fc.array(fc.record({ atMs: fc.nat(40_000_000) }), { maxLength: 8 }),
    })
    await fc.assert(
      fc.asyncProperty(anyTranscript, anyBeside, async (transcript, any) => {
        const options = { ...all, annotations: any }
        const shown = toTxt(transcript, options).split('\n')
        const plain = toTxt(transcript, all).split('\n').slice(3, -1)
        const words = shown.slice(shown.length - 1 - plain.length, -1)
        plain.forEach((line, at) =>
          expect(words[at]?.startsWith(line.replace(/\)$/, ''))).toBe(true),
        )
        // Each mark appears once.
        if (entriesOf(transcript).length > 0) {
          const told = words.join('\n').split(/marked at \d/).length
          const said = plain.join('\n').split(/marked at \d/).length
          expect(told - said).toBe(any.marks.length)
        }
        const json = meetingFileSchema.parse(JSON.parse(toJson(transcript, options)))
        expect(json.notes).toHaveLength(any.notes.length)
        expect(await render('srt', transcript, options)).toBe(await render('srt', transcript, all))
      }),
    )
  })
})

describe('HTML', () => {
  it('has a paragraph for each turn, with names and words as text', () => {
    const spoken = said('if a < b && "c"', 3_000, { speaker: '<b>', language: 'en' })
    const shown = toHtml(transcriptOf([spoken], [gapOf(5_000, 6_000)]), all)
    expect(shown.split('\n')).toEqual([
      '<h1 dir="auto">Meeting, 10:02</h1>',
      '<p>2026-11-25 10:02 · 0:02:05 · base</p>',
      '<p><strong>&lt;b&gt;</strong> · 0:00:03<br><span dir="auto" lang="en">if a &lt; b &amp;&amp; &quot;c&quot;</span></p>',
      '<p><em>No text, 0:00:05 to 0:00:06: no connection</em></p>',
    ])
  })
})

describe('JSON', () => {
  const parse = (text: string) => meetingFileSchema.parse(JSON.parse(text))

  it('has everything, under its schema', () => {
    const word = { startMs: 3_000, endMs: 3_300, text: 'Good', confidence: null, speaker: null }
    const file = parse(toJson(sample, all))
    expect(file).toMatchObject({
      format: 'parley-meeting',
      version: 1,
      meeting: { id: meeting.id, title: 'Meeting, 10:02', startedAt: '2026-11-25T10:02:00.000Z' },
      turns: [
        { speaker: 'Me', source: 'microphone', startMs: 3_000, text: 'Good morning.' },
        { speaker: 'Others', source: 'system', text: 'Hello, *everyone*.' },
        { speaker: 'Speaker B', isFinal: false },
      ],
    })
    expect(file.turns[0]?.words[0]).toEqual(word)
    expect(sample.gaps).toMatchObject(file.gaps)
    expect(Object.keys(file.gaps[0] ?? {})).not.toContain('id')
  })

  it('has no field for omitted parts, and a gap with its times', () => {
    const text = toJson(transcriptOf(sample.turns, []), bare)
    parse(text)
    expect(text).not.toMatch(/"(startMs|endMs|speaker)"/)
    expect(parse(toJson(sample, bare)).gaps[0]).toMatchObject({ startMs: 70_000, endMs: 82_500 })
  })

  it('reads back, whatever was said', () => {
    fc.assert(
      fc.property(anyTranscript, (transcript) => {
        const file = parse(toJson(transcript, all))
        expect(file.gaps).toHaveLength(transcript.gaps.length)
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
  it.each<Exclude<TextFormat, 'docx'>>(['txt', 'md', 'srt', 'vtt', 'json'])(
    '%s has a gap, its reason and whether it is filled',
    async (format) => {
      const shown = async (filled: boolean) => {
        const gap = gapOf(1_000, 9_000, { filled })
        const content = await render(format, transcriptOf([], [gap]), all)
        return (content as string).replaceAll(/\s+/g, ' ')
      }
      const [open, filled] = [await shown(false), await shown(true)]
      if (format === 'json') {
        expect(JSON.parse(open)).toMatchObject({ gaps: [{ reason: 'network', filled: false }] })
        expect(JSON.parse(filled)).toMatchObject({ gaps: [{ reason: 'network', filled: true }] })
      } else {
        expect(open).toContain('No text, 0:00:01 to 0:00:09: no connection')
        expect(filled).toContain('Filled in afterwards, 0:00:01 to 0:00:09: no connection')
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

  it('omits a partial if a final of its source covers it', () => {
    expect(textsOf(['one two three', 0], ['one two', 0, partial])).toEqual(['one two three'])
  })

  it('keeps it if nothing final does', () => {
    expect(textsOf(['one', 0], ['and two three', 300, partial])).toEqual(['one', 'and two three'])
    expect(textsOf(['one two', 0, { source: 'system' }], ['one two', 0, partial])).toHaveLength(2)
  })

  it('omits turns without words, and keeps the order of the time line', () => {
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
