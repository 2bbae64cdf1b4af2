import { exportMessages } from '../../preload/export-messages'
import type { Mark, Meeting, NoteLine, WordlessTurn } from '../../preload/model'
import { oneLine, startOf, type Entry } from './entries'
import { readingTime } from './times'

/** What a person wrote beside a meeting. */
export interface Beside {
  readonly notes: readonly NoteLine[]
  readonly marks: readonly Mark[]
}

/** A line of notes for reading; `time` where it is another than that of the line before. */
export interface NoteText {
  readonly text: string
  readonly time: string | null
}

/** The lines of the notes without empty ones at their beginning and end; none where nothing was noted. */
export function notesOf(beside: Beside | undefined, times: boolean): NoteText[] {
  let last: string | null = null
  const lines = (beside?.notes ?? []).map(({ text, atMs }): NoteText => {
    const line = lineText(text)
    const time = times && atMs !== null && line.trim() !== '' ? readingTime(atMs) : null
    const shown = time === last ? null : time
    last = time ?? last
    return { text: line, time: shown }
  })
  const isFull = ({ text }: NoteText) => text.trim() !== ''
  return lines.slice(lines.findIndex(isFull), lines.findLastIndex(isFull) + 1)
}

/** As it was typed, with its indent, and nothing in it that would end the line. */
function lineText(text: string): string {
  const indent = /^[ \t]*/.exec(text)?.[0] ?? ''
  return indent + oneLine(text)
}

/** What is said of the marks of each entry, by its place: of those from its beginning to the next. */
export function marksByEntry<T extends WordlessTurn>(
  entries: readonly Entry<T>[],
  beside: Beside | undefined,
  times: boolean,
): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>()
  for (const { atMs } of beside?.marks ?? []) {
    const place = Math.max(
      0,
      entries.findLastIndex((entry) => startOf(entry) <= atMs),
    )
    const before = found.get(place) ?? []
    if (times) found.set(place, [...before, exportMessages.markedAt(readingTime(atMs))])
    else found.set(place, [exportMessages.marked])
  }
  return found
}

/** The tags of a meeting as one line, or null where it has none. */
export function tagsOf({ tags }: Pick<Meeting, 'tags'>): string | null {
  return tags.length === 0 ? null : exportMessages.tags(tags.map(oneLine).join(', '))
}
