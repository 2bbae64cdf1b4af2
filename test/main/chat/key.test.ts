import { expect, test } from 'vitest'
import { errorValue, ok } from '../../../common/errors'
import { defaultSettings, type Settings } from '../../../common/model'
import { createChatKeys } from '../../../main/chat/key'
import type { Keychain } from '../../../main/keys'
import type { SettingsStore } from '../../../main/settings'

function setup() {
  const entries = new Map<string, string>()
  let settings: Settings = defaultSettings
  const keychain = {
    name: 'test',
    problem: null,
    read: async (account) => ok(entries.get(account) ?? null),
    write: async (account, secret) => ok(void entries.set(account, secret)),
    remove: async (account) => ok(void entries.delete(account)),
  } satisfies Keychain
  const store = {
    get: () => settings,
    patch: (patch: Partial<Settings>) => ok((settings = { ...settings, ...patch })),
  } as unknown as SettingsStore
  return { keys: createChatKeys(keychain, store), entries, settings: () => settings }
}

const one = 'https://one.example.com'
const two = 'https://two.example.com'

test('a key is found for the host that it was entered for, and for no other', async () => {
  const { keys, settings } = setup()
  expect(await keys.set(one, ' sk-one.1 ', 'keychain')).toEqual(ok(undefined))
  expect(await keys.read(one)).toEqual(ok('sk-one.1'))
  expect(await keys.read(two)).toEqual(ok(null))
  expect(await keys.read(`${one}:8443`)).toEqual(ok(null))
  expect(JSON.stringify(settings())).not.toContain('sk-one')
  expect(await keys.remove(one)).toEqual(ok(undefined))
  expect(keys.has(one)).toBe(false)
  expect(await keys.read(one)).toEqual(ok(null))
})

test.each([
  ['', 'key-empty'],
  ['two words', 'key-has-spaces'],
  ['line\nbreak', 'key-has-spaces'],
  ['x'.repeat(3_000), 'key-too-long'],
] as const)('%j is no key', async (typed, code) => {
  const { keys, entries } = setup()
  expect(await keys.set(one, typed, 'keychain')).toEqual({ ok: false, error: errorValue(code) })
  expect(entries.size).toBe(0)
})
