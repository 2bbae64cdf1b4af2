import type { Result } from '../../../common/errors'
import type { PaidExtra, SessionGrant, SessionUpdate } from '../../../common/model'
import { judgeClose, judgeTokenError, type CloseVerdict } from './close-codes'
import { paidExtrasOf, withUpdate } from './paid-extras'
import { connectSession, type Session, type SessionBegin, type SessionOptions } from './session'
import {
  createSessionEvents,
  type SessionEvents,
  type SessionEventsOptions,
} from './session-events'

/** A session that began, and its events. */
export interface OpenSession extends SessionBegin {
  readonly session: Session
  readonly events: SessionEvents
  /** Changes what the session listens for, and reports what that costs. */
  configure(update: SessionUpdate): void
}

export type OpeningResult =
  | { readonly ok: true; readonly open: OpenSession }
  | { readonly ok: false; readonly verdict: CloseVerdict }

/** A session that is being opened, from the request for a token to its Begin. */
export interface Opening {
  /** Main has answered the request. */
  readonly granted: Promise<unknown>
  readonly result: Promise<OpeningResult>
  /** Ends it at any point. */
  abandon(): void
}

export interface OpeningOptions
  extends Omit<SessionEventsOptions, 'grant'>, Pick<SessionOptions, 'idle'> {
  readonly requestToken: () => Promise<Result<SessionGrant>>
}

/** Requests a token and opens a session with it. A failure is a value. */
export function openSession(options: OpeningOptions): Opening {
  let session: Session | null = null
  let isAbandoned = false

  async function connect(granted: SessionGrant): Promise<OpeningResult> {
    const grant = options.models.apply(granted)
    const events = createSessionEvents({ ...options, grant })
    const { deps, idle, source, report } = options
    const connected = connectSession(grant, { handlers: events, deps, idle })
    session = connected
    const begin = await connected.begun
    if (begin !== null) {
      const { id: sessionId, connectingMs } = begin
      const { model: requested } = grant
      const { model } = events
      let extras: readonly PaidExtra[] = paidExtrasOf(grant.url)
      report({
        type: 'session-began',
        source,
        sessionId,
        requested,
        model,
        extras: [...extras],
        connectingMs,
      })
      void connected.ended.then(({ billedSeconds }) =>
        report({ type: 'session-ended', sessionId, billedSeconds }),
      )
      const configure = (update: SessionUpdate): void => {
        connected.configure(update)
        const next = withUpdate(extras, update)
        if (next === extras) return
        extras = next
        report({ type: 'session-extras', sessionId, extras: [...extras] })
      }
      return { ok: true, open: { ...begin, session: connected, events, configure } }
    }
    const verdict = judgeClose(await connected.ended)
    if (verdict.error?.code !== 'model-refused') return { ok: false, verdict }
    report({ type: 'problem', source, error: verdict.error })
    const action = options.models.refused(grant.model) ? 're-mint' : 'stop'
    return { ok: false, verdict: { ...verdict, action } }
  }

  const granted = options.requestToken()
  return {
    granted,
    result: granted.then((grant) => {
      if (!grant.ok) return { ok: false, verdict: judgeTokenError(grant.error) }
      if (!isAbandoned) return connect(grant.value)
      return { ok: false, verdict: judgeClose({ cause: 'terminated', text: 'abandoned' }) }
    }),
    abandon: () => {
      isAbandoned = true
      session?.abandon()
    },
  }
}
