import { dialog, type BrowserWindow, type MessageBoxOptions } from 'electron'
import { fail, ok, type Result } from '../../common/errors'
import { mainMessages } from '../../common/text'
import type { SettingsStore } from '../settings'
import type { ChatTarget } from './target'

/** Asks once for each provider and host before anything is sent there. */
export type Agree = (target: ChatTarget) => Promise<Result<undefined>>

/**
 * SECURITY: main itself asks, so a page that runs foreign code can name a host but sends nothing there.
 * Error: `chat-not-agreed`.
 */
export function createAgree(settings: SettingsStore, window: () => BrowserWindow | null): Agree {
  const text = mainMessages.chat
  let asking: Promise<unknown> = Promise.resolve()

  async function ask({ provider, origin }: ChatTarget): Promise<Result<undefined>> {
    const place = `${provider} ${origin}`
    const { chatHosts } = settings.get()
    if (chatHosts.agreed.includes(place)) return ok(undefined)
    const question: MessageBoxOptions = {
      type: 'question',
      message: text.message(text.providers[provider]),
      detail: text.detail(origin),
      buttons: [text.cancel, text.send],
      defaultId: 1,
      cancelId: 0,
    }
    const owner = window()
    const { response } = await (owner
      ? dialog.showMessageBox(owner, question)
      : dialog.showMessageBox(question))
    if (response !== 1) return fail('chat-not-agreed')
    // Read again: the answer may take minutes.
    const now = settings.get().chatHosts
    const saved = settings.patch({ chatHosts: { ...now, agreed: [...now.agreed, place] } })
    return saved.ok ? ok(undefined) : saved
  }

  return (target) => {
    const answer = asking.then(() => ask(target))
    asking = answer.catch(() => undefined)
    return answer
  }
}
