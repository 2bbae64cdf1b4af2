import type { Behaviour, KeyState } from './options'
import type { SessionLimiter } from './limiter'
import { checkParameters, type SessionParameters } from './parameters'
import type { TokenRecord, TokenStore } from './tokens'

export type Verdict =
  | { readonly ok: true; readonly parameters: SessionParameters; readonly capSeconds: number }
  /** The code and the text of the Error. */
  | { readonly ok: false; readonly code: number; readonly text: string }

const longestSession = 10_800
/** What a socket says of keys that mint a token all the same. */
const laterRefusals: Partial<Record<KeyState, string>> = {
  'refused-later': 'Insufficient account balance',
  'forbidden-later': 'This account does not have access to streaming',
}
const unauthorized = 'Unauthorized Connection:'

export interface Credentials {
  readonly query: Readonly<Record<string, string>>
  readonly authorization: string | string[] | undefined
}

export interface GateContext {
  readonly behaviour: Behaviour
  readonly tokens: TokenStore
  readonly limiter: SessionLimiter
}

/** Decides who may open a session, and with which parameters. Counts a use of the token. */
export function admit({ query, authorization }: Credentials, context: GateContext): Verdict {
  const { behaviour, limiter } = context
  const credential = credentialOf({ query, authorization }, context)
  if (typeof credential === 'string') return refuse(1008, `${unauthorized} ${credential}`)
  const { refusedModels } = behaviour.session
  if (refusedModels.includes(query.speech_model ?? '')) {
    return refuse(
      3006,
      "User Input Validation Error: Invalid 'speech_model': Input should be a model",
    )
  }
  // A retired name is as good as any that is known.
  const successor = behaviour.session.routes[query.speech_model ?? '']
  const checked = checkParameters(successor ? { ...query, speech_model: successor } : query)
  if (!checked.ok) return refuse(3006, `User Input Validation Error: ${checked.text}`)
  if (!limiter.admit(behaviour.session.newSessionsPerMinute)) {
    return refuse(behaviour.session.limitCode, `${unauthorized} Too many concurrent sessions`)
  }
  return { ok: true, parameters: checked.parameters, capSeconds: credential.capSeconds }
}

/** The cap of the session that these credentials allow, or why they are refused. */
function credentialOf(
  { query, authorization }: Credentials,
  { behaviour, tokens }: GateContext,
): { capSeconds: number } | string {
  const state = (key: string) => behaviour.keys[key] ?? behaviour.unknownKeys
  if (query.token !== undefined) {
    const token = tokens.find(query.token)
    return token ? useToken(token, behaviour, laterRefusals[state(token.key)]) : 'Invalid API key'
  }
  if (typeof authorization !== 'string') return 'Missing Authorization header'
  // Only the raw key is accepted here; the token endpoint also accepts it after `Bearer`.
  const known = state(authorization)
  const later = laterRefusals[known]
  if (later !== undefined) return later
  return known === 'good' ? { capSeconds: longestSession } : 'Invalid API key'
}

function useToken(
  token: TokenRecord,
  behaviour: Behaviour,
  refused: string | undefined,
): { capSeconds: number } | string {
  if (Date.now() >= token.expiresAt) return 'Signature has expired'
  if (refused !== undefined) return refused
  if (behaviour.token.singleUse && token.uses > 0) return 'Token has already been used'
  token.uses += 1
  return { capSeconds: token.capSeconds }
}

function refuse(code: number, text: string): Verdict {
  return { ok: false, code, text }
}
