import type { Result } from '../../common/errors'
import type { RecorderEvent, SessionGrant, Source } from '../../common/model'
import type { StreamingDeps } from './streaming/deps'
import { createModelChoice } from './streaming/model-choice'
import { createSilence } from './streaming/silence'
import type { SessionUpdates } from './streaming/session-updates'
import { createStream, type Stream } from './streaming/stream'

/** Takes the frames of one source. Their words are reported. */
export type TranscriberStream = Stream

/** Transcribes the sources of one recording. */
export interface Transcriber {
  /** `zeroAt` is zero of the time line now, in ms of the clock in `StreamingDeps`. */
  open(source: Source, zeroAt: number): TranscriberStream
}

export interface TranscriberOptions {
  readonly requestToken: (source: Source) => Promise<Result<SessionGrant>>
  readonly report: (event: RecorderEvent) => void
  readonly updates: SessionUpdates
  readonly deps: StreamingDeps
}

/** For a sound check: nothing is transcribed. */
export const withoutTranscription: Transcriber = {
  open: () => ({
    push: () => undefined,
    pause: () => undefined,
    resume: () => undefined,
    online: () => undefined,
    stop: () => Promise.resolve(),
  }),
}

/** A session for each source. It begins and ends with its source. */
export function createTranscriber(options: TranscriberOptions): Transcriber {
  const { requestToken, report, updates, deps } = options
  const models = createModelChoice()
  const silence = createSilence(deps)
  return {
    open: (source, zeroAt) =>
      createStream({
        source,
        zeroAt,
        requestToken: () => requestToken(source),
        report,
        models,
        updates,
        silence,
        deps,
      }),
  }
}
