import { clock } from '../format'
import type { Row } from '../script/rows'
import { speakerName } from '../script/speakers'
import { gapSentence } from '../script/words'

/** The script as text for the clipboard: name and time, then the words, a blank line between. */
export function plainText(title: string, date: string, rows: readonly Row[]): string {
  const blocks = rows.flatMap((row) => {
    if (row.kind === 'turn') {
      return [`${speakerName(row.turn)}  ${clock(row.startMs)}\n${row.turn.text}`]
    }
    return row.kind === 'gap' ? [`[${clock(row.startMs)}] ${gapSentence(row.gap)}`] : []
  })
  return `${[`${title}\n${date}`, ...blocks].join('\n\n')}\n`
}
