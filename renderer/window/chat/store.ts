import type { Result } from '../../../common/errors'
import type { ChatSettings } from '../../../common/model'
import { createStore, type Readable } from '../../shared/store'
import type { Notices } from '../notices/store'
import type { SettingsFeature } from '../settings/store'
import type { MainProcess } from '../stores/main-process'

/** Which language model is asked. */
export interface ChatFeature {
  /** Whether there is a key for the host of `other`; null until main has answered. */
  readonly hasKey: Readable<boolean | null>
  readonly loadKey: () => Promise<void>
  /** The models of the server; it is asked for nothing else. */
  readonly models: () => Promise<Result<string[]>>
  readonly save: (change: Partial<ChatSettings>) => Promise<Result<unknown>>
  readonly setKey: (key: string, keep: 'keychain' | 'memory') => Promise<Result<undefined>>
  readonly removeKey: () => Promise<void>
}

interface ChatDeps {
  readonly notices: Notices
  readonly settings: SettingsFeature
}

export function createChat(main: MainProcess, { notices, settings }: ChatDeps): ChatFeature {
  const hasKey = createStore<boolean | null>(null)
  const loadKey = async () => {
    const found = await main.call('chat:has-key', undefined)
    if (found.ok) hasKey.set(found.value)
  }
  return {
    hasKey,
    loadKey,
    models: () => main.call('chat:models', undefined),
    save: async (change) => {
      const current = settings.current.get()
      if (current === null) return { ok: true, value: undefined }
      const saved = await settings.save({ chat: { ...current.chat, ...change } })
      void loadKey()
      return saved
    },
    setKey: async (key, keep) => {
      const saved = await main.call('chat:set-key', { key, keep })
      void loadKey()
      return saved
    },
    removeKey: async () => {
      notices.report(await main.call('chat:remove-key', undefined))
      void loadKey()
    },
  }
}
