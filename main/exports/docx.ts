import { Document, HeadingLevel, Packer, Paragraph, TextRun, type IRunOptions } from 'docx'
import { exportMessages } from '../../preload/export-messages'
import type { TranscriptText } from '../../preload/model'
import { factsOf, titleOf } from './header'
import { linesOf, type Line, type TextOptions } from './lines'

/** Sizes in half points, spaces in twentieths of a point. */
const size = { text: 22, title: 36, small: 18 }
const space = { title: 60, facts: 280, turn: 180 }
const grey = '6B6B6B'

/** An Office Open XML document (Word, Pages, LibreOffice): the title, then a paragraph a turn. */
export async function toDocx(
  transcript: TranscriptText,
  options: TextOptions,
): Promise<Uint8Array> {
  const title = xmlText(titleOf(transcript.meeting))
  const lines = linesOf(transcript, options)
  const document = new Document({
    title,
    creator: exportMessages.product,
    styles: { default: { document: { run: { font: 'Calibri', size: size.text } } } },
    sections: [
      {
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            bidirectional: isRightToLeft(title),
            spacing: { after: space.title },
            children: [run(title, { bold: true, size: size.title })],
          }),
          new Paragraph({
            spacing: { after: space.facts },
            children: [
              run(factsOf(transcript.meeting, options.timeZone), { size: size.small, color: grey }),
            ],
          }),
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

function paragraphOf({ speaker, time, text, mark, isGap }: Line): Paragraph {
  const soft: IRunOptions = { size: size.small, color: grey }
  const head = [
    ...(speaker === null ? [] : [run(speaker, { bold: true })]),
    ...(time === null ? [] : [run(speaker === null ? time : `  ${time}`, soft)]),
  ]
  const said = isGap ? run(text, { ...soft, italics: true }) : run(text)
  return new Paragraph({
    bidirectional: isRightToLeft(text),
    spacing: { after: space.turn },
    children: [
      ...head,
      ...(head.length === 0 ? [] : [new TextRun({ break: 1 })]),
      said,
      ...(mark === null ? [] : [run(` (${mark})`, soft)]),
    ],
  })
}

function run(text: string, look: IRunOptions = {}): TextRun {
  return new TextRun({ ...look, text: xmlText(text), rightToLeft: isRightToLeft(text) })
}

/** The characters of Unicode that XML cannot hold in any way. */
function xmlText(text: string): string {
  return text.replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\p{Cs}]/gu, '')
}

/** Whether the first letter is of a script that is written from right to left. */
function isRightToLeft(text: string): boolean {
  return /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(
    text,
  )
}
