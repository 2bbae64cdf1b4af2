import { Document, HeadingLevel, Packer, Paragraph, TextRun, type IRunOptions } from 'docx'
import { exportMessages } from '../../common/text'
import type { TranscriptText } from '../../common/model'
import { notesOf, tagsOf, type NoteText } from './annotations'
import { factsOf, titleOf } from './header'
import { linesOf, type Line, type TextOptions } from './lines'
import { minutesOf, minutesSource, minutesText } from './minutes'

/** Sizes in half points, spaces in twentieths of a point. */
const size = { text: 22, title: 36, heading: 26, small: 18 }
const space = { title: 60, facts: 280, turn: 180, note: 40 }
const grey = '6B6B6B'
/** A style instead of properties of each run: properties are slow in long meetings. */
const soft: IRunOptions = { style: 'Soft' }
const styles = {
  default: {
    document: {
      run: { font: 'Calibri', size: size.text },
      paragraph: { spacing: { after: space.turn } },
    },
  },
  characterStyles: [{ id: 'Soft', name: 'Soft', run: { size: size.small, color: grey } }],
}

/** Returns a meeting as an Office Open XML document, with one paragraph for each turn. */
export async function toDocx(
  transcript: TranscriptText,
  options: TextOptions,
): Promise<Uint8Array> {
  const { meeting } = transcript
  const title = xmlText(titleOf(meeting))
  const lines = linesOf(transcript, options)
  const before = [
    ...minutesPart(options),
    ...notesPart(notesOf(options.annotations, options.times)),
  ]
  const facts = [factsOf(meeting, options.timeZone), tagsOf(meeting) ?? []].flat()
  const document = new Document({
    title,
    creator: exportMessages.product,
    styles,
    sections: [
      {
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            ...direction(title),
            spacing: { after: space.title },
            children: [run(title, { bold: true, size: size.title })],
          }),
          ...facts.map(
            (fact, index) =>
              new Paragraph({
                spacing: { after: index === facts.length - 1 ? space.facts : space.title },
                children: [run(fact, soft)],
              }),
          ),
          ...before,
          ...(before.length === 0 ? [] : [heading(exportMessages.transcript)]),
          ...lines.map(paragraphOf),
          ...(lines.length === 0
            ? [new Paragraph({ children: [run(exportMessages.noText)] })]
            : []),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function heading(text: string): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_1,
    ...direction(text),
    children: [run(text, { bold: true, size: size.heading })],
  })
}

function minutesPart({ annotations, times, timeZone }: TextOptions): Paragraph[] {
  const parts = minutesOf(annotations, times)
  if (!annotations?.minutes || parts.length === 0) return []
  const sections = parts.flatMap(({ title, lines }) => [
    heading(title),
    ...lines.map(
      (line) =>
        new Paragraph({
          ...direction(line.text),
          spacing: { after: space.note },
          bullet: { level: 0 },
          children: [
            run(minutesText({ ...line, times: null })),
            ...(line.times === null ? [] : [run(`  ${line.times}`, soft)]),
          ],
        }),
    ),
  ])
  const source = minutesSource(annotations.minutes, timeZone)
  return [...sections, new Paragraph({ children: [run(source, soft)] })]
}

function notesPart(notes: readonly NoteText[]): Paragraph[] {
  if (notes.length === 0) return []
  const lines = notes.map(
    ({ text, time }) =>
      new Paragraph({
        ...direction(text),
        spacing: { after: space.note },
        children: [run(text), ...(time === null ? [] : [run(`  ${time}`, soft)])],
      }),
  )
  return [heading(exportMessages.notes), ...lines]
}

function paragraphOf({ speaker, time, text, mark, isGap }: Line): Paragraph {
  const head = [
    ...(speaker === null ? [] : [run(speaker, { bold: true })]),
    ...(time === null ? [] : [run(speaker === null ? time : `  ${time}`, soft)]),
  ]
  const broken = head.length === 0 ? {} : { break: 1 }
  return new Paragraph({
    ...direction(text),
    children: [
      ...head,
      run(text, { ...broken, ...(isGap ? { ...soft, italics: true } : {}) }),
      ...(mark === null ? [] : [run(` (${mark})`, soft)]),
    ],
  })
}

function direction(text: string): { bidirectional?: true } {
  return isRightToLeft(text) ? { bidirectional: true } : {}
}

function run(text: string, look: IRunOptions = {}): TextRun {
  const rightToLeft = isRightToLeft(text) ? { rightToLeft: true } : {}
  return new TextRun({ ...look, ...rightToLeft, text: xmlText(text) })
}

/** Removes the characters that XML cannot contain. */
function xmlText(text: string): string {
  return text.replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\p{Cs}]/gu, '')
}

/** Whether the first letter belongs to a script that is written from right to left. */
function isRightToLeft(text: string): boolean {
  return /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(
    text,
  )
}
