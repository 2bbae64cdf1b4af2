/**
 * Joins lines to parts of at most `limit` characters, in order. A line that is longer is cut into
 * pieces that each begin with its `[number]`, so that no word is lost.
 */
export function partsOf(lines: readonly string[], limit: number): string[] {
  const parts: string[] = []
  let part = ''
  for (const piece of lines.flatMap((line) => pieces(line, limit))) {
    if (part !== '' && part.length + 1 + piece.length > limit) {
      parts.push(part)
      part = ''
    }
    part = part === '' ? piece : `${part}\n${piece}`
  }
  return part === '' ? parts : [...parts, part]
}

function pieces(line: string, limit: number): string[] {
  if (line.length <= limit) return [line]
  const head = /^\[\d+\] /.exec(line)?.[0] ?? ''
  const room = Math.max(1, limit - head.length)
  const found: string[] = []
  let rest = line.slice(head.length)
  while (rest !== '') {
    const end = endOf(rest, room)
    found.push(head + rest.slice(0, end).trim())
    rest = rest.slice(end).trimStart()
  }
  return found
}

/** Where to cut: after the last space within the room, and never between two halves of a character. */
function endOf(text: string, room: number): number {
  if (text.length <= room) return text.length
  const space = text.lastIndexOf(' ', room)
  if (space > room / 2) return space
  return room > 1 && /[\ud800-\udbff]/.test(text.charAt(room - 1)) ? room - 1 : room
}
