import type { AuthInfo } from 'electron'
import { errorValue, fail, ok, type ErrorValue, type Result } from '../../common/errors'
import type { ProxyCredentials, ProxyQuestion } from '../../common/model'
import { proxySignInSchema } from '../../common/schemas'
import type { Keychain } from '../keys'
import { hideFromLogs } from '../platform'

type Answer = (user?: string, password?: string) => void

/** Handles the `login` event of one request of Electron's `net`. */
export type LoginHandler = (
  info: Pick<AuthInfo, 'isProxy' | 'host' | 'port'>,
  answer: Answer,
) => void

/** The names and passwords of proxies: in memory, and in the keychain. */
export interface ProxySignIn {
  /** The proxy that waits for a person to sign in, or null. */
  question(): ProxyQuestion | null
  /** Whether some proxy has a password from here. */
  isSignedIn(): boolean
  /** A handler for one request. If it has nothing to answer, it asks the person. */
  handler(): LoginHandler
  /** Takes what a person typed; `works` tries it. It is stored in the keychain if it does. */
  signIn(
    typed: ProxyCredentials,
    works: () => Promise<boolean>,
  ): Promise<Result<{ notStored: ErrorValue | null }>>
}

export interface ProxySignInOptions {
  readonly keychain: Pick<Keychain, 'read' | 'write'>
  /** Called when the question changes. */
  readonly onQuestion: (question: ProxyQuestion | null) => void
}

const accountOf = (proxy: string) => `proxy ${proxy}`

/**
 * SECURITY: a password goes to the proxy for which it was typed and to nobody else, neither another
 * proxy nor a server. It is answered once for each request, because Chromium asks about thirty times
 * for the same request if it is wrong.
 */
export function createProxySignIn({ keychain, onQuestion }: ProxySignInOptions): ProxySignIn {
  const known = new Map<string, ProxyCredentials>()
  /** What a proxy refused, so that the keychain does not give it again. */
  const refused = new Set<string>()
  let question: ProxyQuestion | null = null

  function setQuestion(next: ProxyQuestion | null): void {
    if (question?.proxy === next?.proxy && question?.refused === next?.refused) return
    question = next
    onQuestion(next)
  }

  async function credentialsFor(proxy: string): Promise<ProxyCredentials | null> {
    const remembered = known.get(proxy)
    if (remembered !== undefined) return remembered
    const stored = await keychain.read(accountOf(proxy))
    const credentials = stored.ok && stored.value !== null ? parse(stored.value) : null
    if (credentials === null || refused.has(idOf(proxy, credentials))) return null
    hideFromLogs(credentials.password)
    known.set(proxy, credentials)
    return credentials
  }

  function handler(): LoginHandler {
    let given: ProxyCredentials | null = null
    return ({ isProxy, host, port }, answer) => {
      const proxy = `${host}:${port}`
      if (!isProxy) return answer()
      if (given !== null) {
        refused.add(idOf(proxy, given))
        if (known.get(proxy) === given) known.delete(proxy)
        setQuestion({ proxy, refused: true })
        return answer()
      }
      void credentialsFor(proxy).then((credentials) => {
        given = credentials
        if (credentials !== null) return answer(credentials.user, credentials.password)
        setQuestion({ proxy, refused: question?.proxy === proxy && question.refused })
        answer()
      })
    }
  }

  return {
    question: () => question,
    isSignedIn: () => known.size > 0,
    handler,
    signIn: async (typed, works) => {
      if (question === null) return fail('proxy-not-asking')
      const { proxy } = question
      hideFromLogs(typed.password)
      known.set(proxy, typed)
      if (!(await works())) {
        return known.get(proxy) === typed ? fail('proxy-failed') : fail('proxy-rejected')
      }
      setQuestion(null)
      const stored = await keychain.write(accountOf(proxy), JSON.stringify(typed), null)
      if (stored.ok) return ok({ notStored: null })
      return ok({ notStored: errorValue('proxy-not-stored', stored.error.sentence) })
    },
  }
}

const idOf = (proxy: string, { user, password }: ProxyCredentials) =>
  JSON.stringify([proxy, user, password])

function parse(stored: string): ProxyCredentials | null {
  try {
    const parsed = proxySignInSchema.safeParse(JSON.parse(stored))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
