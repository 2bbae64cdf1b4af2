import type { Knobs } from './knobs'
import type { SessionLimiter } from './limiter'
import { checkParameters, type SessionParameters } from './parameters'
import type { TokenRecord, TokenStore } from './tokens'

export type Verdict =
  | { readonly ok: true; readonly parameters: SessionParameters; readonly capSeconds: number }
  /** The code and the text of the Error. */
  | { readonly ok: false; readonly code: number; readonly text: string }

const longestSession = 10_800
const unauthorized = 'Unauthorized Connection:'

/** Who may open a session, and with which parameters. Counts a use of the token. */
export function admit(
  query: Readonly<Record<string, string>>,
  authorization: string | string[] | undefined,
  knobs: Knobs,
  tokens: TokenStore,
  limiter: SessionLimiter,
): Verdict {
  const credential = credentialOf(query, authorization, knobs, tokens)
  if (typeof credential === 'string') return refuse(1008, `${unauthorized} ${credential}`)
  const checked = checkParameters(query)
  if (!checked.ok) return refuse(3006, `User Input Validation Error: ${checked.text}`)
  if (!limiter.admit(knobs.session.newSessionsPerMinute)) {
    return refuse(knobs.session.limitCode, `${unauthorized} Too many concurrent sessions`)
  }
  return { ok: true, parameters: checked.parameters, capSeconds: credential.capSeconds }
}

/** What was shown at the door, or why it is not good enough. */
function credentialOf(
  query: Readonly<Record<string, string>>,
  authorization: string | string[] | undefined,
  knobs: Knobs,
  tokens: TokenStore,
): { capSeconds: number } | string {
  const state = (key: string) => knobs.keys[key] ?? knobs.unknownKeys
  if (query.token !== undefined) {
    const token = tokens.find(query.token)
    return token ? lookAt(token, knobs, state(token.key) === 'refused-later') : 'Invalid API key'
  }
  if (typeof authorization !== 'string') return 'Missing Authorization header'
  // The raw key alone: with Bearer it is not a key here, though the token endpoint takes it.
  const known = state(authorization)
  if (known === 'refused-later') return 'Insufficient account balance'
  return known === 'good' ? { capSeconds: longestSession } : 'Invalid API key'
}

function lookAt(
  token: TokenRecord,
  knobs: Knobs,
  refused: boolean,
): { capSeconds: number } | string {
  if (Date.now() >= token.expiresAt) return 'Signature has expired'
  if (refused) return 'Insufficient account balance'
  if (knobs.token.singleUse && token.uses > 0) return 'Token has already been used'
  token.uses += 1
  return { capSeconds: token.capSeconds }
}

function refuse(code: number, text: string): Verdict {
  return { ok: false, code, text }
}
