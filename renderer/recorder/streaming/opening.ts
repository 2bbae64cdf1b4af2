import type { Result } from '../../../preload/errors'
import type { SessionGrant } from '../../../preload/model'
import { judgeClosure, judgeGrantError, type ClosureVerdict } from './closures'
import type { Environment } from './environment'
import { createListener, type Listener, type ListenerOptions } from './listener'
import { lifeMs } from './rotation-plan'
import { openSession, type Session } from './session'

/** A session that began, and what it says. */
export interface Line {
  readonly session: Session
  readonly listener: Listener
  readonly beganAt: number
  /** How long it may last from then on, in ms. */
  readonly lifeMs: number
}

export type Begun =
  | { readonly ok: true; readonly line: Line }
  | { readonly ok: false; readonly verdict: ClosureVerdict }

/** A session on its way, from the request for a token to its Begin. */
export interface Opening {
  /** main has answered the request. */
  readonly granted: Promise<unknown>
  readonly begun: Promise<Begun>
  /** Leaves it at whatever point it is. */
  abandon(): void
}

export interface OpeningOptions extends Omit<ListenerOptions, 'model' | 'began'> {
  readonly lend: () => Promise<Result<SessionGrant>>
  readonly environment: Environment
}

const left = judgeClosure({ cause: 'terminated', text: 'abandoned' })

/** Asks for a token and opens a session with it; a failure is a value. */
export function openLine(options: OpeningOptions): Opening {
  const { lend, environment } = options
  let session: Session | null = null
  let abandoned = false

  function connect(grant: SessionGrant): Promise<Begun> {
    return new Promise((resolve) => {
      const listener = createListener({
        ...options,
        model: grant.model,
        began: ({ expires_at: expiresAt }) => {
          const beganAt = environment.now()
          const life = lifeMs(expiresAt, beganAt)
          resolve({ ok: true, line: { session: opened, listener, beganAt, lifeMs: life } })
        },
      })
      const opened = openSession(grant, listener, environment)
      session = opened
      void opened.ended.then((ending) => resolve({ ok: false, verdict: judgeClosure(ending) }))
    })
  }

  const granted = lend()
  return {
    granted,
    begun: granted.then((grant) => {
      if (!grant.ok) return { ok: false, verdict: judgeGrantError(grant.error) }
      return abandoned ? { ok: false, verdict: left } : connect(grant.value)
    }),
    abandon: () => {
      abandoned = true
      session?.abandon()
    },
  }
}
