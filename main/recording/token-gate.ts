import { fail, type ErrorValue, type Result } from '../../common/errors'
import type { SessionGrant, Source } from '../../common/model'
import type { Problems } from './problems'
import type { RecordingSources } from './sources'
import type { SpeechSettings } from './speech-settings'

/** Requests a grant for one connection, with the current settings. */
export type RequestGrant = (
  source: Source,
  settings: SpeechSettings,
  request: {
    /** Aborted when the recording ends. */
    readonly signal: AbortSignal
    /** Called before each wait for another try, with its reason. */
    readonly onWait: (error: ErrorValue) => void
  },
) => Promise<Result<SessionGrant>>

/** The only way from one recording to a token. */
export interface TokenGate {
  /** Returns a grant for the recorder; `token-not-lent` unless this run of it captures now. */
  lend(runId: string, source: Source): Promise<Result<SessionGrant>>
  /** Call it when Stop is pressed: no token is requested any more. */
  close(): void
}

export interface TokenGateOptions {
  readonly grant: RequestGrant
  readonly speech: () => SpeechSettings
  readonly sources: Pick<RecordingSources, 'connectionOf'>
  readonly problems: Problems
  readonly showStatus: () => void
  /** Whether this run of the recorder captures now. */
  readonly isCapturing: (runId: string) => boolean
}

/**
 * SECURITY: a token means money and speech. None leaves main unless this recording is running, not even
 * one that was requested before Stop or a pause and arrived after it.
 */
export function createTokenGate(options: TokenGateOptions): TokenGate {
  const { grant, speech, sources, problems, showStatus, isCapturing } = options
  const closed = new AbortController()
  const { signal } = closed
  const isOpen = (runId: string) => !signal.aborted && isCapturing(runId)

  function onWait(source: Source, error: ErrorValue): void {
    // While words arrive, the token is for the next session, and there is time.
    if (signal.aborted || sources.connectionOf(source) === 'live') return
    if (problems.set('connection', source, error)) showStatus()
  }

  return {
    lend: async (runId, source) => {
      if (!isOpen(runId)) return fail('token-not-lent')
      const granted = await grant(source, speech(), {
        signal,
        onWait: (error) => onWait(source, error),
      })
      return isOpen(runId) ? granted : fail('token-not-lent')
    },
    close: () => closed.abort(),
  }
}
