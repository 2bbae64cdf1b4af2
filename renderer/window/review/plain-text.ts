import { clock } from '../format'
import type { Row } from '../script/rows'
import { speakerName } from '../../../preload/speaker-name'
import { gapSentence } from '../script/words'

/** The script as text for the clipboard, a line a turn as in the exported text. */
export function plainText(title: string, date: string, rows: readonly Row[]): string {
  const lines = rows.flatMap((row) => {
    if (row.kind === 'turn') {
      return [`[${clock(row.startMs)}] ${speakerName(row.turn)}: ${row.turn.text}`]
    }
    return row.kind === 'gap' ? [`[${clock(row.startMs)}] (${gapSentence(row.gap)})`] : []
  })
  return `${[title, date, '', ...lines].join('\n')}\n`
}
