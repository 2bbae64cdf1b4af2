import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { NewRedaction, Redaction, Transcript, Turn } from '../../../common/model'
import { clippingOf } from '../../../main/exports/clipping'
import { render, type TextFormat } from '../../../main/exports/render'
import { redact } from '../../../main/redaction/redacted'
import { redactionsOfPart, redactionState } from '../../../main/redaction/state'
import { effort } from '../../effort'
import { all, said, transcriptOf } from '../exports/transcripts'
import { someMinutes } from '../minutes/some-minutes'

const numbered = (redactions: readonly NewRedaction[]): Redaction[] =>
  redactions.map((redaction, id) => ({ ...redaction, id }))
/** What the rules find in a meeting besides what it hides. */
const found = (transcript: Transcript, redactions: readonly Redaction[] = []) =>
  redactionState(transcript, redactions, { find: true }).found ?? []
/** Everything that the rules find in a meeting, as redactions. */
const everything = (transcript: Transcript) => numbered(found(transcript))
const textsOf = ({ turns }: Transcript) => turns.map(({ text }) => text)
const card = 'four two four two four two four two four two four two four two four two'

describe('redact', () => {
  it('hides in text and words, keeps the rest, and changes nothing of the original', () => {
    const transcript = transcriptOf([said(`My card is ${card}. Thanks for waiting`, 0)])
    const before = structuredClone(transcript)
    const { turns } = redact(transcript, everything(transcript)).transcript
    expect(turns[0]?.text).toBe('My card is [card number]. Thanks for waiting')
    expect(turns[0]?.words.map(({ text }) => text).join(' ')).toBe(
      'My card is [card number]. Thanks for waiting',
    )
    expect(turns[0]?.words[3]).toMatchObject({ startMs: 1_200, text: '[card' })
    expect(transcript).toEqual(before)
  })

  it('hides the same number elsewhere: said by others, echoed, typed, or in a summary', () => {
    const first = said('It is 555 0199 234', 0)
    const again = said('so double five five oh one double nine two three four right', 60_000, {
      source: 'system',
    })
    const echo = said('555-0199-234', 90_000, { echo: true, turnOrder: 9 })
    const transcript = transcriptOf([first, again, echo], [], {
      title: 'Call 5550199234',
      tags: ['5550199234'],
    })
    const [redaction] = numbered(found(transcriptOf([first])))
    const hidden = redact(transcript, redaction ? [redaction] : [])
    expect(textsOf(hidden.transcript)).toEqual([
      'It is [phone number]',
      'so [phone number] right',
      '[phone number]',
    ])
    expect(hidden.transcript.meeting).toMatchObject({
      title: 'Call [phone number]',
      tags: ['[phone number]'],
    })
    expect(hidden.notes([{ text: '- ring 555 01 99 234!', atMs: null }])[0]?.text).toBe(
      '- ring [phone number]!',
    )
  })

  it('keeps hiding by time when the text is another one', () => {
    const before = transcriptOf([said('the secret is Falcon okay', 0)])
    const part = {
      from: { sessionId: 's', turnOrder: 0, offset: 14 },
      to: { sessionId: 's', turnOrder: 0, offset: 18 },
    }
    const redactions = numbered(redactionsOfPart(before.turns, part))
    expect(redactions[0]).toMatchObject({ kind: 'hand', text: 'Falcon' })
    expect(redactions[0]?.place).toEqual({ source: 'microphone', startMs: 1_200, endMs: 1_500 })
    const words = ['our', 'secret', 'was', 'Falken', 'okay']
    const after = said(words.join(' '), 60, { sessionId: 'again', turnOrder: 4 })
    const hidden = redact(transcriptOf([after]), redactions)
    expect(textsOf(hidden.transcript)).toEqual(['our secret was [hidden] okay'])
    expect(hidden.silent).toEqual([{ startMs: 1_080, endMs: 1_680 }])
  })

  it('a hidden name goes from the words and from the speakers', () => {
    const turns = [
      said('Ask Dana Miller, or Miller’s team', 0, { speaker: 'Dana Miller' }),
      said('Dana said so', 9_001, { speaker: 'B' }),
    ]
    const minutes = structuredClone(someMinutes)
    const hidden = redact(transcriptOf(turns, [], { speakers: ['Dana Miller', 'B'] }), [
      { id: 1, kind: 'name', place: null, text: 'Dana Miller' },
    ])
    expect(hidden.transcript.turns.map(({ speaker, text }) => [speaker, text])).toEqual([
      ['Person 1', 'Ask [name], or [name] team'],
      ['B', '[name] said so'],
    ])
    expect(hidden.transcript.meeting.speakers).toEqual(['Person 1', 'B'])
    expect(JSON.stringify(hidden.minutes(minutes).sections)).not.toContain('Dana')
  })

  it('a summary hides words that were chosen by hand in its turns', () => {
    const transcript = transcriptOf([said('the project is Falcon', 4_340_000)])
    const part = { sessionId: 's', turnOrder: transcript.turns[0]?.turnOrder ?? 0 }
    const redactions = numbered(
      redactionsOfPart(transcript.turns, {
        from: { ...part, offset: 15 },
        to: { ...part, offset: 21 },
      }),
    )
    const minutes = structuredClone(someMinutes)
    minutes.sections[1]!.lines[0]!.text = 'Project Falcon goes on'
    const [, decisions] = redact(transcript, redactions).minutes(minutes).sections
    expect(decisions?.lines[0]?.text).toBe('Project [hidden] goes on')
  })

  it('a copied part has whole labels, wherever it was cut', () => {
    const transcript = transcriptOf([said('Call 555 0199 234 now please', 0)])
    const hidden = redact(transcript, everything(transcript))
    const end = (offset: number) => ({ sessionId: 's', turnOrder: 0, offset })
    const copied = (from: number, to: number) => {
      const part = hidden.part({ from: end(from), to: end(to) })
      return clippingOf(hidden.transcript, part, all).text
    }
    expect(copied(0, 28)).toBe('Call [phone number] now please')
    expect(copied(7, 11)).toBe('[phone number]')
    expect(copied(11, 21)).toBe('[phone number] now')
    expect(copied(0, 5)).toBe('Call')
    expect(copied(18, 28)).toBe('now please')
  })
})

const digitWords = 'zero one two three four five six seven eight nine'.split(' ')
/** Says digits in any way: one by one, in groups, as words, doubled, with dashes and fillers. */
const spoken = (digits: string): fc.Arbitrary<string> =>
  fc
    .array(fc.record({ size: fc.integer({ min: 1, max: 4 }), how: fc.nat(3), filler: fc.nat(9) }), {
      minLength: digits.length,
      maxLength: digits.length,
    })
    .map((ways) => {
      const parts: string[] = []
      let at = 0
      for (const { size, how, filler } of ways) {
        const group = digits.slice(at, at + size)
        if (group === '') break
        at += group.length
        const [one, two] = Array.from(group)
        if (how === 0)
          parts.push(...Array.from(group).map((digit) => digitWords[Number(digit)] ?? ''))
        else if (how === 1 && one === two && group.length === 2) {
          parts.push('double', digitWords[Number(one)] ?? '')
        } else if (how === 2) parts.push(Array.from(group).join('-'))
        else parts.push(group)
        if (filler === 0 && at < digits.length) parts.push('uh')
        if (filler === 1) parts.push(`${parts.pop() ?? ''},`)
      }
      return parts.join(' ')
    })

const digits = fc.stringMatching(/^[0-9]{9,16}$/)
const filler = fc.constantFrom('well', 'so it is', 'Grüße 😀 <b>', 'then 12 people', 'right')
/** A number, and a meeting in which it is said, repeated by others, typed and summarised. */
const meetingWithNumber = digits.chain((number) =>
  fc
    .record({
      first: spoken(number),
      again: spoken(number),
      typed: spoken(number),
      written: spoken(number),
      around: fc.tuple(filler, filler, filler, filler),
      echo: fc.boolean(),
    })
    .map(({ first, again, typed, written, around: [a, b, c, d], echo }) => ({
      number,
      transcript: transcriptOf(
        [
          said(`${a} ${first} ${b}`, 0, { speaker: 'A' }),
          said(`${c} ${again} ${d}`, 60_001, { source: 'system', speaker: 'B', echo }),
        ],
        [],
        { title: `Call ${typed}`, tags: [typed] },
      ),
      first: transcriptOf([said(`${a} ${first} ${b}`, 0, { speaker: 'A' })]),
      typed,
      written,
    })),
)

/** The digits of a text as somebody would write them down who hears it; not by our own code. */
const heard = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[a-z]+/g, (word) =>
      digitWords.includes(word) ? String(digitWords.indexOf(word)) : word,
    )
    .replaceAll(/double\s+(\d)/g, '$1$1')
    .replaceAll(/(?<=\d)[\s,.-]*(?:uh[\s,.-]*)?(?=\d)/g, '')

/** The words of a JSON export, which have times between them. */
const wordsOf = (json: string) =>
  (JSON.parse(json) as { turns: { words: { text: string }[] }[] }).turns
    .map(({ words }) => words.map(({ text }) => text).join(' '))
    .join('\n')

const formats: readonly TextFormat[] = ['txt', 'md', 'srt', 'vtt', 'json']

test('no hidden number can be read out of an export, of the clipboard or of a request', async () => {
  await fc.assert(
    fc.asyncProperty(meetingWithNumber, async ({ number, transcript, first, typed, written }) => {
      const redactions = everything(first)
      expect(redactions.length).toBeGreaterThan(0)
      const hidden = redact(transcript, redactions)
      const minutes = structuredClone(someMinutes)
      minutes.sections[1]!.lines[0]!.text = `The number is ${written}`
      const annotations = {
        notes: hidden.notes([{ text: `- ${typed}`, atMs: 1_000 }]),
        marks: [],
        minutes: hidden.minutes(minutes),
      }
      const options = { ...all, annotations }
      const texts = await Promise.all(
        formats.map((format) => render(format, hidden.transcript, options)),
      )
      const { text, html } = clippingOf(hidden.transcript, null, all)
      const asked = hidden.text(`Whose is ${typed}?`)
      expect(heard(String(await render('txt', transcript, all)))).toContain(number)
      for (const each of [...texts.map(String), wordsOf(String(texts.at(-1))), text, html, asked]) {
        expect(heard(each)).not.toContain(number)
      }
    }),
    { numRuns: effort({ short: 100, long: 1_000 }) },
  )
})

test('a part of a number that was cut in two turns is hidden with the other', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[1-9]{10}$/), fc.integer({ min: 1, max: 9 }), (number, at) => {
      const words = Array.from(number).map((digit) => digitWords[Number(digit)] ?? '')
      const turns: Turn[] = [
        said(words.slice(0, at).join(' '), 0, { speaker: 'A' }),
        said(words.slice(at).join(' '), at * 400 + 900, { speaker: 'A', turnOrder: 1 }),
      ]
      const transcript = transcriptOf(turns)
      const found = everything(transcript)
      for (const one of found) {
        const hidden = redact(transcript, [one])
        expect(textsOf(hidden.transcript)).toEqual(['[phone number]', '[phone number]'])
      }
    }),
    { numRuns: effort({ short: 50, long: 500 }) },
  )
})

test('any redactions of any text leave a text whose words are in order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('four', '4242', 'Dana', '漢字4', 'x@y.com', '--', '😀'), {
        maxLength: 30,
      }),
      fc.nat(12_000),
      fc.nat(4_000),
      (words, startMs, length) => {
        const turn = said(words.join(' '), 0)
        const place = { source: 'microphone' as const, startMs, endMs: startMs + length }
        const { transcript, silent } = redact(transcriptOf([turn]), [
          { id: 1, kind: 'hand', place, text: 'x' },
        ])
        const starts = transcript.turns[0]?.words.map((word) => word.startMs) ?? []
        expect(starts).toEqual([...starts].sort((a, b) => a - b))
        expect(silent.length).toBeGreaterThan(0)
        for (const [index, range] of silent.entries()) {
          expect(range.startMs).toBeLessThan(range.endMs)
          expect(range.startMs).toBeGreaterThan(silent[index - 1]?.endMs ?? -1)
        }
      },
    ),
    { numRuns: effort({ short: 100, long: 1_000 }) },
  )
})
