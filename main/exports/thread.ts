import { parentPort } from 'node:worker_threads'
import { unpackText, unpackWords, type Transcript, type Word } from '../../preload/model'
import type { PackedJob } from './exporter'
import { exportFile } from './write'

/** The whole of a transcript; without `words` each turn has none. */
function transcriptOf({ text, words }: Pick<PackedJob, 'text' | 'words'>): Transcript {
  const { meeting, gaps, turns } = unpackText(text)
  const keyOf = (turn: { sessionId: string; turnOrder: number }) =>
    `${turn.sessionId}:${turn.turnOrder}`
  const said = new Map(
    words === null ? [] : unpackWords(words).map((turn) => [keyOf(turn), turn.words] as const),
  )
  return {
    meeting,
    gaps,
    turns: turns.map((turn) => ({
      ...turn,
      words: JSON.parse(said.get(keyOf(turn)) ?? '[]') as Word[],
    })),
  }
}

/** Entry of the thread that writes files: does one job and says how it went. */
parentPort?.once('message', (job: PackedJob) => {
  void exportFile({ ...job, transcript: transcriptOf(job) }).then((result) =>
    parentPort?.postMessage(result),
  )
})
