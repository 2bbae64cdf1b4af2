import type { Result } from '../../preload/errors'
import type { RecorderEvent, SessionGrant, Source } from '../../preload/model'
import type { Environment } from './streaming/environment'
import { createStream, type Stream } from './streaming/stream'

/** The way of one source's frames to their words. */
export type WordsOutlet = Stream

/** Opens the way to the words for a source that is switched on, or back after it was away long. */
export interface Words {
  /** `startedAt`: zero of the time line now, ms since 1970. */
  open(source: Source, startedAt: number): WordsOutlet
}

export interface WordsOptions {
  readonly lend: (source: Source) => Promise<Result<SessionGrant>>
  readonly emit: (event: RecorderEvent) => void
  readonly environment: Environment
}

/** Where nobody writes anything down. */
export const noWords: Words = {
  open: () => ({
    push: () => undefined,
    pause: () => undefined,
    resume: () => undefined,
    online: () => undefined,
    stop: () => Promise.resolve(),
  }),
}

/** A stream that says when no session is wanted any more. */
export function openStream(
  { lend, emit, environment }: WordsOptions,
  source: Source,
  startedAt: number,
): Stream {
  let ending = false
  const stream = createStream({
    source,
    startedAt,
    lend: () => lend(source),
    // How a connection ends tells nothing of the one that may have taken its place.
    emit: (event) => {
      if (!ending || event.type !== 'connection') emit(event)
    },
    environment,
  })
  return {
    ...stream,
    stop: () => {
      ending = true
      emit({ type: 'connection', source, state: null, error: null })
      return stream.stop()
    },
  }
}

/** A session for each source, which begins with it and ends with it. */
export function createWords(options: WordsOptions): Words {
  return { open: (source, startedAt) => openStream(options, source, startedAt) }
}
