import type * as keytar from 'keytar'
import { errorValue, ok, type ErrorValue, type Result } from '../../preload/errors'
import { classifyKeychainError } from './keychain-errors'

/** keytar's five functions; a test passes an object of its own. */
export type KeychainBackend = Pick<
  typeof keytar,
  'getPassword' | 'setPassword' | 'deletePassword' | 'findPassword' | 'findCredentials'
>

/** One service name for every key; the account is the key's id. Windows matches it as a prefix. */
export const keychainService = 'app.parley.assemblyai-key'
const probeAccount = 'availability-check'
const callLimitMs = 10_000

export interface Keychain {
  /** What a person calls the keychain of this system. */
  readonly name: string
  /** Why it could not be used when it was last tried; null before that and after a success. */
  readonly problem: ErrorValue | null
  /** The secret of an account, or null where the keychain has none. */
  read(account: string): Promise<Result<string | null>>
  /** `previous` is what the account goes back to if this write ends after it was given up. */
  write(account: string, secret: string, previous: string | null): Promise<Result<undefined>>
  /** Removing what is not there is a success. */
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

/** Loaded at first use, so that the app starts where the library is missing. */
async function loadKeytar(): Promise<KeychainBackend> {
  const module: typeof keytar & { readonly default?: typeof keytar } = await import('keytar')
  return module.default ?? module
}

class CallTimedOut extends Error {}

/** For a promise whose failure was already told elsewhere. */
const ignore = () => undefined

/**
 * The one door to the system's keychain. Nothing happens before the first use; then a dummy entry
 * is written, read and deleted, since a locked keychain may answer a read with "nothing there".
 * After a failure the next use makes this check again.
 */
export function createKeychain(options: KeychainOptions): Keychain {
  const { platform, load = loadKeytar, limitMs = callLimitMs } = options
  let backend: KeychainBackend | null = null
  let usable = false
  let problem: ErrorValue | null = null
  let running: Promise<unknown> = Promise.resolve()
  let writes = 0
  /** Which write an account's entry comes from, the late ones included. */
  const writtenBy = new Map<string, number>()

  /**
   * Runs one native call. A keychain that waits for a person holds one of the four threads that
   * Node also writes files with, so there is never more than one such call at a time.
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
   * Takes back a write that ended after its time: "nothing was saved" was said by then, so the
   * answer to the keychain's question must not save it after all.
   */
  function undo(
    entry: KeychainBackend,
    account: string,
    write: number,
    previous: string | null,
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
    if (back !== value) throw new Error('The keychain did not give back what was written.')
  }

  async function ready(): Promise<KeychainBackend> {
    backend ??= await load()
    if (!usable) {
      await probe(backend)
      usable = true
    }
    return backend
  }

  /** Turns what is thrown inside into an error value, once, for every operation. */
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
    name: names[platform] ?? 'the system keyring',
    get problem() {
      return problem
    },

    read: (account) =>
      guarded(async () => {
        const entry = await ready()
        const secret = await limited(() => entry.getPassword(keychainService, account)).within
        // A keychain that was locked since the check answers null too: only a new check can tell.
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
          call.whole.then(() => undo(entry, account, write, previous), ignore),
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
