import { parseWords } from '../../common/stored-words'
import { turnKey } from '../../common/turn-key'
import { parentPort } from 'node:worker_threads'
import { unpackText, unpackWords, type Transcript } from '../../common/model'
import type { PackedJob } from './exporter'
import { exportMessages } from '../../common/text'
import { speakLikeMain } from '../platform'
import { exportFile } from './write'

speakLikeMain({ exports: exportMessages })

/** Restores a transcript; if `words` is null, its turns have no words. */
function transcriptOf({ text, words }: Pick<PackedJob, 'text' | 'words'>): Transcript {
  const { meeting, gaps, turns } = unpackText(text)
  const said = new Map(
    words === null ? [] : unpackWords(words).map((turn) => [turnKey(turn), turn.words] as const),
  )
  return {
    meeting,
    gaps,
    turns: turns.map((turn) => ({
      ...turn,
      words: parseWords(said.get(turnKey(turn)) ?? '[]'),
    })),
  }
}

/** The entry of the export thread: it runs one job and sends the result. */
parentPort?.once('message', (job: PackedJob) => {
  void exportFile({ ...job, transcript: transcriptOf(job) }).then((result) =>
    parentPort?.postMessage(result),
  )
})
