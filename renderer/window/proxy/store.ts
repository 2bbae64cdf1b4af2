import type { ErrorValue } from '../../../common/errors'
import type { ProxyCredentials, ProxyQuestion } from '../../../common/model'
import { createStore, type Readable, type Store } from '../../shared/store'
import type { Notices } from '../notices/store'
import type { MainProcess } from '../stores/main-process'

/** The proxy of the network, if it asks for a password. */
export interface ProxyStore {
  readonly question: Readable<ProxyQuestion | null>
  /** Whether the dialog is shown: by itself for a new question, later only if somebody wants it. */
  readonly open: Store<boolean>
  /** Returns why it failed, or null. */
  readonly signIn: (credentials: ProxyCredentials) => Promise<ErrorValue | null>
}

export function createProxy(main: MainProcess, { notices }: { notices: Notices }): ProxyStore {
  const question = createStore<ProxyQuestion | null>(null)
  const open = createStore(false)

  function ask(asked: ProxyQuestion | null): void {
    const isNew = asked?.proxy !== question.get()?.proxy
    question.set(asked)
    if (isNew) open.set(asked !== null)
  }

  main.on('proxy:question', ask)
  main.load('proxy:question', ask)
  return {
    question,
    open,
    signIn: async (credentials) => {
      const result = await main.call('proxy:sign-in', credentials)
      if (!result.ok) return result.error
      if (result.value.notStored !== null) notices.show(result.value.notStored)
      else notices.close()
      return null
    },
  }
}
