import { fail, ok, type Result } from '../../common/errors'
import type { Keychain } from '../keys'
import type { SettingsStore } from '../settings'

/** Keys of servers that a person added. Each belongs to one origin, and no call reads one back. */
export interface ChatKeys {
  has(origin: string): boolean
  /** Null if there is none. */
  read(origin: string): Promise<Result<string | null>>
  /** Errors: `key-empty`, `key-has-spaces`, `key-too-long`, and those of the keychain. */
  set(origin: string, typed: string, keep: 'keychain' | 'memory'): Promise<Result<undefined>>
  remove(origin: string): Promise<Result<undefined>>
}

/** Windows stores at most 2,560 bytes in an entry. */
const longestKey = 2_048
/** SECURITY: the origin is part of the name of the entry, so a key is never found for another host. */
const accountOf = (origin: string) => `chat ${origin}`

export function createChatKeys(keychain: Keychain, settings: SettingsStore): ChatKeys {
  /** Kept until Parley quits if there is no keychain. */
  const memory = new Map<string, string>()
  const list = () => settings.get().chatHosts.withKey
  const note = (withKey: readonly string[]) =>
    settings.patch({ chatHosts: { ...settings.get().chatHosts, withKey: [...withKey] } })
  return {
    has: (origin) => memory.has(origin) || list().includes(origin),
    read: (origin) => {
      const kept = memory.get(origin)
      if (kept !== undefined) return Promise.resolve(ok(kept))
      const isStored = list().includes(origin)
      return isStored ? keychain.read(accountOf(origin)) : Promise.resolve(ok(null))
    },
    set: async (origin, typed, keep) => {
      const key = typed.trim()
      if (key === '') return fail('key-empty')
      // A line break would end the HTTP header.
      if (!/^[\x21-\x7e]+$/.test(key)) return fail('key-has-spaces')
      if (key.length > longestKey) return fail('key-too-long')
      if (keep === 'memory') {
        memory.set(origin, key)
        return ok(undefined)
      }
      const before = await keychain.read(accountOf(origin))
      if (!before.ok) return before
      const written = await keychain.write(accountOf(origin), key, before.value)
      if (!written.ok) return written
      memory.delete(origin)
      const noted = note([...list().filter((other) => other !== origin), origin])
      return noted.ok ? ok(undefined) : noted
    },
    remove: async (origin) => {
      if (memory.delete(origin) && !list().includes(origin)) return ok(undefined)
      const removed = await keychain.remove(accountOf(origin))
      if (!removed.ok) return removed
      const noted = note(list().filter((other) => other !== origin))
      return noted.ok ? ok(undefined) : noted
    },
  }
}
