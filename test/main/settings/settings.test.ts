import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { createSettings, parseSettingsFile, type KeyRecord } from '../../../main/settings/settings'
import { defaultSettings, type Settings } from '../../../common/model'

let folder: string
let path: string
const record: KeyRecord = { id: 'a', name: 'Work', zone: 'eu', ending: 'cdef', check: null }

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-settings-'))
  path = join(folder, 'settings.json')
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
})

describe('the settings file', () => {
  it('does not exist at first, and everything has its default', () => {
    const settings = createSettings({ folder })
    expect(settings.get()).toEqual(defaultSettings)
    expect(settings.keys()).toEqual({ keys: [], inUse: null })
    expect(readdirSync(folder)).toEqual([])
  })

  it('restores what was set', () => {
    const settings = createSettings({ folder })
    const languages = ['de', 'en']
    expect(settings.patch({ theme: 'dark', languages })).toMatchObject({ ok: true })
    expect(settings.setKeys({ keys: [record], inUse: 'a' }, { engine: 'service' }).ok).toBe(true)
    const again = createSettings({ folder })
    expect(again.get()).toEqual({ ...defaultSettings, theme: 'dark', languages, engine: 'service' })
    expect(again.keys()).toEqual({ keys: [record], inUse: 'a' })
    expect(readdirSync(folder).sort()).toEqual(['settings.json', 'settings.json.last'])
  })

  it('keeps undefined fields, and refuses an invalid value', () => {
    const settings = createSettings({ folder })
    settings.patch({ theme: 'dark' })
    expect(settings.patch({ theme: undefined })).toMatchObject({ value: { theme: 'dark' } })
    const bad = settings.patch({ languages: ['english'] })
    expect(bad).toMatchObject({ ok: false, error: { code: 'bad-input' } })
    expect(settings.get().languages).toEqual([])
  })

  it('never stores an unknown field of a key', () => {
    const settings = createSettings({ folder })
    const withSecret = { ...record, secret: 'top-secret', key: 'top-secret' }
    settings.setKeys({ keys: [withSecret], inUse: null })
    expect(readFileSync(path, 'utf8')).not.toContain('top-secret')
  })

  it.each([
    ['no JSON', '{"version":1,'],
    ['nothing', ''],
    ['a list', '[]'],
    ['another version', '{"version":2,"settings":{},"keys":[],"keyInUse":null}'],
  ])('with %s has the defaults, and the bad file is kept next to it', (_name, text) => {
    writeFileSync(path, text)
    const settings = createSettings({ folder })
    expect(settings.get()).toEqual(defaultSettings)
    settings.patch({ theme: 'light' })
    expect(readFileSync(`${path}.damaged`, 'utf8')).toBe(text)
    expect(createSettings({ folder }).get().theme).toBe('light')
  })

  it.each([
    ['torn', (text: string) => text.slice(0, 200)],
    ['empty', () => ''],
    ['full of zeros', (text: string) => '\0'.repeat(text.length)],
  ])('that is %s loses only the last change', (_name, damage) => {
    const settings = createSettings({ folder })
    settings.setKeys({ keys: [record], inUse: 'a' }, { theme: 'dark' })
    settings.patch({ theme: 'light' })
    writeFileSync(path, damage(readFileSync(path, 'utf8')))
    const after = createSettings({ folder })
    expect(after.get().theme).toBe('dark')
    expect(after.keys()).toEqual({ keys: [record], inUse: 'a' })
  })

  it('loses only the fields that cannot be used', () => {
    const text = JSON.stringify({
      version: 1,
      settings: { theme: 'dark', engine: 'psychic', speakerLabels: true, later: 1 },
      keys: [record, { id: 'b' }],
      keyInUse: 'b',
    })
    expect(parseSettingsFile(text)).toEqual({
      settings: { ...defaultSettings, theme: 'dark', speakerLabels: true },
      records: { keys: [record], inUse: null },
      damaged: true,
      isWhole: true,
    })
    const whole = parseSettingsFile('{"version":1,"settings":{},"keys":[],"keyInUse":null}')
    expect(whole).toEqual({
      settings: defaultSettings,
      records: { keys: [], inUse: null },
      damaged: false,
      isWhole: true,
    })
  })

  it('is changed on disk before listeners run, and unchanged if it cannot be written', () => {
    const heard: Settings[] = []
    const blocked = createSettings({ folder: join(folder, 'settings.json', 'inside') })
    writeFileSync(path, 'a file where a folder should be')
    blocked.onChange((settings) => heard.push(settings))
    expect(blocked.patch({ theme: 'dark' })).toMatchObject({
      ok: false,
      error: { code: 'settings-not-saved' },
    })
    expect(blocked.get().theme).toBe('system')
    expect(heard).toEqual([])
  })

  it('calls listeners after a change, but not for the same value, and not after the end', () => {
    const settings = createSettings({ folder })
    const heard: string[] = []
    const stop = settings.onChange(({ theme }) => heard.push(theme))
    settings.patch({ theme: 'dark' })
    settings.patch({ theme: 'dark' })
    settings.setKeys({ keys: [record], inUse: null })
    stop()
    settings.patch({ theme: 'light' })
    expect(heard).toEqual(['dark'])
  })

  it.runIf(process.platform !== 'win32')('can be read by its owner only', () => {
    createSettings({ folder }).patch({ theme: 'dark' })
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })
})
