import type { NoteLine } from '../../../../common/model'

export type NoteLook = 'plain' | 'sign' | 'heading' | 'strong' | 'code'

/** A part of a line with one look; the text is unchanged. */
export interface NotePiece {
  readonly text: string
  readonly look: NoteLook
}

/** Splits a line of Markdown into parts: dimmed markup, headings, bold text and code. */
export function inkOf(line: string): readonly NotePiece[] {
  const [, sign = '', rest = ''] =
    /^(\s*(?:#{1,6}\s|[-*+]\s(?:\[[ xX]\]\s)?|\d+[.)]\s|>\s?)?)(.*)$/su.exec(line) ?? []
  const heading = sign.includes('#')
  const pieces: NotePiece[] = [{ text: sign, look: 'sign' }]
  let from = 0
  for (const { 0: found, index } of rest.matchAll(/(\*\*|__)(?=\S).+?\1|`[^`]+`/gu)) {
    pieces.push({ text: rest.slice(from, index), look: heading ? 'heading' : 'plain' })
    pieces.push({ text: found, look: found.startsWith('`') ? 'code' : 'strong' })
    from = index + found.length
  }
  pieces.push({ text: rest.slice(from), look: heading ? 'heading' : 'plain' })
  return pieces.filter((piece) => piece.text !== '')
}

/**
 * The time of each line of a text that may be newer than the saved one. Unchanged lines at the start
 * and at the end keep their times, and so does a single changed line.
 */
export function timesOf(
  lines: readonly string[],
  saved: readonly NoteLine[],
): readonly (number | null)[] {
  let start = 0
  while (start < lines.length && start < saved.length && lines[start] === saved[start]?.text)
    start++
  let end = 0
  while (
    end < lines.length - start &&
    end < saved.length - start &&
    lines[lines.length - 1 - end] === saved[saved.length - 1 - end]?.text
  )
    end++
  const sameCount = lines.length === saved.length
  return lines.map((_, index) => {
    if (index < start || sameCount) return saved[index]?.atMs ?? null
    const back = lines.length - 1 - index
    return back < end ? (saved[saved.length - 1 - back]?.atMs ?? null) : null
  })
}
