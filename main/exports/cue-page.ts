import { columnsOf } from './characters'
import { maxColumns, type CueWord } from './cue-words'

/** The lines of one subtitle while words are added to it. */
export interface Page {
  /** The finished lines; with two speakers each has one line that starts with a dash. */
  lines(): string[]
  /** The speaker of each line. */
  speakers(): string[]
  /** Adds a word; returns false if it has no room. */
  add(word: Pick<CueWord, 'text' | 'spaced'>, speaker: string): boolean
}

const maxLines = 2
const dash = '- '

interface Line {
  readonly speaker: string
  text: string
  columns: number
}

/** `prefixOf` returns what comes before the first words of a speaker, such as the name. */
export function createPage(prefixOf: (speaker: string) => string): Page {
  let lines: Line[] = []
  const speakers = () => [...new Set(lines.map(({ speaker }) => speaker))]

  function append(line: Line, { text, spaced }: Pick<CueWord, 'text' | 'spaced'>, room: number) {
    const space = spaced && line.text !== '' ? ' ' : ''
    const columns = columnsOf(text) + space.length
    if (line.columns + columns > room) return false
    line.text += space + text
    line.columns += columns
    return true
  }

  /** A first line for a speaker: the prefix, and at least one word after it. */
  function begin(word: Pick<CueWord, 'text' | 'spaced'>, speaker: string, room: number) {
    const prefix = prefixOf(speaker)
    const named = { speaker, text: prefix, columns: columnsOf(prefix) }
    // A name that leaves no room for the first word is left out.
    if (prefix !== '' && append(named, { ...word, spaced: true }, room)) return named
    const plain = { speaker, text: '', columns: 0 }
    return append(plain, word, room) ? plain : null
  }

  function addSpeaker(word: Pick<CueWord, 'text' | 'spaced'>, speaker: string): boolean {
    const room = maxColumns - dash.length
    const [first] = lines
    if (lines.length !== 1 || first === undefined || first.columns > room) return false
    const line = begin(word, speaker, room)
    if (line === null) return false
    lines.push(line)
    return true
  }

  return {
    lines: () =>
      speakers().length > 1 ? lines.map(({ text }) => dash + text) : lines.map(({ text }) => text),
    speakers,
    add: (word, speaker) => {
      if (lines.length === 0) {
        const line = begin(word, speaker, maxColumns)
        lines = line ? [line] : []
        return line !== null
      }
      const own = lines.findLast((line) => line.speaker === speaker)
      if (!own) return addSpeaker(word, speaker)
      const isDialogue = lines[0]?.speaker !== lines.at(-1)?.speaker
      if (append(own, word, isDialogue ? maxColumns - dash.length : maxColumns)) return true
      if (isDialogue || lines.length === maxLines) return false
      const next = { speaker, text: '', columns: 0 }
      if (!append(next, word, maxColumns)) return false
      lines.push(next)
      return true
    },
  }
}
