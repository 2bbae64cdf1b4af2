import type { KeychainBackend } from '../../../main/keys/keychain'

export interface FakeBackend extends KeychainBackend {
  readonly entries: Map<string, string>
  readonly calls: string[]
  /** If set, every call throws this. */
  broken: Error | null
  /** If set, calls wait for this, like a prompt that nobody answers. */
  question: Promise<void> | null
}

/** keytar's five functions over a Map, with the faults of real keychains. */
export function fakeBackend(): FakeBackend {
  const entries = new Map<string, string>()
  const calls: string[] = []
  const name = (service: string, account: string) => `${service}/${account}`
  const step = async (call: string) => {
    calls.push(call)
    if (backend.question) await backend.question
    if (backend.broken) throw backend.broken
  }
  const backend: FakeBackend = {
    entries,
    calls,
    broken: null,
    question: null,
    getPassword: async (service, account) => {
      await step(`get ${account}`)
      return entries.get(name(service, account)) ?? null
    },
    setPassword: async (service, account, password) => {
      await step(`set ${account}`)
      entries.set(name(service, account), password)
    },
    deletePassword: async (service, account) => {
      await step(`delete ${account}`)
      return entries.delete(name(service, account))
    },
    findPassword: async () => null,
    findCredentials: async () => [],
  }
  return backend
}
