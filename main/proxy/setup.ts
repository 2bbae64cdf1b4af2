import { net, session } from 'electron'
import { ok } from '../../common/errors'
import {
  onNetworkServiceGone,
  openRequestSession,
  type CallHandlers,
  type Events,
  type RequestSession,
} from '../boundary'
import type { Keychain } from '../keys'
import { createLog } from '../platform'
import { passWithDownload } from './download-passage'
import { createPassage } from './passage'
import { fixedProxy } from './proxy-rules'
import { createProxySignIn } from './sign-in'

interface Setup {
  readonly events: Events
  readonly keychain: Keychain
  /** The other session of main's requests. */
  readonly onceSession: RequestSession
}

const log = createLog('proxy')

/**
 * The way to the network: through the proxy of the system, with the password that it asks for.
 *
 * Main's requests have a session of their own, and the recorder's session gets fixed settings before
 * each connection: a page of a custom scheme cannot use a configuration script itself
 * (https://github.com/electron/electron/issues/53887).
 */
export function setupProxy({ events, keychain, onceSession }: Setup) {
  const requests = openRequestSession('shared-requests')
  const recorder = session.defaultSession
  const { question, isSignedIn, handler, signIn } = createProxySignIn({
    keychain,
    onQuestion: (asked) => events.emit('proxy:question', asked),
  })
  const passageOf = (session: RequestSession) => createPassage({ net, session, handler })
  const first = passageOf(requests)
  const second = passageOf(onceSession)
  const recorderPassage = passageOf(() => recorder)
  const passage = async (url: string) => (await first(url)) && (await second(url))
  /** The address on whose way the proxy was met last. */
  let lastUrl = ''
  let recorderRules = ''
  /** The recorder's session forgot the password, and makes no request of main's any more. */
  let recorderIsBroken = false
  onNetworkServiceGone(() => {
    recorderIsBroken = true
  })

  async function useForRecorder(answer: string): Promise<void> {
    if (answer === recorderRules) return
    recorderRules = answer
    await recorder.setProxy(fixedProxy(answer))
  }
  const failed = (cause: unknown) => log.warn('proxy not set', { cause })
  useForRecorder('DIRECT').catch(failed)

  return {
    question,
    /** The session of main's requests. */
    requests,
    /** Signs in on the way to this address; returns whether something behind the proxy answered. */
    pass: (url: string) => {
      lastUrl = url
      return passage(url)
    },
    /** Prepares the recorder's session for a WebSocket to this address. */
    lend: async (socketUrl: string) => {
      const url = socketUrl.replace(/^ws/, 'http')
      try {
        await useForRecorder(await requests().resolveProxy(url))
        if (!isSignedIn()) return
        if (recorderIsBroken) await passWithDownload(url, recorder, handler())
        else await recorderPassage(url)
      } catch (cause) {
        failed(cause)
      }
    },
    /** Handles the `login` events of one request to this address, in a session of its own. */
    loginOf: (url: string) => {
      lastUrl = url
      return handler()
    },
    handlers: {
      'proxy:question': () => ok(question()),
      'proxy:sign-in': async (typed) => {
        const signedIn = await signIn(typed, () => passage(lastUrl))
        if (signedIn.ok) events.emit('proxy:signed-in', undefined)
        return signedIn
      },
    } satisfies Partial<CallHandlers>,
  }
}

export type Proxy = ReturnType<typeof setupProxy>
