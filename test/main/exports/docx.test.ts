import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { fromBuffer, type Entry, type ZipFile } from 'yauzl'
import { toDocx } from '../../../main/exports/docx'
import { all, anyTranscript, gapOf, said, transcriptOf } from './transcripts'
import { linesOf } from '../../../main/exports/lines'
import { effort } from '../../effort'

const unzip = promisify<Buffer, { lazyEntries: true }, ZipFile>(fromBuffer)

/** The parts of a document by name, unpacked as any program does. */
async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await unzip(Buffer.from(bytes), { lazyEntries: true })
  const parts = new Map<string, string>()
  zip.on('entry', (entry: Entry) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) throw error
      void buffer(stream).then((content) => {
        parts.set(entry.fileName, content.toString('utf8'))
        zip.readEntry()
      })
    })
  })
  zip.readEntry()
  await once(zip, 'end')
  return parts
}

interface Paragraph {
  text: string
  rightToLeft: boolean
  bold: string
}

/** The paragraphs of a document, by a parser that accepts only well-formed XML. */
async function read(bytes: Uint8Array): Promise<Paragraph[]> {
  const parts = await partsOf(bytes)
  expect([...parts.keys()]).toContain('[Content_Types].xml')
  for (const [name, content] of parts) if (name.endsWith('.rels')) parse(content)
  const paragraphs: Paragraph[] = []
  let [inText, isBold] = [false, false]
  parse(parts.get('word/document.xml') ?? '', {
    open: (name, value) => {
      const paragraph = paragraphs.at(-1)
      if (name === 'w:p') paragraphs.push({ text: '', rightToLeft: false, bold: '' })
      if (name === 'w:r') isBold = false
      if (name === 'w:b') isBold = true
      if (name === 'w:t') inText = true
      if (name === 'w:bidi' && paragraph) paragraph.rightToLeft = value !== 'false'
      if (name === 'w:br' && paragraph) paragraph.text += '\n'
    },
    close: (name) => {
      if (name === 'w:t') inText = false
    },
    text: (text) => {
      const paragraph = paragraphs.at(-1)
      if (!inText || !paragraph) return
      paragraph.text += text
      if (isBold) paragraph.bold += text
    },
  })
  return paragraphs
}

interface Listener {
  open(name: string, value: string | undefined): void
  close(name: string): void
  text(text: string): void
}

function parse(content: string, listener?: Listener): void {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => listener?.open(name, attributes['w:val']?.value))
  parser.on('closetag', ({ name }) => listener?.close(name))
  parser.on('text', (text) => listener?.text(text))
  parser.write(content).close()
}

describe('Word', () => {
  it('has a paragraph for each turn and each gap', async () => {
    const transcript = transcriptOf(
      [said('Good morning.', 3_000, { speaker: 'A' }), said('Half a', 9_000, { isFinal: false })],
      [gapOf(5_000, 6_000)],
    )
    const paragraphs = await read(await toDocx(transcript, all))
    expect(paragraphs.map(({ text }) => text)).toEqual([
      'Meeting, 10:02',
      '2026-11-25 10:02 · 0:02:05 · base',
      'Speaker A  0:00:03\nGood morning.',
      '0:00:05\nNo text, 0:00:05 to 0:00:06: no connection',
      'Me  0:00:09\nHalf a (not final)',
    ])
    expect(paragraphs[2]?.bold).toBe('Speaker A')
    const bare = await read(await toDocx(transcript, { ...all, times: false, speakers: false }))
    expect(bare[2]?.text).toBe('Good morning.')
  })

  it('sets text from right to left if its letters are written so', async () => {
    const turns = [said('صباح الخير', 0), said('שלום world', 1_000), said('Hi שלום', 2_000)]
    const paragraphs = await read(await toDocx(transcriptOf(turns), all))
    expect(paragraphs.map(({ rightToLeft }) => rightToLeft)).toEqual([
      false,
      false,
      true,
      true,
      false,
    ])
  })

  it('has tags, notes and marks', async () => {
    const transcript = transcriptOf([said('Good morning.', 3_000)], [], { tags: ['board'] })
    const annotations = {
      notes: [
        { text: 'Ask Ana', atMs: 4_000 },
        { text: 'שלום', atMs: null },
      ],
      marks: [{ atMs: 3_500 }],
    }
    const paragraphs = await read(await toDocx(transcript, { ...all, annotations }))
    expect(paragraphs.map(({ text }) => text).slice(2)).toEqual([
      'Tags: board',
      'Notes',
      'Ask Ana  0:00:04',
      'שלום',
      'Transcript',
      'Me  0:00:03\nGood morning. (marked at 0:00:03)',
    ])
    expect(paragraphs[5]?.rightToLeft).toBe(true)
  })

  it('says so if nothing was said', async () => {
    const [, , none] = await read(await toDocx(transcriptOf([]), all))
    expect(none?.text).toBe('No words were recognised.')
  })

  it('is read back unchanged, whatever was said', async () => {
    await fc.assert(
      fc.asyncProperty(anyTranscript, async (transcript) => {
        const paragraphs = await read(await toDocx(transcript, all))
        const spoken = linesOf(transcript, all).map(({ text, mark }) =>
          // Characters that XML cannot represent.
          `${text}${mark === null ? '' : ` (${mark})`}`.replaceAll(/[\ufffe\uffff]/g, ''),
        )
        expect(paragraphs.slice(2).map(({ text }) => text.split('\n')[1])).toEqual(
          spoken.length === 0 ? [undefined] : spoken,
        )
      }),
      { numRuns: effort({ short: 20, long: 60 }) },
    )
  })
})
