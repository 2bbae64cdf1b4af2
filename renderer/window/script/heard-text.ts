import type { WordlessTurn } from '../../../preload/model'
import type { Reader } from './reader'
import type { ScriptTurn } from './words'

/** What the engines heard while a turn was said: a turn that was split or joined stands for others. */
export function heardText(
  heard: readonly WordlessTurn[],
  { source, startMs, endMs }: Pick<ScriptTurn, 'source' | 'startMs' | 'endMs'>,
): string {
  return heard
    .filter((turn) => turn.source === source && turn.startMs < endMs && turn.endMs > startMs)
    .map((turn) => turn.text)
    .join(' ')
}

/** Shows what was heard in place of a turn's words, or hides it again. */
export function toggleHeard(reader: Reader, key: string, read: () => Promise<void>): void {
  const heard = new Set(reader.heard.get())
  if (!heard.delete(key)) {
    heard.add(key)
    void read()
  }
  reader.heard.set(heard)
}
