import { describe, expect, it } from 'vitest'
import { createKeychain, keychainService } from '../../../main/keys/keychain'
import type { ErrorCode } from '../../../common/errors'
import { fakeBackend } from './fake-keychain'

function keychainOver(backend = fakeBackend(), limitMs = 10_000) {
  const keychain = createKeychain({
    platform: 'linux',
    load: () => Promise.resolve(backend),
    limitMs,
  })
  return { backend, keychain }
}
const probe = ['set availability-check', 'get availability-check', 'delete availability-check']
const entry = (account: string) => `${keychainService}/${account}`

describe('the keychain', () => {
  it('has a name that people know', () => {
    const name = (platform: NodeJS.Platform) => createKeychain({ platform }).name
    expect(name('darwin')).toBe('macOS Keychain')
    expect(name('win32')).toBe('Windows Credential Manager')
    expect(name('linux')).toBe('the system keyring')
  })

  it('is not loaded before its first use', async () => {
    let loads = 0
    const keychain = createKeychain({
      platform: 'linux',
      load: async () => {
        loads += 1
        return fakeBackend()
      },
    })
    expect([loads, keychain.problem]).toEqual([0, null])
    await keychain.read('a')
    await keychain.read('a')
    expect(loads).toBe(1)
  })

  it('is checked once by write, read and delete, then works', async () => {
    const { backend, keychain } = keychainOver()
    expect(await keychain.write('a', 'secret', null)).toEqual({ ok: true, value: undefined })
    expect(backend.calls).toEqual([...probe, 'set a'])
    expect(await keychain.read('a')).toEqual({ ok: true, value: 'secret' })
    expect(backend.entries).toEqual(new Map([[entry('a'), 'secret']]))
    await keychain.remove('a')
    expect(backend.entries.size).toBe(0)
    expect((await keychain.remove('a')).ok).toBe(true)
  })

  const linux: readonly (readonly [string, ErrorCode])[] = [
    [
      'Failed to load keytar native addon, checked ["../build/Release"] on prebuilds/linux-x64',
      'keychain-library-missing',
    ],
    ['libsecret-1.so.0: cannot open shared object file', 'keychain-library-missing'],
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'keychain-no-session'],
    ['Could not connect: No such file or directory', 'keychain-no-session'],
    ['Could not connect: Connection refused', 'keychain-no-session'],
    [
      'Failed to execute child process “dbus-launch” (No such file or directory)',
      'keychain-no-session',
    ],
    [
      'The name org.freedesktop.secrets was not provided by any .service files',
      'keychain-no-service',
    ],
    [
      'GDBus.Error:org.freedesktop.DBus.Error.ServiceUnknown: The name is not activatable',
      'keychain-no-service',
    ],
    [
      'Object does not exist at path “/org/freedesktop/secrets/collection/login”',
      'keychain-not-set-up',
    ],
    ['Cannot create an item in a locked collection', 'keychain-locked'],
    ['The prompt was dismissed', 'keychain-dismissed'],
    ['Operation was cancelled', 'keychain-dismissed'],
    ['Timeout was reached', 'keychain-timeout'],
    ['Something else', 'keychain-failed'],
  ]
  it.each(linux)('recognises %j as %s', async (message, code) => {
    const { backend, keychain } = keychainOver()
    backend.broken = new Error(message)
    expect(await keychain.write('a', 's', null)).toMatchObject({ ok: false, error: { code } })
    expect(keychain.problem).toMatchObject({ code, detail: message })
  })

  const others: readonly (readonly [NodeJS.Platform, string, ErrorCode])[] = [
    ['darwin', 'User interaction is not allowed.', 'keychain-locked'],
    ['darwin', 'The user name or passphrase you entered is not correct.', 'keychain-locked'],
    ['darwin', 'User canceled the operation.', 'keychain-dismissed'],
    ['darwin', 'Failed to load keytar native addon, checked []', 'keychain-failed'],
    ['win32', 'A specified logon session does not exist.', 'keychain-failed'],
  ]
  it.each(others)('on %s recognises %j as %s', async (platform, message, code) => {
    const load = () => Promise.reject(new Error(message))
    const keychain = createKeychain({ platform, load })
    expect(await keychain.read('a')).toMatchObject({ error: { code } })
  })

  it('is tried again after a failure, and then has no problem any more', async () => {
    const { backend, keychain } = keychainOver()
    backend.broken = new Error('Cannot create an item in a locked collection')
    expect((await keychain.read('a')).ok).toBe(false)
    backend.broken = null
    expect(await keychain.read('a')).toEqual({ ok: true, value: null })
    expect(keychain.problem).toBeNull()
    expect(backend.calls.filter((call) => call === 'set availability-check').length).toBe(3)
  })

  it('distinguishes a locked keychain from a missing entry', async () => {
    const { backend, keychain } = keychainOver()
    await keychain.write('a', 'secret', null)
    const { getPassword } = backend
    backend.getPassword = () => Promise.resolve(null)
    backend.setPassword = () =>
      Promise.reject(new Error('Cannot create an item in a locked collection'))
    expect(await keychain.read('a')).toMatchObject({ error: { code: 'keychain-locked' } })
    backend.getPassword = getPassword
  })

  it('is not usable if it does not return what was written', async () => {
    const { backend, keychain } = keychainOver()
    backend.getPassword = () => Promise.resolve(null)
    expect(await keychain.write('a', 's', null)).toMatchObject({
      error: { code: 'keychain-failed' },
    })
    expect(backend.entries.size).toBe(0)
  })
})

describe('a prompt of the keychain that nobody answers', () => {
  const later = () => new Promise((resolve) => setTimeout(resolve, 30))

  async function asked(limitMs = 60) {
    const over = keychainOver(fakeBackend(), limitMs)
    await over.keychain.write('kept', 'before', null)
    let answer: () => void = () => {}
    over.backend.question = new Promise((resolve) => {
      answer = () => {
        over.backend.question = null
        resolve()
      }
    })
    return { ...over, answer: () => answer() }
  }

  it('ends after the limit', async () => {
    const { keychain } = await asked()
    const started = Date.now()
    expect(await keychain.write('a', 's', null)).toMatchObject({
      error: { code: 'keychain-timeout' },
    })
    expect(Date.now() - started).toBeLessThan(1000)
  })

  it('never lets a second call wait next to the first', async () => {
    const { backend, keychain } = await asked()
    const before = backend.calls.length
    await keychain.write('a', 's', null)
    await keychain.read('b')
    await keychain.read('c')
    expect(backend.calls.length).toBe(before + 1)
  })

  it('saves nothing if the answer is too late', async () => {
    const { backend, keychain, answer } = await asked()
    await keychain.write('a', 's', null)
    answer()
    await later()
    expect(backend.entries).toEqual(new Map([[entry('kept'), 'before']]))
  })

  it('keeps the old secret if the answer to a replacement is too late', async () => {
    const { backend, keychain, answer } = await asked()
    await keychain.write('kept', 'after', 'before')
    answer()
    await later()
    expect(backend.entries.get(entry('kept'))).toBe('before')
  })

  it('does not undo a later write', async () => {
    const { backend, keychain, answer } = await asked(200)
    await keychain.write('a', 'first', null)
    const second = keychain.write('a', 'second', null)
    answer()
    expect((await second).ok).toBe(true)
    await later()
    expect(backend.entries.get(entry('a'))).toBe('second')
  })

  it('does not restore a removed secret', async () => {
    const { backend, keychain, answer } = await asked(200)
    await keychain.write('kept', 'after', 'before')
    const removed = keychain.remove('kept')
    answer()
    expect((await removed).ok).toBe(true)
    await later()
    expect(backend.entries.size).toBe(0)
  })
})
