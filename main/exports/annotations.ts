import { exportMessages } from '../../common/text'
import type { Mark, Meeting, Minutes, NoteLine, WordlessTurn } from '../../common/model'
import { oneLine, startOf, type Entry } from './entries'
import { readingTime } from './times'

/** The notes, marks and minutes of a meeting. */
export interface Annotations {
  readonly notes: readonly NoteLine[]
  readonly marks: readonly Mark[]
  readonly minutes?: Minutes | null | undefined
}

/** A line of the notes; `time` is null if it equals that of the line before. */
export interface NoteText {
  readonly text: string
  readonly time: string | null
}

/** Returns the lines of the notes, without empty lines at the start and the end. */
export function notesOf(annotations: Annotations | undefined, times: boolean): NoteText[] {
  let last: string | null = null
  const lines = (annotations?.notes ?? []).map(({ text, atMs }): NoteText => {
    const line = lineText(text)
    const time = times && atMs !== null && line.trim() !== '' ? readingTime(atMs) : null
    const shown = time === last ? null : time
    last = time ?? last
    return { text: line, time: shown }
  })
  const isFull = ({ text }: NoteText) => text.trim() !== ''
  return lines.slice(lines.findIndex(isFull), lines.findLastIndex(isFull) + 1)
}

/** Returns a line with its indent and without characters that would end it. */
function lineText(text: string): string {
  const indent = /^[ \t]*/.exec(text)?.[0] ?? ''
  return indent + oneLine(text)
}

/** Returns the texts of the marks by the index of the entry in which each mark lies. */
export function marksByEntry<T extends WordlessTurn>(
  entries: readonly Entry<T>[],
  annotations: Annotations | undefined,
  times: boolean,
): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>()
  for (const { atMs } of annotations?.marks ?? []) {
    const index = Math.max(
      0,
      entries.findLastIndex((entry) => startOf(entry) <= atMs),
    )
    const before = found.get(index) ?? []
    if (times) found.set(index, [...before, exportMessages.markedAt(readingTime(atMs))])
    else found.set(index, [exportMessages.marked])
  }
  return found
}

/** Returns the tags of a meeting as one line, or null if it has none. */
export function tagsOf({ tags }: Pick<Meeting, 'tags'>): string | null {
  return tags.length === 0 ? null : exportMessages.tags(tags.map(oneLine).join(', '))
}
