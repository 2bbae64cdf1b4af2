import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { createKeychain, keychainService } from '../../../main/keys/keychain'
import { createKeys, type Keys } from '../../../main/keys/keys'
import { createSettings, type SettingsStore } from '../../../main/settings/settings'
import { errorValue, type ErrorCode } from '../../../common/errors'
import { keyListSchema } from '../../../common/schemas'
import type { KeyCheck, KeyInfo, Zone } from '../../../common/model'
import { fakeBackend, type FakeBackend } from './fake-keychain'

const work = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaa1111'
const personal = 'bbbbbbbbbbbbbbbbbbbbbbbbbbbb2222'

let folder: string
let backend: FakeBackend
/** The service's answer for each secret; missing ones are good. */
let verdicts: Map<string, ErrorCode>
let asked: [string, Zone][]
let settings: SettingsStore
let keys: Keys

function start(): void {
  settings = createSettings({ folder })
  let count = 0
  const check = (secret: string, zone: Zone): Promise<KeyCheck> => {
    asked.push([secret, zone])
    const code = verdicts.get(secret)
    const error = code === undefined ? null : errorValue(code, 'HTTP')
    return Promise.resolve({ at: 5, durationMs: 7, error })
  }
  keys = createKeys({
    settings,
    keychain: createKeychain({ platform: 'linux', load: () => Promise.resolve(backend) }),
    check,
    test: check,
    newId: () => `id-${String(Date.now())}-${String(count++)}`,
  })
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-keys-'))
  backend = fakeBackend()
  verdicts = new Map()
  asked = []
  start()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
})

async function add(
  name: string,
  key: string,
  keep: 'keychain' | 'memory' = 'keychain',
): Promise<KeyInfo> {
  const added = await keys.add({ name, zone: 'default', key, keep })
  if (!added.ok) throw new Error(added.error.code)
  return added.value
}
const file = () => readFileSync(join(folder, 'settings.json'), 'utf8')
const names = () => keys.list().keys.map(({ name, inUse }) => `${name}${inUse ? '*' : ''}`)
const stored = (id: string) => backend.entries.get(`${keychainService}/${id}`)

describe('adding a key', () => {
  it('checks it with the service, keeps it in the keychain and puts the first in use', async () => {
    const added = await keys.add({
      name: ' Work ',
      zone: 'eu',
      key: ` ${work}\n`,
      keep: 'keychain',
    })
    expect(added).toMatchObject({
      value: {
        name: 'Work',
        zone: 'eu',
        ending: '1111',
        inUse: true,
        memoryOnly: false,
        check: { at: 5, durationMs: 7, error: null },
      },
    })
    expect(asked).toEqual([[work, 'eu']])
    expect(stored(added.ok ? added.value.id : '')).toBe(work)
    expect(settings.get().engine).toBe('service')
    const second = await add('Personal', personal)
    expect(second.inUse).toBe(false)
    expect(names()).toEqual(['Work*', 'Personal'])
    expect(keyListSchema.parse(keys.list())).toEqual(keys.list())
  })

  it('puts only the last four characters of a key in the file and in the list', async () => {
    await add('Work', work)
    await add('Personal', personal, 'memory')
    for (const shown of [file(), JSON.stringify(keys.list())]) {
      expect(shown).not.toContain('aaaa')
      expect(shown).not.toContain('bbbb')
      expect(shown).not.toContain('a1111')
    }
  })

  it('keeps an engine that was chosen when there was already a key', async () => {
    await add('Work', work)
    settings.patch({ engine: 'on-device' })
    await add('Personal', personal)
    expect(settings.get().engine).toBe('on-device')
  })

  it.each<ErrorCode>(['key-rejected', 'key-forbidden'])(
    'does not save a key that is %s',
    async (code) => {
      verdicts.set(work, code)
      const added = await keys.add({ name: 'Work', zone: 'us', key: work, keep: 'keychain' })
      expect(added).toMatchObject({ ok: false, error: { code, detail: 'HTTP' } })
      expect(keys.list().keys).toEqual([])
      expect(backend.calls).toEqual([])
      expect(settings.get().engine).toBe('on-device')
    },
  )

  it.each<ErrorCode>([
    'offline',
    'dns-failed',
    'rate-limited',
    'service-unavailable',
    'payment-required',
  ])('saves a key that could not be checked (%s), with that result', async (code) => {
    verdicts.set(work, code)
    const added = await add('Work', work)
    expect(added.check?.error?.code).toBe(code)
    expect(stored(added.id)).toBe(work)
  })

  it.each([
    ['', work, 'key-name-empty'],
    ['work', personal, 'key-name-taken'],
    ['Other', 'a b', 'key-has-spaces'],
    ['Other', '', 'key-empty'],
    ['Other', 'ä', 'key-not-ascii'],
    ['Other', 'x'.repeat(600), 'key-too-long'],
  ])('named %j with %j is refused as %s, without a request', async (name, key, code) => {
    await add('Work', work)
    asked = []
    const added = await keys.add({ name, zone: 'default', key, keep: 'keychain' })
    expect(added).toMatchObject({ ok: false, error: { code } })
    expect(asked).toEqual([])
    expect(names()).toEqual(['Work*'])
  })

  it('saves nothing when the keychain is locked, and shows why', async () => {
    backend.broken = new Error('Cannot create an item in a locked collection')
    const added = await keys.add({ name: 'Work', zone: 'default', key: work, keep: 'keychain' })
    expect(added).toMatchObject({ error: { code: 'keychain-locked' } })
    expect(keys.list()).toMatchObject({
      keys: [],
      keychain: { name: 'the system keyring', error: { code: 'keychain-locked' } },
    })
    expect(settings.get().engine).toBe('on-device')
    backend.broken = null
    await add('Work', work)
    expect(keys.list().keychain.error).toBeNull()
  })

  it('removes it from the keychain again if the file cannot be written', async () => {
    settings.setKeys = () => ({ ok: false, error: errorValue('settings-not-saved') })
    const added = await keys.add({ name: 'Work', zone: 'default', key: work, keep: 'keychain' })
    expect(added).toMatchObject({ error: { code: 'settings-not-saved' } })
    expect(backend.entries.size).toBe(0)
    expect(keys.list().keys).toEqual([])
  })

  it('twice at the same time with one name saves one', async () => {
    const input = { name: 'Work', zone: 'default', keep: 'keychain' } as const
    const [one, two] = await Promise.all([
      keys.add({ ...input, key: work }),
      keys.add({ ...input, key: personal }),
    ])
    expect(one.ok).toBe(true)
    expect(two).toMatchObject({ error: { code: 'key-name-taken' } })
    expect(names()).toEqual(['Work*'])
  })
})

describe('a key in memory', () => {
  it('works without a keychain, and is neither in it nor in the file', async () => {
    backend.broken = new Error('Cannot autolaunch D-Bus without X11 $DISPLAY')
    const added = await add('Work', work, 'memory')
    expect(added).toMatchObject({ memoryOnly: true, inUse: true, ending: '1111' })
    expect(await keys.inUse()).toMatchObject({ value: { secret: work, name: 'Work' } })
    expect(backend.calls).toEqual([])
    expect(file()).not.toContain('Work')
    expect(file()).not.toContain('1111')
  })

  it('is gone after a quit: without another key the on-device engine is used', async () => {
    await add('Work', work, 'memory')
    expect(settings.get().engine).toBe('service')
    start()
    expect(keys.list().keys).toEqual([])
    expect(settings.get().engine).toBe('on-device')
    expect(await keys.inUse()).toMatchObject({ error: { code: 'no-key' } })
  })

  it('is gone after a quit, and the previous key is in use again', async () => {
    await add('Other', `c${work}`)
    await add('Work', work)
    const inMemory = await add('Personal', personal, 'memory')
    const { id } = keys.list().keys.find(({ name }) => name === 'Work')!
    await keys.use({ id })
    await keys.use({ id: inMemory.id })
    expect(names()).toEqual(['Other', 'Work', 'Personal*'])
    start()
    expect(names()).toEqual(['Other', 'Work*'])
    expect(settings.get().engine).toBe('service')
  })

  it('can move to the keychain and back, and is then in one place only', async () => {
    const { id } = await add('Work', work, 'memory')
    expect(await keys.replace({ id, key: personal, keep: 'keychain' })).toMatchObject({
      value: { memoryOnly: false, ending: '2222', inUse: true },
    })
    expect(stored(id)).toBe(personal)
    await keys.replace({ id, key: work, keep: 'memory' })
    expect(stored(id)).toBeUndefined()
    expect(file()).not.toContain('Work')
    expect(await keys.secretOf(id)).toEqual({ ok: true, value: work })
  })
})

describe('a key in the list', () => {
  it('exists after a start, with its check, and its secret comes from the keychain', async () => {
    const { id } = await add('Work', work)
    start()
    expect(keys.list().keys).toMatchObject([{ id, name: 'Work', inUse: true, check: { at: 5 } }])
    expect(await keys.secretOf(id)).toEqual({ ok: true, value: work })
    const reads = backend.calls.filter((call) => call === `get ${id}`).length
    await keys.inUse()
    expect(backend.calls.filter((call) => call === `get ${id}`).length).toBe(reads)
  })

  it('reports if the keychain no longer has it, or does not answer', async () => {
    const { id } = await add('Work', work)
    start()
    backend.broken = new Error('Cannot create an item in a locked collection')
    expect(await keys.inUse()).toMatchObject({ error: { code: 'keychain-locked' } })
    backend.broken = null
    backend.entries.clear()
    expect(await keys.inUse()).toMatchObject({ error: { code: 'key-missing-in-keychain' } })
    expect(await keys.test({ id })).toMatchObject({ error: { code: 'key-missing-in-keychain' } })
    expect(await keys.replace({ id, key: work, keep: 'keychain' })).toMatchObject({ ok: true })
    expect(await keys.inUse()).toMatchObject({ value: { secret: work } })
  })

  it('keeps the outcome of a test, good or bad', async () => {
    const { id } = await add('Work', work)
    verdicts.set(work, 'key-rejected')
    expect(await keys.test({ id })).toMatchObject({
      ok: true,
      value: { check: { error: { code: 'key-rejected' } } },
    })
    start()
    expect(keys.list().keys[0]?.check?.error?.code).toBe('key-rejected')
    verdicts.clear()
    expect(await keys.test({ id })).toMatchObject({ value: { check: { error: null } } })
  })

  it('keeps its secret when a replacement is rejected', async () => {
    const { id } = await add('Work', work)
    verdicts.set(personal, 'key-rejected')
    expect(await keys.replace({ id, key: personal, keep: 'keychain' })).toMatchObject({
      error: { code: 'key-rejected' },
    })
    expect(stored(id)).toBe(work)
    expect(await keys.secretOf(id)).toMatchObject({ value: work })
  })

  it('gets its old secret back if the file cannot be written after a replacement', async () => {
    const { id } = await add('Work', work)
    settings.setKeys = () => ({ ok: false, error: errorValue('settings-not-saved') })
    expect((await keys.replace({ id, key: personal, keep: 'keychain' })).ok).toBe(false)
    expect(stored(id)).toBe(work)
    expect(await keys.secretOf(id)).toMatchObject({ value: work })
  })

  it('can be put in use', async () => {
    await add('Work', work)
    const second = await add('Personal', personal)
    expect(await keys.use({ id: second.id })).toEqual({ ok: true, value: undefined })
    expect(names()).toEqual(['Work', 'Personal*'])
    start()
    expect(names()).toEqual(['Work', 'Personal*'])
  })

  it('is removed from list, file and keychain; the next one is put in use', async () => {
    const first = await add('Work', work)
    const second = await add('Personal', personal)
    expect((await keys.remove({ id: first.id })).ok).toBe(true)
    expect(stored(first.id)).toBeUndefined()
    expect(file()).not.toContain('Work')
    expect(names()).toEqual(['Personal*'])
    expect(settings.get().engine).toBe('service')
    expect(await keys.secretOf(first.id)).toMatchObject({ error: { code: 'key-not-found' } })
    await keys.remove({ id: second.id })
    expect(keys.list().keys).toEqual([])
    expect(settings.get().engine).toBe('on-device')
    expect(backend.entries.size).toBe(0)
  })

  it('stays if the keychain cannot remove it', async () => {
    const { id } = await add('Work', work)
    backend.broken = new Error('Cannot create an item in a locked collection')
    expect(await keys.remove({ id })).toMatchObject({ error: { code: 'keychain-locked' } })
    expect(names()).toEqual(['Work*'])
  })

  it('that does not exist is not found', async () => {
    const id = 'nobody'
    const code = 'key-not-found'
    expect(await keys.test({ id })).toMatchObject({ error: { code } })
    expect(await keys.use({ id })).toMatchObject({ error: { code } })
    expect(await keys.remove({ id })).toMatchObject({ error: { code } })
    expect(await keys.replace({ id, key: work, keep: 'memory' })).toMatchObject({ error: { code } })
    expect(await keys.secretOf(id)).toMatchObject({ error: { code } })
  })

  it('is reported after each change', async () => {
    const heard: string[][] = []
    const stop = keys.onChange((list) => heard.push(list.keys.map(({ name }) => name)))
    const { id } = await add('Work', work)
    await keys.remove({ id })
    stop()
    await add('Work', work)
    expect(heard).toEqual([['Work'], []])
  })
})
