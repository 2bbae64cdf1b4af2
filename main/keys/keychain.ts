import type * as keytar from 'keytar'
import { errorValue, ok, type ErrorValue, type Result } from '../../common/errors'
import { mainMessages } from '../../common/text'
import { classifyKeychainError } from './keychain-errors'

/** The five functions of keytar; tests pass their own object. */
export type KeychainBackend = Pick<
  typeof keytar,
  'getPassword' | 'setPassword' | 'deletePassword' | 'findPassword' | 'findCredentials'
>

/** The service name of all keys; the account is the id of the key. Windows matches it as a prefix. */
export const keychainService = 'app.parley.assemblyai-key'
const probeAccount = 'availability-check'
const callLimitMs = 10_000

export interface Keychain {
  /** The name that people know this system's keychain by. */
  readonly name: string
  /** Why the last use failed; null before the first use and after a success. */
  readonly problem: ErrorValue | null
  /** Reads the secret of an account; null if the keychain has none. */
  read(account: string): Promise<Result<string | null>>
  /** Writes a secret. If the write ends after its time limit, `previous` is restored. */
  write(account: string, secret: string, previous: string | null): Promise<Result<undefined>>
  /** Removes an entry; a missing entry is no error. */
  remove(account: string): Promise<Result<undefined>>
}

export interface KeychainOptions {
  readonly platform: NodeJS.Platform
  readonly load?: () => Promise<KeychainBackend>
  readonly limitMs?: number
}

const names: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'macOS Keychain',
  win32: 'Windows Credential Manager',
}

/** Loads keytar at the first use, so that the app starts even if the library is missing. */
async function loadKeytar(): Promise<KeychainBackend> {
  const module: typeof keytar & { readonly default?: typeof keytar } = await import('keytar')
  return module.default ?? module
}

class CallTimedOut extends Error {}

/** For a promise whose failure is reported elsewhere. */
const ignore = () => undefined

/**
 * The only access to the system's keychain. Before the first use, and again after a failure, a dummy
 * entry is written, read and deleted, since a locked keychain may report an entry as missing.
 */
export function createKeychain(options: KeychainOptions): Keychain {
  const { platform, load = loadKeytar, limitMs = callLimitMs } = options
  let backend: KeychainBackend | null = null
  let usable = false
  let problem: ErrorValue | null = null
  let running: Promise<unknown> = Promise.resolve()
  let writes = 0
  /** The write that the entry of each account comes from, including late ones. */
  const writtenBy = new Map<string, number>()

  /**
   * Runs one native call with a time limit. A keychain that waits for a person blocks one of the four
   * threads with which Node also writes files, so there is at most one such call at a time.
   */
  function limited<T>(call: () => Promise<T>): { within: Promise<T>; whole: Promise<T> } {
    const deadline = new AbortController()
    const whole = running.then(() => {
      if (deadline.signal.aborted) throw new CallTimedOut()
      return call()
    })
    running = whole.catch(ignore)
    const within = new Promise<T>((resolve, reject) => {
      const timer = setTimeout(() => {
        deadline.abort()
        reject(new CallTimedOut())
      }, limitMs)
      whole.then(resolve, reject).finally(() => clearTimeout(timer))
    })
    return { within, whole }
  }

  /**
   * Undoes a write that ended after its time limit: the person was told that nothing was saved, so a
   * late answer to the keychain's prompt must not save it.
   */
  function undo(
    entry: KeychainBackend,
    { account, write, previous }: { account: string; write: number; previous: string | null },
  ): Promise<unknown> {
    return limited<unknown>(async () => {
      if (writtenBy.get(account) !== write) return
      writtenBy.delete(account)
      if (previous === null) await entry.deletePassword(keychainService, account)
      else await entry.setPassword(keychainService, account, previous)
    }).whole.catch(ignore)
  }

  async function probe(entry: KeychainBackend): Promise<void> {
    const value = 'parley'
    await limited(() => entry.setPassword(keychainService, probeAccount, value)).within
    const back = await limited(() => entry.getPassword(keychainService, probeAccount)).within
    await limited(() => entry.deletePassword(keychainService, probeAccount)).within
    if (back !== value) throw new Error('The keychain did not return what was written.')
  }

  async function ready(): Promise<KeychainBackend> {
    backend ??= await load()
    if (!usable) {
      await probe(backend)
      usable = true
    }
    return backend
  }

  /** Converts exceptions into error values, for all operations. */
  async function guarded<T>(operation: () => Promise<T>): Promise<Result<T>> {
    try {
      const value = await operation()
      problem = null
      return ok(value)
    } catch (cause) {
      usable = false
      problem =
        cause instanceof CallTimedOut
          ? errorValue('keychain-timeout')
          : classifyKeychainError(cause, platform)
      return { ok: false, error: problem }
    }
  }

  return {
    name: names[platform] ?? mainMessages.keyring,
    get problem() {
      return problem
    },

    read: (account) =>
      guarded(async () => {
        const entry = await ready()
        const secret = await limited(() => entry.getPassword(keychainService, account)).within
        // A keychain that was locked since the check also returns null; only a new check detects that.
        if (secret === null) await probe(entry)
        return secret
      }),

    write: (account, secret, previous) =>
      guarded(async () => {
        const entry = await ready()
        const write = ++writes
        const call = limited(async () => {
          await entry.setPassword(keychainService, account, secret)
          writtenBy.set(account, write)
        })
        call.within.catch(() =>
          call.whole.then(() => undo(entry, { account, write, previous }), ignore),
        )
        await call.within
        return undefined
      }),

    remove: (account) =>
      guarded(async () => {
        const entry = await ready()
        await limited(() => {
          writtenBy.delete(account)
          return entry.deletePassword(keychainService, account)
        }).within
        return undefined
      }),
  }
}
