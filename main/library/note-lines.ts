import type { NoteLine } from '../../common/model'
import { changesBetween } from './text-diff'

/**
 * Returns the lines of a text that replaces `before`. A line that stayed, or was changed in its place,
 * keeps its start time; a new one gets `atMs`, which is null outside the recording.
 */
export function linesAfter(
  before: readonly NoteLine[],
  text: string,
  atMs: number | null,
): NoteLine[] {
  if (text === '') return []
  const after = text.replaceAll(/\r\n?/g, '\n').split('\n')
  return changesBetween(before, after).flatMap((change): readonly NoteLine[] => {
    if (change.kept !== null) return change.kept
    return change.written.map((line, index) => {
      const stoodHere = change.taken[index]
      return { text: line, atMs: stoodHere ? stoodHere.atMs : atMs }
    })
  })
}
