import type { NoteLine } from '../../preload/model'
import { changesBetween } from './changes'

/**
 * The lines of a text that was written over `before`. A line that stayed, or was changed where it
 * stood, keeps the time at which it was begun; a new one is begun at `atMs`, null outside of the
 * recording.
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
