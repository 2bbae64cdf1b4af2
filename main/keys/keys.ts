import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../common/ipc/contract'
import { fail, ok, type ErrorValue, type Result } from '../../common/errors'
import type { KeyCheck, KeyInfo, KeyList, SettingsPatch, Zone } from '../../common/model'
import { hideFromLogs } from '../platform'
import type { KeyRecord, SettingsStore } from '../settings'
import { endingOf, parseKeyInput, parseKeyName } from './key-input'
import type { Keychain } from './keychain'

/** A key with its secret, for main's own requests. */
export interface KeyWithSecret {
  readonly id: string
  readonly name: string
  readonly zone: Zone
  readonly secret: string
}

export interface Keys {
  list(): KeyList
  /** Saves a key after a check with the service; a rejected key is not saved. */
  add(input: CallInput<'keys:add'>): Promise<Result<KeyInfo>>
  /** Replaces the secret of a key, with the same check as `add`. */
  replace(input: CallInput<'keys:replace'>): Promise<Result<KeyInfo>>
  /** Checks a key and stores the outcome; a failed check is also a successful call. */
  test(input: CallInput<'keys:test'>): Promise<Result<KeyInfo>>
  remove(input: CallInput<'keys:remove'>): Promise<Result<undefined>>
  use(input: CallInput<'keys:use'>): Promise<Result<undefined>>
  /** SECURITY: only for main; no channel may return this value. */
  secretOf(id: string): Promise<Result<string>>
  /** The key in use with its secret, or why there is none. Only for main, like `secretOf`. */
  inUse(): Promise<Result<KeyWithSecret>>
  /** Calls the listener after each change of the list; returns a function that removes it. */
  onChange(listener: (list: KeyList) => void): () => void
}

export interface KeysOptions {
  readonly settings: SettingsStore
  readonly keychain: Keychain
  /** Creates a token that nobody uses, and returns the outcome. */
  readonly check: (secret: string, zone: Zone) => Promise<KeyCheck>
  /** Opens a session with the key as a recording does, and returns the outcome. */
  readonly test: (secret: string, zone: Zone) => Promise<KeyCheck>
  readonly newId?: () => string
}

/** Errors of a check that mean that the key is bad; after any other error it may be good. */
const refusals: readonly ErrorValue['code'][] = ['key-rejected', 'key-wrong-zone', 'key-forbidden']

/**
 * Named keys, one of them in use. Secrets are in the keychain, or in memory until the app quits. The
 * settings file holds the names, zones, endings and checks, except those of keys in memory.
 */
export function createKeys(options: KeysOptions): Keys {
  const { settings, keychain, check, newId = randomUUID } = options
  /** Secrets that were typed or read, so that a keychain that locks itself does not end a recording. */
  const secrets = new Map<string, string>()
  let memoryRecords: readonly KeyRecord[] = []
  let inUseId = settings.keys().inUse ?? settings.keys().keys[0]?.id ?? null
  const listeners = new Set<(list: KeyList) => void>()

  // Keys in memory are lost when the app quits. Without a key, the engine on this computer is used.
  if (inUseId === null && settings.get().engine === 'service') {
    settings.patch({ engine: 'on-device' })
  }

  const records = (): readonly KeyRecord[] => [...settings.keys().keys, ...memoryRecords]
  const find = (id: string) => records().find((record) => record.id === id)
  const isInMemory = (id: string) => memoryRecords.some((record) => record.id === id)

  const infoOf = (record: KeyRecord): KeyInfo => ({
    ...record,
    inUse: record.id === inUseId,
    memoryOnly: isInMemory(record.id),
  })
  const list = (): KeyList => ({
    keys: records().map(infoOf),
    keychain: { name: keychain.name, error: keychain.problem },
  })
  const announce = () => {
    const now = list()
    for (const listener of listeners) listener(now)
  }

  interface Change {
    readonly stored?: readonly KeyRecord[]
    readonly memory?: readonly KeyRecord[]
    readonly inUse?: string | null
    readonly patch?: SettingsPatch
  }

  /** Changes the list on disk and then in memory, or not at all. */
  function commit(change: Change): Result<undefined> {
    const { stored = settings.keys().keys, memory = memoryRecords, inUse = inUseId } = change
    const before = settings.keys().inUse
    // A key in memory is lost after a quit, so the file keeps the last stored key that was in use.
    const kept = stored.some(({ id }) => id === inUse) ? inUse : before
    const fileInUse = stored.some(({ id }) => id === kept) ? kept : null
    const saved = settings.setKeys({ keys: stored, inUse: fileInUse }, change.patch)
    if (!saved.ok) return saved
    memoryRecords = memory
    inUseId = inUse
    return saved
  }

  /** Runs one operation at a time: each sees the result of the one before. */
  let last: Promise<unknown> = Promise.resolve()
  function inOrder<T>(operation: () => Promise<Result<T>>): Promise<Result<T>> {
    const mine = last.then(operation).finally(announce)
    // The next operation only waits for the end; the caller of this one gets the exception.
    last = mine.catch(() => undefined)
    return mine
  }

  /** Puts a record at the position of the one it replaces, or at the end. */
  function put(record: KeyRecord, keep: 'keychain' | 'memory'): Change {
    const into = (list: readonly KeyRecord[]) =>
      list.some(({ id }) => id === record.id)
        ? list.map((other) => (other.id === record.id ? record : other))
        : [...list, record]
    const without = (list: readonly KeyRecord[]) => list.filter(({ id }) => id !== record.id)
    const { keys: stored } = settings.keys()
    return keep === 'keychain'
      ? { stored: into(stored), memory: without(memoryRecords) }
      : { stored: without(stored), memory: into(memoryRecords) }
  }

  async function secretOf(id: string): Promise<Result<string>> {
    if (find(id) === undefined) return fail('key-not-found')
    const known = secrets.get(id)
    if (known !== undefined) return ok(known)
    const read = await keychain.read(id)
    if (!read.ok) return read
    if (read.value === null) return fail('key-missing-in-keychain')
    hideFromLogs(read.value)
    // The key may have been removed or replaced during the read.
    if (find(id) !== undefined && !secrets.has(id)) secrets.set(id, read.value)
    return ok(secrets.get(id) ?? read.value)
  }

  /** Checks a secret and stores it; `add` and `replace` share this. */
  async function store(
    record: Omit<KeyRecord, 'ending' | 'check'>,
    { key: typed, keep }: { key: string; keep: 'keychain' | 'memory' },
    extra: Change,
  ): Promise<Result<KeyInfo>> {
    const key = parseKeyInput(typed)
    if (!key.ok) return key
    const secret = key.value
    hideFromLogs(secret)
    const outcome = await check(secret, record.zone)
    if (outcome.error !== null && refusals.includes(outcome.error.code)) {
      return { ok: false, error: outcome.error }
    }

    const wasStored = settings.keys().keys.some(({ id }) => id === record.id)
    let previous: string | null = null
    if (keep === 'keychain') {
      const before = wasStored ? await keychain.read(record.id) : ok(null)
      if (!before.ok) return before
      previous = before.value
      const written = await keychain.write(record.id, secret, previous)
      if (!written.ok) return written
    }
    const saved = commit({
      ...put({ ...record, ending: endingOf(secret), check: outcome }, keep),
      ...extra,
    })
    if (!saved.ok) {
      if (keep === 'keychain') {
        await (previous === null
          ? keychain.remove(record.id)
          : keychain.write(record.id, previous, secret))
      }
      return saved
    }
    secrets.set(record.id, secret)
    // SECURITY: a key that moved into memory must not stay in the keychain.
    if (keep === 'memory' && wasStored) await keychain.remove(record.id)
    return infoResult(record.id)
  }

  function infoResult(id: string): Result<KeyInfo> {
    const record = find(id)
    return record === undefined ? fail('key-not-found') : ok(infoOf(record))
  }

  return {
    list,
    secretOf,

    add: ({ name: typedName, zone, key, keep }) =>
      inOrder(async () => {
        const taken = records().map(({ name }) => name)
        const name = parseKeyName(typedName, taken)
        if (!name.ok) return name
        const id = newId()
        const first = inUseId === null
        const record = { id, name: name.value, zone }
        return store(
          record,
          { key, keep },
          first ? { inUse: id, patch: { engine: 'service' } } : {},
        )
      }),

    replace: ({ id, key, keep }) =>
      inOrder(async () => {
        const record = find(id)
        return record === undefined ? fail('key-not-found') : store(record, { key, keep }, {})
      }),

    test: ({ id }) =>
      inOrder(async () => {
        const record = find(id)
        if (record === undefined) return fail('key-not-found')
        const secret = await secretOf(id)
        if (!secret.ok) return secret
        const outcome = await options.test(secret.value, record.zone)
        const keep = isInMemory(id) ? 'memory' : 'keychain'
        const saved = commit(put({ ...record, check: outcome }, keep))
        return saved.ok ? infoResult(id) : saved
      }),

    remove: ({ id }) =>
      inOrder(async () => {
        if (find(id) === undefined) return fail('key-not-found')
        if (!isInMemory(id)) {
          const removed = await keychain.remove(id)
          if (!removed.ok) return removed
        }
        const without = (list: readonly KeyRecord[]) => list.filter((record) => record.id !== id)
        const stored = without(settings.keys().keys)
        const memory = without(memoryRecords)
        secrets.delete(id)
        if (inUseId !== id) return commit({ stored, memory })
        const next = [...stored, ...memory][0]?.id ?? null
        return commit({
          stored,
          memory,
          inUse: next,
          ...(next === null ? { patch: { engine: 'on-device' } } : {}),
        })
      }),

    use: ({ id }) =>
      inOrder(() => Promise.resolve(find(id) ? commit({ inUse: id }) : fail('key-not-found'))),

    async inUse() {
      const record = inUseId === null ? undefined : find(inUseId)
      if (record === undefined) return fail('no-key')
      const secret = await secretOf(record.id)
      if (!secret.ok) return secret
      return ok({ id: record.id, name: record.name, zone: record.zone, secret: secret.value })
    },

    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
